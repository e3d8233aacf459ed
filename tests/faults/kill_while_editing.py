"""Edits real libraries in child processes, for test_kill_edits.py to kill.

python kill_while_editing.py FOLDER: for every line on its standard input forks a child that edits
the library in FOLDER/<the line> until it is killed, and prints `<line> <pid>`. A child reports in
FOLDER/<the line>.log what it has changed and typed, as `<number> <seconds>` (time.monotonic).
"""

import os
import sys
import time
from itertools import count
from pathlib import Path

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.application.editing.drafts import Drafts
from counterpoint.application.history import History
from counterpoint.domain.command_kind import CommandKind
from counterpoint.domain.editing.claims import word_claim
from counterpoint.domain.forms import ApproachForm
from tests.faults.forking import fork_for_each_name


def wording(number: int) -> str:
    return f"Talks should go on, said for the {number}th time."


def live(folder: Path, log: Path) -> None:
    """The life of a child. Never returns."""
    desk, drafts = LibraryDesk(folder, History()), Drafts(folder)
    desk.writer.start()
    drafts.start()
    with log.open("w") as file:
        for number in count():

            def change(form: ApproachForm, number: int = number) -> ApproachForm:
                return word_claim(form, "go-on", wording(number))

            drafts.type("talk/not-real/text", wording(number))
            desk.change_approach("talk", CommandKind.WORD_CLAIM, change)
            if number % 3 == 2:
                desk.history.undo()
                desk.history.redo()
            desk.collect()
            file.write(f"{number} {time.monotonic():.6f}\n")
            file.flush()
            time.sleep(0.06)  # oftener than anyone words a claim


def main() -> None:
    home = Path(sys.argv[1])

    def child(name: str) -> None:
        os.environ["COUNTERPOINT_HOME"] = str(home / f"{name}-home")
        live(home / name, home / f"{name}.log")

    fork_for_each_name(child)


if __name__ == "__main__":
    main()
