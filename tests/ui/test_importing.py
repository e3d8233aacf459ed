"""Qt is imported in processes of its own: in this one it was imported long ago."""

import json
import marshal
import os
import subprocess
import sys
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from counterpoint.ui.importing import KeptCode

CHILD = """
import builtins, json, os, pathlib, sys

if sys.argv[2:]:
    os.umask(int(sys.argv[2], 8))
compiled = []
def watch(event, arguments):
    if event == "compile" and "shibokensupport" in str(arguments[1]):
        compiled.append(arguments[1])
sys.addaudithook(watch)
before = builtins.__import__, builtins.compile

from counterpoint.ui.importing import import_qt

import_qt(pathlib.Path(sys.argv[1]))
put_back = before == (builtins.__import__, builtins.compile)

from PySide6.QtCore import QObject

try:
    QObject().setObjectName(1, 2)
except TypeError as error:
    print(json.dumps([compiled, put_back, str(error)]))
"""


class Imported(NamedTuple):
    compiled: list[str]
    """PySide's own modules that were compiled."""
    put_back: bool
    complaint: str
    """What PySide's modules say of a method that is called wrongly."""


def imported(cache: Path, *umask: str, options: Sequence[str] = ()) -> Imported:
    """What a process makes of `cache`; `options` are Python's own."""
    done = subprocess.run(
        [sys.executable, *options, "-c", CHILD, str(cache), *umask],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return Imported(*json.loads(done.stdout))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file as it is kept."""
    cache = tmp_path_factory.mktemp("first")
    imported(cache)
    return kept_file(cache).read_bytes()


def kept_file(cache: Path) -> Path:
    (file,) = cache.glob("qt-*.code")
    return file


def test_what_pyside_compiles_at_each_start_is_kept(tmp_path: Path) -> None:
    first = imported(tmp_path)
    again = imported(tmp_path)

    assert first.compiled, "PySide compiles nothing any more: this module can go"
    assert again.compiled == []
    assert first.put_back and again.put_back
    assert first.complaint == again.complaint
    assert "setObjectName" in first.complaint


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: data[: len(data) // 2], id="cut short"),
        pytest.param(lambda data: data[:-9] + b"\xff" + data[-8:], id="a byte altered"),
        pytest.param(lambda data: data.replace(b"3.", b"2.", 1), id="of another Python"),
        pytest.param(lambda data: data[data.index(b"\n") + 1 :], id="no head"),
    ],
)
def test_a_damaged_file_is_passed_over_and_written_anew(
    tmp_path: Path, whole: bytes, damage: Callable[[bytes], bytes]
) -> None:
    file = tmp_path / f"qt-{sys.implementation.cache_tag}.code"
    file.write_bytes(damage(whole))
    file.chmod(0o600)

    assert imported(tmp_path).compiled
    assert imported(tmp_path).compiled == []


def test_only_what_has_changed_is_compiled_again(tmp_path: Path, whole: bytes) -> None:
    head, _, data = whole.partition(b"\n")
    entries = marshal.loads(data)
    changed = next(key for key in entries if key[0].endswith("mapping.py"))
    entries[changed] = ("# of another release", entries[changed][1])
    data = marshal.dumps(entries)
    file = tmp_path / f"qt-{sys.implementation.cache_tag}.code"
    file.write_bytes(b"%b %d\n%b" % (head.rpartition(b" ")[0], zlib.crc32(data), data))
    file.chmod(0o600)

    assert imported(tmp_path).compiled == [changed[0]]
    assert imported(tmp_path).compiled == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
@pytest.mark.parametrize("mode", [0o620, 0o602])
def test_code_that_others_could_have_written_is_not_run_but_replaced(
    tmp_path: Path, mode: int
) -> None:
    imported(tmp_path)
    kept_file(tmp_path).chmod(mode)

    assert imported(tmp_path).compiled
    assert kept_file(tmp_path).stat().st_mode & 0o777 == 0o600
    assert imported(tmp_path).compiled == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
def test_it_is_kept_for_its_owner_alone_whatever_the_umask(tmp_path: Path) -> None:
    imported(tmp_path, "000")

    assert kept_file(tmp_path).stat().st_mode & 0o777 == 0o600
    assert imported(tmp_path, "000").compiled == []


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
def test_on_a_disk_without_permissions_nothing_is_written_at_each_start(tmp_path: Path) -> None:
    file = tmp_path / f"qt-{sys.implementation.cache_tag}.code"
    file.touch()
    file.chmod(0o666)

    assert imported(tmp_path).compiled
    assert file.stat().st_size == 0


def test_what_was_compiled_without_asserts_is_not_used_with_them(tmp_path: Path) -> None:
    plain = imported(tmp_path)
    bare = imported(tmp_path, options=["-OO"])

    assert set(bare.compiled) == set(plain.compiled)


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")

    assert imported(tmp_path / "file" / "cache").complaint
    assert (tmp_path / "file").read_text(encoding="utf-8") == "in the way"


@pytest.mark.parametrize("more", ["", ", 0, False", ", optimize=0", ", _feature_version=11"])
def test_code_inherits_what_its_caller_has_from_the_future(tmp_path: Path, more: str) -> None:
    compile_kept = KeptCode(tmp_path / "code").compile
    inner = f"compile('def f(x: nowhere): pass', 'inner', 'exec'{more})"

    exec(f"from __future__ import annotations\nexec({inner})", {"compile": compile_kept})
    with pytest.raises(NameError, match="nowhere"):
        exec(f"exec({inner})", {"compile": compile_kept})


def test_code_that_asks_not_to_inherit_does_not(tmp_path: Path) -> None:
    compile_kept = KeptCode(tmp_path / "code").compile
    inner = "compile('def f(x: nowhere): pass', 'inner', 'exec', dont_inherit=True)"

    with pytest.raises(NameError, match="nowhere"):
        exec(f"from __future__ import annotations\nexec({inner})", {"compile": compile_kept})
