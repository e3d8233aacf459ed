"""From an empty library to a comparison with the mouse; the keyboard writes words, and no more."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget

from counterpoint.application.library.anchor import anchor_library
from counterpoint.application.library.check import check_library
from counterpoint.application.library.new_library import new_library
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.ui.editing.checks_field import ChecksField
from counterpoint.ui.editing.entries_field import EntriesField
from counterpoint.ui.editing.panel import Panel
from counterpoint.ui.editing.words_field import WordsField
from counterpoint.ui.widgets.plain_choice import PlainChoice
from tests.at_window import AtWindow, Sit, fonts, sit
from tests.library_on_disk import LETTER_YAML, LibraryOnDisk

from .test_from_empty import APPROACHES, HOLDERS, QUESTIONS, sentence, wait_opened, write_texts
from .test_words_in_place import is_closed, panel

__all__ = ["fonts", "sit"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
_LEFT = Qt.MouseButton.LeftButton


def claim_in_cell(at: AtWindow, cell: Target) -> Target:
    library = at.window.space.session.library
    assert library is not None
    (claim,) = library.approach(cell.approach).position(cell.dimension).claims
    return cell._replace(kind=TargetKind.CLAIM, claim=claim.id)


def describe_speech(folder: Path) -> None:
    """A source that is there already."""
    described = LETTER_YAML.partition("furniture:")[0].replace("A letter", "Speech")
    described = described.replace("Letter", "Speech").replace("2008-10-20", "2010")
    (folder / "corpus" / "speech.yaml").write_text(described, "utf-8")
    text = f"¶1. Anna spoke.\n\n¶2. {sentence('Anna', 'Aim')}\n"
    (folder / "corpus" / "speech.txt").write_text(text, "utf-8")
    assert anchor_library(folder).problems == ()


class Mouse:
    def __init__(self, at: AtWindow) -> None:
        self.at = at
        self._panel: Panel | None = None
        """The one that is filled in, where it is not the comparison's."""

    def _field(self, name: str) -> QWidget:
        made = self._panel or panel(self.at)
        (row,) = [row for row in made.rows if row.asked.name == name]
        made._scroll.ensureWidgetVisible(row)  # the wheel
        return row.field

    def write(self, name: str, words: str) -> None:
        field = self._field(name)
        assert isinstance(field, WordsField)
        QTest.mouseClick(field.viewport(), _LEFT)
        field.selectAll()  # its menu has it
        self.at.qtbot.keyClicks(QApplication.focusWidget(), words)

    def choose(self, name: str, words: str) -> None:
        """One of several, from what drops down."""
        field = self._field(name)
        assert isinstance(field, PlainChoice)
        field.showPopup()
        view = field.view()
        at = field.findText(words, Qt.MatchFlag.MatchStartsWith)
        assert at >= 0, [field.itemText(each) for each in range(field.count())]
        index = field.model().index(at, 0)
        QTest.mouseClick(view.viewport(), _LEFT, pos=view.visualRect(index).center())
        field.hidePopup()
        field.setCurrentIndex(index.row())  # off screen nothing drops down
        self.at.window.activateWindow()  # as a window manager does
        self.at.qtbot.waitUntil(self.at.window.isActiveWindow)

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

    def bar(self, title: str, *entries: str) -> None:
        """Through the menus of the bar."""
        bar = self.at.window.menuBar()
        (action,) = [each for each in bar.actions() if each.text().replace("&", "") == title]
        QTest.mouseClick(bar, _LEFT, pos=bar.actionGeometry(action).center())
        for words in entries:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            entry = next(
                each for each in menu.actions() if each.text().replace("&", "").startswith(words)
            )
            assert entry.isEnabled(), words
            spot = menu.actionGeometry(entry).center()
            QTest.mouseMove(menu, spot)
            QTest.mouseClick(menu, _LEFT, pos=spot)
            if words != entries[-1]:
                self.at.qtbot.waitUntil(
                    lambda above=menu: QApplication.activePopupWidget() is not above  # type: ignore[misc]
                )

    def make_library(self, folder: Path) -> None:
        self.bar("Library", "New library")
        maker = self.at.window.libraries.maker
        QTest.mouseDClick(maker.folder, _LEFT)
        maker.folder.selectAll()  # three clicks
        self.at.qtbot.keyClicks(maker.folder, str(folder))
        self.at.click(maker.make)
        wait_opened(self.at, folder)

    def claim(self, cell: Target, holder: str, question: str) -> None:
        self.menu(cell, "New claim")
        self.write("text", f"{holder} is not moved on {question.lower()}.")
        self.choose("source", "Speech")
        self.write("quote", sentence(holder, question))
        voice = self._field("voice")
        if isinstance(voice, PlainChoice) and voice.findText(holder) >= 0:
            self.choose("voice", holder)
        else:
            if isinstance(voice, PlainChoice) and voice.count() > 1:
                self.choose("voice", voice.itemText(voice.count() - 1))
            self.write("voice-other", holder)
        self.keep()

    def say_reply(self, made: Panel, who: str) -> None:
        """In the panel of a reply, however it was opened."""
        self.at.qtbot.waitUntil(made.isVisible)
        self._panel = made
        self.choose("by-source", "Answer")
        self.write("by-quote", f"{who} answered in the house.")
        self.choose("by-voice", who)
        self.choose("to-source", "Speech")
        self.write("to-quote", sentence("Anna", "Aim"))
        self.choose("to-voice", "Anna")
        self.at.click(made.keep_button)
        self.at.qtbot.waitUntil(lambda: not made.isVisible())
        self._panel = None


def test_three_approaches_four_questions_twelve_quotations_and_two_replies(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, texts = tmp_path / "mine", write_texts(tmp_path / "texts")
    chosen = [str(path) for path in texts]  # the system's own dialog
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    at = sit(disk.folder, beside=False)
    mouse = Mouse(at)
    mouse.make_library(folder)
    space = at.window.space
    mouse.bar("Library", "Import documents")
    wait_opened(at, folder, sources=2)
    mouse.bar("View", "Comparison")

    for title, holder in zip(APPROACHES, HOLDERS, strict=True):
        mouse.bar("Edit", "New", "New approach")
        mouse.write("title", title)
        mouse.add("proponents", holder)
        mouse.write("status_note", f"{holder}, 2010")
        mouse.keep()
    for question in QUESTIONS:
        mouse.bar("Edit", "New", "New question")
        mouse.write("title", question)
        for name in ("Peace", "Order"):
            mouse.add("answers", name, f"{name} first.")
        mouse.keep()
    at.qtbot.waitUntil(at.grid.isVisible)
    for question in QUESTIONS:
        for title, holder in zip(APPROACHES, HOLDERS, strict=True):
            id = title.lower().replace(" ", "-")
            cell = Target(TargetKind.POSITION, id, question.lower())
            mouse.claim(cell, holder, question)
            mouse.menu(cell, "Answer in this cell")
            mouse.write("answer", "It is not moved.")
            mouse.check("holds", "peace")
            mouse.check("rests_on", claim_in_cell(at, cell).claim)
            mouse.keep()

    at.window.menus.trigger("depth-claims")
    ben = Target(TargetKind.POSITION, "wait-and-see", "aim")
    mouse.menu(claim_in_cell(at, ben), "Reply to")
    mouse.say_reply(panel(at), "Ben")
    mouse.bar("View", "Who answers whom")
    at.qtbot.waitUntil(lambda: space.pages.isVisible())
    at.click(space.pages.bar.reply)
    asker = space.pages.deeds.asker
    at.qtbot.waitUntil(lambda: asker.panel is not None)
    assert asker.panel is not None
    mouse.say_reply(asker.panel, "Cara")

    at.qtbot.waitUntil(lambda: not space.editing.desk.writer.waiting)  # type: ignore[union-attr]
    check = check_library(folder)[0]
    assert [str(each) for each in check.problems] == []
    assert [str(each) for each in check.remarks] == []
    assert (check.approaches, check.claims, check.evidence) == (3, 12, 12)
    assert (folder / "options" / "replies.yaml").read_text("utf-8").count("kind: rebuts") == 2
    written = "".join(each.read_text("utf-8") for each in (folder / "options").glob("*.yaml"))
    plain = [line for line in written.splitlines() if '"' in line and "anchor:" not in line]
    assert plain == [], "no words need a quotation mark here"


def test_an_approach_a_question_a_claim_and_its_answer(sit: Sit, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    new_library(folder)
    describe_speech(folder)
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
