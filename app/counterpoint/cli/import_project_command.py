"""`counterpoint import-project`: a project of a program for coding texts."""

from pathlib import Path

import click

from counterpoint.domain.counting import counted

from .bringing_in import bring_in, told_notes
from .command import FILE, Command
from .library_argument import new_library_option


@click.command(
    "import-project",
    cls=Command,
    help="Take a project of NVivo, MAXQDA, QualCoder and others (REFI-QDA) into a library.\n\n"
    "FILE is .qdpx, or .qdc for the codes alone. Its texts become sources, coded passages "
    "and memos notes. Exit 1 where something was left out.",
    example="counterpoint import-project coded.qdpx --library my-library",
)
@click.argument("file", type=FILE)
@new_library_option
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
def command(file: Path, library: Path, dry_run: bool) -> int:
    """The exit code."""
    return bring_in(file, library, lambda: _take(library, file, dry=dry_run))


def _take(folder: Path, file: Path, *, dry: bool) -> tuple[bool, list[str]]:
    from counterpoint.application.importing.place import prepared
    from counterpoint.application.importing.project_in import import_project

    with prepared(folder, dry=dry):
        done = import_project(folder, file, dry=dry)
    lines = [f"{name}: {id}" for name, id in done.sources]
    verb = "would come in" if dry else "came in"
    lines.append(f"{counted(done.new, 'new source')} {verb}; {counted(done.codes, 'code')} read")
    return not done.notes.left_out, [*lines, *told_notes(done.notes, dry=dry)]
