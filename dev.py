"""Sets Counterpoint up in .venv beside this file, and runs it. Needs Python 3.11 or later.

    python3 dev.py run [ARGUMENT...]            open Counterpoint, or run one of its commands
    python3 dev.py test                         the whole check, as .ci/run does it
    python3 dev.py test ARGUMENT...             pytest alone, as in: dev.py test tests/storage -q
    python3 dev.py bench [NAME...] [--json FILE]  measure speed
    python3 dev.py check [--json]               verify the library of this repository
    python3 dev.py tool NAME [ARGUMENT...]      ruff, mypy, pytest and the like, in the environment
    python3 dev.py shot                         make the pictures for the documents
    python3 dev.py lock [--upgrade]             write the lock files in requirements/

On Windows: py dev.py run
"""

import sys

if sys.version_info < (3, 11):  # first of all: an older one lacks what is imported below
    sys.exit(f"Counterpoint needs Python 3.11 or later; this is {sys.version.split()[0]}.")

import errno
from pathlib import Path

ROOT = Path(__file__).resolve().parent
# Before all else on the path: a person may have packages of these names of their own.
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "app")]

try:
    from counterpoint_dev.environment import OURS
    from counterpoint_dev.locks import lock
    from counterpoint_dev.processes import hand_over
    from counterpoint_dev.setting_up import set_up
    from counterpoint_dev.whole_check import test
except ModuleNotFoundError as lacking:  # as Debian's python3-minimal, which is not all of Python
    sys.exit(
        f"This Python is not whole: {lacking}. On Debian: apt-get install python3 python3-venv"
    )

# What Python in the environment does for each command, and the lock that it needs for that.
COMMANDS = {
    "run": ("run", ["-m", "counterpoint"]),
    "check": ("run", ["-m", "counterpoint", "check", str(ROOT)]),
    "bench": ("dev", [str(ROOT / "tests" / "benchmarks")]),
    "shot": ("dev", [str(ROOT / "tools" / "pictures.py")]),
}
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
    print(__doc__)
    return 0 if command in {"help", "-h", "--help"} else 2


def guarded(*words: str) -> int:
    """What `main` does, and its exit code; what the system refuses is told with what helps."""
    try:
        return main(*words)
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        print(
            f"Cannot set up in {ROOT}: {error}.",
            REMEDIES.get(error.errno or 0, ""),
            file=sys.stderr,
        )
        return 1


if __name__ == "__main__":
    sys.exit(guarded(*sys.argv[1:]))
