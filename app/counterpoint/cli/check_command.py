"""`counterpoint check`: everything that a library promises, verified."""

import argparse
from dataclasses import replace
from pathlib import Path

from .library_argument import add_library, which_library
from .output import counted, json_lines


def add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's options."""
    check = commands.add_parser(
        "check", help="verify everything that a library promises; exit 0 or 1"
    )
    add_library(check)
    check.add_argument("--json", action="store_true", help="one JSON object instead of text")
    check.add_argument(
        "--unread",
        action="store_true",
        help="list also the paragraphs that are neither quoted nor said to bear on nothing",
    )


def run_check(chosen: argparse.Namespace, folder: Path) -> tuple[int, list[str]]:
    """The exit code, 0 or 1, and the lines to print."""
    from counterpoint.application.library.check import check_library, unread
    from counterpoint.storage.files.unreadable import Unreadable

    check, whole = check_library(folder)
    missing = []
    if chosen.unread and whole is not None:
        try:
            missing = list(unread(folder, whole))
        except Unreadable as error:  # taken away since
            check = replace(check, problems=(*check.problems, *error.problems))
    ok = check.ok and not missing
    if chosen.json:
        found = check.as_json()
        if chosen.unread:
            found["unread"] = [
                {"source": entry.source, "paragraph": entry.paragraph, "words": entry.words}
                for entry in missing
            ]
            found["ok"] = ok
        return (0 if ok else 1), json_lines(found)
    lines = [which_library(folder), *map(str, check.remarks), *map(str, check.problems)]
    for entry in missing:
        lines.append(f"corpus/{entry.source}.txt {entry.paragraph}: {_short(entry.words)} [unread]")
    states = ", ".join(f"{count} {state}" for state, count in check.states.items() if count)
    lines.append(
        f"{counted(check.sources, 'source')}, {counted(check.approaches, 'option')}, "
        f"{counted(check.claims, 'claim')}, {counted(check.evidence, 'quotation')}"
        + (f" ({states})" if states else "")
        + f", {counted(check.notes, 'note')}"
    )
    verdict = "no problem" if check.ok else counted(len(check.problems), "problem")
    if check.ok and check.empty:
        verdict = (
            "there is nothing in it yet; `counterpoint import` takes documents into it, and "
            "docs/file-formats.md tells how an approach is written"
        )
    if missing:
        verdict += f"; {counted(len(missing), 'paragraph')} that nobody has accounted for"
    elif chosen.unread and whole is not None:
        verdict += "; every paragraph is accounted for"
    return (0 if ok else 1), [*lines, verdict]


def _short(words: str, most: int = 60) -> str:
    return words if len(words) <= most else f"{words[:most].rstrip()}…"
