"""The commands for a user that the system does not know, and who has no HOME."""

import json
import os
from pathlib import Path

import pytest

from counterpoint.cli.main import run
from counterpoint.storage.place import shipped_library
from tests.importing_library import SPEECH

pytestmark = pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows always knows a home")
TOLD = "The system knows no home folder for you"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which that user stands, outside of any library."""
    for name in ("COUNTERPOINT_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for kind in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    # As of a container that was given a number that its list of users does not have.
    monkeypatch.setattr(os, "getuid", lambda: 54321)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_check_verifies_without_the_notes_and_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check"]) == 0

    out = capsys.readouterr().out
    assert f"notes/: your notes were not looked at. {TOLD}" in out
    assert out.endswith("no problem\n")


def test_check_as_json_stays_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--json"]) == 0

    (remark,) = json.loads(capsys.readouterr().out)["remarks"]
    assert (remark["file"], remark["kind"]) == ("notes/", "unreadable")


@pytest.mark.parametrize(
    "words", [["brief", "a.md"], ["matrix", "a.xlsx"], ["library", "a.counterpoint"]]
)
def test_export_goes_without_the_notes_and_says_so(
    here: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", *words]) == 0

    assert "your notes were not looked at" in capsys.readouterr().err
    assert (here / words[1]).is_file()


def test_update_tells_without_the_notes_and_says_so(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "new.txt").write_text(SPEECH, encoding="utf-8")

    assert run(["update", "independent-2017", "new.txt"]) == 1

    said = capsys.readouterr()
    assert "nothing was written" in said.out
    assert "your notes were not looked at" in said.err


def test_what_cannot_be_logged_is_done_all_the_same_and_that_is_said_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["--log-level", "info", "check"]) == 0

    said = capsys.readouterr()
    assert said.out.endswith("no problem\n")
    assert said.err.splitlines() == [line for line in said.err.splitlines() if TOLD in line]
    assert said.err.startswith("counterpoint: nothing is logged: ")
    assert said.err.count(TOLD) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["import-annotations", "new.jsonld"],
        ["update", "independent-2017", "new.txt", "--accept-moved"],
    ],
)
def test_what_writes_notes_says_where_they_could_be_kept(
    here: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "annotations", "new.jsonld"]) == 0
    (here / "new.txt").write_text(SPEECH, encoding="utf-8")

    assert run(words) == 2

    assert TOLD in capsys.readouterr().err
    assert not (shipped_library() / "corpus" / "earlier").exists()


def test_what_needs_no_notes_works_as_ever(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "new.txt").write_text(SPEECH, encoding="utf-8")
    for words in (
        ["import", "new.txt", "--library", "mine"],
        ["anchor", "mine"],
        ["check", "mine"],
    ):
        assert run(words) == 0, capsys.readouterr()
    assert "not looked at" not in capsys.readouterr().out
