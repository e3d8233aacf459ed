"""Journeys run twice: on the sources, and with COUNTERPOINT_INSTALLED on a wheel elsewhere.

A journey asks for nothing that only a checkout has: it gets at the shipped library through
`counterpoint.storage.place`, and at the commands through `command`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import counterpoint

Command = Callable[..., "subprocess.CompletedProcess[str]"]
SOURCES = Path(__file__).resolve().parents[2] / "app"


@pytest.fixture(autouse=True, scope="session")
def the_right_counterpoint() -> None:
    """Fails the journeys where they would not try what they are meant to."""
    from_sources = Path(counterpoint.__file__).resolve().is_relative_to(SOURCES)
    assert from_sources == ("COUNTERPOINT_INSTALLED" not in os.environ), counterpoint.__file__


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """Runs `counterpoint` with some words, as installed beside this Python, in an empty folder.

    The environment is the test's, so that COUNTERPOINT_HOME is a folder of its own.
    """
    folder = tmp_path / "somewhere else"
    folder.mkdir()

    def run(
        *words: str | Path, program: str = "counterpoint"
    ) -> "subprocess.CompletedProcess[str]":
        found = shutil.which(program, path=str(Path(sys.executable).parent))
        assert found is not None, f"{program} is not installed beside {sys.executable}"
        return subprocess.run(
            [found, *map(str, words)],
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run
