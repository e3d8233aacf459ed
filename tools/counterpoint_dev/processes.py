"""Running other programs, which do not see what a person set for programs of their own."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from .places import ROOT

Word = str | Path

# Of Python's own variables only those that change nothing but how it writes; the others put other
# packages on the path, leave out assertions, or turn warnings into errors.
HARMLESS = {
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONFAULTHANDLER",
    "PYTHONIOENCODING",
    "PYTHONPYCACHEPREFIX",
    "PYTHONUNBUFFERED",
    "PYTHONUTF8",
}


def own_environment() -> dict[str, str]:
    """The environment variables, without those that change what Python or pip do."""
    return {name: value for name, value in os.environ.items() if not _meddles(name)}


def _meddles(name: str) -> bool:
    for_python = name.startswith(("PYTHON", "__PYVENV_LAUNCHER__")) and name not in HARMLESS
    return for_python or name.startswith("PIP_") or name == "VIRTUAL_ENV"


def succeeds(*command: Word) -> bool:
    try:
        done = subprocess.run(command, capture_output=True, check=False, env=own_environment())
    except OSError:
        return False
    return done.returncode == 0


def call(
    *command: Word, cwd: Path = ROOT, quiet: bool = False, env: Mapping[str, str] | None = None
) -> None:
    """Runs a command; where it fails, this program ends with the same exit code."""
    output = subprocess.DEVNULL if quiet else None
    code = subprocess.call(command, cwd=cwd, stdout=output, env=env or own_environment())
    if code != 0:
        end_as(command, code)


def step(name: str, *command: Word, env: Mapping[str, str], cwd: Path = ROOT) -> None:
    """A command of the check, under its name."""
    print(f"\n== {name}", flush=True)
    call(*command, cwd=cwd, env=env)


def end_as(command: tuple[Word, ...], code: int) -> None:
    """Ends this program as `command` ended: with its exit code, or that of its signal."""
    print("This failed:", shlex.join(str(word) for word in command), file=sys.stderr)
    sys.exit(code if code > 0 else 128 - code)


def hand_over(*command: Word) -> int:
    """The command takes this process's place; Windows has no such thing."""
    words = [str(word) for word in command]
    if os.name == "posix":
        os.execve(words[0], words, own_environment())
    return subprocess.call(words, env=own_environment())
