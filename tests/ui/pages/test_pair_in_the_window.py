"""Two approaches as a page, as a person comes to it, changes it and leaves it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from counterpoint.application.library.page import Page, PageKind
from counterpoint.domain.note import TargetKind, pair_target
from counterpoint.storage.place import shipped_library
from counterpoint.ui.pages.bar import CHOICE, PageBar
from counterpoint.ui.settings.values import ColourScheme
from counterpoint.ui.theme.theme import Theme
from tests.answered_library import ANSWER, with_answers
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.ui.pages.test_question_in_the_window import follow, said
from tests.ui.window.test_borders import edge_contrast


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(with_answers(disk).folder)


def test_the_approach_that_is_chosen_stands_beside_its_neighbour(at: AtWindow) -> None:
    at.click_claim(GO_ON)
    at.window.menus.trigger("pair-page")

    page = said(at.window)
    assert page.startswith("A Keep talking Talk, whatever happens. B Firmness first")
    assert (
        "Of 2 questions they share an answer on 0 and part on 1; on 1 one of them is silent."
        in page
    )
    assert "Where they part (1) Objections and risks A First answer" in page
    assert f"Where one is silent (1) Channels A First answer {ANSWER} B Not said" in page
    silent = at.window.space.pages.paper.toHtml().count("mark:outlined/")
    assert silent == 1, "its letter stands before what is not said"
    assert "No replies between them None of the replies" in page


def test_another_approach_is_chosen_with_the_keys(sit: Sit) -> None:
    at = sit(shipped_library())
    at.window.menus.trigger("pair-page")
    bar = at.window.space.pages.bar
    before = at.window.space.session.page
    assert before is not None
    bar.other.setFocus()
    at.key(Qt.Key.Key_Down)

    after = at.window.space.session.page
    assert after is not None
    assert (after.kind, after.one) == (PageKind.PAIR, before.one)
    assert after.other not in (before.one, before.other)
    assert bar.other.currentData() == after.other
    assert bar.one.findData(after.other) == -1


@pytest.mark.parametrize("scheme", [ColourScheme.LIGHT, ColourScheme.DARK])
def test_the_two_choosers_look_as_other_controls_do_and_have_the_letters_in_colour(
    sit: Sit, scheme: ColourScheme
) -> None:
    at = sit(shipped_library())
    at.window.appearance.set_scheme(scheme)
    at.window.menus.trigger("pair-page")
    bar, colours = at.window.space.pages.bar, at.window.theme.colours
    library = at.window.space.session.library
    assert library is not None
    image = at.window.grab().toImage()
    for box in (bar.one, bar.other):
        around = box.rect().translated(box.mapTo(at.window, QPoint()))
        assert edge_contrast(image, around) >= 3
        head = library.contents.approach(str(box.currentData()))
        fill = QColor(colours.approach(head.colour).text)
        letter = [
            image.pixelColor(around.left() + x, around.center().y() - 6) == fill for x in range(40)
        ]
        assert sum(letter) > 8
        spoken = box.itemData(box.currentIndex(), Qt.ItemDataRole.AccessibleTextRole)
        assert spoken == f"{head.cue} {head.title}"


def test_a_question_of_it_leads_to_its_page_and_back_to_the_cell(at: AtWindow) -> None:
    at.click_claim(GO_ON)
    at.window.menus.trigger("pair-page")
    follow(at, "Channels")
    assert at.window.space.session.page == Page(PageKind.QUESTION, "channels")
    at.key(Qt.Key.Key_Escape)
    assert at.window.space.session.target == GO_ON


def test_what_is_typed_on_it_is_a_note_on_the_two(at: AtWindow) -> None:
    at.window.menus.trigger("pair-page")
    QTest.keyClicks(at.window.space.pages.paper, "S")
    QTest.keyClicks(at.window.space.notebook.editor, "o?")

    (note,) = at.window.space.live.notebook.notes.on(pair_target("firm", "talk"))
    assert note.body == "So?"
    assert at.window.space.session.library is not None
    assert at.window.space.session.library.title_of(note.target) == "A and B"


def test_a_note_on_two_leads_back_to_their_page_and_hides_nothing(at: AtWindow) -> None:
    session = at.window.space.session
    session.arrange(session.arrangement.hide("firm"))
    at.window.space.navigator.go_to(pair_target("talk", "firm"))

    assert session.page == Page(PageKind.PAIR, one="firm", other="talk")
    assert at.window.space.view_name() == "pages"
    assert session.arrangement.columns == ("talk",)


def test_escape_goes_back_from_the_bar_too(at: AtWindow) -> None:
    at.window.menus.trigger("pair-page")
    at.window.space.pages.bar.other.setFocus()
    at.key(Qt.Key.Key_Escape)

    assert at.window.space.view_name() == "compare"


def test_with_one_approach_there_is_no_pair(at: AtWindow) -> None:
    session = at.window.space.session
    session.arrange(session.arrangement.show_only(["talk"]))
    at.window.menus.trigger("pair-page")

    assert at.window.space.view_name() == "compare"
    assert "at least two" in at.window.status.message()


def test_the_menus_of_the_comparison_lead_to_pages(at: AtWindow) -> None:
    at.click_claim(GO_ON)
    place = at.grid.place()
    assert place is not None
    at.grid.menu_wanted.emit(place, at.grid.mapToGlobal(at.grid.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.text().partition("\t")[0]: action for action in menu.actions()}
    entries["This approach beside another"].trigger()
    menu.close()

    assert at.window.space.session.page == Page(PageKind.PAIR, one="talk", other="firm")


def test_the_whole_page_is_copied_in_three_forms(at: AtWindow) -> None:
    at.window.menus.trigger("pair-page")
    at.click(at.window.space.pages.bar.copy)

    data = QGuiApplication.clipboard().mimeData()
    assert "<table" in data.html()
    assert bytes(data.data("text/markdown").data()).startswith(b"# Keep talking and Firmness first")
    assert data.text().startswith("Keep talking and Firmness first\n\nOf 2\xa0questions")
    assert "Copied the whole page" in at.window.status.message()


def test_no_page_is_copied_where_none_is_shown(at: AtWindow) -> None:
    QGuiApplication.clipboard().setText("kept")
    at.window.menus.trigger("copy-page")

    assert QGuiApplication.clipboard().text() == "kept"
    assert "Open a page first" in at.window.status.message()


@pytest.mark.parametrize("width", [440, 640, 900, 1600])
@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_both_approaches_can_be_chosen_however_narrow_the_page_is(
    at: AtWindow, width: int, zoom: float
) -> None:
    library = at.window.space.session.library
    assert library is not None
    theme = Theme()
    theme.set_zoom(zoom)
    over = QWidget()
    bar = PageBar(theme, over)
    page = Page(PageKind.PAIR, one="talk", other="firm")
    bar.show_pair(library.contents.approaches, page)
    bar.show_page("A and B", before=None, after=None)
    bar.resize(round(width * zoom), bar.height())
    over.resize(bar.size())
    over.show()
    bar.resize(round(width * zoom), bar.height())  # the height is its own
    QApplication.processEvents()

    boxes = [QRect(box.mapTo(bar, QPoint()), box.size()) for box in (bar.one, bar.other)]
    for box in boxes:
        assert bar.rect().contains(box)
        assert box.width() >= theme.fonts.px(CHOICE)
        assert not box.intersects(bar.copy.geometry())
    assert not boxes[0].intersects(boxes[1])
    assert (boxes[0].top() > bar.copy.geometry().bottom()) is (width < 600)


def test_escape_leads_to_the_cell_that_was_chosen_also_the_next_day(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    before = sit(with_answers(disk).folder)
    before.click_claim(NOT_REAL)
    before.window.menus.trigger("question-page")
    assert before.window.space.session.target.kind is TargetKind.QUESTION
    before.window.close()

    again = sit(disk.folder)
    assert again.window.space.view_name() == "pages"
    assert again.window.space.session.target.kind is TargetKind.QUESTION
    again.key(Qt.Key.Key_Escape)
    assert again.window.space.session.target == NOT_REAL
