"""`counterpoint import-library`: a library in one file becomes a folder."""

from pathlib import Path

import click

from counterpoint.domain.counting import counted

from .bringing_in import bring_in, file_progress
from .command import FILE, FOLDER, Command


@click.command(
    "import-library",
    cls=Command,
    help="Make a library of a file that `counterpoint export library` has written.\n\n"
    "FILE is .counterpoint, FOLDER a new folder for it.",
    example="counterpoint import-library all.counterpoint my-library",
)
@click.argument("file", type=FILE)
@click.argument("folder", type=FOLDER)
def command(file: Path, folder: Path) -> int:
    """The exit code."""
    return bring_in(file, folder, lambda: _take(file, folder))


def _take(file: Path, folder: Path) -> tuple[bool, list[str]]:
    from counterpoint.storage.importers.library_file import unpack_library

    manifest = unpack_library(file, folder, file_progress())
    has_notes = any(each.path.startswith("notes/") for each in manifest.files)
    notes = "with its notes" if has_notes else "without notes"
    return True, [
        f"“{manifest.title}”: {counted(len(manifest.files), 'file')}, {notes}",
        f"wrote {folder}",
    ]
