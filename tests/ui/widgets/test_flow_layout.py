"""Widgets side by side, on as many lines as they need."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.widgets.flow_layout import FlowLayout


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def filled(host: QWidget, *widths: int, trailing: bool) -> tuple[FlowLayout, list[QWidget]]:
    flow = FlowLayout(host, trailing=trailing)
    flow.setSpacing(10)
    parts = [QWidget(host) for _ in widths]
    for part, width in zip(parts, widths, strict=True):
        part.setMinimumSize(width, 20)
        flow.addWidget(part)
    return flow, parts


def places(flow: FlowLayout, parts: list[QWidget], width: int) -> list[tuple[int, int, int]]:
    flow.setGeometry(QRect(0, 0, width, 200))
    return [(part.x(), part.y(), part.width()) for part in parts]


def test_the_last_takes_what_is_left_of_its_line(host: QWidget) -> None:
    flow, parts = filled(host, 40, 50, 30, trailing=False)
    assert places(flow, parts, 200) == [(0, 0, 40), (50, 0, 50), (110, 0, 90)]
    assert flow.heightForWidth(200) == 20
    assert places(flow, parts, 100) == [(0, 0, 40), (50, 0, 50), (0, 30, 100)]
    assert flow.heightForWidth(100) == 50


def test_a_trailing_one_ends_its_lines_at_the_right(host: QWidget) -> None:
    flow, parts = filled(host, 40, 50, 30, trailing=True)
    assert places(flow, parts, 200) == [(60, 0, 40), (110, 0, 50), (170, 0, 30)]
    assert places(flow, parts, 100) == [(0, 0, 40), (50, 0, 50), (70, 30, 30)]


def test_what_is_hidden_takes_no_room(host: QWidget) -> None:
    flow, parts = filled(host, 40, 50, 30, trailing=True)
    assert flow.sizeHint().width() == 140
    parts[1].hide()
    flow.invalidate()
    assert flow.sizeHint().width() == 80
    assert places(flow, [parts[0], parts[2]], 80) == [(0, 0, 40), (50, 0, 30)]
    assert flow.heightForWidth(80) == 20
    assert flow.heightForWidth(70) == 50
