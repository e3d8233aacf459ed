"""How an entry is painted: what is current, what is sought, what stands at the right."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest

from counterpoint.application.library.find import Entry, Kind
from counterpoint.ui.palette.view import Palette
from counterpoint.ui.theme.colours import Colours, dark, light
from counterpoint.ui.theme.theme import Theme
from tests.ui.palette.conftest import Window

WORDS = "Moscow tests the West"


def rows(window: Window, entries: Iterable[Entry], query: str = "") -> list[QImage]:
    """Each entry as painted for `query`."""
    palette: Palette = window.palette_
    palette.open_with(lambda: entries)
    QTest.keyClicks(palette.query, query)
    picture = palette.grab().toImage()
    list_at = palette.results.viewport().mapTo(palette, QPoint(0, 0))
    model = palette.results.model()
    found = []
    for row in range(model.rowCount()):
        box = palette.results.visualRect(model.index(row, 0)).translated(list_at)
        found.append(picture.copy(box))
    return found


def has(image: QImage, colour: str, box: QRect | None = None) -> bool:
    return bool(columns(image, colour, box))


def columns(image: QImage, colour: str, box: QRect | None = None) -> list[int]:
    """Where `colour` stands, from the left."""
    box = box or image.rect()
    return [
        x
        for x in range(box.left(), box.right() + 1)
        if any(image.pixelColor(x, y).name() == colour for y in range(box.top(), box.bottom() + 1))
    ]


@pytest.mark.parametrize("colours", [light(), dark()])
def test_the_current_entry_is_marked_twice(window: Window, theme: Theme, colours: Colours) -> None:
    theme.set_colours(colours)
    entries = [Entry(Kind.ACTION, WORDS, key=str(n)) for n in range(2)]
    first, second = rows(window, entries)
    assert first.pixelColor(300, 2).name() == colours.selection
    assert columns(first, colours.accent)[:3] == [0, 1, 2]
    assert not has(second, colours.selection)
    assert not has(second, colours.accent)


def test_what_is_sought_stands_out_where_it_stands(window: Window, theme: Theme) -> None:
    title = "😀😀 ab"
    entries = [Entry(Kind.NOTE, "b", key="0"), Entry(Kind.NOTE, title, key="1")]
    picture = rows(window, entries, "b")[1]
    metrics = QFontMetrics(theme.fonts.ours())
    lit = columns(picture, theme.colours.accent)
    assert lit
    assert 16 + metrics.horizontalAdvance(title[:-1]) - 1 <= lit[0]
    assert lit[-1] <= 16 + metrics.horizontalAdvance(title) + 1


def test_a_line_parts_recent_choices_from_the_rest(window: Window, theme: Theme) -> None:
    entries = [Entry(Kind.ACTION, WORDS, key=str(n)) for n in range(3)]
    window.palette_.set_recent(["action:1"])
    _, second, third = rows(window, entries)
    assert second.pixelColor(300, 0).name() == theme.colours.hairline
    assert third.pixelColor(300, 0).name() != theme.colours.hairline


def test_keys_or_else_the_kind_stand_at_the_right(window: Window, theme: Theme) -> None:
    entries = [
        Entry(Kind.ACTION, WORDS, key="0"),
        Entry(Kind.ACTION, WORDS, key="1"),
        Entry(Kind.ACTION, WORDS, key="2", keys="Ctrl+Shift+F"),
    ]
    _, kind, keys = rows(window, entries)
    right = QRect(kind.width() - 120, 0, 120, kind.height())
    assert columns(kind, theme.colours.ink_faint, right)
    assert columns(keys, theme.colours.ink_quiet, right)
    assert keys.copy(right) != kind.copy(right)


def test_the_detail_follows_the_title_as_far_as_there_is_room(window: Window) -> None:
    long = f"{WORDS} " * 8
    entries = [
        Entry(Kind.ACTION, WORDS, key="0"),
        Entry(Kind.ACTION, WORDS, key="1"),
        Entry(Kind.ACTION, WORDS, "A · Diagnosis", "2"),
        Entry(Kind.ACTION, long, "A · Diagnosis", "3"),
        Entry(Kind.ACTION, long, long, "4"),
    ]
    _, bare, detailed, short, both = rows(window, entries)
    assert bare != detailed
    assert bare.copy(0, 0, 150, 32) == detailed.copy(0, 0, 150, 32)
    middle = QRect(240, 0, 60, 32)
    assert short.copy(middle) == both.copy(middle)
    assert short.copy(480, 0, 100, 32) != both.copy(480, 0, 100, 32)


def test_what_cannot_be_done_now_is_faint(window: Window, theme: Theme) -> None:
    entries = [Entry(Kind.ACTION, WORDS, key=str(n), keys="F6") for n in range(3)]
    window.palette_.open_with(lambda: entries, off=frozenset([entries[2].name]))
    picture = window.palette_.grab().toImage()
    results = window.palette_.results
    list_at = results.viewport().mapTo(window.palette_, QPoint(0, 0))
    can, cannot = (
        picture.copy(results.visualRect(results.model().index(row, 0)).translated(list_at))
        for row in (1, 2)
    )
    assert has(can, theme.colours.ink)
    assert not has(cannot, theme.colours.ink)
    assert not has(cannot, theme.colours.ink_quiet)
    assert has(cannot, theme.colours.ink_faint)
