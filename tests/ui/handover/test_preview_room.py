"""The preview has room for its words and pictures at every size, in the colours of the window."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QImage, QTextDocument

from counterpoint.application.report.handover.wanted import Wanted
from counterpoint.storage.place import shipped_library
from counterpoint.ui.handover.kept_place import place_on
from counterpoint.ui.handover.view import HandOverView
from counterpoint.ui.paper.links import links_from
from counterpoint.ui.paper.whole_words import blocks_of, fragments_of, has_broken_word
from counterpoint.ui.theme.colours import dark
from counterpoint.ui.theme.fonts import Size
from tests.answered_library import with_answers
from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

QUESTIONS = ("neighbourhood", "allies")


@pytest.fixture
def at(sit: Sit) -> AtWindow:
    return sit(shipped_library(), beside=False)


def full(at: AtWindow) -> HandOverView:
    """The full paper on some questions, once all of it is set."""
    session = at.window.space.session
    assert session.library is not None
    known = {each.id for each in session.library.contents.dimensions}
    assert known.issuperset(QUESTIONS)
    session.hand_over = Wanted(paper="full", questions=QUESTIONS).to_dict()
    at.window.menus.trigger("handover")
    view = at.window.space.pane("handover")
    assert isinstance(view, HandOverView)
    at.qtbot.waitUntil(lambda: is_set(view), timeout=60_000)
    return view


def is_set(view: HandOverView) -> bool:
    return view.made is not None and not view.paper.waiting and view.paper.is_whole


def pictures(view: HandOverView) -> Iterator[tuple[float, QImage]]:
    """How wide each is set, in pixels, and what is seen of it."""
    for block in blocks_of(view.paper.document()):
        for part in fragments_of(block):
            form = part.charFormat().toImageFormat()
            name = form.name()
            if name.startswith("picture:"):
                image = view.paper.loadResource(QTextDocument.ResourceType.ImageResource, name)
                yield form.width(), image


@pytest.mark.parametrize("zoom", [1.0, 1.5])
def test_words_are_of_their_size_and_pictures_within_the_sheet(at: AtWindow, zoom: float) -> None:
    at.window.resize(1280, 800)
    at.window.theme.set_zoom(zoom)
    view = full(at)

    px = at.window.theme.fonts.px
    document = view.paper.document()
    ours = {px(size.value) for size in Size}
    small = [
        part.text()
        for block in blocks_of(document)
        for part in fragments_of(block)
        if QFont(part.charFormat().font()).pixelSize() not in ours
        and len(part.text().strip()) > 1
        and part.charFormat().verticalAlignment() == part.charFormat().VerticalAlignment.AlignNormal
    ]
    assert small == []
    assert [block.text() for block in blocks_of(document) if has_broken_word(block)] == []
    shown = list(pictures(view))
    assert shown
    assert all(0 < width <= view.paper.column for width, _ in shown)
    assert document.idealWidth() <= view.paper.viewport().width()


def test_a_narrower_window_sets_it_anew(at: AtWindow) -> None:
    at.window.resize(1600, 900)
    view = full(at)
    wide = [width for width, _ in pictures(view)]
    at.window.resize(800, 800)
    at.qtbot.waitUntil(
        lambda: is_set(view) and view.paper.column < max(wide) > max(w for w, _ in pictures(view)),
        timeout=60_000,
    )
    assert max(width for width, _ in pictures(view)) <= view.paper.column


def test_on_dark_paper_the_map_is_dark(at: AtWindow) -> None:
    view = full(at)
    assert all(image.pixelColor(1, 1).lightness() == 255 for _, image in pictures(view))

    at.window.theme.set_colours(dark())
    paper = at.window.theme.colours.paper.lower()
    at.qtbot.waitUntil(
        lambda: is_set(view) and next(pictures(view))[1].pixelColor(1, 1).name() == paper,
        timeout=60_000,
    )
    _, first = next(pictures(view))
    light = [
        first.pixelColor(x, y).lightness()
        for x in range(first.width())
        for y in range(0, first.height(), 3)
    ]
    assert max(light) > 180


def test_a_followed_link_keeps_its_place_when_its_source_is_opened(at: AtWindow) -> None:
    at.window.resize(1600, 900)
    view = full(at)
    paper = view.paper
    paper.setFocus()
    while paper.current()[0] != "read" or paper.verticalScrollBar().value() == 0:
        at.key(Qt.Key.Key_Right)
    followed, room = paper.current(), paper.column
    words, high = paper.textCursor().selectedText(), paper.cursorRect().top()

    at.key(Qt.Key.Key_Return)
    at.qtbot.waitUntil(lambda: paper.column < room and at.jumped_to() != "", timeout=20_000)
    at.qtbot.wait(300)  # it is set anew a little after it got other room
    at.qtbot.waitUntil(lambda: is_set(view), timeout=20_000)

    assert (paper.current(), paper.textCursor().selectedText()) == (followed, words)
    assert 0 <= paper.cursorRect().top() < paper.viewport().height()
    assert abs(paper.cursorRect().top() - high) < 60
    paper.setFocus()
    at.key(Qt.Key.Key_Right)
    at.key(Qt.Key.Key_Left)
    assert paper.current() == followed


def test_what_is_read_stays_in_sight_when_the_window_is_narrowed(at: AtWindow) -> None:
    at.window.resize(1600, 900)
    view = full(at)
    bar = view.paper.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    read = place_on(view.paper)
    assert read is not None and not read.chosen
    room = view.paper.column

    at.window.resize(1000, 900)
    at.qtbot.waitUntil(lambda: view.paper.column < room)
    at.qtbot.wait(300)
    at.qtbot.waitUntil(lambda: is_set(view), timeout=20_000)
    now = place_on(view.paper)
    assert now is not None
    assert (now.href, now.before) == (read.href, read.before)


def test_a_place_keeps_its_order_among_words_from_right_to_left(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    folder = with_answers(disk).folder
    for path in folder.glob("options/*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(r"(?m)^gist:.*$", "gist: השיחות צריכות להימשך", text), "utf-8")
    at = sit(folder, beside=False)
    at.window.menus.trigger("handover")
    view = at.window.space.pane("handover")
    assert isinstance(view, HandOverView)
    at.qtbot.waitUntil(lambda: is_set(view), timeout=60_000)
    block = next(each for each in blocks_of(view.paper.document()) if "השיחות" in each.text())
    line = block.layout().lineAt(0)

    def x(sign: str) -> float:
        found = line.cursorToX(block.text().index(sign))
        assert isinstance(found, tuple)  # with the position
        return float(found[0])

    assert "[" in block.text()
    assert x("\u00a0¶") < x("¶") < x("2")
    link = next(each for each in links_from(block) if each.words.strip("\u2066\u2069"))
    assert view.paper.spoken(link).endswith(", paragraph 2")
