"""`counterpoint anchor`: quotations given as words get their place."""

import argparse
from pathlib import Path

from .library_argument import add_library, which_library


def add_anchor(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    anchor = commands.add_parser(
        "anchor", help="fill in position, context and digest of quotations given as words"
    )
    add_library(anchor)
    anchor.add_argument(
        "--again",
        action="store_true",
        help="also those whose source was altered or whose words have moved",
    )


def run_anchor(chosen: argparse.Namespace, folder: Path) -> tuple[int, list[str]]:
    """The exit code, 0 or 1, and the lines to print."""
    from counterpoint.application.library.anchor import anchor_library
    from counterpoint.domain.problem import in_order
    from counterpoint.storage.files.unreadable import Unreadable

    try:
        done = anchor_library(folder, again=chosen.again)
    except Unreadable as error:
        return 1, [which_library(folder), *map(str, error.problems)]
    written = [f"wrote {name}" for name in done.written]
    summary = f"{done.anchored} anchored, {done.kept} already right, {len(done.problems)} refused"
    if done.doubts:
        summary += f", {len(done.doubts)} doubtful"
    told = map(str, in_order([*done.problems, *done.doubts]))
    lines = [which_library(folder), *told, *written, summary]
    return (1 if done.problems else 0), lines
