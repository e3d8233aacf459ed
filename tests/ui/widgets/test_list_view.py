"""A list tells at which row one stands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.widgets.list_view import ListView
from tests.ears import listen


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[ListView]:
    """In a window, under a field that has the focus."""
    window = QWidget()
    qtbot.addWidget(window)
    field, rows = QLineEdit(window), ListView(window)
    rows.setAccessibleName("Rows")
    rows.setModel(QStringListModel(["One", "Two"], rows))
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(rows)
    window.show()
    window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield rows


def test_who_comes_to_it_hears_the_current_row(
    rows: ListView, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows.setCurrentIndex(rows.model().index(1, 0))
    heard = listen(monkeypatch)
    rows.setFocus()
    qapp.processEvents()
    assert heard == ["Two"]


def test_an_empty_one_tells_of_itself(
    rows: ListView, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows.setModel(QStringListModel(rows))
    heard = listen(monkeypatch)
    rows.setFocus()
    qapp.processEvents()
    assert heard == ["Rows"]
