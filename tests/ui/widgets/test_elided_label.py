"""One line that ends in an ellipsis."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def label(qtbot: QtBot) -> Iterator[ElidedLabel]:
    parent = QWidget()
    qtbot.addWidget(parent)
    label = ElidedLabel(parent)
    label.resize(60, 20)
    parent.show()
    yield label


def test_words_that_are_cut_are_whole_in_the_tooltip(label: ElidedLabel) -> None:
    label.setText("Much longer than sixty pixels allow")
    assert label.toolTip() == "Much longer than sixty pixels allow"
    label.setText("Short")
    assert label.toolTip() == ""


def test_a_tip_of_its_own_is_there_though_nothing_is_cut(label: ElidedLabel) -> None:
    label.setText("Short")
    label.set_tip("Short\nOpen this page")
    assert label.toolTip() == "Short\nOpen this page"


def test_markup_in_words_is_shown_as_it_is(label: ElidedLabel) -> None:
    label.set_tip("<img src='x'>")
    assert "&lt;img" in label.toolTip()


def test_it_can_become_as_narrow_as_need_be(label: ElidedLabel) -> None:
    label.setText("Much longer than sixty pixels allow")
    assert label.minimumSizeHint().width() == 0
    assert label.sizeHint().width() > 60
