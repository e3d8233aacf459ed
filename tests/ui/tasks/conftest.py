"""Programs that are run in a process of their own, as their end is what is looked at."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


def outcome_of(program: str) -> tuple[int, str, str]:
    """The exit status of a Python program, and what it has written on its two streams."""
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(ROOT / "app")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr
