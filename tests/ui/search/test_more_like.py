"""What is like something in the library, as a person asks for it and sees it found."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from counterpoint.application.library.session import Seeking
from counterpoint.application.search.searching import Result
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.search.narrowing import NO, Chosen, Facet
from counterpoint.domain.search.rows import RowKind
from counterpoint.ui.search.rows import PLACE
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LETTER, LETTER_YAML, LibraryOnDisk
from tests.ui.search.conftest import view

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOT_LINKED = (Chosen(Facet.LINKED, NO),)


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    disk.write("corpus/speech.txt", "Critics asked again for firmness.\n\nTalks are talks.\n")
    described = LETTER_YAML.partition("furniture:")[0].replace("short: Letter", "short: Speech")
    disk.write("corpus/speech.yaml", described.replace("numbering: pilcrow", "numbering: count"))
    return sit(disk.folder)


def results(at: AtWindow) -> list[Result]:
    return list(view(at).rows.results) if view(at).at_rest else []


def sources(at: AtWindow) -> set[str]:
    return {each.source for each in results(at)}


def chips(at: AtWindow) -> list[str]:
    return [chip.text() for chip in view(at).chips.chips]


def test_like_a_claim_by_key(at: AtWindow) -> None:
    at.click_claim(Target(TargetKind.CLAIM, "firm", "objections", "firm"))
    at.key(Qt.Key.Key_K, CONTROL | SHIFT)
    assert at.window.space.view_name() == "search"
    at.qtbot.waitUntil(lambda: bool(results(at)), timeout=20_000)
    assert {each.kind for each in results(at)} == {RowKind.PASSAGE}
    best = results(at)[0]
    assert {"critics", "firmness"} <= set(best.terms)
    rows = view(at).rows
    places = [str(rows.index(row).data(PLACE)) for row in range(rows.rowCount())]
    assert any("near by" in place and "firmness" in place for place in places)
    assert chips(at) == ["Like: B · Objections and risks…  ×"]
    assert view(at).list.hasFocus()


def test_candidates_for_a_gap_are_what_nobody_has_linked(at: AtWindow) -> None:
    at.window.space.session.choose(Target(TargetKind.POSITION, "firm", "channels"))
    at.window.menus.trigger("more-like")
    at.qtbot.waitUntil(lambda: "speech" in sources(at), timeout=20_000)
    assert "talks" in results(at)[0].terms  # what nobody has linked, of ¶1
    assert "should" not in results(at)[0].terms
    assert view(at).narrowing == NOT_LINKED
    assert not any(each.row.linked for each in results(at))
    assert chips(at)[-1] == "Not linked yet  ×"
    at.click(view(at).chips.chips[-1])
    at.qtbot.waitUntil(lambda: any(each.row.linked for each in results(at)))


def test_like_a_whole_approach(at: AtWindow) -> None:
    at.window.space.session.seek(Seeking(Target(TargetKind.APPROACH, "firm")))
    at.qtbot.waitUntil(lambda: "speech" in sources(at), timeout=20_000)
    assert view(at).narrowing == NOT_LINKED


def test_like_words_of_the_reader_by_its_menu_and_not_themselves(at: AtWindow) -> None:
    reader = at.window.space.reader
    at.window.space.navigator.open_source("letter")
    start = LETTER.index("His critics")
    reader.view.select(start, LETTER.index("firmness first") + len("firmness first"))
    reader.words.show_menu_for([], start, QPoint(0, 0))
    menu = reader.words.menu
    assert isinstance(menu, QMenu)
    (entry,) = [each for each in menu.actions() if each.data() == "like"]
    assert entry.text() == "More like this"
    entry.trigger()
    at.qtbot.waitUntil(lambda: "speech" in sources(at), timeout=20_000)
    assert results(at)[0].source == "speech"
    assert not any("unrealistic" in each.words for each in results(at))


def test_like_a_note_and_then_like_what_was_found(at: AtWindow) -> None:
    at.type("Was there firmness after all?", on=GO_ON)
    at.wait_saved()
    at.window.space.notebook.editor.setFocus()
    at.key(Qt.Key.Key_K, CONTROL | SHIFT)
    at.qtbot.waitUntil(lambda: bool(results(at)), timeout=20_000)
    assert "“Was there firmness" in chips(at)[0]
    first = results(at)[0]
    at.key(Qt.Key.Key_K, CONTROL | SHIFT)
    at.qtbot.waitUntil(lambda: "“Was there" not in "".join(chips(at)))
    assert first.id not in {each.id for each in results(at)}


def test_what_is_typed_takes_its_place(at: AtWindow) -> None:
    at.window.space.session.seek(Seeking(GO_ON))
    at.qtbot.waitUntil(lambda: bool(results(at)), timeout=20_000)
    view(at).words.setFocus()
    at.qtbot.keyClicks(view(at).words, "neighbours")
    at.qtbot.waitUntil(lambda: [each.id for each in results(at)] == ["letter/3"], timeout=20_000)
    assert chips(at) == []


def test_the_whole_comparison_is_like_nothing(at: AtWindow) -> None:
    at.window.space.session.choose(Target(TargetKind.COMPARISON))
    at.window.space.sources.setFocus()
    at.window.menus.trigger("more-like")
    assert at.window.status.message().startswith("Choose a passage, a claim")
