"""`counterpoint anchor`: quotations given as words get their place."""

from pathlib import Path

import click

from counterpoint.domain.problem import in_order
from counterpoint.storage.files.unreadable import Unreadable

from .command import Command
from .exit_code import ExitCode
from .library_argument import library_argument, meant_library, which_library
from .output import say


@click.command(
    "anchor",
    cls=Command,
    help="Fill in position, context and digest of quotations given as words.\n\n"
    "Exit 1 where a quotation is refused.",
    example="counterpoint anchor my-library",
)
@library_argument
@click.option(
    "--again", is_flag=True, help="Also those whose source was altered or whose words have moved."
)
def command(library: Path | None, again: bool) -> int:
    """The exit code."""
    code, lines = _anchored(meant_library(library), again=again)
    return code if say(lines) else ExitCode.WRONG


def _anchored(folder: Path, *, again: bool) -> tuple[int, list[str]]:
    from counterpoint.application.library.anchor import anchor_library
    from counterpoint.labels.problem import in_a_line

    try:
        done = anchor_library(folder, again=again)
    except Unreadable as error:
        return ExitCode.WRONG, [which_library(folder), *map(in_a_line, error.problems)]
    written = [f"wrote {name}" for name in done.written]
    summary = f"{done.anchored} anchored, {done.kept} already right, {len(done.problems)} refused"
    if done.doubts:
        summary += f", {len(done.doubts)} doubtful"
    told = map(in_a_line, in_order([*done.problems, *done.doubts]))
    lines = [which_library(folder), *told, *written, summary]
    return (ExitCode.WRONG if done.problems else ExitCode.WELL), lines
