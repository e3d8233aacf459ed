"""Several results that are chosen at once: linked, or noted, in one step."""

import pytest
from PySide6.QtCore import Qt

from counterpoint.domain.search.rows import RowKind
from counterpoint.ui.reader.linking.field import LinkField
from counterpoint.ui.search.rows import RESULT
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LETTER_YAML, LibraryOnDisk
from tests.ui.search.conftest import view

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    disk.write("corpus/speech.txt", "The neighbours were asked again.\n\nAnd they spoke.\n")
    described = LETTER_YAML.partition("furniture:")[0].replace("short: Letter", "short: Speech")
    described = described.replace("author: not stated in the text", "author: Jane Doe")
    disk.write("corpus/speech.yaml", described.replace("numbering: pilcrow", "numbering: count"))
    return sit(disk.folder)


def search(at: AtWindow, words: str, number: int) -> None:
    at.key(Qt.Key.Key_F, CONTROL | SHIFT)
    at.qtbot.keyClicks(view(at).words, words)
    at.qtbot.waitUntil(lambda: len(view(at).rows.results) == number, timeout=20_000)
    at.qtbot.waitUntil(lambda: view(at).at_rest, timeout=20_000)
    at.key(Qt.Key.Key_Down)


def choose_all(at: AtWindow) -> None:
    at.key(Qt.Key.Key_End, SHIFT)


def evidence(at: AtWindow) -> list[tuple[str, str, tuple[str, ...]]]:
    library = at.window.space.session.library
    assert library is not None
    (claim,) = library.approach("talk").position("channels").claims
    return [(each.source, each.quotation.words, each.voice) for each in claim.evidence]


def test_passages_are_linked_to_a_claim_in_one_step(at: AtWindow) -> None:
    at.click_claim(GO_ON)
    search(at, "neighbours", 2)
    assert not view(at).chosen.isVisible()
    choose_all(at)
    assert [each.source for each in view(at).chosen_results()] != []
    assert view(at).chosen.count.text() == "2 chosen"
    before = evidence(at)
    at.key(Qt.Key.Key_L, CONTROL)
    at.qtbot.waitUntil(lambda: at.window.findChild(LinkField) is not None)
    field = at.window.findChild(LinkField)
    assert isinstance(field, LinkField)
    at.qtbot.waitUntil(field.isVisible)
    assert field.asks.text() == "Link these 2 passages to a claim"
    at.qtbot.keyClick(field.query, Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: len(evidence(at)) == len(before) + 2, timeout=20_000)
    linked = evidence(at)[len(before) :]
    assert {each[0] for each in linked} == {"letter", "speech"}
    assert "2 passages were linked." in at.window.status.message()
    at.window.menus.trigger("undo")
    at.qtbot.waitUntil(lambda: evidence(at) == before)


def test_what_is_no_passage_is_left_out_and_told(at: AtWindow) -> None:
    search(at, "critics unrealistic", 3)
    at.key(Qt.Key.Key_A, CONTROL)
    kinds = {each.kind for each in view(at).chosen_results()}
    assert kinds == {RowKind.CLAIM, RowKind.PASSAGE, RowKind.QUOTATION}
    at.window.menus.trigger("link")
    assert at.window.status.message() == "1 of what is chosen is no passage: left out."


def test_a_note_on_each_is_one_step(at: AtWindow) -> None:
    search(at, "neighbours", 2)
    choose_all(at)
    at.key(Qt.Key.Key_N, CONTROL)
    bar = view(at).chosen
    assert bar.field.hasFocus()
    at.qtbot.keyClicks(bar.field, "Who are they?")
    at.key(Qt.Key.Key_Return)
    notes = at.window.space.live.notebook.notes
    every = [note for note in notes.all() if note.body == "Who are they?"]
    assert {note.target.source for note in every} == {"letter", "speech"}
    assert {note.quote for note in every} >= {"The neighbours were asked again."}
    assert at.window.status.message() == "2 notes written; undo takes them back."
    at.window.menus.trigger("undo")
    assert [note for note in notes.all() if note.body] == []
    at.window.menus.trigger("redo")
    assert len([note for note in notes.all() if note.body]) == 2


def test_a_click_with_control_chooses_one_more(at: AtWindow) -> None:
    search(at, "neighbours", 2)
    page = view(at)
    rows = [row for row in range(page.rows.rowCount()) if page.rows.index(row).data(RESULT)]
    place = page.list.visualRect(page.rows.index(rows[1])).center()
    left = Qt.MouseButton.LeftButton
    at.qtbot.mouseClick(page.list.viewport(), left, CONTROL, place)
    assert len(page.chosen_results()) == 2
    at.qtbot.mouseClick(page.list.viewport(), left, CONTROL, place)
    assert len(page.chosen_results()) == 1
    assert not page.chosen.isVisible()
