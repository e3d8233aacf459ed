"""The tabs of the notes on one thing, few and very many."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.domain.note import WHOLE_COMPARISON, Note, NoteKind
from counterpoint.ui.notebook.note_tabs import MOST, NoteTabs

TIME = "2026-11-22T10:15:30Z"


def notes(count: int, first: int = 0) -> list[Note]:
    return [
        Note(f"{at:05}", WHOLE_COMPARISON, NoteKind.OBSERVATION, (), TIME, TIME, "", f"R & {at}")
        for at in range(first, first + count)
    ]


@pytest.fixture
def tabs(qtbot: QtBot, window: QWidget) -> NoteTabs:
    tabs = NoteTabs(window)
    tabs.resize(480, 40)
    return tabs


def labels(tabs: NoteTabs) -> list[str]:
    return [tabs.tabText(at) for at in range(tabs.count())]


def test_each_note_has_its_tab(tabs: NoteTabs) -> None:
    tabs.show_notes(notes(MOST), "00003")
    assert labels(tabs) == [f"R && {at}" for at in range(MOST)]
    assert tabs.currentIndex() == 3
    tabs.show_notes(notes(2), "00001")
    assert labels(tabs) == ["R && 0", "R && 1"]
    assert tabs.isVisible()
    tabs.show_notes(notes(1), "00000")
    assert tabs.isHidden()
    tabs.show_notes(notes(3), "00001")
    assert labels(tabs) == ["R && 0", "R && 1", "R && 2"]
    assert tabs.isVisible()


def test_of_very_many_those_around_the_one_in_sight_have_tabs(tabs: NoteTabs) -> None:
    many = notes(4000)
    tabs.show_notes(many, "02000")
    assert tabs.count() == MOST + 2
    assert tabs.tabText(tabs.currentIndex()) == "R && 2000"
    assert labels(tabs)[0] == "‹ 1,988 earlier"
    assert labels(tabs)[-1] == "1,987 later ›"
    tabs.show_notes(many, "02005")
    assert labels(tabs)[0] == "‹ 1,988 earlier", "nothing moves while it is among them"
    tabs.show_notes(many, "03999")
    assert tabs.tabText(tabs.currentIndex()) == "R && 3999" == labels(tabs)[-1]
    tabs.show_notes(many, "00000")
    assert tabs.currentIndex() == 0
    assert labels(tabs)[-1] == f"{4000 - MOST:,} later ›"


def test_every_note_is_reached_by_the_keys(qtbot: QtBot, tabs: NoteTabs) -> None:
    many = notes(3 * MOST)
    wanted: list[str] = []
    tabs.note_wanted.connect(wanted.append)
    tabs.note_wanted.connect(lambda wanted: tabs.show_notes(many, wanted))
    tabs.show_notes(many, "00000")
    tabs.setFocus()
    for _ in many[1:]:
        QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert wanted == [note.id for note in many[1:]]
    wanted.clear()
    for _ in many[1:]:
        QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert wanted == [note.id for note in reversed(many[:-1])]


def test_a_note_that_comes_and_one_that_goes_move_no_other(tabs: NoteTabs) -> None:
    many = notes(100)
    tabs.show_notes(many, "00050")
    before = labels(tabs)[1:-1]
    tabs.show_notes([*notes(1, 500), *many, *notes(1, 600)], "00050")
    assert labels(tabs)[1:-1] == before
    tabs.show_notes(many[1:], "00050")
    assert labels(tabs)[1:-1] == before
