"""The file of settings: rubbish in its place is put aside, and writing loses nothing there."""

import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.storage import settings_file, settings_writer
from counterpoint.storage.files.atomic import TEMPORARY, NotWritten
from counterpoint.storage.settings_file import (
    MOST_BYTES,
    is_plain,
    keep_copy,
    read_settings,
)
from counterpoint.storage.settings_writer import NotReplaced, SettingsBusy, update_settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def test_a_missing_file_is_no_error(file: Path) -> None:
    read = read_settings(file)
    assert read.values == {}
    assert read.messages == ()
    assert list(file.parent.iterdir()) == []


def test_reads_an_object_with_or_without_a_byte_order_mark(file: Path) -> None:
    file.write_bytes(b'{"zoom": 2}')
    assert read_settings(file).values == {"zoom": 2}
    file.write_bytes(b'\xef\xbb\xbf{"zoom": 2}')
    assert read_settings(file).values == {"zoom": 2}


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is not JSON"),
        (b"zoom: 2", "is not JSON"),
        (b'{"zoom": 2', "is not JSON"),
        (b"[" * 200_000, "is not JSON"),
        (b'{"zoom": 1' + b"0" * 5_000 + b"}", "is not JSON"),
        (b"[1, 2]", "does not hold settings"),
        (b"null", "does not hold settings"),
        (b'{"a": "\xff"}', "is not UTF-8"),
        (b"\x00" * 100, "is not JSON"),
        (b" " * MOST_BYTES + b"{}", "is larger than 4 MB"),
    ],
)
def test_rubbish_is_put_aside_and_told(file: Path, data: bytes, what: str) -> None:
    file.write_bytes(data)
    read = read_settings(file)
    assert read.values == {}
    assert read.messages == (
        f"settings.json {what} and is put aside as settings.json.bad in {file.parent}; the window "
        "opens with its defaults.",
    )
    assert file.with_name("settings.json.bad").read_bytes() == data
    assert not file.exists()
    assert read_settings(file).messages == ()


def test_a_folder_in_its_place_is_put_aside_with_what_it_holds(file: Path) -> None:
    file.mkdir()
    (file / "thesis.docx").write_bytes(b"words")
    assert "is a folder and is put aside" in read_settings(file).messages[0]
    assert (file.with_name("settings.json.bad") / "thesis.docx").read_bytes() == b"words"
    update_settings(file, lambda now: {"zoom": 1})
    assert read_settings(file).values == {"zoom": 1}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_its_place_does_not_hold_up_the_window(file: Path) -> None:
    os.mkfifo(file)
    assert "is not a file and is put aside" in read_settings(file).messages[0]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read it")
def test_an_unreadable_file_is_put_aside(file: Path) -> None:
    file.write_bytes(b'{"zoom": 2}')
    file.chmod(0)
    assert "cannot be read" in read_settings(file).messages[0]
    assert file.with_name("settings.json.bad").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_to_itself_is_put_aside(file: Path) -> None:
    file.symlink_to(file)
    message = read_settings(file).messages[0]
    assert "cannot be read" in message
    assert "is put aside" in message
    assert not os.path.lexists(file)


def test_a_path_that_leads_through_a_file_is_told_and_left(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    file = tmp_path / "file" / "settings.json"
    message = read_settings(file).messages[0]
    assert "cannot be read" in message
    assert "could not be put aside" in message
    assert "Remove it" in message
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_what_was_put_aside_before_is_kept(file: Path) -> None:
    for number in ("", 2, 3):
        file.write_bytes(f"rubbish {number}".encode())
        assert f"settings.json.bad{number} in" in read_settings(file).messages[0]
        assert file.with_name(f"settings.json.bad{number}").read_text() == f"rubbish {number}"


def test_rubbish_that_cannot_be_put_aside_is_not_overwritten(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_file, "_spares", lambda path: [])
    file.write_bytes(b"rubbish")
    assert "Remove it" in read_settings(file).messages[0]
    with pytest.raises(NotReplaced):
        update_settings(file, lambda now: {"zoom": 1})
    assert file.read_bytes() == b"rubbish"


def test_values_that_cannot_be_written_again_are_dropped(file: Path) -> None:
    deep = "[" * 500 + "]" * 500
    file.write_text(f'{{"deep": {deep}, "much": 1e999, "nan": NaN, "right": [1, {{"a": null}}]}}')
    assert read_settings(file).values == {"nan": None, "right": [1, {"a": None}]}


def test_a_copy_is_kept_once(file: Path) -> None:
    assert keep_copy(file) == ""
    file.write_bytes(b'{"zoom": "two"}')
    assert keep_copy(file) == "settings.json.bad"
    assert keep_copy(file) == "settings.json.bad"
    assert file.with_name("settings.json.bad").read_bytes() == b'{"zoom": "two"}'
    file.write_bytes(b'{"zoom": "three"}')
    assert keep_copy(file) == "settings.json.bad2"
    assert file.read_bytes() == b'{"zoom": "three"}'


def test_writes_into_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "settings.json"
    assert update_settings(file, lambda now: {"path": "/tmp/\udcff/é"}) == ()
    assert read_settings(file).values == {"path": "/tmp/\udcff/é"}


def test_writing_over_rubbish_puts_it_aside_and_says_so(file: Path) -> None:
    file.write_bytes(b"rubbish")
    messages = update_settings(file, lambda now: {"zoom": 1, **now})
    assert "settings.json.bad" in messages[0]
    assert read_settings(file).values == {"zoom": 1}


def test_a_write_that_fails_is_named_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(NotWritten):
        update_settings(tmp_path / "file" / "settings.json", lambda now: {})
    with pytest.raises(NotWritten):
        update_settings(tmp_path / ("s" * 300), lambda now: {})
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_where_no_lock_is_to_be_had_settings_are_written_all_the_same(file: Path) -> None:
    file.with_name(f"{file.name}.lock").mkdir()
    update_settings(file, lambda now: {"zoom": 3})
    assert read_settings(file).values == {"zoom": 3}


def test_what_a_killed_process_left_is_cleared(file: Path) -> None:
    stray = file.with_name(f"{TEMPORARY}0123.tmp")
    stray.write_bytes(b"half")
    update_settings(file, lambda now: {"zoom": 3})
    assert not stray.exists()


def test_a_write_waits_for_another_window_but_not_for_ever(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_writer, "_WAIT", 0.05)
    file.write_bytes(b'{"zoom": 2}')
    with FileLock(f"{file}.lock"):
        with pytest.raises(SettingsBusy):
            update_settings(file, lambda now: {"zoom": 3})
        assert read_settings(file).values == {"zoom": 2}


def add_one(name: str) -> Callable[[dict[str, object]], dict[str, object]]:
    return lambda now: {**now, name: True}


def test_two_windows_that_write_at_once_lose_nothing(file: Path) -> None:
    def write(window: int) -> None:
        for number in range(20):
            update_settings(file, add_one(f"{window}/{number}"))

    windows = [threading.Thread(target=write, args=(window,)) for window in range(2)]
    for thread in windows:
        thread.start()
    for thread in windows:
        thread.join()
    assert len(read_settings(file).values) == 40


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)  # fmt: skip


@given(st.binary(max_size=200) | JSON.map(lambda value: json.dumps(value).encode()))
def test_reading_never_raises(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("read") / "settings.json"
    file.write_bytes(data)
    read = read_settings(file)
    assert isinstance(read.values, dict)
    assert file.exists() == (not read.messages)


@given(st.dictionaries(st.text(), JSON, max_size=4).filter(is_plain))
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("write") / "settings.json"
    update_settings(file, lambda now: values)
    assert read_settings(file).values == values
