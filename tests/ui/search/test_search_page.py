"""Anything in the library by the words that are typed, as a person sees it found."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counterpoint.application.library.find import Kind
from counterpoint.application.search.searching import Result
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.search.narrowing import Chosen, Facet
from counterpoint.domain.search.rows import RowKind
from counterpoint.ui.search.rows import PLACE, RESULT
from counterpoint.ui.widgets.grouped_rows import ENTRY
from tests.at_window import GO_ON, NOT_REAL, AtWindow
from tests.library_on_disk import LETTER, LibraryOnDisk
from tests.ui.search.conftest import view

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def results(at: AtWindow) -> list[Result]:
    return list(view(at).rows.results)


def heads(at: AtWindow) -> list[str]:
    """What the groups are called, with how many are in each."""
    rows = view(at).rows
    every = [rows.index(row) for row in range(rows.rowCount())]
    return [f"{row.data()}: {row.data(PLACE)}" for row in every if row.data(RESULT) is None]


def values(at: AtWindow) -> list[str]:
    """What can be narrowed by, as a screen reader has it."""
    rows = view(at).facets.rows
    spoken = Qt.ItemDataRole.AccessibleTextRole
    every = [rows.index(row) for row in range(rows.rowCount())]
    return [str(row.data(spoken)) for row in every if row.data(ENTRY) is not None]


def kinds(at: AtWindow) -> set[RowKind]:
    return {each.kind for each in results(at)}


def search(at: AtWindow, words: str, until: Callable[[], bool] | None = None) -> None:
    """Types `words` on the page, and waits until there is something, or what is waited for."""
    at.key(Qt.Key.Key_F, CONTROL | SHIFT)
    field = view(at).words
    assert field.hasFocus()
    field.selectAll()
    at.qtbot.keyClicks(field, words)
    at.qtbot.waitUntil(until or (lambda: bool(results(at))), timeout=20_000)
    at.qtbot.waitUntil(lambda: view(at).at_rest, timeout=20_000)


def test_what_is_typed_is_found_in_texts_claims_and_quotations(at: AtWindow) -> None:
    search(at, "unreal")
    assert kinds(at) == {RowKind.CLAIM, RowKind.PASSAGE, RowKind.QUOTATION}
    assert view(at).count.text() == "3 found"
    rows = view(at).rows
    places = {rows.index(row).data(PLACE) for row in range(rows.rowCount())}
    assert "Claim\u00a0· A Keep talking\u00a0· Objections and risks" in places
    assert "Passage" in places
    assert set(heads(at)) == {"Letter: 2", "In the comparison: 1"}


def test_walking_shows_each_in_its_text_and_leaves_the_focus(at: AtWindow) -> None:
    search(at, "neighbours")
    at.key(Qt.Key.Key_Down)
    assert view(at).list.hasFocus()
    at.qtbot.waitUntil(lambda: at.jumped_to() == "neighbours")
    assert at.window.space.is_shown("reader")
    assert view(at).list.hasFocus()


def test_enter_goes_to_a_claim(at: AtWindow) -> None:
    search(at, "critics find it unrealistic")
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    assert at.window.space.view_name() == "compare"
    assert at.window.space.session.target == NOT_REAL


def test_enter_on_a_passage_chooses_its_words(at: AtWindow) -> None:
    search(at, '"come what may"', lambda: kinds(at) == {RowKind.PASSAGE})
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    target = at.window.space.session.target
    assert target.kind is TargetKind.PASSAGE
    assert target.span is not None
    assert LETTER[target.span.start : target.span.end] == "come what may"


def test_the_next_result_by_key_wherever_the_focus_is(at: AtWindow) -> None:
    search(at, "talks")
    many = len(results(at))
    assert many > 2
    at.window.space.reader.setFocus()
    first = view(at).list.currentIndex().data(RESULT)
    at.key(Qt.Key.Key_F4)
    assert view(at).list.currentIndex().data(RESULT) not in (first, None)
    at.key(Qt.Key.Key_F4, SHIFT)
    assert view(at).list.currentIndex().data(RESULT) == first
    at.key(Qt.Key.Key_F4, SHIFT)
    assert at.window.status.message() == "There is no further result."


def test_only_what_is_chosen_to_be_searched(at: AtWindow) -> None:
    search(at, "unrealistic")
    view(at).scope.setCurrentIndex(1)
    at.qtbot.waitUntil(lambda: kinds(at) == {RowKind.PASSAGE})


def test_all_that_was_found_is_counted_and_narrowed_by_keys(at: AtWindow) -> None:
    search(at, "unrealistic")
    assert {"Passages, 1 found", "Claims, 1 found", "Quotations, 1 found"} <= set(values(at))
    at.key(Qt.Key.Key_Down)
    at.key(Qt.Key.Key_Left)
    assert view(at).facets.hasFocus()
    chosen = view(at).facets.currentIndex().data(ENTRY)
    at.key(Qt.Key.Key_Space)
    at.qtbot.waitUntil(lambda: len(results(at)) == 1)
    assert {each.kind.value for each in results(at)} == {chosen.value}
    (chip,) = view(at).chips.chips
    assert chip.accessibleName().startswith("Filter: Kind: ")
    at.qtbot.waitUntil(lambda: view(at).at_rest)
    assert sum("chosen" in each for each in values(at)) == 1
    assert "Claims, 1 found" in " ".join(values(at))  # as if nothing were chosen
    at.key(Qt.Key.Key_Right)
    assert view(at).list.hasFocus()
    chip.setFocus()
    at.key(Qt.Key.Key_Delete)
    at.qtbot.waitUntil(lambda: len(results(at)) == 3)
    assert not view(at).chips.chips
    assert view(at).list.hasFocus()


def test_a_click_narrows_too_and_an_approach_has_its_passages(at: AtWindow) -> None:
    search(at, "unrealistic")
    facets = view(at).facets
    row = facets.rows.row_where(lambda one: one == Chosen(Facet.APPROACH, "firm"))
    place = facets.visualRect(facets.rows.index(row)).center()
    at.qtbot.mouseClick(facets.viewport(), Qt.MouseButton.LeftButton, pos=place)
    at.qtbot.waitUntil(lambda: kinds(at) == {RowKind.PASSAGE})


def test_what_is_narrowed_away_altogether_says_so(at: AtWindow) -> None:
    search(at, "unrealistic")
    view(at).facets.toggled.emit(Chosen(Facet.KIND, "claim"))
    at.qtbot.waitUntil(lambda: kinds(at) == {RowKind.CLAIM})
    search(at, "neighbours", lambda: "signs above" in view(at).empty.text())
    assert "Passages, 1 found" in values(at)


def test_a_narrow_page_has_the_counts_once_they_are_asked_for(at: AtWindow) -> None:
    at.window.resize(560, 600)
    search(at, "unrealistic")
    assert not view(at).facets.isVisible()
    at.qtbot.mouseClick(view(at).narrow, Qt.MouseButton.LeftButton)
    assert view(at).facets.hasFocus()


def test_keys_step_over_the_names_of_the_sources(at: AtWindow) -> None:
    search(at, "unreal")
    at.key(Qt.Key.Key_Down)
    for _ in range(5):
        assert view(at).list.currentIndex().data(RESULT) is not None
        at.key(Qt.Key.Key_Down)
    assert view(at).list.currentIndex().data(RESULT) is not None


def test_a_note_is_found_once_it_is_saved(at: AtWindow) -> None:
    search(at, "ferryman", lambda: "ferryman" in view(at).empty.text())
    assert view(at).empty.text() == "Nothing in everything has “ferryman*”."
    at.type("Who would pay the ferryman?", on=GO_ON)
    at.key(Qt.Key.Key_F, CONTROL | SHIFT)
    at.qtbot.waitUntil(lambda: kinds(at) == {RowKind.NOTE}, timeout=20_000)
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    assert at.window.space.session.target == GO_ON
    assert at.words == "Who would pay the ferryman?"


def test_what_is_altered_elsewhere_is_found(at: AtWindow, disk: LibraryOnDisk) -> None:
    search(at, "parley", lambda: "parley" in view(at).empty.text())
    disk.replace("options/talk.yaml", "text: Talks should continue.", "text: Parley goes on.")
    at.qtbot.waitUntil(lambda: kinds(at) == {RowKind.CLAIM}, timeout=20_000)


def test_what_only_stands_within_words_or_in_part_is_told(at: AtWindow) -> None:
    search(at, "eighbours")
    assert view(at).count.text().endswith("No word is so: these have it within a word.")
    search(at, "neighbours zebra", lambda: "some" in view(at).count.text())
    assert "these have some: neighbours OR zebra*" in view(at).count.text()


def test_an_empty_field_says_what_can_be_typed(at: AtWindow) -> None:
    search(at, "talks")
    view(at).words.clear()
    at.qtbot.waitUntil(lambda: not results(at))
    assert "NEAR" in view(at).empty.text()


def test_the_palette_leads_on_to_everything(at: AtWindow) -> None:
    at.window.menus.trigger("go-to")
    palette = at.window.go_to.palette
    at.qtbot.keyClicks(palette.query, "come what")
    at.qtbot.keyClick(palette.query, Qt.Key.Key_End)
    at.qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    assert at.window.space.view_name() == "search"
    at.qtbot.waitUntil(lambda: kinds(at) == {RowKind.PASSAGE}, timeout=20_000)
    assert palette.recent == ()


def test_the_palette_lists_what_is_found_behind_the_names_and_enter_jumps_there(
    at: AtWindow,
) -> None:
    at.window.menus.trigger("go-to")
    palette = at.window.go_to.palette
    at.qtbot.keyClicks(palette.query, "talk")
    model = palette.results.model()
    assert model.rowCount() > 1  # the names, at once

    def listed() -> list[Kind]:
        return [
            model.index(row, 0).data(Qt.ItemDataRole.UserRole).kind
            for row in range(model.rowCount())
        ]

    names = model.rowCount() - 1
    assert Kind.FOUND not in listed()
    at.qtbot.waitUntil(lambda: Kind.FOUND in listed(), timeout=20_000)
    assert listed()[-1] is Kind.SEARCH
    assert set(listed()[names:-1]) == {Kind.FOUND}
    assert palette.results.currentIndex().row() == 0
    palette.query.clear()
    at.qtbot.keyClicks(palette.query, "come what may")
    at.qtbot.waitUntil(lambda: Kind.FOUND in listed(), timeout=20_000)
    assert palette.results.currentIndex().row() == 0
    at.qtbot.keyClick(palette.query, Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: at.jumped_to() == "come what may")
    assert palette.recent == ()


def test_a_screen_reader_hears_what_each_is_and_where(at: AtWindow) -> None:
    search(at, "neighbours")
    spoken = view(at).rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Passage\u00a0· Letter. ¶3. Nobody spoke of the neighbours."


def test_closing_while_the_index_is_made_holds_nothing_up(at: AtWindow) -> None:
    at.key(Qt.Key.Key_F, CONTROL | SHIFT)
    at.window.close()
    assert QApplication.activeWindow() is None or not at.window.isVisible()


def test_a_target_of_each_kind_is_gone_to(at: AtWindow) -> None:
    search(at, '"Who talks to whom?"', lambda: kinds(at) == {RowKind.QUESTION})
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    assert at.window.space.session.target == Target(TargetKind.QUESTION, dimension="channels")
    search(at, "kind:approach firmness", lambda: kinds(at) == {RowKind.APPROACH})
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    assert at.window.space.session.target == Target(TargetKind.APPROACH, "firm")
    search(at, "kind:source ministry", lambda: kinds(at) == {RowKind.SOURCE})
    at.key(Qt.Key.Key_Return)
    at.key(Qt.Key.Key_Return)
    assert at.window.space.view_name() == "sources"


def test_where_there_is_no_room_for_both_the_results_stay(at: AtWindow) -> None:
    at.window.resize(560, 700)
    search(at, "neighbours")
    at.key(Qt.Key.Key_Down)
    assert view(at).list.hasFocus()
    assert view(at).list.isVisible()
    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: at.jumped_to() == "neighbours")
    assert at.window.space.reader.isVisible()
