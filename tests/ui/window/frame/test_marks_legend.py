"""What marks mean is seen without asking, wherever there are marks."""

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
    seen = set()
    for width in range(0, 1000, 10):
        legend.resize(width, 20)
        assert legend.shown() == ALL[: len(legend.shown())]
        seen.add(len(legend.shown()))
    assert seen == set(range(len(ALL) + 1))
    legend.resize(90, 20)
    heard = QAccessible.queryAccessibleInterface(legend)
    said = heard.text(QAccessible.Text.Name)
    assert all(words in said for words in ALL)
    assert "the whole answer rests on it alone" in legend.toolTip()


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
