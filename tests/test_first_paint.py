"""What a start has loaded when the comparison is first painted: each of these costs every start."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from counterpoint.ui.theme.fonts import SERIF
from tests.library_on_disk import LibraryOnDisk

CHILD = """
import json, os, sys
from pathlib import Path

from counterpoint.bootstrap import make_application, open_window

application = make_application(screen=False)

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QFontDatabase


class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window.lifecycle.stage.settled:
            shown = window.lifecycle.stage.has_library
            painted.append([shown, sorted(sys.modules), families()])
            watched.removeEventFilter(self)
        return False


def families():
    return QFontDatabase.families()


def tell():
    checked = [each.objectName() for each in window.findChildren(QAction) if each.isChecked()]
    print(json.dumps([*painted[0], families(), checked]), flush=True)
    os._exit(0)


painted = []
window = open_window(application, Path(sys.argv[1]))
watch = Watch()
window.space.comparison.visible_widget().installEventFilter(watch)
window.ready.connect(tell)
sys.exit(application.exec())
"""

SLOW = {"yaml", "pydantic", "dataclasses", "filelock", "hashlib", "datetime", "rapidfuzz"}
LATER = {
    "counterpoint.application.notes.notebook",
    "counterpoint.storage.files.atomic",
    "counterpoint.storage.library.library_folder",
    "counterpoint.storage.files.text_file",
    "counterpoint.ui.notebook.pane",
    "counterpoint.ui.reader.pane",
    "counterpoint.ui.window.actions.handlers",
}


class Started(NamedTuple):
    opened: bool
    modules: list[str]
    """At the first paint, as are these."""
    first_families: list[str]
    families: list[str]
    """Of letters, when all is there, as are these."""
    checked: list[str]
    """Menu entries."""


def start(folder: Path) -> Started:
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    started = Started(*json.loads(done.stdout))
    assert started.opened
    return started


def loaded_by_qt() -> set[str]:
    """What Python and Qt bring by themselves; from Python 3.14 that has dataclasses in it."""
    program = "import sys, PySide6.QtWidgets; print(*sys.modules)"
    return set(subprocess.check_output([sys.executable, "-c", program], text=True).split())


def test_a_library_from_the_cache_is_painted_before_what_can_wait_is_loaded(
    disk: LibraryOnDisk,
) -> None:
    read = set(start(disk.folder).modules)
    from_cache = set(start(disk.folder).modules)

    assert {"yaml", "counterpoint.storage.library.library_folder"} <= read
    assert from_cache & (SLOW | LATER) - loaded_by_qt() == set()


def test_a_start_keeps_no_code(disk: LibraryOnDisk, own_home: Path) -> None:
    """What is in a cache may be another's: it is read as plain data, and nothing in it is run."""
    start(disk.folder)

    kept = [path for path in (own_home / "cache").rglob("*") if path.is_file()]
    assert [path.suffix for path in kept] == [".jsonl"]
    for line in kept[0].read_text("utf-8").splitlines()[1:]:
        json.loads(line)


def test_what_can_wait_comes_after_the_first_paint(disk: LibraryOnDisk) -> None:
    started = start(disk.folder)

    assert SERIF not in started.first_families
    assert SERIF in started.families
    checked = {
        *("depth-claims", "rows-all", "stance-any", "colours-system"),
        *("show-reader", "show-notebook"),
    }
    assert set(started.checked) - {""} == checked
