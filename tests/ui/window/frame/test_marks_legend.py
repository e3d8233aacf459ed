"""What marks mean is seen without asking, wherever there are marks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.storage.place import shipped_library
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.window.frame.help_page import keys_html
from counterpoint.ui.window.frame.marks_legend import MarksLegend
from tests.at_window import Sit
from tests.library_on_disk import LibraryOnDisk

ALL = [
    "its own",
    "against",
    "conceded",
    "reported",
    "+n inferred by us",
    "replies",
    "=B same as B",
    "one passage carries it",
]


def test_it_is_there_with_the_answers_and_goes_with_them(sit: Sit) -> None:
    at = sit(shipped_library(), beside=False)
    window, legend = at.window, at.window.status.legend
    assert legend.isVisible()
    at.qtbot.waitUntil(lambda: legend.shown() == ALL)  # whole at 1280 pixels
    for depth, there in (("claims", False), ("answers", True), ("map", False), ("answers", True)):
        window.menus.trigger(f"depth-{depth}")
        assert legend.isVisible() is there, depth
    for view, there in (("sources", False), ("notes", False), ("compare", True)):
        window.space.session.show_view(view)
        assert legend.isVisible() is there, view


def test_it_takes_nothing_from_what_is_said_and_no_height(sit: Sit) -> None:
    at = sit(shipped_library(), beside=False)
    status = at.window.status
    tall = status.height()
    assert status.hints()
    status.say("This was copied, and everything that was said about it here, there and elsewhere.")
    labels = [each for each in status.children() if isinstance(each, ElidedLabel)]
    assert len(labels) == 3
    at.qtbot.waitUntil(lambda: all(each.width() >= each.sizeHint().width() for each in labels))
    assert len(status.legend.shown()) < len(ALL)
    assert status.height() == tall
    status.show_legend(False)
    assert status.height() == tall


def test_a_library_without_answers_has_no_marks_to_tell_of(sit: Sit, disk: LibraryOnDisk) -> None:
    assert not sit(disk.folder).window.status.legend.isVisible()


def test_it_shows_whole_meanings_only_and_says_all(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    legend = MarksLegend(Theme(), parent)
    parent.show()
    seen = set()
    for width in range(0, 1000, 10):
        legend.resize(width, 20)
        assert legend.shown() in ([], ALL)
        assert legend.button.isVisible() is not bool(legend.shown())
        seen.add(len(legend.shown()))
    assert seen == {0, len(ALL)}
    legend.resize(90, 20)
    heard = QAccessible.queryAccessibleInterface(legend)
    said = heard.text(QAccessible.Text.Name)
    assert all(words in said for words in ALL)
    assert "the whole answer rests on it alone" in legend.toolTip()


@pytest.mark.parametrize("zoom", [1.0, 1.1, 1.25, 1.5, 2.0])
def test_keys_give_way_to_it_and_where_that_is_not_enough_a_button_opens_all(
    sit: Sit, zoom: float
) -> None:
    at = sit(shipped_library(), beside=False)
    window, status = at.window, at.window.status
    window.resize(1280, 800)
    window.theme.set_zoom(zoom)

    at.qtbot.waitUntil(lambda: bool(status.legend.shown()) or status.keys_shown)
    if status.legend.shown():
        assert zoom <= 1.1
        assert zoom > 1 or status.keys_shown
        return
    button = status.legend.button
    lines = [action.text() for action in button.menu().actions()]
    assert len(lines) == len(ALL)
    assert all(any(words in line for line in lines) for words in ALL)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert status.keys_shown


def test_the_page_of_keys_has_it_too() -> None:
    page = keys_html(Theme())
    assert all(words in page for words in ALL)


def test_its_shapes_are_painted_before_their_words(qtbot: QtBot) -> None:
    theme = Theme()
    parent = QWidget()
    qtbot.addWidget(parent)
    legend = MarksLegend(theme, parent)
    legend.resize(900, 20)
    painted, ink = legend.grab().toImage(), QColor(theme.colours.ink_quiet)
    columns = [
        sum(painted.pixelColor(x, y) == ink for y in range(painted.height()))
        for x in range(painted.width())
    ]
    first = next(x for x, inked in enumerate(columns) if inked)
    rising = columns[first : first + 3]
    assert rising == sorted(set(rising)), "the triangle of what is its own"
