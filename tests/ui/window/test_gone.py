"""What is under the cursor or on a page goes away: put out of sight, or gone with a reload."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from counterpoint.application.library.arrangement import Depth
from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import Target, TargetKind, question_target
from tests.answered_library import with_answers
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

CELL = Target(TargetKind.POSITION, "talk", "channels")
BESIDE = Target(TargetKind.POSITION, "firm", "channels")


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(with_answers(disk).folder)


def said(at: AtWindow) -> str:
    return " ".join(at.window.space.pages.paper.toPlainText().split())


def lose_question(disk: LibraryOnDisk) -> None:
    """The second question is taken out of the files."""
    disk.write(
        "options/dimensions.yaml", disk.read("options/dimensions.yaml").split("  - id: obj")[0]
    )


def lose_approach(disk: LibraryOnDisk) -> None:
    (disk.folder / "options/talk.yaml").unlink()


def test_the_cursor_goes_to_the_column_beside_one_that_is_hidden_and_comes_back(
    at: AtWindow,
) -> None:
    at.click_claim(GO_ON)
    before = at.grid.target()
    at.window.menus.trigger("hide-column")
    assert at.grid.target() == BESIDE
    assert at.window.space.session.target == BESIDE

    session = at.window.space.session
    session.arrange(session.arrangement.show("talk"))
    assert at.grid.target() == before


def test_the_cursor_on_a_head_goes_to_the_head_beside(at: AtWindow) -> None:
    at.window.space.comparison.select(Target(TargetKind.APPROACH, "firm"))
    at.window.menus.trigger("hide-column")

    assert at.grid.target() == Target(TargetKind.APPROACH, "talk")


def test_a_claim_that_a_reload_takes_leaves_the_cursor_in_its_cell(
    at: AtWindow, disk: LibraryOnDisk
) -> None:
    space = at.window.space
    space.session.arrange(space.session.arrangement.at(Depth.CLAIMS))
    at.click_claim(GO_ON)
    assert at.grid.target() == GO_ON
    text = disk.read("options/talk.yaml")
    disk.write("options/talk.yaml", text.replace("id: go-on", "id: gone-on"))
    at.read_again()

    assert at.grid.target() == CELL


def test_on_the_map_too(at: AtWindow) -> None:
    space = at.window.space
    space.session.arrange(space.session.arrangement.at(Depth.MAP))
    space.comparison.select(CELL)
    view = space.comparison.map.view
    assert view.target() == CELL
    space.session.arrange(space.session.arrangement.hide("talk"))

    assert view.target() == BESIDE


def test_a_comparison_of_two_ends_when_one_is_put_away(at: AtWindow) -> None:
    space = at.window.space
    space.session.arrange(space.session.arrangement.at(Depth.MAP))
    view = space.comparison.map.view
    view.choose_pair("talk", "firm")
    space.session.arrange(space.session.arrangement.hide("talk"))

    assert view.pair() == ()


@pytest.mark.parametrize(
    ("page", "lose", "told"),
    [
        (Page(PageKind.QUESTION, "objections"), lose_question, "The question of this page"),
        (Page(PageKind.PAIR, one="talk", other="firm"), lose_approach, "The two approaches"),
    ],
)
def test_a_page_whose_subject_is_gone_says_so_and_takes_no_note(
    at: AtWindow, disk: LibraryOnDisk, page: Page, lose: object, told: str
) -> None:
    space = at.window.space
    space.navigator.show_page(page)
    assert callable(lose)
    lose(disk)
    at.read_again()
    assert said(at).startswith(f"This page is gone {told}")

    space.pages.setFocus()
    QTest.keyClicks(space.pages.paper, "Why?")
    at.window.menus.trigger("note-here")
    assert list(space.live.notebook.notes.all()) == []
    assert not space.notebook.editor.hasFocus()
    at.key(Qt.Key.Key_Escape)
    assert space.view_name() == "compare"


def test_the_page_is_there_again_once_the_library_has_its_question_again(
    at: AtWindow, disk: LibraryOnDisk
) -> None:
    at.window.space.navigator.show_page(Page(PageKind.QUESTION, "objections"))
    text = disk.read("options/dimensions.yaml")
    lose_question(disk)
    at.read_again()
    disk.write("options/dimensions.yaml", text)
    at.read_again()

    assert said(at).startswith("Objections and risks")


def test_a_note_that_is_being_written_stays_on_what_is_gone(
    at: AtWindow, disk: LibraryOnDisk
) -> None:
    space = at.window.space
    space.navigator.show_page(Page(PageKind.QUESTION, "objections"))
    QTest.keyClicks(space.pages.paper, "W")
    lose_question(disk)
    at.read_again()
    QTest.keyClicks(space.notebook.editor, "hy?")

    (note,) = space.live.notebook.notes.all()
    assert (note.body, note.target) == ("Why?", question_target("objections"))


def test_the_page_of_a_question_is_of_one_that_is_shown_and_the_cursor_comes_back(
    at: AtWindow,
) -> None:
    space = at.window.space
    at.click_claim(GO_ON)
    before = at.grid.target()
    at.window.menus.trigger("stance-concedes")
    assert at.grid.target() is None
    shown = at.grid.grid_model.sheet.dimensions
    at.window.menus.trigger("question-page")
    first = next(iter(shown), None)
    assert space.pages.page == Page(PageKind.QUESTION, first.id if first else "channels")

    at.key(Qt.Key.Key_Escape)
    at.window.menus.trigger("stance-any")
    assert at.grid.target() == before
