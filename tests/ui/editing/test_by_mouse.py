"""From an empty library to a comparison with the mouse; the keyboard writes words, and no more."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from counterpoint.application.library.check import check_library
from counterpoint.application.library.new_library import new_library
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.editing.checks_field import ChecksField
from counterpoint.ui.editing.entries_field import EntriesField
from counterpoint.ui.editing.words_field import WordsField
from counterpoint.ui.widgets.plain_choice import PlainChoice
from tests.at_window import AtWindow, Sit, fonts, sit

from .test_from_empty import sentence, write_texts
from .test_words_in_place import is_closed, panel

__all__ = ["fonts", "sit"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_LEFT = Qt.MouseButton.LeftButton


class Mouse:
    def __init__(self, at: AtWindow) -> None:
        self.at = at

    def _field(self, name: str) -> QWidget:
        (row,) = [row for row in panel(self.at).rows if row.asked.name == name]
        panel(self.at)._scroll.ensureWidgetVisible(row)  # the wheel
        return row.field

    def write(self, name: str, words: str) -> None:
        field = self._field(name)
        assert isinstance(field, WordsField)
        QTest.mouseClick(field.viewport(), _LEFT)
        self.at.qtbot.keyClicks(QApplication.focusWidget(), words)

    def choose(self, name: str, words: str) -> None:
        """One of several, from what drops down."""
        field = self._field(name)
        assert isinstance(field, PlainChoice)
        field.showPopup()
        view = field.view()
        index = field.model().index(field.findText(words), 0)
        QTest.mouseClick(view.viewport(), _LEFT, pos=view.visualRect(index).center())
        field.hidePopup()
        field.setCurrentIndex(index.row())  # off screen nothing drops down

    def check(self, name: str, id: str) -> None:
        field = self._field(name)
        assert isinstance(field, ChecksField)
        self.at.click(field.boxes[id])
        assert field.boxes[id].isChecked()

    def add(self, name: str, *cells: str) -> None:
        field = self._field(name)
        assert isinstance(field, EntriesField)
        self.at.click(field.add_button)
        for cell, words in zip(field.rows[-1].cells, cells, strict=False):
            assert isinstance(cell, WordsField)
            QTest.mouseClick(cell.viewport(), _LEFT)
            self.at.qtbot.keyClicks(QApplication.focusWidget(), words)

    def keep(self) -> None:
        self.at.click(panel(self.at).keep_button)
        self.at.qtbot.waitUntil(lambda: is_closed(self.at))

    def menu(self, target: Target, words: str) -> None:
        """An entry under the right button, on what stands there."""
        grid = self.at.grid
        self.at.window.space.comparison.select(target)
        place = grid.place()
        assert place is not None
        widget: QWidget = grid.viewport()
        if place.row < 0:
            widget = grid.columns_header.viewport()
        elif place.column < 0:
            widget = grid.rows_header.viewport()
        point = grid.rect_of(place).topLeft() + QPoint(12, 8)
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(widget, QContextMenuEvent(reason, point, widget.mapToGlobal(point)))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entry = next(each for each in menu.actions() if each.text().startswith(words))
        QTest.mouseClick(menu, _LEFT, pos=menu.actionGeometry(entry).center())


def test_an_approach_a_question_a_claim_and_its_answer(sit: Sit, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    new_library(folder)
    write_texts(folder)
    at = sit(folder, beside=False)
    mouse, space = Mouse(at), at.window.space

    at.click(space.comparison.empty.button)
    mouse.write("title", "Keep talking")
    mouse.add("proponents", "Anna")
    mouse.keep()
    at.click(space.comparison.empty.button)
    mouse.write("title", "Aim")
    for name in ("Peace", "Order"):
        mouse.add("answers", name, f"{name} first.")
    mouse.keep()
    at.qtbot.waitUntil(at.grid.isVisible)

    cell = Target(TargetKind.POSITION, "keep-talking", "aim")
    mouse.menu(cell, "New claim")
    mouse.write("text", "She is not moved.")
    mouse.choose("source", "Speech")
    mouse.write("quote", sentence("Anna", "Aim"))
    mouse.write("voice-other", "Anna")
    mouse.keep()

    mouse.menu(cell, "Answer in this cell")
    mouse.write("answer", "It is not moved.")
    mouse.check("holds", "order")
    mouse.check("rests_on", "she-is-not-moved")
    mouse.keep()

    at.window.menus.trigger("depth-claims")
    library = space.session.library
    assert library is not None
    piece = library.approach("keep-talking").position("aim").claims[0].evidence[0]
    mark = Target(
        TargetKind.EVIDENCE, "keep-talking", "aim", "she-is-not-moved", piece.key, "speech"
    )
    mouse.menu(mark, "Change this")
    mouse.choose("stance", "describes")
    mouse.keep()

    mouse.menu(Target(TargetKind.APPROACH, "keep-talking"), "New approach")
    mouse.write("title", "Wait")
    mouse.keep()
    mouse.menu(question_target("aim"), "New question")
    mouse.write("title", "Means")
    mouse.keep()
    mouse.menu(question_target("means"), "Delete this")
    at.qtbot.waitUntil(lambda: "Means" in at.window.status.message())
    mouse.menu(Target(TargetKind.APPROACH, "wait"), "Delete this")
    at.qtbot.waitUntil(lambda: "Wait" in at.window.status.message())

    at.qtbot.waitUntil(lambda: not space.editing.desk.writer.waiting)  # type: ignore[union-attr]
    check = check_library(folder)[0]
    assert [str(each) for each in check.problems] == []
    assert check.unfinished == ()
    assert (check.approaches, check.claims) == (1, 1)
    assert "stance: describes" in (folder / "options" / "keep-talking.yaml").read_text("utf-8")
