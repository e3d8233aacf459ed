"""What a start has loaded when the comparison is first painted: each of these costs every start."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from counterpoint.storage.place import shipped_library
from counterpoint.ui.theme.fonts import SERIF
from tests.library_on_disk import LibraryOnDisk

CHILD = """
import json, linecache, os, sys
from pathlib import Path

from counterpoint.bootstrap import make_application, open_window

application = make_application(screen=False)

import PySide6.QtGui
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QFontDatabase


class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window.lifecycle.stage.settled:
            shown = window.lifecycle.stage.has_library
            painted.append([shown, sorted(sys.modules), classes(), families()])
            watched.removeEventFilter(self)
        return False


def classes():
    return sorted(vars(PySide6.QtGui))  # PySide makes each when it is first asked for


def families():
    return QFontDatabase.families()


def tell():
    checked = [each.objectName() for each in window.findChildren(QAction) if each.isChecked()]
    print(json.dumps([*painted[0], families(), checked, sorted(linecache.cache)]), flush=True)
    os._exit(0)


painted = []
window = open_window(application, Path(sys.argv[1]))
watch = Watch()
window.space.comparison.visible_widget().installEventFilter(watch)
window.ready.connect(tell)
sys.exit(application.exec())
"""

SLOW = {
    "dataclasses",
    "datetime",
    "filelock",
    "hashlib",
    "platform",
    "pydantic",
    "rapidfuzz",
    "subprocess",
    "yaml",
}
LATER = {
    "counterpoint.application.notes.notebook",
    "counterpoint.domain.folding",
    "counterpoint.domain.parting",
    "counterpoint.labels.refusal",
    "counterpoint.storage.files.atomic",
    "counterpoint.storage.library.library_folder",
    "counterpoint.storage.files.text_file",
    "counterpoint.ui.accessibility.press",
    "counterpoint.ui.app.without_qt",
    "counterpoint.ui.comparison.map.depth",
    "counterpoint.ui.comparison.peek.peek",
    "counterpoint.ui.notebook.pane",
    "counterpoint.ui.reader.pane",
    "counterpoint.ui.tasks.task",
    "counterpoint.ui.window.actions.go_to",
    "counterpoint.ui.window.actions.handlers",
    "html.entities",
}

SELDOM = {"counterpoint.domain.problem", "counterpoint.ui.comparison.grid.cell_layout"}
"""What a library wants that has problems or no answers."""


class Started(NamedTuple):
    opened: bool
    modules: list[str]
    """At the first paint, as are these two."""
    classes: list[str]
    """Of QtGui, those that were made for Python."""
    first_families: list[str]
    families: list[str]
    """Of letters, when all is there, as are these."""
    checked: list[str]
    """Menu entries."""
    sources: list[str]
    """Files of which Python has read the source."""


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


def test_a_library_of_answers_with_nothing_to_tell_of_wants_neither_problems_nor_claims() -> None:
    start(shipped_library())

    assert set(start(shipped_library()).modules) & SELDOM == set()


def test_what_screen_readers_are_given_comes_after_the_first_paint(disk: LibraryOnDisk) -> None:
    start(disk.folder)
    made = start(disk.folder).classes

    assert "QPainter" in made
    assert "QGradient" not in made, "it has 169 presets"
    assert [name for name in made if name.startswith("QAccessible")] == []


def test_of_what_is_imported_no_source_is_read(disk: LibraryOnDisk) -> None:
    """PySide would read that of every module."""
    sources = start(disk.folder).sources

    assert [path for path in sources if "counterpoint" in path] == []


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
        *("depth-answers", "rows-all", "stance-any", "colours-system"),
    }
    assert set(started.checked) - {""} == checked
