"""The table of panes: each takes part in the session as soon as it is made."""

from PySide6.QtCore import Qt

from counterpoint.application.library.session import How
from counterpoint.ui.actions.table import ACTIONS
from counterpoint.ui.window.panes import BESIDE, VIEWS
from tests.at_window import GO_ON, NOT_REAL, Sit
from tests.library_on_disk import LibraryOnDisk


def test_every_pane_can_be_shown_by_an_action() -> None:
    ids = {action.id for action in ACTIONS}

    assert {view.name for view in VIEWS} <= ids
    assert {f"show-{pane.name}" for pane in BESIDE} <= ids


def test_only_what_is_wanted_is_made(sit: Sit, disk: LibraryOnDisk) -> None:
    space = sit(disk.folder).window.space
    assert {pane.name for pane in (*VIEWS, *BESIDE) if space.has(pane.name)} == {
        "compare",
        "reader",
        "notebook",
    }

    space.session.show_view("notes")
    assert space.has("notes")


def test_a_pane_that_is_made_late_shows_the_library_at_once(sit: Sit, disk: LibraryOnDisk) -> None:
    space = sit(disk.folder).window.space
    space.session.arrange(space.session.arrangement.hide("firm"))
    space.navigator.show_source("letter")

    assert space.sources.current_source() == "letter"


def test_the_comparison_is_not_told_of_its_own_steps(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    session, comparison = at.window.space.session, at.window.space.comparison
    at.click_claim(GO_ON)
    at.key(Qt.Key.Key_Down)
    walked_to = comparison.selection()
    assert session.selection.how is How.WALKED_TO
    assert session.target == walked_to != GO_ON

    # What is chosen elsewhere for a note leaves the cursor, what is gone to does not.
    session.choose(GO_ON)
    assert comparison.selection() == walked_to
    at.window.space.navigator.go_to(NOT_REAL)
    assert comparison.selection() == NOT_REAL


def test_an_arrangement_by_others_reaches_the_comparison_and_the_bar(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    session = at.window.space.session
    session.arrange(session.arrangement.hide("firm").transpose())

    assert at.window.space.comparison.arrangement() == session.arrangement
    assert at.window.menus.action("transpose").isChecked()


def test_an_arrangement_by_the_comparison_is_the_sessions(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("transpose")

    assert at.window.space.session.arrangement.transposed
    assert at.window.space.session.arrangement == at.window.space.comparison.arrangement()
