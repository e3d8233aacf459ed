"""`dev.py`: what it says, and to whom it hands over."""

import ast
import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint_dev import commands, whole_check
from counterpoint_dev.environment import OURS

ROOT = Path(__file__).resolve().parents[1]


def say(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), *words],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "ascii"},
        check=False,
    )


def test_help_lists_every_command() -> None:
    answer = say("--help")
    assert answer.returncode == 0
    for command in (*commands.COMMANDS, "test", "tool", "lock"):
        assert f"dev.py {command}" in answer.stdout


@pytest.mark.parametrize("words", [(), ("--help",), ("launch",), ("tool",)])
def test_what_it_does_not_know_it_answers_with_its_help(words: tuple[str, ...]) -> None:
    answer = say(*words)
    assert answer.returncode == (2 if words in (("launch",), ("tool",)) else 0)
    assert "py dev.py run" in answer.stdout


@pytest.mark.parametrize(
    ("number", "remedy"),
    [
        (errno.EACCES, "Copy it to a folder that you may write to."),
        (errno.EROFS, "Copy it to a folder that you may write to."),
        (errno.ENOSPC, "Make room on the disk"),
        (errno.EIO, ""),
        (None, ""),
    ],
)
def test_what_the_system_refuses_is_told_with_what_helps_against_it(
    number: int | None,
    remedy: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(kind: str, screen: bool) -> None:
        raise OSError(number, "refused") if number else OSError("refused")

    monkeypatch.setattr(commands, "set_up", refuse)
    assert commands.guarded("run") == 1
    told = capsys.readouterr().err
    assert "refused" in told
    assert remedy in told
    assert ("Copy it" in told) == remedy.startswith("Copy it")


@pytest.mark.skipif(not OURS.program("ruff").exists(), reason="dev.py would set it up first")
def test_a_tool_of_the_environment_is_run_with_its_words() -> None:
    answer = say("tool", "ruff", "--version")
    assert answer.returncode == 0
    assert answer.stdout.startswith("ruff ")


def test_a_part_of_the_tests_is_pytests_alone(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "set_up", lambda kind, testing: None)
    monkeypatch.setattr(whole_check, "OURS", OURS._replace(folder=Path(sys.prefix)))
    part = "tests/domain/test_layout.py"

    assert commands.main("test", part, "--collect-only", "-q") == 0

    out, _ = capfd.readouterr()
    assert "test_layout.py" in out
    assert "test_anchoring.py" not in out
    assert "== " not in out


@pytest.mark.parametrize("option", ["-P", "-I"])
def test_pythons_safe_path_does_not_keep_it_from_its_own(option: str) -> None:
    command = [sys.executable, option, str(ROOT / "dev.py"), "--help"]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


PLAIN = (
    *(ast.Module, ast.Expr, ast.Constant, ast.Name, ast.Load, ast.Store, ast.Attribute),
    *(ast.Import, ast.ImportFrom, ast.alias, ast.Assign, ast.Call, ast.Starred, ast.keyword),
    *(ast.If, ast.Try, ast.ExceptHandler, ast.Compare, ast.Lt, ast.Eq, ast.BinOp, ast.Add),
    *(ast.Tuple, ast.List, ast.Subscript, ast.Slice),
)


def test_the_oldest_python_can_read_that_it_is_too_old() -> None:
    """Python 2.7 reads the whole file before it runs the first line of it."""
    written = (ROOT / "dev.py").read_bytes()
    assert written.isascii(), "it would want to be told of an encoding"
    # Without calls of `f(*a, b)` and lists of `[*a]`, these all were there in 2.7.
    unknown = [node for node in ast.walk(ast.parse(written)) if not isinstance(node, PLAIN)]
    assert [ast.unparse(node) for node in unknown] == []
    stars = [node for node in ast.walk(ast.parse(written)) if isinstance(node, ast.Starred)]
    assert [ast.unparse(node) for node in stars] == ["*sys.argv[1:]"]


@pytest.mark.skipif(os.name != "posix", reason="only there a reader is gone in this way")
@pytest.mark.parametrize("words", ["--help", "launch"])
def test_it_is_quiet_where_the_reader_has_had_enough(words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(
            [sys.executable, str(ROOT / "dev.py"), words],
            stdout=gone,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert (done.returncode, done.stderr) == (commands.HAD_ENOUGH, b"")


@pytest.mark.skipif(os.name != "posix", reason="only there a reader is gone in this way")
def test_a_setting_up_whose_reader_is_gone_ends_quietly(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as gone:
        monkeypatch.setattr(sys, "stdout", gone)

        def end(kind: str, screen: bool) -> None:
            print("Counterpoint needs what this machine lacks.")
            sys.exit(3)

        monkeypatch.setattr(commands, "set_up", end)
        assert commands.guarded("run") == commands.HAD_ENOUGH
