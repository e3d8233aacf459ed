"""The palette, the picker and the panes: each leads where it says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.place import shipped_library
from counterpoint.ui.actions.table import ACTIONS
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.library_on_disk import LETTER_YAML, LibraryOnDisk


def find(at: AtWindow, words: str) -> None:
    at.window.menus.trigger("go-to")
    at.qtbot.keyClicks(at.window.go_to.palette.query, words)
    at.qtbot.keyClick(at.window.go_to.palette.query, Qt.Key.Key_Return)


def test_a_claim_is_chosen_and_jumped_to(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    find(at, "critics find it unrealistic")
    assert at.window.space.session.target == NOT_REAL
    at.qtbot.waitUntil(lambda: at.jumped_to().startswith("His critics"))
    assert at.window.space.view_name() == "compare"


def test_an_approach_that_is_hidden_is_shown(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.space.comparison.arranger.hide_approach("firm")
    find(at, "firmness first")
    assert "firm" in at.window.space.comparison.arrangement().columns
    assert at.window.space.session.target == Target(TargetKind.APPROACH, "firm")


def test_a_dimension_is_gone_to(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    find(at, "objections and risks")
    assert at.window.space.session.target.kind is TargetKind.POSITION
    assert at.window.space.session.target.dimension == "objections"


def test_a_source_is_shown_with_its_page(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    find(at, "a letter")
    assert at.window.space.view_name() == "sources"
    assert at.window.space.reader.source is not None
    assert at.window.space.reader.source.id == "letter"


def test_a_note_is_shown_where_it_belongs(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.type("Peculiar thought.", on=NOT_REAL)
    at.window.space.navigator.take_up(GO_ON)
    find(at, "peculiar thought")
    assert at.window.space.session.target == NOT_REAL
    assert at.words == "Peculiar thought."


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("only from independent", ClaimFilter(source="independent-2017")),
        ("only the voice of hugo klijn", ClaimFilter(voice="Hugo Klijn")),
        ("only texts of 2008", ClaimFilter(years={"2008": frozenset({"london-cable-2008"})})),
    ],
)
def test_a_source_a_voice_and_a_year_narrow_what_is_shown(
    sit: Sit, words: str, part: ClaimFilter
) -> None:
    at = sit(shipped_library())
    at.window.menus.trigger("own-words")
    at.window.space.session.show_view("sources")
    find(at, words)
    assert at.window.space.view_name() == "compare"
    assert at.window.space.session.arrangement.filter == part._replace(own=True)
    at.window.menus.trigger("go-to")
    lately = at.window.go_to.palette.results.model().index(0, 0)
    assert str(lately.data()).casefold().startswith(words[:14])


def test_only_voices_of_what_is_shown_are_offered(sit: Sit) -> None:
    at = sit(shipped_library())
    arrangement = at.window.space.session.arrangement
    at.window.space.comparison.arrange(arrangement.show_only(["engage-but-beware"]))
    find(at, "only the voice of hugo klijn")
    assert not at.window.space.session.arrangement.filter


def test_what_was_chosen_when_actions_had_other_names_still_leads(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.window_state.change(recent_choices=("action:next-zone", "action:gone"))

    assert at.window.go_to.palette.recent[0] == "action:next-pane"


def test_an_action_is_run(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    find(at, "swap rows and columns")
    assert at.window.space.comparison.arrangement().transposed


def test_the_palette_on_the_page_of_a_failed_opening(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder / "none")
    find(at, "dark colours")
    assert at.window.theme.colours.dark


def test_picking_hides_shows_and_reorders(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    grid = at.window.space.comparison
    at.window.menus.trigger("approaches")
    picker = at.window.approaches.picker
    assert picker.isVisible()
    picker.list.setFocus()
    picker.list.setCurrentIndex(picker.list.model().index(0, 0))
    at.qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    assert grid.arrangement().columns == ("firm",)
    at.qtbot.keyClick(picker.list, Qt.Key.Key_Space)
    assert grid.arrangement().columns == ("talk", "firm")
    at.click(picker.down_button)
    assert grid.arrangement().columns == ("firm", "talk")
    at.qtbot.keyClick(picker.list, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert QApplication.focusWidget() is not None


def test_marks_in_the_reader_follow_what_is_shown(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    view = at.window.space.reader.view
    assert {mark.approach_cue for mark in view.highlights} == {"A", "B"}
    at.window.space.comparison.arranger.hide_approach("firm")
    assert {mark.approach_cue for mark in view.highlights} == {"A"}


def test_f6_goes_round_the_panes_in_sight_and_escape_leads_home(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    space = at.window.space

    def pane() -> str:
        focus = QApplication.focusWidget()
        focus_order = {"grid": space.comparison, "reader": space.reader, "notes": space.notebook}
        (name,) = (
            name
            for name, each in focus_order.items()
            if focus is not None and (focus is each or each.isAncestorOf(focus))
        )
        return name

    at.grid.setFocus()
    seen = []
    for _ in range(3):
        at.key(Qt.Key.Key_F6)
        seen.append(pane())
    assert seen == ["reader", "notes", "grid"]
    at.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert pane() == "notes"
    at.window.space.toggle_pane("notebook")
    at.grid.setFocus()
    at.key(Qt.Key.Key_F6)
    at.key(Qt.Key.Key_F6)
    assert pane() == "grid"
    space.reader.view.setFocus()
    at.key(Qt.Key.Key_Escape)
    at.key(Qt.Key.Key_Escape)
    assert pane() == "grid"


def test_a_hidden_pane_comes_back_when_it_is_needed(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    for pane in ("reader", "notebook"):
        at.window.menus.trigger(f"show-{pane}")
        assert not at.window.space.is_shown(pane)

    at.window.space.navigator.go_to(GO_ON)
    assert at.window.space.is_shown("reader")
    assert at.window.menus.action("show-reader").isChecked()
    at.window.menus.trigger("note-here")
    assert at.window.space.is_shown("notebook")
    assert at.window.menus.action("show-notebook").isChecked()


@pytest.mark.parametrize("action", [a.id for a in ACTIONS if a.menu == "Go"])
def test_going_on_before_anything_is_chosen_says_or_does_something_harmless(
    sit: Sit, disk: LibraryOnDisk, action: str
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger(action)
    assert at.is_open()


def test_escape_leads_from_the_picker_back_to_the_comparison(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click_claim(GO_ON)
    at.window.menus.trigger("approaches")
    at.qtbot.waitUntil(at.window.approaches.picker.isVisible)
    at.key(Qt.Key.Key_Escape)

    assert not at.window.approaches.picker.isVisible()
    assert at.grid.hasFocus()


def test_to_find_words_where_no_text_is_open_the_last_one_opens(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    disk.write("corpus/another.txt", "Another text.\n")
    described = LETTER_YAML.partition("furniture:")[0].replace("short: Letter", "short: Another")
    disk.write("corpus/another.yaml", described.replace("numbering: pilcrow", "numbering: count"))
    at = sit(disk.folder)
    reader = at.window.space.reader
    at.window.menus.trigger("find")
    assert reader.last_source == "another"  # nothing was read yet, so the first
    assert reader.finding.bar.field.hasFocus()

    at.window.space.navigator.open_source("letter")
    reader.show_empty()
    at.window.menus.trigger("find")
    at.qtbot.keyClicks(reader.finding.bar.field, "talks")
    at.qtbot.waitUntil(lambda: reader.finding.finder.count == 2)
