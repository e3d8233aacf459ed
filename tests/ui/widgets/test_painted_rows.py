"""What lists that are painted by hand have in common."""

import pytest
from PySide6.QtCore import QRect, QStringListModel
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows

NONE = QStyle.StateFlag.State_None
CHOSEN = QStyle.StateFlag.State_Selected
FOCUS = QStyle.StateFlag.State_HasFocus
HOVER = QStyle.StateFlag.State_MouseOver


class Rows(PaintedRows):
    """Shows nothing on its rows, and the panel under the mouse."""

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        painter.setPen(QColor("red"))

    def ground(self, *, hovered: bool) -> QColor | None:
        return QColor(self.theme.colours.panel) if hovered else super().ground(hovered=False)


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme()


def painted(qtbot: QtBot, theme: Theme, state: QStyle.StateFlag) -> tuple[str, str]:
    """The colours at the left edge of a row and in the middle of it."""
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["one"], view))
    rows = Rows(theme, view)
    image = QImage(100, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 100, 20)
    option.state = state
    painter = QPainter(image)
    rows.paint(painter, option, view.model().index(0, 0))
    assert painter.pen().color() != QColor("red")  # the painter is as it was
    painter.end()
    return image.pixelColor(0, 10).name(), image.pixelColor(50, 10).name()


def test_a_chosen_row_has_a_rule_that_says_whether_the_list_has_the_focus(
    qtbot: QtBot, theme: Theme
) -> None:
    colours = theme.colours
    assert painted(qtbot, theme, CHOSEN | FOCUS) == (colours.accent, colours.selection)
    assert painted(qtbot, theme, CHOSEN) == (colours.control, colours.selection)


def test_another_row_is_on_its_ground(qtbot: QtBot, theme: Theme) -> None:
    colours = theme.colours
    assert painted(qtbot, theme, NONE) == (colours.paper, colours.paper)
    assert painted(qtbot, theme, HOVER) == (colours.panel, colours.panel)
