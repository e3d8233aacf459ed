"""`counterpoint import-references`, `-annotations`, `-project` and `-library`: what colleagues made
in other tools, or packed with `counterpoint export`."""

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .output import complain, counted, say

if TYPE_CHECKING:
    from counterpoint.application.importing.notes_in import Summary

COMMANDS = ("import-references", "import-annotations", "import-project", "import-library")
_KINDS = {
    "import-references": (
        "fill in descriptions from a bibliography (CSL-JSON, BibLaTeX, BibTeX, RIS, EndNote’s XML)",
        "the file: .json, .bib, .bibtex, .ris or .xml",
    ),
    "import-annotations": (
        "take W3C Web Annotations (or an export of Hypothesis) as notes on the passages they quote",
        "the file: .jsonld or .json",
    ),
    "import-project": (
        "take a project of NVivo, MAXQDA, QualCoder and others (REFI-QDA): its texts as sources, "
        "coded passages and memos as notes",
        "the file: .qdpx, or .qdc",
    ),
}


def add_bring_in(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The commands' options."""
    for name, (what, file) in _KINDS.items():
        command = commands.add_parser(name, help=what, description=what)
        command.add_argument("file", type=Path, metavar="FILE", help=file)
        command.add_argument(
            "--library",
            type=Path,
            required=name == "import-project",
            metavar="L",
            help="the library's folder"
            + ("" if name == "import-project" else " (default: the one in which one stands)"),
        )
        command.add_argument("--dry-run", action="store_true", help="only say what would come in")
        if name == "import-references":
            command.add_argument(
                "--overwrite",
                action="store_true",
                help="also where a description says otherwise",
            )
    what = "make a library of a file that `counterpoint export library` has written"
    command = commands.add_parser("import-library", help=what, description=what)
    command.add_argument("file", type=Path, metavar="FILE", help="the file: .counterpoint")
    command.add_argument("library", type=Path, metavar="FOLDER", help="a new folder for it")


def run_bring_in(chosen: argparse.Namespace, folder: Path) -> int:
    """The exit code: 0 where all came in, 1 where something did not, 2 where there is no
    library."""
    from counterpoint.application.importing.importing import ImportRunning
    from counterpoint.storage.files.atomic import NotWritten
    from counterpoint.storage.files.unreadable import Unreadable
    from counterpoint.storage.importers.refusal import Refused

    run: dict[str, Callable[[argparse.Namespace, Path], tuple[int, list[str]]]] = {
        "import-references": _references,
        "import-annotations": _annotations,
        "import-project": _project,
        "import-library": _library,
    }
    try:
        code, lines = run[chosen.command](chosen, folder)
    except Unreadable as error:
        complain(*error.problems)
        return 2
    except Refused as refused:
        complain(f"{chosen.file}: {refused.message}")
        return 1
    except ImportRunning as error:
        complain(f"{folder}: {error}; wait for its end")
        return 1
    except NotWritten as error:
        complain(error)
        return 1
    return code if say(lines) else max(code, 1)


def _references(chosen: argparse.Namespace, folder: Path) -> tuple[int, list[str]]:
    from counterpoint.application.importing.references_in import import_references
    from counterpoint.application.library.opened_library import OpenedLibrary

    library = OpenedLibrary.open(folder, None)
    done = import_references(library, chosen.file, overwrite=chosen.overwrite, dry=chosen.dry_run)
    lines = [str(change) for change in done.changes]
    lines += [
        f"kept: corpus/{each.source}.yaml: {each.field}: {each.was} "
        f"(the bibliography says {each.now})"
        for each in done.kept
    ]
    lines += [f"no source has the title “{title}”" for title in done.unmatched]
    lines += list(done.not_written)
    verb = "would be filled in" if chosen.dry_run else "filled in"
    lines.append(
        f"{counted(len(done.changes), 'field')} {verb}, {counted(done.matched, 'source')} matched, "
        f"{counted(len(done.unmatched), 'reference')} without a source"
    )
    return (1 if done.not_written else 0), lines


def _annotations(chosen: argparse.Namespace, folder: Path) -> tuple[int, list[str]]:
    from counterpoint.application.importing.annotations_in import import_annotations
    from counterpoint.application.library.opened_library import OpenedLibrary

    library = OpenedLibrary.open(folder, None)
    done = import_annotations(library, chosen.file, dry=chosen.dry_run)
    return (1 if done.left_out else 0), list(_told(done, dry=chosen.dry_run))


def _project(chosen: argparse.Namespace, folder: Path) -> tuple[int, list[str]]:
    from counterpoint.application.importing.place import prepared
    from counterpoint.application.importing.project_in import import_project

    with prepared(folder, dry=chosen.dry_run):
        done = import_project(folder, chosen.file, dry=chosen.dry_run)
    lines = [f"{name}: {id}" for name, id in done.sources]
    verb = "would come in" if chosen.dry_run else "came in"
    lines.append(f"{counted(done.new, 'new source')} {verb}; {counted(done.codes, 'code')} read")
    lines += _told(done.notes, dry=chosen.dry_run)
    return 0, lines


def _library(chosen: argparse.Namespace, folder: Path) -> tuple[int, list[str]]:
    from counterpoint.storage.importers.library_file import unpack_library

    manifest = unpack_library(chosen.file, folder)
    notes = "with its notes" if manifest.notes else "without notes"
    return 0, [
        f"“{manifest.title}”: {counted(len(manifest.files), 'file')}, {notes}",
        f"wrote {folder}",
    ]


def _told(done: "Summary", *, dry: bool) -> Iterator[str]:
    yield from map(str, done.left_out)
    verb = "would be written" if dry else "written"
    yield (
        f"{counted(done.written, 'note')} {verb}, {done.here_already} here already, "
        f"{len(done.left_out)} left out"
    )
