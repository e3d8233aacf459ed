"""`counterpoint import-references`: descriptions of sources from a bibliography."""

from pathlib import Path

import click

from counterpoint.domain.counting import counted

from .bringing_in import bring_in
from .command import FILE, Command
from .library_argument import library_option, meant_library


@click.command(
    "import-references",
    cls=Command,
    help="Fill in descriptions from a bibliography.\n\n"
    "FILE is .json (CSL-JSON), .bib (BibLaTeX), .bibtex, .ris or .xml (EndNote). Exit 1 where "
    "an entry cannot be read or something could not be written.",
    example="counterpoint import-references zotero.json --library my-library --dry-run",
)
@click.argument("file", type=FILE)
@library_option
@click.option("--dry-run", is_flag=True, help="Only say what would come in.")
@click.option("--overwrite", is_flag=True, help="Also where a description says otherwise.")
def command(file: Path, library: Path | None, dry_run: bool, overwrite: bool) -> int:
    """The exit code."""
    folder = meant_library(library)
    return bring_in(file, folder, lambda: _take(folder, file, dry=dry_run, overwrite=overwrite))


def _take(folder: Path, file: Path, *, dry: bool, overwrite: bool) -> tuple[bool, list[str]]:
    from counterpoint.application.importing.references_in import import_references
    from counterpoint.application.library.opened_library import OpenedLibrary

    done = import_references(OpenedLibrary.open(folder, None), file, overwrite=overwrite, dry=dry)
    lines = [str(change) for change in done.changes]
    lines += [
        f"kept: corpus/{each.source}.yaml: {each.field}: {each.was} "
        f"(the bibliography says {each.now})"
        for each in done.kept
    ]
    lines += [f"no source has the title “{title}”" for title in done.unmatched]
    lines += [f"left out: {each}" for each in done.bad]
    lines += [f"no field for it: {each}" for each in done.left_out]
    lines += list(done.not_written)
    verb = "would be filled in" if dry else "filled in"
    lines.append(
        f"{counted(len(done.changes), 'field')} {verb}, {counted(done.matched, 'source')} matched, "
        f"{counted(len(done.unmatched), 'reference')} without a source, {len(done.kept)} kept, "
        f"something left out of {counted(len(done.left_out), 'entry', 'entries')}"
    )
    return not done.not_written and not done.bad, lines
