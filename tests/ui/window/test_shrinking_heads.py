"""The heads of columns shrink while the comparison is scrolled down, under the wheel and keys."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.place import shipped_library
from counterpoint.ui.accessibility.factory import install
from tests.at_window import AtWindow, Sit, heard

WAYS = {
    "answers": ("depth-answers",),
    "claims": ("depth-claims",),
    "answers, turned": ("depth-answers", "transpose"),
    "claims, turned": ("depth-claims", "transpose"),
}


@pytest.fixture(params=[1.0, 1.5, 2.0])
def zoom(request: pytest.FixtureRequest) -> float:
    return float(request.param)


@pytest.fixture(params=WAYS)
def at(request: pytest.FixtureRequest, sit: Sit, zoom: float) -> AtWindow:
    """Somebody at the shipped library, shown in some way."""
    at = sit(shipped_library(), beside=False)
    at.window.theme.set_zoom(zoom)
    for action in WAYS[str(request.param)]:
        at.window.menus.trigger(action)
    assert at.grid.verticalScrollBar().value() == 0
    assert at.grid.verticalScrollBar().maximum() > 0
    return at


@pytest.fixture
def plain(sit: Sit) -> AtWindow:
    return sit(shipped_library(), beside=False)


def heads(at: AtWindow) -> int:
    """How tall they are."""
    return at.grid.columns_header.height()


def on_screen(at: AtWindow, row: int = 0) -> int:
    """Where a row begins, from the top of the grid."""
    grid = at.grid
    return grid.viewport().mapTo(grid, QPoint(0, grid.rowViewportPosition(row))).y()


def turn_wheel(at: AtWindow, notches: int) -> None:
    """Towards whoever sits there, which scrolls down."""
    spot = QPointF(at.grid.viewport().rect().center())
    wheel = QWheelEvent(
        spot,
        at.grid.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(at.grid.viewport(), wheel)


def scrolled_by_pixels(at: AtWindow, way: range) -> Iterator[tuple[int, int]]:
    """The height of the heads, and where the first row stands, after each single pixel, as far as
    it goes."""
    bar = at.grid.verticalScrollBar()
    for _ in way:
        if way.step > 0 and bar.value() == bar.maximum():
            return
        bar.setValue(bar.value() + way.step)
        yield heads(at), on_screen(at)


def test_the_wheel_makes_them_short_and_at_the_top_whole_again(at: AtWindow) -> None:
    whole, first = heads(at), on_screen(at)
    assert first == whole
    turn_wheel(at, 6)
    assert heads(at) < whole
    turn_wheel(at, -60)
    assert (heads(at), on_screen(at)) == (whole, first)


def test_what_is_in_sight_goes_on_as_it_was_scrolled(at: AtWindow) -> None:
    places = [on_screen(at), *(place for _, place in scrolled_by_pixels(at, range(300)))]
    assert {before - now for before, now in pairwise(places)} == {1}


def test_they_turn_once_on_the_way_down_and_once_at_the_top(at: AtWindow) -> None:
    whole = heads(at)
    down = [height for height, _ in scrolled_by_pixels(at, range(300))]
    short = down[-1]
    assert down == sorted(down, reverse=True)
    assert set(down) == {whole, short}
    turned = down.index(short)
    bar = at.grid.verticalScrollBar()
    bar.setValue(0)
    list(scrolled_by_pixels(at, range(turned + 1)))
    for step in (-1, 1, -1, 1):  # a finger that trembles where they turned
        if bar.value() + step > 0:
            bar.setValue(bar.value() + step)
            assert heads(at) == short
    up = [height for height, _ in scrolled_by_pixels(at, range(bar.value(), 0, -1))]
    assert up[-1] == whole
    assert set(up[:-1]) <= {short}


def test_titles_are_whole_in_short_heads(at: AtWindow) -> None:
    turn_wheel(at, 6)
    short = heads(at)
    for column in range(at.grid.grid_model.columns):
        width = at.grid.columnWidth(column)
        head = at.grid.head_layout(Qt.Orientation.Horizontal, column, width)
        assert head.whole == head.height <= short


def test_what_is_chosen_stays_in_sight_by_keys(at: AtWindow) -> None:
    at.grid.setFocus()
    whole = heads(at)
    heights = set()
    for _ in range(30):
        at.key(Qt.Key.Key_Down)
        place = at.grid.place()
        assert place is not None
        seen = QRect(QPoint(0, 0), at.grid.viewport().size())
        assert at.grid.rect_of(place).intersects(seen)
        heights.add(heads(at))
    assert len(heights) == 2
    at.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    at.grid.verticalScrollBar().setValue(0)
    assert (heads(at), on_screen(at)) == (whole, whole)


def test_they_are_whole_where_nothing_can_be_scrolled_any_more(plain: AtWindow) -> None:
    plain.window.menus.trigger("depth-claims")
    whole = heads(plain)
    turn_wheel(plain, 6)
    assert heads(plain) < whole
    plain.window.menus.trigger("fold-all")
    assert plain.grid.verticalScrollBar().maximum() == 0
    assert on_screen(plain) == heads(plain)
    assert heads(plain) == whole


def test_how_much_is_shown_can_be_read_in_the_corner_of_short_heads(plain: AtWindow) -> None:
    plain.window.resize(1280, 500)
    view = plain.window.space.comparison
    view.arrange(view.arrangement().show_only(view.arrangement().columns[:2]))
    turn_wheel(plain, 6)
    corner = plain.grid.corner_header
    assert corner.height() == heads(plain) < 50
    image = corner.grab().toImage()
    ground = image.pixel(1, 1)
    inked = [
        y
        for y in range(image.height() - 1)  # below is the hairline
        if any(image.pixel(x, y) != ground for x in range(image.width()))
    ]
    assert inked[-1] - inked[0] > 20  # two lines
    assert inked[-1] < image.height() - 4


def test_what_is_heard_and_peeked_at_stays_the_same(plain: AtWindow) -> None:
    install(plain.window)
    grid, view = plain.grid, plain.window.space.comparison
    table = QAccessible.queryAccessibleInterface(grid)
    columns = range(1, grid.grid_model.columns + 1)

    def said() -> list[str]:
        return [heard(table.child(at)) for at in columns]

    def peeked() -> str:
        approach = grid.grid_model.approach(0, 0).head.id
        at_top = grid.verticalScrollBar().value()
        view.select(Target(TargetKind.APPROACH, approach=approach))
        assert grid.verticalScrollBar().value() == at_top
        view.peek()
        words = view.peeker.card.accessibleName()
        view.peek()
        return words

    whole = heads(plain), said(), peeked()
    turn_wheel(plain, 6)
    assert heads(plain) < whole[0]
    assert (said(), peeked()) == whole[1:]
