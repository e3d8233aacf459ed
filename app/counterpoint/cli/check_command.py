"""`counterpoint check`: everything that a library promises, verified."""

from dataclasses import replace
from pathlib import Path

import click

from counterpoint.domain.counting import counted
from counterpoint.storage.files.unreadable import Unreadable

from .command import Command
from .exit_code import ExitCode
from .library_argument import library_argument, meant_library, which_library
from .output import json_lines, say


@click.command(
    "check",
    cls=Command,
    help="Verify everything that a library promises.\n\n"
    "Exit 1 where there is a problem, or with --unread a paragraph.",
    example="counterpoint check my-library\ncounterpoint check --json",
)
@library_argument
@click.option("--json", is_flag=True, help="One JSON object instead of text.")
@click.option(
    "--unread",
    is_flag=True,
    help="List also the paragraphs that are neither quoted nor said to bear on nothing.",
)
@click.option(
    "--measures",
    is_flag=True,
    help="Tell also how long the answers are and what they rest on, in numbers.",
)
def command(library: Path | None, json: bool, unread: bool, measures: bool) -> int:
    """The exit code."""
    code, lines = _checked(
        meant_library(library), as_json=json, with_unread=unread, with_measures=measures
    )
    return code if say(lines) else ExitCode.WRONG


def _checked(
    folder: Path, *, as_json: bool, with_unread: bool, with_measures: bool
) -> tuple[int, list[str]]:
    from counterpoint.application.library.check import check_library, measures, unread
    from counterpoint.labels.problem import in_a_line

    check, whole = check_library(folder)
    missing = []
    if with_unread and whole is not None:
        try:
            missing = list(unread(folder, whole))
        except Unreadable as error:  # taken away since
            check = replace(check, problems=(*check.problems, *error.problems))
    ok = check.ok and not missing
    if as_json:
        found = check.as_json()
        if with_unread:
            found["unread"] = [
                {"source": entry.source, "paragraph": entry.paragraph, "words": entry.words}
                for entry in missing
            ]
            found["ok"] = ok
        if with_measures and whole is not None:
            found["measures"] = measures(whole)
        return (ExitCode.WELL if ok else ExitCode.WRONG), json_lines(found)
    lines = [
        which_library(folder),
        *map(in_a_line, check.remarks),
        *map(in_a_line, check.unfinished),
    ]
    lines += map(in_a_line, check.problems)
    for entry in missing:
        lines.append(f"corpus/{entry.source}.txt {entry.paragraph}: {_short(entry.words)} [unread]")
    states = ", ".join(f"{count} {state}" for state, count in check.states.items() if count)
    lines.append(
        f"{counted(check.sources, 'source')}, {counted(check.approaches, 'option')}, "
        f"{counted(check.claims, 'claim')}, {counted(check.evidence, 'quotation')}"
        + (f" ({states})" if states else "")
        + f", {counted(check.notes, 'note')}"
    )
    if with_measures and whole is not None:
        lines += _measured(measures(whole))
    verdict = "no problem" if check.ok else counted(len(check.problems), "problem")
    if check.ok and check.empty:
        verdict = (
            "there is nothing in it yet; `counterpoint import` takes documents into it, and "
            "docs/file-formats.md tells how an approach is written"
        )
    if missing:
        verdict += f"; {counted(len(missing), 'paragraph')} that nobody has accounted for"
    elif with_unread and whole is not None:
        verdict += "; every paragraph is accounted for"
    if check.unfinished:
        verdict += f"; {counted(len(check.unfinished), 'thing')} unfinished, as told above"
    return (ExitCode.WELL if ok else ExitCode.WRONG), [*lines, verdict]


def _measured(found: dict[str, object]) -> list[str]:
    """A line for each number: of the approaches shown at first, then of all."""
    every = found["all"]
    if not isinstance(every, dict):
        raise TypeError("the measures of all approaches are keys with values")
    return [
        f"{name.replace('_', ' ')}: {number:,} in the approaches shown at first, "
        f"{every[name]:,} in all"
        for name, number in found.items()
        if isinstance(number, int)
    ]


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
