import builtins
import subprocess
import sys

import pytest

from counterpoint.ui.app.plain_import import restore_import

# In a process of its own, as in this one the window was made before.
PROGRAM = """
import linecache
from counterpoint.ui.app.plain_import import restore_import
import PySide6.QtCore

import colorsys
restore_import()
restore_import()
import quopri
print([each for each in ("colorsys", "quopri") if any(each in path for path in linecache.cache)])
"""


def test_no_source_is_read_any_more() -> None:
    said = subprocess.check_output([sys.executable, "-c", PROGRAM], text=True)

    assert said == "['colorsys']\n"


def test_an_import_that_is_not_pysides_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    python = builtins.__import__

    def debuggers(*given: object) -> object:
        return python(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", debuggers)
    restore_import()

    assert builtins.__import__ is debuggers
