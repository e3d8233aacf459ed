"""Work off the window's thread."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import threading

from PySide6.QtCore import QCoreApplication

from counterpoint.ui.app.task import Task

application = QCoreApplication([])
far = threading.Event()


def work(report):
    while True:
        report(1, 2, "on and on")
        far.wait(0.01)


task = Task(work, (), application)
task.progressed.connect(application.quit)
task.start()
application.exec()
print(threading.active_count())
"""


def test_none_goes_on_when_the_program_ends() -> None:
    """What it would use is taken down then."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={"PYTHONPATH": str(ROOT / "app")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")
