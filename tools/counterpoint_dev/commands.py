"""The commands of `dev.py`."""

import errno
import os
import sys

from .environment import OURS
from .locks import lock
from .places import ROOT
from .processes import hand_over
from .setting_up import set_up
from .whole_check import test

HELP = """\
Sets Counterpoint up in .venv beside this file, and runs it. Needs Python 3.11 or later.

    python3 dev.py run [ARGUMENT...]            open Counterpoint, or run one of its commands
    python3 dev.py test                         the whole check, as .ci/run does it
    python3 dev.py test ARGUMENT...             pytest alone, as in: dev.py test tests/storage -q
    python3 dev.py bench [NAME...] [--json FILE] [--table]  measure speed
    python3 dev.py check [--json]               verify the library of this repository
    python3 dev.py tool NAME [ARGUMENT...]      ruff, mypy, pytest and the like, in the environment
    python3 dev.py shot [--check]               make the pictures for the documents
    python3 dev.py lock [--upgrade]             write the lock files in requirements/

On Windows: py dev.py run
"""

# What Python in the environment does for each command, and the lock that it needs for that.
COMMANDS = {
    "run": ("run", ["-m", "counterpoint"]),
    "check": ("run", ["-m", "counterpoint", "check", str(ROOT)]),
    "bench": ("dev", [str(ROOT / "tests" / "benchmarks")]),
    "shot": ("dev", [str(ROOT / "tools" / "pictures.py")]),
}
HAD_ENOUGH = 141
"""The exit code of a program whose reader is gone, as the shell has it."""
REMEDIES = {
    **dict.fromkeys(
        (errno.EACCES, errno.EPERM, errno.EROFS), "Copy it to a folder that you may write to."
    ),
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "Make room on the disk: up to 1 GB is needed."),
}


def main(command: str = "help", *rest: str) -> int:
    if command in COMMANDS:
        kind, arguments = COMMANDS[command]
        set_up(kind, screen=command == "run")
        return hand_over(OURS.python, *arguments, *rest)
    if command == "tool" and rest:
        if not OURS.program(rest[0]).exists():
            set_up("dev")
        return hand_over(OURS.program(rest[0]), *rest[1:])
    if command in {"lock", "test"}:
        set_up("dev", testing=command == "test" and not rest)
        return lock(*rest) if command == "lock" else test(*rest)
    print(HELP)
    return 0 if command in {"help", "-h", "--help"} else 2


def guarded(*words: str) -> int:
    """What `main` does, and its exit code; what the system refuses is told with what helps. Quiet
    where the reader has had enough, as `head` has."""
    try:
        try:
            return main(*words)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # What is still in the buffer goes nowhere, or Python would complain of it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return HAD_ENOUGH
    except OSError as error:
        print(
            f"Cannot set up in {ROOT}: {error}.",
            REMEDIES.get(error.errno or 0, ""),
            file=sys.stderr,
        )
        return 1
