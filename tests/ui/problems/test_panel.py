"""The list of what is wrong, as a person uses it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.domain.faults.file_fault import FileFault
from counterpoint.domain.faults.form_fault import FormFault
from counterpoint.domain.faults.schema_fault import SchemaFault
from counterpoint.domain.faults.yaml_fault import YamlFault
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.labels.problem import in_a_line
from counterpoint.ui.problems.model import PROBLEM
from counterpoint.ui.problems.panel import ProblemsPanel, nothing_wrong
from counterpoint.ui.theme.colours import dark
from counterpoint.ui.theme.theme import Theme
from tests.pseudo_translation import pseudo_translated
from tests.ui.problems.conftest import Editor

KEY = Problem(
    *("options/b.yaml", 12, 5, ProblemKind.UNKNOWN_KEY),
    SchemaFault.UNKNOWN_KEY,
    ("gits", "gist", "gist"),
)
CUE = Problem(
    *("options/b.yaml", None, None, ProblemKind.DUPLICATE_NAME), FormFault.SAME_CUE, ("B", "a")
)
MARK = Problem("corpus/a.txt", 1, 1, ProblemKind.BYTE_ORDER_MARK, FileFault.BYTE_ORDER_MARK)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("options/b.yaml", "corpus/a.txt"):
        path = tmp_path / name
        path.parent.mkdir()
        path.write_text("x\n")
    return tmp_path


@pytest.fixture
def theme(qapp: object) -> Theme:
    return Theme()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 400)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, window: QWidget, folder: Path) -> ProblemsPanel:
    panel = ProblemsPanel(theme, window)
    panel.resize(window.size())
    panel.show_problems((KEY, MARK, CUE), folder)
    panel.show()
    panel.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    return panel


def current(panel: ProblemsPanel) -> object:
    return panel.list.currentIndex().data(PROBLEM)


def labels(panel: ProblemsPanel) -> list[str]:
    """What the labels in sight say."""
    found = panel.findChildren(QLabel)
    return [label.text().replace("\u00a0", " ") for label in found if label.isVisible()]


def test_problems_are_counted_and_the_first_is_chosen(panel: ProblemsPanel) -> None:
    assert "3 problems in 2 files" in labels(panel)
    assert nothing_wrong() not in labels(panel)
    assert current(panel) == MARK


def test_enter_opens_the_file_of_the_row(
    panel: ProblemsPanel, editor: Editor, folder: Path
) -> None:
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert editor.opened == [folder.resolve() / "corpus" / "a.txt"]
    assert panel.said() == "Opened corpus/a.txt"


def test_arrows_walk_and_the_button_opens(
    panel: ProblemsPanel, editor: Editor, folder: Path
) -> None:
    for _ in range(2):
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert current(panel) == CUE
    QTest.mouseClick(panel.open_button, Qt.MouseButton.LeftButton)
    assert editor.opened == [folder.resolve() / "options" / "b.yaml"]


def test_a_file_that_cannot_be_opened_is_told(
    panel: ProblemsPanel, editor: Editor, folder: Path
) -> None:
    (folder / "corpus" / "a.txt").unlink()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert editor.opened == []
    assert "corpus/a.txt is not a text file inside the library" in panel.said()


def test_without_a_folder_nothing_can_be_opened(panel: ProblemsPanel, editor: Editor) -> None:
    panel.show_problems((KEY,))
    assert not panel.open_button.isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert editor.opened == []


def test_all_are_copied_as_text(panel: ProblemsPanel) -> None:
    QTest.mouseClick(panel.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "".join(
        f"{in_a_line(each)}\n" for each in (MARK, CUE, KEY)
    )
    assert panel.said().replace("\u00a0", " ") == "3 problems copied"


def test_one_is_copied_with_the_keys(panel: ProblemsPanel) -> None:
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == in_a_line(MARK)
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "corpus/a.txt"


def test_escape_and_the_button_close(panel: ProblemsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    with qtbot.waitSignal(panel.closed):
        QTest.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)


def test_the_library_is_read_again(panel: ProblemsPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.reload_requested):
        QTest.mouseClick(panel.again_button, Qt.MouseButton.LeftButton)


def test_the_chosen_problem_stays_chosen_while_it_is_there(
    panel: ProblemsPanel, folder: Path
) -> None:
    panel.list.setCurrentIndex(panel.list.model().index(4, 0))
    assert current(panel) == KEY
    panel.show_problems((CUE, KEY), folder)
    assert current(panel) == KEY
    panel.show_problems((CUE, MARK), folder)
    assert current(panel) == MARK


def test_with_nothing_wrong_it_says_so(panel: ProblemsPanel, folder: Path) -> None:
    panel.show_problems((), folder)
    assert nothing_wrong() in labels(panel)
    assert not panel.list.isVisible()
    assert not panel.copy_button.isVisible()
    panel.setFocus()
    assert panel.again_button.hasFocus()
    panel.show_problems((KEY,), folder)
    assert nothing_wrong() not in labels(panel)
    assert panel.list.isVisible()


def test_the_keys_reach_every_button(panel: ProblemsPanel) -> None:
    reached = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [
        panel.open_button,
        panel.copy_button,
        panel.again_button,
        panel.close_button,
    ]


def test_rows_grow_with_their_message(panel: ProblemsPanel, window: QWidget, folder: Path) -> None:
    words = "words and more words " * 30
    long = KEY._replace(file="corpus/a.txt", line=1, fault=YamlFault.TAG, arguments=(words,))
    panel.show_problems((long, KEY), folder)
    first = panel.list.visualRect(panel.list.model().index(1, 0))
    last = panel.list.visualRect(panel.list.model().index(3, 0))
    assert first.height() > 2 * last.height()
    assert first.bottom() < last.top()


def test_a_new_look_sets_the_rows_anew(panel: ProblemsPanel, theme: Theme) -> None:
    before = panel.list.visualRect(panel.list.model().index(1, 0)).height()
    theme.set_zoom(2)
    theme.set_colours(dark())
    # A little less than twice: lines are whole pixels high.
    assert panel.list.visualRect(panel.list.model().index(1, 0)).height() > 1.8 * before
    shown = panel.grab().toImage().pixelColor(2, panel.height() - 2).name()
    assert shown == dark().paper


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_where_nothing_is_wrong_all_words_begin_at_the_same_edge(
    panel: ProblemsPanel, theme: Theme, zoom: float
) -> None:
    theme.set_zoom(zoom)
    panel.resize(900, 600)
    panel.show_problems(())
    QApplication.processEvents()
    image = panel.grab().toImage()
    paper = image.pixelColor(2, 2)
    edges: list[int] = []
    for label in panel.findChildren(QLabel):
        if label.isVisible() and label.text():
            box = label.geometry()
            rows = range(box.top(), box.bottom())
            columns = range(box.left(), box.right())
            inked = (x for x in columns if any(image.pixelColor(x, y) != paper for y in rows))
            edges.append(next(inked))
    assert len(edges) == 3
    assert max(edges) - min(edges) <= 2, "but for how round a letter is"


def test_where_nothing_is_wrong_there_is_nothing_to_copy(panel: ProblemsPanel) -> None:
    panel.show_problems(())
    QGuiApplication.clipboard().setText("kept")
    assert panel.copy_chosen() == "There is no problem to copy."
    assert QGuiApplication.clipboard().text() == "kept"


def test_in_another_language_the_place_has_room_before_the_message(
    panel: ProblemsPanel, window: QWidget, folder: Path
) -> None:
    window.resize(1280, 800)
    with pseudo_translated():
        panel.show_problems((CUE,), folder)
        box = panel.list.visualRect(panel.list.model().index(1, 0))
        image = panel.list.viewport().grab(box).toImage()

    paper = image.pixelColor(image.width() - 2, image.height() // 2)
    inked = [
        any(image.pixelColor(x, y) != paper for y in range(6, image.height() - 6))
        for x in range(16, 300)
    ]
    widest = max(len(gap) for gap in "".join(map(str, map(int, inked))).split("1"))
    assert widest >= 9  # words are parted by less
