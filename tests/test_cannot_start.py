"""Where Qt cannot start, the program says what is missing and what to do, on a terminal or not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LACKING = """
import sys
from counterpoint.ui import system_libraries

system_libraries.loads = lambda name: name != "libEGL.so.1"
from counterpoint import bootstrap

sys.exit(bootstrap.%s())
"""
BROKEN = """
import sys

sys.modules["PySide6.QtWidgets"] = None
from counterpoint import bootstrap

sys.exit(bootstrap.main())
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks what Qt needs")


def start(program: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    bare = {name: text for name, text in os.environ.items() if "DISPLAY" not in name}
    return subprocess.run(
        [sys.executable, "-c", program],
        env=bare | {"PYTHONPATH": str(ROOT / "app"), "QT_QPA_PLATFORM": "offscreen"} | variables,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_a_missing_library_is_told(tmp_path: Path) -> None:
    done = start(LACKING % "main")

    assert done.returncode == 3
    assert "Qt needs system libraries that are missing" in done.stderr
    assert "libegl1" in done.stderr or "libEGL.so.1" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_nobody_foresaw_is_told_too() -> None:
    done = start(BROKEN)

    assert done.returncode == 3
    assert "Qt cannot be loaded on this machine" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows always knows a home")
def test_a_person_without_a_home_is_told() -> None:
    program = "import os; os.getuid = lambda: 54321\n" + BROKEN.replace(
        'sys.modules["PySide6.QtWidgets"] = None',
        "for name in ('HOME', 'COUNTERPOINT_HOME', "
        "'XDG_DATA_HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'): os.environ.pop(name, None)",
    )
    done = start(program)

    assert done.returncode == 3
    assert "Set HOME, or COUNTERPOINT_HOME" in done.stderr
    assert "Traceback" not in done.stderr


def dialog_program(folder: Path) -> Path:
    """A desktop's program for messages, which writes down what it was to show."""
    program = folder / "zenity"
    program.write_text(f'#!/bin/sh\nfor word; do :; done; printf %s "$word" > "{folder}/shown"\n')
    program.chmod(0o755)
    return folder / "shown"


@pytest.mark.parametrize(("command", "opens"), [("desktop", True), ("main", False)])
def test_from_an_icon_it_is_shown_in_a_window(tmp_path: Path, command: str, opens: bool) -> None:
    shown = dialog_program(tmp_path)

    done = start(LACKING % command, PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    assert done.returncode == 3
    assert shown.exists() == opens
    if opens:
        assert shown.read_text().strip() == done.stderr.strip()
