"""`counterpoint import-annotations`: others' annotations as notes."""

from pathlib import Path

import click

from .bringing_in import bring_in, told_notes
from .command import FILE, Command
from .library_argument import library_option, meant_library


@click.command(
    "import-annotations",
    cls=Command,
    help="Take W3C Web Annotations, or an export of Hypothesis, as notes on what they quote.\n\n"
    "FILE is .jsonld or .json. Exit 1 where one was left out.",
    example="counterpoint import-annotations passages.jsonld --library my-library",
)
@click.argument("file", type=FILE)
@library_option
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
def command(file: Path, library: Path | None, dry_run: bool) -> int:
    """The exit code."""
    folder = meant_library(library)
    return bring_in(file, folder, lambda: _take(folder, file, dry=dry_run))


def _take(folder: Path, file: Path, *, dry: bool) -> tuple[bool, list[str]]:
    from counterpoint.application.importing.annotations_in import import_annotations
    from counterpoint.application.library.opened_library import OpenedLibrary

    done = import_annotations(OpenedLibrary.open(folder, None), file, dry=dry)
    return not done.left_out, list(told_notes(done, dry=dry))
