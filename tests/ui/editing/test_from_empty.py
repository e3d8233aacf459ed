"""From no library at all and plain texts to a comparison, in the window, by keys alone."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from counterpoint.application.library.check import check_library
from counterpoint.ui.editing.panel import Panel
from tests.at_window import AtWindow, Sit, fonts, sit
from tests.library_on_disk import LibraryOnDisk

__all__ = ["fonts", "sit"]

HOLDERS = ("Anna", "Ben", "Cara")
APPROACHES = ("Keep talking", "Wait and see", "Press them")
QUESTIONS = ("Aim", "Means", "Allies", "Risks")
_NAMED = ("Peace first", "Order first")


def sentence(holder: str, question: str) -> str:
    return f"{holder} speaks of {question.lower()} and is not moved."


def write_texts(folder: Path) -> list[Path]:
    """Plain ones, as they come from anywhere."""
    folder.mkdir()
    found = []
    for id, said in (("speech", "spoke"), ("answer", "answered")):
        blocks = [f"{holder} {said} in the house." for holder in HOLDERS]
        if id == "speech":
            blocks += [sentence(holder, each) for holder in HOLDERS for each in QUESTIONS]
        found.append(folder / f"{id}.txt")
        found[-1].write_text("\n\n".join((f"{id.title()} of the year", *blocks, "")), "utf-8")
    return found


def wait_opened(at: AtWindow, folder: Path, sources: int = 0) -> None:
    """The library there is, with so many sources."""

    def is_there() -> bool:
        library = at.window.space.session.library
        if not at.is_open() or library is None or library.folder != folder:
            return False
        return len(library.contents.sources) == sources

    at.qtbot.waitUntil(is_there, timeout=20_000)


class Keys:
    """A person who has a keyboard and no mouse."""

    def __init__(self, at: AtWindow) -> None:
        self.at = at

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.at.key(key, modifier or Qt.KeyboardModifier.NoModifier)

    def type(self, words: str) -> None:
        self.at.qtbot.keyClicks(self.focus, words)

    def tab(self, times: int = 1) -> None:
        for _ in range(times):
            self.press(Qt.Key.Key_Tab)

    def tab_to(self, name: str) -> None:
        """To the field that a screen reader names so."""
        heard: list[str] = []
        for _ in range(40):
            if self.focus.accessibleName() == name:
                return
            heard.append(self.focus.accessibleName())
            self.tab()
        raise AssertionError(f"no {name!r} among {heard}")

    def palette(self, words: str) -> None:
        """Something by its name."""
        self.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        self.type(words)
        self.press(Qt.Key.Key_Return)

    @property
    def panel(self) -> Panel:
        asker = self.at.window.space.comparison.deeds.asker
        self.at.qtbot.waitUntil(lambda: asker.panel is not None)
        assert asker.panel is not None
        return asker.panel

    def keep(self) -> None:
        panel = self.panel
        self.press(Qt.Key.Key_Return)
        self.at.qtbot.waitUntil(lambda: not panel.isVisible(), timeout=2000)


def _begin(keys: Keys, folder: Path) -> None:
    """A new library, and documents in it."""
    keys.palette("New library")
    assert keys.focus.accessibleName() == "What the new library begins with"
    keys.tab()
    keys.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys.type(str(folder))
    keys.press(Qt.Key.Key_Return)
    wait_opened(keys.at, folder)
    keys.palette("Import documents")
    wait_opened(keys.at, folder, sources=2)
    keys.press(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    keys.at.qtbot.waitUntil(lambda: keys.at.window.space.view_name() == "compare")


def _make_approach(keys: Keys, title: str, holder: str) -> None:
    keys.palette("New approach")
    assert keys.panel.isVisible()
    keys.type(title)
    keys.tab()
    keys.type(f"{title}, whatever comes.")
    keys.tab_to("Add a holder")
    keys.press(Qt.Key.Key_Space)
    keys.type(holder)
    keys.tab_to("Whose status, and when")
    keys.type(f"{holder}, 2010")
    keys.tab_to("Date; empty where the texts bear none")
    keys.type("2010")
    keys.keep()


def _make_question(keys: Keys, title: str) -> None:
    keys.palette("New question")
    assert keys.panel.isVisible()
    keys.type(title)
    keys.tab_to("What every approach is asked")
    keys.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keys.type(f"What of {title.lower()}")
    keys.tab_to("How the answers tell the approaches apart")
    keys.type("Each has its own.")
    for name in _NAMED:
        keys.tab_to("Add a named answer")
        keys.press(Qt.Key.Key_Space)
        keys.type(name)
        keys.tab()
        keys.tab_to("What it means, in one line")
        keys.type(f"{name} of all.")
    keys.keep()


def _make_claim(keys: Keys, holder: str, question: str) -> None:
    keys.press(Qt.Key.Key_Insert)
    assert keys.panel.isVisible()
    keys.type(f"{holder} is not moved on {question.lower()}.")
    keys.tab_to("Source")
    keys.type("Speech")
    keys.tab_to("Quotation, word for word")
    keys.type(sentence(holder, question))
    keys.tab_to("Who says it")
    _say_who(keys, holder)
    keys.keep()


def _say_who(keys: Keys, who: str, part: str = "") -> None:
    """From the choice among those who spoke before."""
    keys.press(Qt.Key.Key_End)
    keys.tab_to(f"{part}Who says it, nearest to the reader first")
    keys.type(who)


def _answer(keys: Keys, holder: str, question: str) -> None:
    """From the claim, which is chosen."""
    keys.press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    panel = keys.panel
    assert panel.rows[0].asked.name == "answer", panel.asked
    keys.type("It is not moved.")
    keys.tab_to(_NAMED[HOLDERS.index(holder) % 2])
    keys.press(Qt.Key.Key_Space)
    keys.tab_to(f"{holder} is not moved on {question.lower()}.")
    keys.press(Qt.Key.Key_Space)
    keys.keep()


def _reply(keys: Keys) -> None:
    """From the evidence, which is chosen."""
    keys.press(
        Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert keys.panel.asked.what == "new-reply"


def test_three_approaches_four_questions_twelve_quotations_and_two_replies(
    sit: Sit, disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    at = sit(disk.folder, beside=False)
    keys = Keys(at)
    texts = write_texts(tmp_path / "texts")
    chosen = [str(path) for path in texts]  # the system's own dialog
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (chosen, ""))
    _begin(keys, folder)
    space = at.window.space

    for title, holder in zip(APPROACHES, HOLDERS, strict=True):
        _make_approach(keys, title, holder)
    for question in QUESTIONS:
        _make_question(keys, question)
    assert at.grid.hasFocus()
    keys.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for question in QUESTIONS:
        for holder in HOLDERS:
            place = at.grid.place()
            assert place is not None
            assert at.grid.grid_model.approach(*place[:2]).head.proponents[0].name == holder
            assert at.grid.grid_model.dimension(*place[:2]).title == question
            _make_claim(keys, holder, question)
            _answer(keys, holder, question)
            if holder != HOLDERS[-1]:
                keys.press(Qt.Key.Key_Right)
        keys.press(Qt.Key.Key_Home)
        keys.press(Qt.Key.Key_Down)

    for who in (1, 2):
        keys.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        keys.press(Qt.Key.Key_Plus)
        for _ in range(2):
            keys.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        _reply(keys)
        keys.tab_to("Who answers: Source")
        keys.type("Answer")
        keys.tab_to("Who answers: Quotation, word for word")
        keys.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        keys.type(f"{HOLDERS[who]} answered in the house.")
        keys.tab_to("Who answers: Who says it")
        _say_who(keys, HOLDERS[who], "Who answers: ")
        keys.tab_to("Whom: Source")
        keys.type("Speech")
        keys.tab_to("Whom: Quotation, word for word")
        keys.type(sentence("Anna", "Aim"))
        keys.tab_to("Whom: Who says it")
        _say_who(keys, "Anna", "Whom: ")
        keys.keep()

    at.qtbot.waitUntil(lambda: not space.editing.desk.writer.waiting)  # type: ignore[union-attr]
    check = check_library(folder)[0]
    assert [str(each) for each in check.problems] == []
    assert [str(each) for each in check.remarks] == []
    assert check.unfinished == ()
    assert (check.approaches, check.claims, check.evidence) == (3, 12, 12)
    replies = (folder / "options" / "replies.yaml").read_text("utf-8")
    assert replies.count("kind: rebuts") == 2
    assert "voice: [Ben]" in replies
