"""What a start has loaded when the comparison is first painted: each of these costs every start."""

import json
import subprocess
import sys
from pathlib import Path

from tests.library_on_disk import LibraryOnDisk

CHILD = """
import json, os, sys
from pathlib import Path

from counterpoint.bootstrap import make_application, open_window

application = make_application(screen=False)

from PySide6.QtCore import QEvent, QObject, QTimer


class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and window.is_settled():
            print(json.dumps([window.desk.library is not None, sorted(sys.modules)]), flush=True)
            os._exit(0)
        return False


window = open_window(application, Path(sys.argv[1]))
watch = Watch()
window.space.comparison.in_sight().installEventFilter(watch)
sys.exit(application.exec())
"""

SLOW = {"yaml", "pydantic", "dataclasses", "filelock", "hashlib", "datetime", "rapidfuzz"}
LATER = {
    "counterpoint.application.notebook",
    "counterpoint.storage.atomic",
    "counterpoint.storage.library_folder",
    "counterpoint.storage.text_file",
    "counterpoint.ui.actions.table",
    "counterpoint.ui.notebook.pane",
    "counterpoint.ui.reader.pane",
    "counterpoint.ui.window.commands",
}


def loaded(folder: Path) -> set[str]:
    """The modules that are there at the first paint."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    opened, modules = json.loads(done.stdout)
    assert opened
    return set(modules)


def test_a_library_from_the_cache_is_painted_before_what_can_wait_is_loaded(
    disk: LibraryOnDisk,
) -> None:
    read = loaded(disk.folder)
    from_cache = loaded(disk.folder)

    assert {"yaml", "counterpoint.storage.library_folder"} <= read
    assert from_cache & (SLOW | LATER) == set()
