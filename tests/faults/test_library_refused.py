"""A disk that refuses the library's files: it is told, tried again, asked about, rescued; never
lost without a word."""

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from counterpoint.application.editing import writer
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.claims import word_claim
from tests.at_window import AtWindow, Sit, answering, fonts, sit
from tests.faults.refused_calls import RefusedCalls, calls_of, nothing
from tests.library_on_disk import LibraryOnDisk

__all__ = ["fonts", "sit"]
WORDS = "It is worded anew."


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch) -> AtWindow:
    monkeypatch.setattr(writer, "_AGAIN", 0.1)
    made = sit(disk.folder)
    ready: list[object] = []
    made.window.space.editing.when_ready(ready.append)
    made.qtbot.waitUntil(lambda: bool(ready))
    return made


@pytest.fixture
def calls(at: AtWindow, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """Nothing can be written into the folder of the approaches."""
    made = RefusedCalls(monkeypatch, disk.path("options"))
    made.refuse = calls_of("write", errno.ENOSPC)
    yield made
    made.refuse = nothing


def word(at: AtWindow) -> None:
    at.window.space.editing.change_approach(
        "talk", CommandKind.WORD_CLAIM, lambda form: word_claim(form, "go-on", WORDS)
    )


def test_it_is_told_until_it_is_written(
    at: AtWindow, calls: RefusedCalls, disk: LibraryOnDisk
) -> None:
    word(at)

    at.qtbot.waitUntil(lambda: bool(at.window.notices.said()))
    (said,) = at.window.notices.said()
    assert said.startswith("options/talk.yaml is not saved: ")
    assert WORDS not in disk.path("options/talk.yaml").read_text("utf-8")
    calls.refuse = nothing
    at.qtbot.waitUntil(lambda: WORDS in disk.path("options/talk.yaml").read_text("utf-8"))
    at.qtbot.waitUntil(lambda: at.window.notices.said() == ())


@pytest.mark.parametrize(
    ("answer", "closes"), [("Stay open", False), ("Close and lose them", True)]
)
def test_closing_asks(
    at: AtWindow,
    calls: RefusedCalls,
    disk: LibraryOnDisk,
    answer: str,
    closes: bool,
) -> None:
    word(at)

    with answering(at.window, answer) as asked:
        closed = at.window.leaving.close()

    assert closed is closes
    assert "options/talk.yaml is not saved" in asked[0]
    assert WORDS not in disk.path("options/talk.yaml").read_text("utf-8")


def test_trying_again_closes_once_the_disk_takes_it(
    at: AtWindow, calls: RefusedCalls, disk: LibraryOnDisk
) -> None:
    word(at)
    assert not at.window.space.editing.flush()
    calls.refuse = nothing

    assert at.window.leaving.close()

    assert WORDS in disk.path("options/talk.yaml").read_text("utf-8")


def test_where_the_process_has_to_end_the_file_goes_where_unsaved_notes_go(
    at: AtWindow, calls: RefusedCalls, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word(at)

    assert at.window.leaving.save_all()

    assert "Unsaved changes of the library are in " in capsys.readouterr().err
    (rescued,) = (own_home / "data" / "counterpoint-rescued-notes").glob("talk (not saved*.yaml")
    assert WORDS in rescued.read_text("utf-8")
