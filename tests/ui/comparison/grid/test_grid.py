"""The grid under real keys and clicks."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.application.library.arrangement import Rows
from counterpoint.domain.approach import Coverage
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.colours import light
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.conftest import MakeView
from tests.ui.comparison.material import LONG_TITLE, six, with_eleven_claims, with_long_title

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

KEY, MOD = Qt.Key, Qt.KeyboardModifier
LEFT = Qt.MouseButton.LeftButton


def click(qtbot: QtBot, view: ComparisonView, place: GridPosition, drop: int | None = None) -> None:
    rect = view.grid.rect_of(place)
    point = QPoint(rect.left() + 30, rect.center().y() if drop is None else rect.top() + drop)
    QTest.mouseClick(view.grid.viewport(), LEFT, pos=point)


def press(
    qtbot: QtBot, view: ComparisonView, key: Qt.Key, modifier: Qt.KeyboardModifier = MOD.NoModifier
) -> GridPosition | None:
    QTest.keyClick(view.grid, key, modifier)
    return view.grid.place()


def test_keys_walk_from_claim_to_claim_and_cell_to_cell(view: ComparisonView, qtbot: QtBot) -> None:
    view.grid.select(Target(TargetKind.CLAIM, "a", "objective", "objective-0"))
    assert press(qtbot, view, KEY.Key_Down) == GridPosition(2, 0, 0)
    assert press(qtbot, view, KEY.Key_Down) == GridPosition(2, 0, 1)
    assert press(qtbot, view, KEY.Key_Down) == GridPosition(3, 0, 0)
    assert press(qtbot, view, KEY.Key_Right) == GridPosition(3, 1)
    assert press(qtbot, view, KEY.Key_Right) == GridPosition(3, 2, 0)
    assert press(qtbot, view, KEY.Key_Up) == GridPosition(2, 2)
    assert press(qtbot, view, KEY.Key_Left) == GridPosition(2, 1)
    assert press(qtbot, view, KEY.Key_End) == GridPosition(2, 5)
    assert press(qtbot, view, KEY.Key_Home) == GridPosition(2, 0, 0)
    assert press(qtbot, view, KEY.Key_End, MOD.ControlModifier) == GridPosition(9, 5, 0)
    assert press(qtbot, view, KEY.Key_Home, MOD.ControlModifier) == GridPosition(0, 0, 0)
    assert press(qtbot, view, KEY.Key_Up) == GridPosition(-1, 0)
    assert view.selection() == Target(TargetKind.APPROACH, "a")


def test_the_first_key_goes_to_the_first_claim(view: ComparisonView, qtbot: QtBot) -> None:
    assert view.selection() is None
    assert press(qtbot, view, KEY.Key_Down) == GridPosition(0, 0, 0)


def test_keys_go_into_the_evidence_and_out_again(view: ComparisonView, qtbot: QtBot) -> None:
    view.select(Target(TargetKind.CLAIM, "a", "pressure", "pressure-0"))
    assert press(qtbot, view, KEY.Key_Down, MOD.ControlModifier) == GridPosition(2, 0, 0, 0)
    assert press(qtbot, view, KEY.Key_Period) == GridPosition(2, 0, 0, 1)
    chosen = view.selection()
    assert chosen == Target(
        TargetKind.EVIDENCE, "a", "pressure", "pressure-0", "a/pressure-0/1", "letters"
    )
    assert press(qtbot, view, KEY.Key_Period) == GridPosition(2, 0, 1, 0)
    assert press(qtbot, view, KEY.Key_Comma) == GridPosition(2, 0, 0, 1)
    up = MOD.ControlModifier
    assert press(qtbot, view, KEY.Key_Up, up) == GridPosition(2, 0, 0)
    assert press(qtbot, view, KEY.Key_Up, up) == GridPosition(2, 0)
    assert view.selection() == Target(TargetKind.POSITION, "a", "pressure")
    assert press(qtbot, view, KEY.Key_Up, up) == GridPosition(-1, 0)


def test_pages_go_by_what_fits_and_come_back(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view(height=420)
    press(qtbot, view, KEY.Key_Home, MOD.ControlModifier)
    rows = [0]
    while (place := press(qtbot, view, KEY.Key_PageDown)) and place.row != rows[-1]:
        rows.append(place.row)
    assert rows[-1] == 9
    assert 3 <= len(rows) <= 10
    for _ in rows:
        press(qtbot, view, KEY.Key_PageUp)
    assert view.grid.place() == GridPosition(0, 0, 0)


def test_the_cursor_is_always_in_sight(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view([with_eleven_claims(six()[0], "allies"), *six()[1:]], 700, 420)
    press(qtbot, view, KEY.Key_Home, MOD.ControlModifier)
    place, area = view.grid.place(), view.grid.viewport().rect()
    while (following := press(qtbot, view, KEY.Key_Down)) != place:
        place = following
        assert place is not None
        area = view.grid.viewport().rect()  # more of it once the heads shrink
        rect = view.grid.rect_of(place).adjusted(4, 4, -4, -4)
        assert rect.top() >= 0
        assert rect.bottom() <= area.bottom() or rect.height() > area.height() - 20
    for key in (KEY.Key_End, KEY.Key_Home):
        place = press(qtbot, view, key)
        assert place is not None
        rect = view.grid.rect_of(place)
        assert area.left() <= rect.left()
        assert rect.right() <= area.right() + 1


def test_a_click_chooses_what_was_clicked(view: ComparisonView, qtbot: QtBot) -> None:
    heard: list[object] = []
    view.selection_changed.connect(heard.append)
    view.jump_requested.connect(heard.append)
    click(qtbot, view, GridPosition(2, 0, 1), drop=8)
    assert heard == [
        Target(TargetKind.CLAIM, "a", "pressure", "pressure-1"),
        "a/pressure-1/0",
    ]
    with qtbot.waitSignal(view.jump_requested) as jumped:
        click(qtbot, view, GridPosition(2, 0, 0, 1))
    assert jumped.args == ["a/pressure-0/1"]
    assert view.selection() == Target(
        TargetKind.EVIDENCE, "a", "pressure", "pressure-0", "a/pressure-0/1", "letters"
    )


def test_a_click_on_a_gap_chooses_the_position_and_jumps_nowhere(
    view: ComparisonView, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(view.jump_requested):
        click(qtbot, view, GridPosition(2, 1))
    assert view.selection() == Target(TargetKind.POSITION, "b", "pressure")


def test_a_press_that_ends_elsewhere_does_not_jump(view: ComparisonView, qtbot: QtBot) -> None:
    viewport = view.grid.viewport()
    begin = view.grid.rect_of(GridPosition(0, 0, 0)).topLeft() + QPoint(30, 12)
    end = view.grid.rect_of(GridPosition(1, 0, 0)).topLeft() + QPoint(30, 12)
    with qtbot.assertNotEmitted(view.jump_requested):
        QTest.mousePress(viewport, LEFT, pos=begin)
        QTest.mouseRelease(viewport, LEFT, pos=end)


def test_coming_by_tab_shows_where_the_cursor_is(view: ComparisonView) -> None:
    view.activateWindow()
    view.grid.clearFocus()
    view.grid.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grid.place() == GridPosition(0, 0, 0)


def _share(image: QImage, name: str) -> int:
    return sum(
        image.pixelColor(x, y).name() == name
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    )


def test_the_chosen_claim_is_marked_and_more_so_with_focus(
    view: ComparisonView, qtbot: QtBot
) -> None:
    view.select(Target(TargetKind.CLAIM, "a", "diagnosis", "diagnosis-0"))
    view.activateWindow()
    rect = view.grid.rect_of(GridPosition(0, 0, 0))
    view.grid.clearFocus()
    without = view.grid.viewport().grab(rect).toImage()
    view.grid.setFocus()
    qtbot.waitUntil(view.grid.hasFocus)
    focused = view.grid.viewport().grab(rect).toImage()
    assert _share(without, light().selection) > 500
    assert _share(without, light().accent) == 0
    assert _share(focused, light().accent) > 20


def test_rows_are_as_tall_as_their_text_and_heads_fit(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view([with_eleven_claims(six()[0]), with_long_title(six()[1])], 700, 500)
    qtbot.waitUntil(lambda: view.grid.settled)
    grid = view.grid
    assert grid.rowHeight(0) > 800
    for row in range(10):
        for column in (0, 1):  # of a claim that is not there: the cell as far as it is filled
            filled = grid.rect_of(GridPosition(row, column, 99))
            assert 0 < filled.height() <= grid.rowHeight(row)
    head = grid.head_layout(Qt.Orientation.Horizontal, 1, grid.columnWidth(1))
    assert len(LONG_TITLE) > 150
    assert grid.columns_header.height() >= head.height


def test_zooming_keeps_what_stood_at_the_top(
    view: ComparisonView, theme: Theme, qtbot: QtBot
) -> None:
    bar = view.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = view.grid.rowAt(0)
    assert top > 0
    theme.set_zoom(1.6)
    assert view.grid.rowAt(0) == top
    theme.set_zoom(1)
    assert view.grid.rowAt(0) == top


def test_a_few_columns_fill_the_width_and_many_scroll(make_view: MakeView) -> None:
    view = make_view(six()[:2], 1000)
    assert view.grid.columnWidth(0) == pytest.approx(view.grid.columnWidth(1), abs=1)
    assert view.grid.horizontalScrollBar().maximum() == 0
    assert view.grid.columnWidth(0) > 380
    many = make_view(six(), 900)
    assert many.grid.columnWidth(0) == 208
    assert many.grid.horizontalScrollBar().maximum() > 300


def cut_by(grid: Grid, at: int) -> int:
    """How many pixels of a column lie on the nearer side of an edge so far from the first."""
    return at % grid.columnWidth(0)


def test_columns_that_go_on_fade_at_the_edge_and_no_word_is_cut_there(make_view: MakeView) -> None:
    grid = make_view(six(), 900).grid
    bar, style = grid.horizontalScrollBar(), grid.head_style()
    plain = {style.paper.rgb(), style.hairline.rgb()}
    right = grid.viewport().width() - 1
    cut = 0
    for scrolled in range(0, bar.maximum() + 1, 17):
        bar.setValue(scrolled)
        for part in (grid.viewport(), grid.columns_header.viewport()):
            image = part.grab().toImage()
            seen = [{image.pixel(x, y) for y in range(image.height())} for x in (0, right)]
            if cut_by(grid, scrolled) > style.padding:
                assert seen[0] <= plain, f"at the left, scrolled by {scrolled}"
            if cut_by(grid, scrolled + right + 1) > 0 and scrolled < bar.maximum():
                assert seen[1] <= plain, f"at the right, scrolled by {scrolled}"
            cut += len({image.pixel(120, y) for y in range(image.height())}) > len(plain)
    assert cut > 10, "words stand elsewhere"


@pytest.mark.parametrize("at_left", [True, False])
def test_a_column_that_ends_at_the_edge_is_whole(make_view: MakeView, at_left: bool) -> None:
    grid = make_view(six(), 900).grid
    column, bar = (1 if at_left else 3), grid.horizontalScrollBar()
    start = grid.columns_header.sectionPosition(column)
    end = start + grid.columnWidth(column)
    bar.setValue(start if at_left else end - grid.viewport().width())
    grid.go(GridPosition(0, column), by_person=True)
    x = 1 if at_left else grid.viewport().width() - 2
    image = grid.viewport().grab().toImage()
    header = grid.columns_header.viewport().grab().toImage()
    assert header.pixelColor(x, 1) != grid.head_style().paper, "the rule of its approach"
    assert image.pixelColor(x, 4) != grid.head_style().paper, "the ground of what is chosen"


def test_what_all_is_seen_of_does_not_fade(make_view: MakeView) -> None:
    grid = make_view(six()[:2], 1000).grid
    grid.go(GridPosition(0, 0), by_person=True)
    image = grid.viewport().grab().toImage()
    assert image.pixelColor(1, 4) != grid.head_style().paper, "the rule of what is chosen"


def test_the_name_of_a_tall_row_stays_in_sight(make_view: MakeView, qtbot: QtBot) -> None:
    view = make_view([with_eleven_claims(six()[0])], 600, 500)
    header = view.grid.rows_header
    view.grid.verticalScrollBar().setValue(300)
    top = header.grab().toImage().copy(0, 0, header.width(), 60)
    ink = [
        1
        for x in range(top.width())
        for y in range(top.height())
        if top.pixelColor(x, y).lightness() < 90
    ]
    assert len(ink) > 100


class PaintCount(QObject):
    """How often a widget is painted from now on."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.paints = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.paints += event.type() == QEvent.Type.Paint
        return False


def test_heads_are_not_painted_for_a_step_among_the_cells(
    view: ComparisonView, qtbot: QtBot
) -> None:
    grid = view.grid
    view.select(Target(TargetKind.CLAIM, "a", "objective", "objective-0"))
    qtbot.waitUntil(lambda: grid.settled)
    QApplication.processEvents()
    heads = [PaintCount(head.viewport()) for head in (grid.columns_header, grid.rows_header)]
    cells = PaintCount(grid.viewport())

    assert press(qtbot, view, KEY.Key_Right) == GridPosition(1, 1, 0)
    qtbot.waitUntil(lambda: cells.paints > 0)
    assert [head.paints for head in heads] == [0, 0]

    grid.go(GridPosition(-1, 1), by_person=True)
    qtbot.waitUntil(lambda: heads[0].paints > 0)


def test_a_head_with_very_many_words_leaves_room_for_the_rows(make_view: MakeView) -> None:
    first, *others = six()
    head = first.head._replace(title="A very long title " * 60, gist="And a gist as long. " * 60)
    view = make_view([first._replace(head=head), *others], 1000, 500)
    grid = view.grid

    assert grid.columns_header.height() <= 0.4 * grid.height() + 1
    assert grid.viewport().height() > 200
    layout = grid.head_layout(Qt.Orientation.Horizontal, 0, grid.columnWidth(0))
    assert layout.height <= grid.columns_header.height() < layout.whole
    view.resize(1000, 1000)
    assert grid.columns_header.height() > 250


def test_a_notch_of_the_wheel_is_a_few_lines(
    make_view: MakeView,
) -> None:
    grid = make_view(six(), 900, 500).grid
    bar = grid.verticalScrollBar()
    before = bar.value()
    spot = QPointF(grid.viewport().rect().center())
    wheel = QWheelEvent(
        spot,
        grid.viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(grid.viewport(), wheel)

    assert 40 <= bar.value() - before <= 100


def test_a_mark_that_a_filter_hides_comes_back_with_it(
    make_view: MakeView,
) -> None:
    view = make_view(six()[:3], 900, 500)
    target = Target(TargetKind.CLAIM, "a", "objective", "objective-0")
    assert view.select(target)
    view.arranger.set_rows(Rows.GAPS)
    assert view.selection() is None
    assert view.grid.verticalScrollBar().value() == 0
    view.arranger.set_rows(Rows.ALL)

    assert view.selection() == target
    place = view.grid.place()
    assert place is not None
    assert view.grid.viewport().rect().contains(view.grid.rect_of(place).topLeft())


def test_the_filter_for_gaps_shows_one(make_view: MakeView) -> None:
    view = make_view(six()[:5][::-1], 500, 500)
    view.grid.horizontalScrollBar().setValue(10_000)
    view.arranger.set_rows(Rows.GAPS)
    model, seen = view.grid.grid_model, view.grid.viewport().rect()

    assert any(
        model.position(row, column).coverage is Coverage.GAP
        and seen.contains(view.grid.rect_of(GridPosition(row, column)).topLeft())
        for row in range(model.rows)
        for column in range(model.columns)
    )
