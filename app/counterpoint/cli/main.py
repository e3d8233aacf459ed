"""The command line: what the window does, without a window."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from counterpoint import __version__
from counterpoint.storage.place import NoHome

from .anchor_command import add_anchor, run_anchor
from .bring_in_commands import COMMANDS as BRING_IN
from .bring_in_commands import add_bring_in, run_bring_in
from .check_command import add_check, run_check
from .export_command import add_export, run_export
from .import_command import add_import, run_import
from .library_argument import meant_library
from .output import complain, had_enough, say
from .update_command import add_update, run_update

COMMANDS = ("check", "anchor", "import", "update", "export", *BRING_IN)


def is_command(arguments: Sequence[str]) -> bool:
    """True if `arguments` name a sub-command, so that no window is wanted."""
    return bool(arguments) and arguments[0] in COMMANDS


def parser() -> argparse.ArgumentParser:
    """Every command and option, for `--help` and for the test that each is documented."""
    top = argparse.ArgumentParser(
        prog="counterpoint",
        description="Compare policy options side by side. Without a command, opens the window.",
    )
    top.add_argument("--version", action="version", version=f"counterpoint {__version__}")
    top.add_argument(
        "library",
        nargs="?",
        type=Path,
        help="the library's folder; the one that comes with the app where none is named",
    )
    return top


def command_parser() -> argparse.ArgumentParser:
    """The sub-commands."""
    top = argparse.ArgumentParser(prog="counterpoint")
    commands = top.add_subparsers(dest="command", required=True)
    add_check(commands)
    add_anchor(commands)
    add_import(commands)
    add_update(commands)
    add_export(commands)
    add_bring_in(commands)
    return top


def parsed(parser: argparse.ArgumentParser, arguments: Sequence[str]) -> argparse.Namespace:
    """What `arguments` say. Raises SystemExit if they are wrong or ask for help."""
    try:
        return parser.parse_args(arguments)
    except SystemExit:
        say(())  # what was said is written out, or its reader is gone, before Python's own end
        raise
    except OSError as error:  # which the first versions of Python 3.11 do not catch in argparse
        raise SystemExit(0 if had_enough(error) else 1) from None


def run(arguments: Sequence[str]) -> int:
    """Runs a sub-command; the exit code: 0 well, 1 problems found, 2 wrong usage."""
    chosen = parsed(command_parser(), arguments)
    try:
        return _run(chosen)
    except NoHome as error:  # from those that must write notes
        complain(f"counterpoint: {error}")
        return 2


def _run(chosen: argparse.Namespace) -> int:
    if chosen.command == "import":
        return run_import(chosen)
    if chosen.command == "update":
        return run_update(chosen, meant_library(chosen.library))
    folder = meant_library(chosen.library)
    if chosen.command == "export":
        return run_export(chosen, folder)
    if chosen.command in BRING_IN:
        return run_bring_in(chosen, folder)
    try:
        if chosen.command == "check":
            code, lines = run_check(chosen, folder)
        else:
            code, lines = run_anchor(chosen, folder)
    except KeyboardInterrupt:
        return 130  # as the shell has it
    return code if say(lines) else max(code, 1)
