"""Types into real notebook panes in child processes, for test_kill.py to kill.

python kill_while_typing.py FOLDER CHILDREN: imports everything once, then for every line on its
standard input forks a child that opens the notes in FOLDER/<the line>, and prints `<line> <pid>`.
A child types until it is killed. It reports each letter in FOLDER/<the line>.log as
`<note> <code point> <seconds>` (time.monotonic, the same clock for all processes) once the field
has taken it. What is handed to the system survives SIGKILL of who wrote it.
"""

import os
import random
import sys
import time
from itertools import count
from pathlib import Path
from typing import TextIO

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.ui.notebook.pane import NotebookPane
from counterpoint.ui.session.live_notebook import LiveNotebook
from counterpoint.ui.theme.theme import Theme
from tests.faults.forking import fork_for_each_name

LETTERS = "abcdefghij klmnopqrst äöüß—“”"
BETWEEN = 12
"""Milliseconds from letter to letter: faster than anyone types."""
STAY = 110
"""Letters until the child goes on to another note."""

TARGETS = (
    WHOLE_COMPARISON,
    Target(TargetKind.APPROACH, approach="containment"),
    Target(TargetKind.CLAIM, approach="containment", dimension="diagnosis", claim="c1"),
)


class Typist:
    """Types into one note after the other, always at the end."""

    def __init__(self, pane: NotebookPane, log: TextIO, seed: int) -> None:
        self.pane = pane
        self.log = log
        self.random = random.Random(seed)
        self.letters = count()
        self.timer = QTimer(pane)
        self.timer.setInterval(BETWEEN)
        self.timer.timeout.connect(self.type)
        self.timer.start()

    def press(self, letter: str) -> None:
        """QTest knows the keys of ASCII only."""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(self.pane.editor, event)

    def type(self) -> None:
        letter = self.random.choice(LETTERS)
        if next(self.letters) % STAY == 0:
            self.pane.show_target(self.random.choice(TARGETS), "a thing", "")
        self.press(letter)
        self.log.write(f"{self.pane.current} {ord(letter)} {time.monotonic():.6f}\n")
        self.log.flush()


def live(folder: Path, log: Path, seed: int) -> None:
    """The life of a child. Never returns."""
    qInstallMessageHandler(lambda *_: None)
    application = QApplication(["notebook"])
    notebook = LiveNotebook(Notebook(NotesFolder(folder)))
    pane = NotebookPane(notebook, Theme())
    pane.resize(480, 330)
    pane.show()
    notebook.notebook.keeper.read_folder()
    notebook.notebook.collect()
    notebook.start()
    with log.open("w") as file:
        typist = Typist(pane, file, seed)
        application.exec()
        typist.timer.stop()


def main() -> None:
    import filelock  # noqa: F401 (imported by the first save; here so that a fork has it)

    home = Path(sys.argv[1])
    fork_for_each_name(lambda name: live(home / name, home / f"{name}.log", int(name)))


if __name__ == "__main__":
    main()
