"""The command line: what the window does, without a window."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from counterpoint import __version__
from counterpoint.storage.library.library_place import library_around
from counterpoint.storage.place import real, shipped_library

from .bring_in_commands import COMMANDS as BRING_IN
from .bring_in_commands import add_bring_in, run_bring_in
from .export_command import add_export, run_export
from .import_command import add_import, run_import
from .output import had_enough, json_lines, say
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
    check = commands.add_parser(
        "check", help="verify everything that a library promises; exit 0 or 1"
    )
    _library(check)
    check.add_argument("--json", action="store_true", help="one JSON object instead of text")
    check.add_argument(
        "--unread",
        action="store_true",
        help="list also the paragraphs that are neither quoted nor said to bear on nothing",
    )
    anchor = commands.add_parser(
        "anchor", help="fill in position, context and digest of quotations given as words"
    )
    _library(anchor)
    anchor.add_argument(
        "--again",
        action="store_true",
        help="also those whose source was altered or whose words have moved",
    )
    add_import(commands)
    add_update(commands)
    add_export(commands)
    add_bring_in(commands)
    return top


def _library(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "library",
        nargs="?",
        type=Path,
        help="the library's folder (default: the one in which one stands; outside of any, the one "
        "that comes with the app)",
    )


def _meant(named: Path | None) -> Path:
    if named is not None:
        return named
    try:
        return library_around(Path.cwd()) or shipped_library()
    except FileNotFoundError:  # the folder in which one stands was removed
        return shipped_library()


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
    if chosen.command == "import":
        return run_import(chosen)
    if chosen.command == "update":
        return run_update(chosen, _meant(chosen.library))
    folder = _meant(chosen.library)
    if chosen.command == "export":
        return run_export(chosen, folder)
    if chosen.command in BRING_IN:
        return run_bring_in(chosen, folder)
    try:
        if chosen.command == "check":
            code, lines = _check(folder, as_json=chosen.json, list_unread=chosen.unread)
        else:
            code, lines = _anchor(folder, again=chosen.again)
    except KeyboardInterrupt:
        return 130  # as the shell has it
    return code if say(lines) else max(code, 1)


def _check(folder: Path, *, as_json: bool, list_unread: bool) -> tuple[int, list[str]]:
    from counterpoint.application.library.check import check_library, unread
    from counterpoint.storage.files.unreadable import Unreadable

    check, whole = check_library(folder)
    missing = []
    if list_unread and whole is not None:
        try:
            missing = list(unread(folder, whole))
        except Unreadable as error:  # taken away since
            check = replace(check, problems=(*check.problems, *error.problems))
    ok = check.ok and not missing
    if as_json:
        found = check.as_json()
        if list_unread:
            found["unread"] = [
                {"source": entry.source, "paragraph": entry.paragraph, "words": entry.words}
                for entry in missing
            ]
            found["ok"] = ok
        return (0 if ok else 1), json_lines(found)
    lines = [_which(folder), *map(str, check.remarks), *map(str, check.problems)]
    for entry in missing:
        lines.append(f"corpus/{entry.source}.txt {entry.paragraph}: {entry.words[:60]}… [unread]")
    states = ", ".join(f"{count} {state}" for state, count in check.states.items() if count)
    lines.append(
        f"{_count(check.sources, 'source')}, {_count(check.approaches, 'option')}, "
        f"{_count(check.claims, 'claim')}, {_count(check.evidence, 'quotation')}"
        + (f" ({states})" if states else "")
        + f", {_count(check.notes, 'note')}"
    )
    verdict = "no problem" if check.ok else _count(len(check.problems), "problem")
    if missing:
        verdict += f"; {_count(len(missing), 'paragraph')} that nobody has accounted for"
    elif list_unread and whole is not None:
        verdict += "; every paragraph is accounted for"
    return (0 if ok else 1), [*lines, verdict]


def _which(folder: Path) -> str:
    """Which library it is."""
    place = real(folder)
    shipped = ", which comes with Counterpoint" if place == real(shipped_library()) else ""
    return f"library: {place}{shipped}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _anchor(folder: Path, *, again: bool) -> tuple[int, list[str]]:
    from counterpoint.application.library.anchor import anchor_library
    from counterpoint.storage.files.unreadable import Unreadable

    try:
        done = anchor_library(folder, again=again)
    except Unreadable as error:
        return 1, [_which(folder), *map(str, error.problems)]
    written = [f"wrote {name}" for name in done.written]
    summary = f"{done.anchored} anchored, {done.kept} already right, {len(done.problems)} refused"
    lines = [_which(folder), *map(str, done.problems), *written, summary]
    return (1 if done.problems else 0), lines
