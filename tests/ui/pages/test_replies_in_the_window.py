"""Who answers whom: the list, the picture, and the way to both passages."""

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtTest import QTest

from counterpoint.application.pages.replies_page import replies_page
from counterpoint.domain.note import WHOLE_COMPARISON
from counterpoint.domain.replying import ReplyShare
from counterpoint.storage.place import shipped_library
from counterpoint.ui.pages.replies_picture import RepliesPicture
from tests.answered_library import with_answers
from tests.at_window import NOT_REAL, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.ui.pages.test_question_in_the_window import follow, said


@pytest.fixture
def at(sit: Sit) -> AtWindow:
    at = sit(shipped_library())
    at.window.menus.trigger("replies-page")
    return at


def middle_of(picture: RepliesPicture, at: int) -> QPointF:
    return picture.path_of(picture.drawing.arcs[at]).pointAtPercent(0.5)


def test_every_reply_is_listed_with_both_passages(at: AtWindow) -> None:
    library = at.window.space.session.library
    assert library is not None
    assert "Show more: 26 are not shown yet" in said(at.window)
    follow(at, "Show more")
    page = said(at.window)
    assert page.startswith("Who answers whom")
    assert "Show more" not in page
    for reply in library.contents.replies:
        for passage in (reply.by, reply.to):
            assert " ".join(passage.quotation.words.split()) in page


def test_both_passages_are_a_key_away_and_the_picture_shows_which(at: AtWindow) -> None:
    library = at.window.space.session.library
    assert library is not None
    reply = library.contents.replies[at.window.space.pages.picture.drawing.arcs[0].numbers[0]]
    for passage in (reply.by, reply.to):
        words = " ".join(passage.quotation.words.split())
        follow(at, words)
        at.qtbot.waitUntil(lambda w=words: " ".join(at.jumped_to().split()) == w)  # type: ignore[misc]
    assert at.window.space.view_name() == "pages"
    assert at.window.space.pages.picture.marked >= 0


def test_only_direct_ones_can_be_listed_and_drawn(at: AtWindow) -> None:
    picture = at.window.space.pages.picture
    assert not all(arc.direct for arc in picture.drawing.arcs)
    follow(at, "direct")

    assert all(arc.direct for arc in picture.drawing.arcs)
    assert "set beside it by us" not in said(at.window)
    assert at.window.space.pages.listed[1] is ReplyShare.DIRECT


def test_a_click_on_an_arc_brings_its_reply_in_the_list(at: AtWindow) -> None:
    pages = at.window.space.pages
    bar, picture = pages.paper.verticalScrollBar(), pages.picture
    library = at.window.space.session.library
    assert library is not None
    listed = [line.number for line in replies_page(library.contents).lines]
    arcs = picture.drawing.arcs
    last = max(range(len(arcs)), key=lambda n: listed.index(arcs[n].numbers[0]))
    number = arcs[last].numbers[0]
    words = " ".join(library.contents.replies[number].by.quotation.words.split())
    assert words not in said(at.window)  # only the first ones are set
    spot = middle_of(picture, last)
    assert picture.arc_at(spot) == arcs[last]
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=spot.toPoint())

    assert words in said(at.window)
    assert bar.value() > 0
    assert picture.marked == number


def test_the_arc_that_is_pointed_at_says_who_answers_whom(at: AtWindow) -> None:
    picture = at.window.space.pages.picture
    QTest.mouseMove(picture, middle_of(picture, 0).toPoint())

    assert picture.marked >= 0
    assert any(word in picture.toolTip() for word in ("rebuts", "supports", "concedes"))
    assert "38 replies" in picture.accessibleName()


def test_the_picture_is_there_on_this_page_alone(at: AtWindow) -> None:
    assert at.window.space.pages.picture.isVisible()
    at.window.menus.trigger("question-page")
    assert not at.window.space.pages.picture.isVisible()


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_the_picture_never_makes_the_window_larger(sit: Sit, zoom: float) -> None:
    at = sit(shipped_library(), beside=False)
    window = at.window
    window.resize(1280, 800)
    window.theme.set_zoom(zoom)
    window.menus.trigger("replies-page")
    picture, pages = window.space.pages.picture, window.space.pages
    at.qtbot.waitUntil(lambda: picture.height() > 100)
    assert picture.height() <= 0.41 * pages.height()
    assert window.size() == QSize(1280, 800)


def test_letters_and_dots_have_names(at: AtWindow) -> None:
    library = at.window.space.session.library
    assert library is not None
    page, drawing = said(at.window), at.window.space.pages.picture.drawing
    above = page.partition("Letters")[2].partition("Show more")[0]
    heads = {head.id: head for head in library.contents.approaches}
    for id in {id for spot in drawing.spots for id in spot.approaches}:
        assert f"{heads[id].cue} {heads[id].title}" in above
    dots = above.partition("Grey dots voices of no approach here: ")[2]
    assert dots
    for spot in drawing.spots:
        assert spot.approaches or spot.who in dots


def test_where_it_is_pointed_at_a_letter_or_a_dot_says_who_speaks(at: AtWindow) -> None:
    picture = at.window.space.pages.picture
    library = at.window.space.session.library
    assert library is not None
    heads = {head.id: head for head in library.contents.approaches}
    told = set()
    for number, spot in enumerate(picture.drawing.spots):
        QTest.mouseMove(picture, picture.place_of(number).toPoint())
        first, *replies = picture.toolTip().replace("<br>", "\n").split("\n")
        assert "…" not in first
        assert replies
        known = bool(spot.approaches)
        assert ("a voice of no approach here" in first) is not known
        assert all(heads[id].title in first for id in spot.approaches)
        told.add(known)
    assert told == {True, False}


@pytest.mark.parametrize("page", ["question-page", "pair-page", "replies-page", "about-texts"])
def test_what_was_chosen_in_the_comparison_is_so_again_when_a_page_is_left(
    sit: Sit, disk: LibraryOnDisk, page: str
) -> None:
    at = sit(with_answers(disk).folder)
    session = at.window.space.session
    at.click_claim(NOT_REAL)
    at.window.menus.trigger(page)
    assert session.target != NOT_REAL
    if page == "about-texts":
        at.window.menus.trigger("compare")
    else:
        at.key(Qt.Key.Key_Escape)

    assert at.window.space.view_name() == "compare"
    assert session.target == NOT_REAL
    at.window.menus.trigger("question-page")
    assert said(at.window).startswith("Objections and risks")


def test_the_whole_is_chosen_where_it_is_gone_to_in_the_comparison(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(with_answers(disk).folder)
    at.click_claim(NOT_REAL)
    at.window.menus.trigger("replies-page")
    at.window.space.navigator.go_to(WHOLE_COMPARISON)

    assert at.window.space.view_name() == "compare"
    assert at.window.space.session.target == WHOLE_COMPARISON
