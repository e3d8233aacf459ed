"""Edits libraries through the program's own window in child processes, for test_kill_window.py to
kill.

python kill_in_window.py FOLDER: for every line on its standard input forks a child that opens its
window on the library in FOLDER/<the line>, and prints `<line> <pid>`. Until it is killed the child
types a sentence into the panel of a claim, letter by letter, keeps it by Enter, links two words of
the reader to that claim by keys, and begins again. It reports in FOLDER/<the line>.log, once the
window has taken it, each letter as `typed <sentence> <letters> <seconds>`, each Enter as
`kept <sentence> 0 <seconds>`, each link as `linked <links> 0 <seconds>` (time.monotonic).
"""

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt, QTimer, qInstallMessageHandler
from PySide6.QtTest import QTest

from counterpoint.application.library.session import How
from counterpoint.bootstrap import make_application, open_window
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.editing.panel import Panel
from counterpoint.ui.editing.words_field import WordsField
from counterpoint.ui.reader.linking.field import LinkField
from counterpoint.ui.window.main_window import MainWindow
from tests.faults.forking import fork_for_each_name

CLAIM = Target(TargetKind.CLAIM, "talk", "channels", "go-on")
BETWEEN = 15
"""Milliseconds from key to key: faster than anyone types."""


def sentence(number: int) -> str:
    """Every other is so long that it takes seconds to type: what is in the panel then is no change
    of the library yet."""
    said = f"Said for the {number}th time, talks should go on"
    return f"{said}{' and on' * (25 if number % 2 else 0)}."


class Analyst:
    """Does the next thing each time that the clock ticks."""

    def __init__(self, window: MainWindow, log: TextIO) -> None:
        self.window, self.log = window, log
        self.links = 0
        self.work = self.all_day()
        self.timer = QTimer(window, interval=BETWEEN)
        self.timer.timeout.connect(lambda: next(self.work))
        self.timer.start()

    def tell(self, what: str, number: int, letters: int = 0) -> None:
        self.log.write(f"{what} {number} {letters} {time.monotonic():.6f}\n")
        self.log.flush()

    def all_day(self) -> Iterator[None]:
        space = self.window.space
        space.navigator.open_source("letter")
        number = 0
        while True:
            number += 1
            yield from self.word(number)
            yield from self.link()

    def word(self, number: int) -> Iterator[None]:
        space = self.window.space
        space.session.choose(CLAIM, How.GONE_TO)
        self.window.menus.trigger("edit-here")
        while not (panel := self.panel()):
            yield
        field = panel.rows[0].field
        assert isinstance(field, WordsField)
        field.selectAll()
        for at, letter in enumerate(sentence(number), 1):
            QTest.keyClicks(field, letter)
            self.tell("typed", number, at)
            yield
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.tell("kept", number)
        while self.panel() is not None:
            yield

    def link(self) -> Iterator[None]:
        reader = self.window.space.reader
        model = reader.view.model
        assert model is not None
        words = [at for at, sign in enumerate(model.text) if sign == " " and at > 20]
        if self.links + 2 >= len(words):
            return
        start = words[self.links] + 1
        self.window.space.session.choose(CLAIM, How.NAMED)
        reader.view.select(start, words[self.links + 2])
        reader.link()
        field = self.window.findChild(LinkField)
        while not (isinstance(field, LinkField) and field.isVisible()):
            yield
            field = self.window.findChild(LinkField)
        yield
        QTest.keyClick(field.query, Qt.Key.Key_Return)
        self.links += 1
        self.tell("linked", self.links)
        while field.isVisible():
            yield

    def panel(self) -> Panel | None:
        return self.window.space.comparison.deeds.asker.panel


def live(folder: Path, log: Path) -> None:
    """The life of a child. Never returns."""
    qInstallMessageHandler(lambda *_: None)
    application = make_application(screen=False)
    window = open_window(application, folder)
    window.resize(1280, 800)
    with log.open("w") as file:

        def begin() -> None:
            window.activateWindow()
            application.analyst = Analyst(window, file)  # type: ignore[attr-defined]

        window.ready.connect(lambda: QTimer.singleShot(300, begin))
        application.exec()


def main() -> None:
    home = Path(sys.argv[1])

    def child(name: str) -> None:
        os.environ["COUNTERPOINT_HOME"] = str(home / f"{name}-home")
        live(home / name, home / f"{name}.log")

    fork_for_each_name(child)


if __name__ == "__main__":
    main()
