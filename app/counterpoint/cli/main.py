"""The command line: what the window does, without a window."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from counterpoint import __version__
from counterpoint.storage.place import shipped_library

COMMANDS = ("check", "anchor")


def is_command(arguments: Sequence[str]) -> bool:
    """True where `arguments` name a sub-command, so that no window is wanted."""
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
    return top


def _library(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "library",
        nargs="?",
        type=Path,
        default=shipped_library(),
        help="the library's folder (default: the one that comes with the app)",
    )


def run(arguments: Sequence[str]) -> int:
    """Runs a sub-command; the exit code: 0 well, 1 problems found, 2 wrong usage."""
    chosen = command_parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A Windows console or a pipe may not know every letter of a source.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if chosen.command == "check":
        return _check(chosen.library, as_json=chosen.json, list_unread=chosen.unread)
    return _anchor(chosen.library, again=chosen.again)


def _check(folder: Path, *, as_json: bool, list_unread: bool) -> int:
    from counterpoint.application.check import check_library, unread

    check, whole = check_library(folder)
    missing = list(unread(folder, whole)) if list_unread and whole is not None else []
    if as_json:
        found = check.as_json()
        if list_unread:
            found["unread"] = [
                {"source": entry.source, "paragraph": entry.paragraph, "words": entry.words}
                for entry in missing
            ]
            found["ok"] = check.ok and not missing
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return 0 if found["ok"] else 1
    for problem in check.problems:
        print(problem)
    for entry in missing:
        print(f"corpus/{entry.source}.txt {entry.paragraph}: {entry.words[:60]}… [unread]")
    states = ", ".join(f"{count} {state}" for state, count in check.states.items() if count)
    print(
        f"{check.sources} sources, {check.options} options, {check.claims} claims, "
        f"{check.evidence} quotations" + (f" ({states})" if states else "")
    )
    if list_unread:
        print(f"{len(missing)} paragraphs nobody has accounted for")
    print("no problem" if check.ok else f"problems: {len(check.problems)}")
    return 0 if check.ok and not missing else 1


def _anchor(folder: Path, *, again: bool) -> int:
    from counterpoint.application.anchor import anchor_library
    from counterpoint.storage.unreadable import Unreadable

    try:
        done = anchor_library(folder, again=again)
    except Unreadable as error:
        for problem in error.problems:
            print(problem)
        return 1
    for problem in done.problems:
        print(problem)
    for name in done.written:
        print(f"wrote {name}")
    print(f"{done.anchored} anchored, {done.kept} already right, {len(done.problems)} refused")
    return 1 if done.problems else 0
