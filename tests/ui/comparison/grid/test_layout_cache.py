"""Layouts are made once, and only for what is in sight."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.sheet import sheet
from counterpoint.ui.comparison.grid import cell_layout
from counterpoint.ui.comparison.grid.cell_layout import CellLayout
from counterpoint.ui.comparison.grid.column_sharing import column_widths
from counterpoint.ui.comparison.grid.layout_cache import LayoutCache
from counterpoint.ui.comparison.grid.model import GridModel
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.conftest import MakeView
from tests.ui.comparison.material import DIMENSIONS, Shelf, library, more, six

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _layouts(theme: Theme) -> LayoutCache:
    held, approach = library(six())
    arrangement = Arrangement.first(held.approaches).fold("channels")
    model = GridModel()
    model.show_sheet(sheet(arrangement, DIMENSIONS, approach), arrangement, {})
    return LayoutCache(model, Style(theme, {}, None))


def test_a_cell_is_laid_out_once_for_its_width(theme: Theme) -> None:
    cache = _layouts(theme)
    first = cache.cell(0, 0, 220)
    assert cache.cell(0, 0, 220) is first
    assert cache.cell(0, 0, 221) is not first
    assert cache.cell(0, 1, 220) is cache.cell(0, 1, 220)
    kept = cache.head(Qt.Orientation.Horizontal, 0, 220)
    assert cache.head(Qt.Orientation.Horizontal, 0, 220) is kept
    cache.restyle(Style(theme, {}, None))
    assert cache.head(Qt.Orientation.Horizontal, 0, 220) is not kept


def test_a_row_is_as_tall_as_its_tallest_cell(theme: Theme) -> None:
    cache = _layouts(theme)
    widths = [220] * 6
    tallest = max(cache.cell(2, column, 220).height for column in range(6))
    assert cache.row_height(2, widths, 156, range(6)) == tallest
    assert cache.row_height(3, widths, 156, range(6)) == cache.style.folded_height


def test_what_is_reckoned_is_near_enough(theme: Theme) -> None:
    cache = _layouts(theme)
    widths = [220] * 6
    for row in range(len(DIMENSIONS)):
        exact = cache.row_height(row, widths, 156, range(6))
        assert exact / 2 <= cache.reckoned_height(row, widths) <= exact * 2


@given(st.integers(0, 3000), st.lists(st.none() | st.integers(120, 900), min_size=1, max_size=12))
def test_columns_fill_what_there_is_and_no_more_than_they_must(
    available: int, by_hand: list[int | None]
) -> None:
    style = Style(Theme(), {}, None)
    widths = column_widths(available, by_hand, style)
    for width, given_ in zip(widths, by_hand, strict=True):
        assert width >= style.least_column if given_ is None else width == given_
    free = [width for width, hand in zip(widths, by_hand, strict=True) if hand is None]
    if free:
        assert max(free) - min(free) <= 1
        assert sum(widths) >= available
        if max(free) > style.least_column:
            assert sum(widths) == available


def test_only_what_is_in_sight_is_laid_out_at_first(
    make_view: MakeView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    class Counted(CellLayout):
        def __init__(self, content, *args, **more) -> None:  # type: ignore[no-untyped-def]
            made.append(content.dimension.id)
            super().__init__(content, *args, **more)

    monkeypatch.setattr(cell_layout, "CellLayout", Counted)
    view = make_view(height=300)
    in_sight = set(made)
    assert "diagnosis" in in_sight
    assert "risks" not in in_sight
    qtbot.waitUntil(lambda: view.grid.settled)
    assert "risks" in set(made)
    assert len(made) == 60


def test_only_shown_approaches_are_read(theme: Theme, qtbot: QtBot) -> None:
    approaches = (*six(), *more(190))
    shelf = Shelf({one.head.id: one for one in approaches})
    held, _ = library(approaches)
    view = ComparisonView(theme)
    qtbot.addWidget(view)
    view.set_library(held, shelf.approach)
    shelf.read.clear()
    view.set_arrangement(view.arrangement().show_only(["a", "x150"]))
    assert shelf.read == ["x150"]
    view.arranger.show_approach("x20")
    assert shelf.read == ["x150", "x20"]
