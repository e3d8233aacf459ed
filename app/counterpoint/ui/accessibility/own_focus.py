"""Widgets within which something is current: screen readers hear of that, and of nothing before it.

Qt tells that a widget has the focus as soon as it has, and with a row, a claim or a line that is
current in it there would be two things said for one key. It leaves the telling to what inherits
QMenuItem, by that name, as menus do. Whoever uses these calls `tell_focus` once the focus has come.
"""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractScrollArea, QTableView

LEFT_OUT_BY_QT = "QMenuItem"

if TYPE_CHECKING:
    OwnFocusTable = QTableView
    OwnFocusScrollArea = QAbstractScrollArea
else:
    OwnFocusTable = type(LEFT_OUT_BY_QT, (QTableView,), {})
    OwnFocusScrollArea = type(LEFT_OUT_BY_QT, (QAbstractScrollArea,), {})
