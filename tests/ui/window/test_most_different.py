"""Rows by how far approaches part, and columns nearest to nearest, in the real window."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from counterpoint.domain.parting import column, nearness
from counterpoint.storage.place import shipped_library
from counterpoint.ui.comparison.grid.style import Style
from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk


def rows(at: AtWindow) -> list[str]:
    return [dimension.title for dimension in at.grid.grid_model.sheet.dimensions]


def remarks(at: AtWindow) -> dict[str, str]:
    model = at.grid.grid_model
    return {each.id: model.remark(each).replace("\u00a0", " ") for each in model.sheet.dimensions}


def test_the_rows_are_sorted_and_say_how_far_they_part_and_come_back_as_they_were(
    sit: Sit,
) -> None:
    at = sit(shipped_library())
    as_in_library = rows(at)
    assert not any(remarks(at).values())
    at.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert sorted(rows(at)) == sorted(as_in_library)
    assert rows(at) != as_in_library
    assert all(
        " part" in each or "hold" in each or "silent" in each for each in remarks(at).values()
    )
    assert at.window.bar.rows.choice() == "differ"
    at.click(at.window.bar.rows.button("all"))
    assert rows(at) == as_in_library
    assert not any(remarks(at).values())


@pytest.fixture
def agreed(sit: Sit) -> AtWindow:
    """Only two are shown, which hold one answer alike, last."""
    at = sit(shipped_library())
    view, arrangement = at.window.space.comparison, at.window.space.session.arrangement
    for one in arrangement.columns:
        for other in arrangement.columns:
            if one < other:
                view.arrange(arrangement.show_only([one, other]))
                at.window.menus.trigger("rows-differ")
                if any("Both hold" in each for each in remarks(at).values()):
                    return at
                view.arrange(arrangement)
    pytest.fail("no two agree")


def test_a_row_on_which_all_agree_is_last_and_folded_and_can_be_opened(agreed: AtWindow) -> None:
    at, model = agreed, agreed.grid.grid_model
    last = model.rows - 1
    assert remarks(at)[model.dimension(last, 0).id].startswith("Both hold: ")
    assert model.is_folded(last, 0)
    assert not model.is_folded(0, 0)
    header = at.grid.rows_header
    at.grid.scrollToBottom()
    at.qtbot.mouseClick(
        header.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(10, header.sectionViewportPosition(last) + 16),
    )
    assert not model.is_folded(last, 0)
    at.window.menus.trigger("fold-all")
    assert model.is_folded(last, 0)
    at.window.menus.trigger("unfold-all")
    assert not any(model.is_folded(row, 0) for row in range(model.rows))


def ink(at: AtWindow, row: int, style: Style) -> int:
    """How much of a row is neither paper nor hairline."""
    grid = at.grid
    box = QRect(0, grid.rowViewportPosition(row), grid.viewport().width(), grid.rowHeight(row) - 1)
    image = grid.viewport().grab(box).toImage()
    paper = style.paper.rgb()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixel(*point) != paper for point in points)


def test_a_folded_row_on_which_all_agree_is_one_line_across(agreed: AtWindow) -> None:
    grid, model = agreed.grid, agreed.grid.grid_model
    last, style = model.rows - 1, agreed.grid.head_style()
    grid.scrollToBottom()
    assert model.agreed(last).startswith("Both hold: ")
    assert not any(model.agreed(row) for row in range(last))
    assert grid.rowHeight(last) == style.folded_height
    assert ink(agreed, last, style) > 100
    agreed.window.menus.trigger("unfold-all")
    assert grid.rowHeight(last) > 1.5 * style.folded_height
    assert model.agreed(last) == ""


def test_an_older_library_shows_the_rows_that_differ_and_says_so_once(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    every = rows(at)
    at.window.menus.trigger("rows-differ")
    assert "names no answers" in at.window.status.message()
    assert set(rows(at)) <= set(every)
    assert not any(remarks(at).values())
    before = at.window.space.session.arrangement.order
    at.window.menus.trigger("nearest-columns")
    assert at.window.space.session.arrangement.order == before


def test_nearest_columns_stand_side_by_side_and_go_back_to_the_order_of_the_library(
    sit: Sit,
) -> None:
    at = sit(shipped_library())
    model, session = at.grid.grid_model, at.window.space.session

    def length() -> int:
        columns = [column(each, model.sheet.dimensions) for each in model.sheet.approaches]
        return sum(nearness(one, other).distance for one, other in pairwise(columns))

    before, order = length(), session.arrangement.order
    hidden = [at for at, id in enumerate(order) if id not in session.arrangement.shown]
    at.window.menus.trigger("nearest-columns")
    now = session.arrangement.order
    assert length() < before
    assert [at for at, id in enumerate(now) if id not in session.arrangement.shown] == hidden
    at.window.menus.trigger("library-order")
    assert session.arrangement.order == order


def test_what_is_counted_cuts_no_question(sit: Sit) -> None:
    at = sit(shipped_library(), beside=False)
    at.window.resize(1280, 800)
    at.window.menus.trigger("rows-differ")
    grid, breadth = at.grid, at.grid.rows_header.breadth()
    heads = [
        grid.head_layout(Qt.Orientation.Vertical, row, breadth)
        for row in range(grid.grid_model.rows)
    ]
    assert [head.height for head in heads] == [head.whole for head in heads]


@pytest.mark.parametrize("columns", [2, 3])
def test_a_few_columns_leave_no_question_out_while_there_is_room_below(
    sit: Sit, columns: int
) -> None:
    at = sit(shipped_library(), beside=False)
    at.window.resize(1600, 1000)
    view, arrangement = at.window.space.comparison, at.window.space.session.arrangement
    view.arrange(arrangement.show_only(list(arrangement.columns[:columns])))
    at.window.menus.trigger("rows-differ")
    grid, model, breadth = at.grid, at.grid.grid_model, at.grid.rows_header.breadth()
    for height in (1000, 1200, 900):
        at.window.resize(1600, height)
        heads = [
            grid.head_layout(Qt.Orientation.Vertical, row, breadth)
            for row in range(model.rows)
            if not model.is_folded(row, 0)
        ]
        cut = [head.whole - head.height for head in heads if head.height < head.whole]
        left = grid.viewport().height() - grid.rows_header.length()
        assert not cut or 0 <= left < len(cut) * min(cut), f"a line each, {height} high"
