"""No words of others reach Qt where it would look for markup in them: read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

import counterpoint.ui
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import (
    LONGEST,
    on_control,
    plain_tip,
    tip_of_paragraphs,
    window_title,
)

UI = Path(counterpoint.ui.__file__).parent
FILES = sorted(UI.rglob("*.py"))
TIPS = {"setToolTip": 0, "setTabToolTip": 1, "setStatusTip": 0, "setWhatsThis": 0, "showText": 1}
"""Methods that are given words in which Qt looks for markup, and as which argument."""
SAFE = {"plain_tip", "tip_of_paragraphs"}
ROLES = {"ToolTipRole", "StatusTipRole", "WhatsThisRole"}
MARKUP = {
    "QTextDocument",
    "QTextBrowser",
    "QTextEdit",
    "QStaticText",
    "QErrorMessage",
    "QWhatsThis",
    "QInputDialog",
    "QProgressDialog",
    "QWizard",
    "QMessageBox",
    "QLabel",
    "setHtml",
    "insertHtml",
    "setMarkdown",
    "setInformativeText",
}
"""What shows markup, and where it may be named: each of these files makes its own, or asks for
plain text."""
ALLOWED = {
    "paper/whole_words.py": {"QTextDocument"},  # walks one, makes none
    "paper/page_browser.py": {"QTextBrowser", "setHtml"},
    "window/frame/help_page.py": {"QTextBrowser", "setHtml"},
    "widgets/clipboard.py": {"setHtml"},  # what others are given, not shown here
    "widgets/plain_label.py": {"QLabel"},
    "widgets/plain_box.py": {"QMessageBox"},
    "handover/preview.py": {"insertHtml"},  # into a page browser, what report_html has escaped
    "comparison/header/header_view.py": {"QLabel"},  # asks whether Qt shows one of its own
    "editing/words_field.py": {"QTextEdit"},  # sets plain text, and takes no other
    "window/actions/copying.py": {"QLabel", "QTextEdit"},  # asks what has the focus
}


def named(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.Name):
            yield node.id, node.lineno


def is_safe(words: ast.expr) -> bool:
    """Whether an expression is words of our own, or made safe."""
    match words:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in SAFE
        case ast.IfExp():
            return is_safe(words.body) and is_safe(words.orelse)
    return False


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(UI)) for file in FILES])
def test_no_markup_is_looked_for_in_words(file: Path) -> None:
    tree = ast.parse(file.read_text("utf-8"))
    name = file.relative_to(UI).as_posix()
    wrong: list[str] = []
    for what, line in named(tree):
        if what in MARKUP and what not in ALLOWED.get(name, ()):
            wrong.append(f"line {line}: {what} looks for markup")
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            at = TIPS.get(node.func.attr)
            if at is not None and not is_safe(node.args[at]):
                wrong.append(f"line {node.lineno}: {node.func.attr} without plain_tip")
            if node.func.attr == "setText" and _is_clipboard(node.func.value, name):
                wrong.append(f"line {node.lineno}: the clipboard without put_on_clipboard")
            if node.func.attr == "setWindowTitle" and not _is_title(node.args[0]):
                wrong.append(f"line {node.lineno}: setWindowTitle without window_title")
        if isinstance(node, ast.match_case) and {what for what, _ in named(node.pattern)} & ROLES:
            for each in ast.walk(node):
                if isinstance(each, ast.Return) and not is_safe(each.value or ast.Constant(None)):
                    wrong.append(f"line {each.lineno}: a tooltip without plain_tip")
    assert wrong == []


def _is_clipboard(given: ast.expr, file: str) -> bool:
    match given:
        case ast.Call(func=ast.Attribute(attr="clipboard")):
            return file != "widgets/clipboard.py"
    return False


def _is_title(words: ast.expr) -> bool:
    match words:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="window_title")):
            return True
    return False


def test_roles_of_tooltips_are_only_answered_in_a_match() -> None:
    """Which the test above reads."""
    for file in FILES:
        tree = ast.parse(file.read_text("utf-8"))
        asked = [what for what, _ in named(tree) if what in ROLES]
        matched = [
            what
            for node in ast.walk(tree)
            if isinstance(node, ast.match_case)
            for what, _ in named(node.pattern)
            if what in ROLES
        ]
        assert asked == matched, file


@pytest.mark.parametrize(
    "words",
    [
        "plain",
        "a < b & c > d",
        'A long title <img src="x">',
        "<b>bold</b>",
        "&lt;b&gt;",
        "<!doctype html>",
        "two\nlines <i>of it</i>",
        "\n <u>below</u>",
        "  two  spaces <s>kept</s>",
    ],
)
def test_a_tooltip_shows_its_words_letter_by_letter(qtbot: QtBot, words: str) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.setToolTip(plain_tip(words))
    widget.show()
    QApplication.sendEvent(
        widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), widget.mapToGlobal(QPoint(1, 1)))
    )
    (tip,) = [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, QLabel) and each.isVisible()
    ]
    qtbot.waitUntil(lambda: tip.text() == widget.toolTip())

    tip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
    tip.setSelection(0, len(words))
    chosen = tip.selectedText().replace("\u2028", "\n").replace("\u2029", "\n")
    QToolTip.hideText()
    assert chosen == words


def test_a_tooltip_is_bounded() -> None:
    assert len(plain_tip("word " * LONGEST)) <= LONGEST + 1
    assert len(tip_of_paragraphs(["<" * 10 * LONGEST])) < 5 * LONGEST


def test_a_label_shows_markup_as_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = PlainLabel(window, "<b>bold</b>")

    assert label.textFormat() is Qt.TextFormat.PlainText


def test_an_ampersand_marks_no_key_and_a_tab_no_column(qtbot: QtBot) -> None:
    button = QPushButton(on_control("R&D\tand\nmore"))
    qtbot.addWidget(button)

    assert button.shortcut().isEmpty()
    assert button.text() == "R&&D and more"


def test_a_title_of_a_window_keeps_what_stands_in_brackets(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setWindowTitle(window_title("Draft [*] of\ntwo"))
    window.setWindowModified(True)

    assert window_title("Draft [*] of\ntwo") == "Draft [*][*] of two"
