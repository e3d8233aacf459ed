"""The log holds what happened, and nothing that a person wrote."""

import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterpoint import __version__
from counterpoint.application import log_file
from counterpoint.application.log import (
    log,
    log_error,
    log_folder,
    start_log,
    stop_log,
    why_not_logged,
)


@pytest.fixture(autouse=True)
def own_log(own_home: Path) -> Iterator[None]:
    stop_log()
    yield
    stop_log()


def words() -> str:
    return (log_folder() / "counterpoint.log").read_text("utf-8")


def fail(text: str) -> None:
    raise ValueError(text)


def logged(text: str) -> None:
    try:
        fail(text)
    except ValueError as error:
        log_error(type(error), error, error.__traceback__)


def test_it_begins_with_the_version_and_the_system_in_the_persons_data(own_home: Path) -> None:
    assert start_log().failed == ""

    assert log_folder() == own_home / "data" / "log"
    assert f"INFO Counterpoint {__version__}, Python 3." in words()


def test_an_error_has_its_kind_and_place_and_none_of_its_words() -> None:
    start_log()

    logged("words of a note")

    assert "ERROR not foreseen: ValueError; Counterpoint" in words()
    assert "test_log.py" in words()
    assert "in fail" in words()
    assert "words of a note" not in words()


def test_an_error_of_the_system_has_the_systems_words() -> None:
    start_log()
    error = OSError(28, "No space left on device", "/home/a person/note.md")

    log_error(OSError, error, None)

    assert "not foreseen: OSError (No space left on device);" in words()
    assert "note.md" not in words()


def test_at_the_level_debug_its_words_are_there_too() -> None:
    start_log("debug")

    logged("words of a note")

    assert "not foreseen: ValueError: words of a note;" in words()


@pytest.mark.parametrize(("level", "there"), [("info", True), ("warning", False), ("error", False)])
def test_only_what_is_grave_enough_is_written(level: str, there: bool) -> None:
    start_log(level)
    log.info("something happened")
    log.error("something is wrong")

    assert ("something happened" in words()) == there
    assert "something is wrong" in words()


def test_a_second_start_begins_no_second_file() -> None:
    start_log()
    start_log("debug")
    log.info("once")

    assert words().count("once") == 1
    assert log.level == logging.INFO


def test_it_is_begun_anew_when_it_has_grown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "LARGEST", 2_000)
    start_log()
    for number in range(200):
        log.info("%d %s", number, "x" * 100)

    files = sorted(path.name for path in log_folder().iterdir())
    assert files == ["counterpoint.log", *(f"counterpoint.log.{number}" for number in (1, 2, 3))]
    assert all(path.stat().st_size <= 2_000 for path in log_folder().iterdir())
    assert "199 x" in words()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="Windows keeps others out by itself")
def test_nobody_but_the_person_may_read_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "LARGEST", 2_000)
    log_folder().mkdir(parents=True, mode=0o755)  # as an earlier version left it
    (log_folder() / "counterpoint.log").touch(0o644)
    start_log()
    for number in range(60):
        log.info("%d %s", number, "x" * 100)

    assert stat.S_IMODE(log_folder().stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in log_folder().iterdir()} == {0o600}


def test_where_it_cannot_be_set_aside_it_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "LARGEST", 2_000)
    file = start_log()
    (log_folder() / "counterpoint.log.1" / "in the way").mkdir(parents=True)
    for number in range(60):
        log.info("%d %s", number, "x" * 100)

    assert file.failed == ""
    assert "0 x" in words()
    assert "59 x" in words()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes")
def test_a_pipe_in_its_place_is_told_and_not_waited_for() -> None:
    """In a process of its own, which can be ended if it waits: nobody reads from the pipe."""
    log_folder().mkdir(parents=True)
    os.mkfifo(log_folder() / "counterpoint.log")
    program = "import sys; from counterpoint.cli.main import run; sys.exit(run(sys.argv[1:]))"

    done = subprocess.run(
        [sys.executable, "-c", program, "--log-level", "info", "check"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    file = log_folder() / "counterpoint.log"
    assert done.stderr == (
        f"counterpoint: nothing is logged: {file} cannot be written (it is a pipe or a device)\n"
    )
    assert done.returncode == 0
    assert file.is_fifo()


def test_a_folder_in_its_place_is_told() -> None:
    (log_folder() / "counterpoint.log").mkdir(parents=True)

    assert why_not_logged("info").endswith("cannot be written (it is a folder)")


def test_where_it_cannot_be_written_that_is_said_and_nothing_worse(own_home: Path) -> None:
    (own_home / "data").write_text("a file where the folder should be")

    file = start_log()
    log.info("something happened")

    assert file.failed != ""
    (own_home / "data").unlink()
    log.info("again")
    assert file.failed == ""
    assert "again" in words()


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
@pytest.mark.parametrize(("level", "told"), [("info", "nothing"), ("error", "not all")])
def test_a_full_disk_is_told_once(own_home: Path, level: str, told: str) -> None:
    """In a process of its own that may write no byte into a file; and an error comes up at last."""
    program = (
        "import resource, sys; from counterpoint.application.log import log; "
        "from counterpoint.cli import check_command, main; "
        "before = check_command.command.callback; "
        "check_command.command.callback = lambda **all: (log.error('one'), before(**all))[1]; "
        "hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]; "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard)); "
        "sys.exit(main.run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--log-level", level, "check"],
        capture_output=True,
        text=True,
        check=False,
    )

    file = log_folder() / "counterpoint.log"
    assert done.stderr.startswith(f"counterpoint: {told} is logged: {file} cannot be written (")
    assert done.stderr.count("\n") == 1
    assert (done.returncode, file.read_bytes()) == (0, b"")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="modes are of POSIX")
def test_what_links_lead_to_stays_open_to_whom_it_is(tmp_path: Path) -> None:
    folder, file = tmp_path / "logs", tmp_path / "file"
    folder.mkdir(mode=0o755)
    file.touch(0o644)
    log_folder().parent.mkdir(parents=True)
    log_folder().symlink_to(folder)
    (folder / "counterpoint.log").symlink_to(file)

    start_log()

    assert "INFO Counterpoint" in file.read_text("utf-8")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o755
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
