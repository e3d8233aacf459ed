"""Work is done once for one click: no approach is gone through again, no pane is filled twice."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt

from counterpoint.application.library import evidence_index, opened_library
from counterpoint.application.library.opened_library import EvidenceInPlace
from counterpoint.application.library.session import Change, Part
from counterpoint.domain.approach import Approach
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.notebook.editor import NoteEditor
from counterpoint.ui.reader.pane import ReaderPane
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

LETTER = Target(TargetKind.SOURCE, source="letter")


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> "Counter[str]":
    """How often an approach was gone through, a note opened, the reader's marks made."""
    done: Counter[str] = Counter()
    real = evidence_index.in_place

    def counted_walk(approach: Approach) -> Iterator[EvidenceInPlace]:
        # Not what the verifier does meanwhile, on its own thread.
        if threading.current_thread() is threading.main_thread():
            done["walk"] += 1
        return real(approach)

    def counted(what: str, method: Callable[..., object]) -> Callable[..., object]:
        def count(*given: object, **named: object) -> object:
            done[what] += 1
            return method(*given, **named)

        return count

    monkeypatch.setattr(evidence_index, "in_place", counted_walk)
    monkeypatch.setattr(opened_library, "in_place", counted_walk)
    monkeypatch.setattr(NoteEditor, "show_body", counted("note", NoteEditor.show_body))
    monkeypatch.setattr(ReaderPane, "jump", counted("jump", ReaderPane.jump))
    return done


def evidence(at: AtWindow) -> Target:
    leading = at.window.space.session.leads_to(GO_ON)
    assert leading is not None
    return leading.target


def told(at: AtWindow) -> list[Part]:
    parts: list[Part] = []

    def hear(change: Change) -> None:
        parts.append(change.part)

    at.window.space.session.subscribe(hear)
    return parts


def test_a_click_on_a_claim_opens_its_note_and_its_passage_once(
    sit: Sit, disk: LibraryOnDisk, work: "Counter[str]"
) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    at.key(Qt.Key.Key_Down)
    at.window.space.comparison.select(NOT_REAL)
    at.window.space.session.choose(NOT_REAL)
    work.clear()
    parts = told(at)

    at.window.space.navigator.go_to(evidence(at))

    assert work == {"note": 1, "jump": 1}
    assert Counter(parts) == {Part.SELECTION: 1, Part.READING: 1, Part.FOCUS: 1}


def test_a_window_opens_its_first_note_once(
    sit: Sit, disk: LibraryOnDisk, work: "Counter[str]"
) -> None:
    at = sit(disk.folder)
    at.window.space.navigator.take_up(GO_ON)
    at.window.lifecycle.keep()
    at.leave()
    work.clear()

    again = sit(disk.folder)

    assert again.window.space.session.target == GO_ON
    assert work["note"] == 1


def test_going_to_a_source_from_elsewhere_opens_one_note(
    sit: Sit, disk: LibraryOnDisk, work: "Counter[str]"
) -> None:
    at = sit(disk.folder)
    at.window.space.session.show_view("sources")
    at.window.space.session.show_view("compare")
    at.click_claim(GO_ON)
    work.clear()
    parts = told(at)

    at.window.space.navigator.show_source("letter")

    assert at.window.space.session.target == LETTER
    assert at.window.space.sources.current_source() == "letter"
    assert parts.count(Part.SELECTION) == 1
    assert work["note"] == 1


def test_a_keystroke_in_a_note_on_evidence_goes_through_nothing(
    sit: Sit, disk: LibraryOnDisk, work: "Counter[str]"
) -> None:
    at = sit(disk.folder)
    at.type("A", on=evidence(at))
    work.clear()

    at.type(" note", on=evidence(at))
    at.wait_saved()

    assert work["walk"] == 0


def test_a_note_that_is_entered_in_the_list_is_the_only_one_opened(
    sit: Sit, disk: LibraryOnDisk, work: "Counter[str]"
) -> None:
    at = sit(disk.folder)
    at.type("The first.", on=GO_ON)
    at.window.space.notebook.new_note()
    at.type("The second.", on=GO_ON)
    at.window.space.navigator.go_to(NOT_REAL)
    at.window.space.session.show_view("notes")
    notes = at.window.space.notes
    on_claim = at.window.space.live.notebook.notes.on(GO_ON)
    ids = {note.body: note.id for note in on_claim}
    at.qtbot.waitUntil(lambda: notes.model.row_of(ids["The first."]) >= 0)
    notes.list.setCurrentIndex(notes.model.index(notes.model.row_of(ids["The first."])))
    at.window.space.session.choose(NOT_REAL)
    work.clear()

    notes.enter()

    assert at.words == "The first."
    assert work["note"] == 1
