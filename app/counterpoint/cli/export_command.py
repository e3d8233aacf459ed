"""`counterpoint export KIND OUT`: what leaves the library."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from .output import complain, say, show_progress

if TYPE_CHECKING:
    from counterpoint.application.library.opened_library import OpenedLibrary
    from counterpoint.application.report.exporting import Exported
    from counterpoint.domain.report.material import Material

_REPORT = ".docx, .odt, .pdf, .html, .md or .epub"


class _Job(NamedTuple):
    chosen: argparse.Namespace
    material: "Material"
    library: "OpenedLibrary"


class _Kind(NamedTuple):
    """One kind of export: what it is, its options beside those of all, and what runs it."""

    help: str
    out: str
    options: Callable[[argparse.ArgumentParser], None]
    run: "Callable[[_Job], Exported]"


def add_export(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The command's kinds and their options."""
    command = commands.add_parser(
        "export",
        help="write a brief, the matrix, references, annotations, a project, notes, pictures or "
        "the whole library for other tools; exit 1 where it could not be written",
    )
    kinds = command.add_subparsers(dest="kind", required=True, metavar="KIND")
    for name, kind in _KINDS.items():
        one = kinds.add_parser(name, help=kind.help, description=kind.help)
        one.add_argument("out", type=Path, metavar="OUT", help=f"the file: {kind.out}")
        one.add_argument(
            "--library",
            type=Path,
            metavar="L",
            help="the library's folder (default: the one in which one stands; outside of any, the "
            "one that comes with the app)",
        )
        kind.options(one)


def run_export(chosen: argparse.Namespace, folder: Path) -> int:
    """The exit code: 0 written, 1 not written, 2 where there is no such approach or library."""
    from counterpoint.application.library.opened_library import SourceAltered
    from counterpoint.application.notes.check import out_of_reach
    from counterpoint.application.report.gather import NoSuchThing
    from counterpoint.application.report.reading import read_material
    from counterpoint.storage.exporters.failing import NotExported
    from counterpoint.storage.files.unreadable import Unreadable

    approaches = _names(getattr(chosen, "approaches", None))
    questions = _names(getattr(chosen, "questions", None))
    try:
        material, library = read_material(folder, approaches, questions)
        done = _KINDS[chosen.kind].run(_Job(chosen, material, library))
    except NoSuchThing as error:
        complain(f"counterpoint: {error}")
        return 2
    except SourceAltered as error:
        complain(f"counterpoint: corpus/{error}.txt was altered just now; try again")
        return 2
    except Unreadable as error:
        complain(*error.problems)
        return 2
    except NotExported as error:
        complain(f"counterpoint: not exported: {error}")
        return 1
    finally:
        if sys.stderr.isatty():
            show_progress("", done=False)
            show_progress("", done=True)
    complain(*out_of_reach(folder), *done.findings, *(f"note: {line}" for line in done.told))
    return 0 if say([f"wrote {done.path}"]) else 1


def _names(given: list[str] | None) -> list[str] | None:
    """Parted by spaces or commas; None for all."""
    if given is None:
        return None
    return [name for each in given for part in each.split(",") if (name := part.strip())]


def _choosing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--approaches",
        nargs="+",
        metavar="A",
        help="ids, letters or titles, in the order wanted (default: those that the library shows)",
    )
    parser.add_argument("--questions", nargs="+", metavar="Q", help="ids or titles (default: all)")


def _none(parser: argparse.ArgumentParser) -> None:
    """No options beside those of all."""


def _brief_options(parser: argparse.ArgumentParser) -> None:
    _choosing(parser)
    parser.add_argument(
        "--template",
        default="two-page",
        metavar="T",
        help="two-page, full, one-page, or the file of your own (.yaml or .md)",
    )
    parser.add_argument(
        "--style",
        default="",
        metavar="S",
        help="of citation: chicago-notes, apa, eu-style-guide, or a .csl file",
    )
    _reference(parser)
    parser.add_argument("--title", default="", help="default: that of the library")
    parser.add_argument("--question", default="", help="which the brief is to answer")
    parser.add_argument("--date", default="", metavar="YYYY-MM-DD", help="printed on it")
    parser.add_argument("--marking", default="", help="at the head and foot of each page")
    parser.add_argument("--language", default="", metavar="TAG", help="as en-GB")


def _reference(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--reference", type=Path, metavar="DOC", help="a .docx or .odt that lends its styles"
    )


def _run_brief(job: _Job) -> "Exported":
    from counterpoint.application.report.brief import Wishes
    from counterpoint.application.report.exporting import Extras, export_brief
    from counterpoint.application.report.templates import named_template

    chosen = job.chosen
    template, beside = named_template(chosen.template)
    wishes = Wishes(chosen.title, chosen.question, chosen.date, chosen.marking, chosen.language)
    extras = Extras(chosen.style, chosen.reference, beside)
    return export_brief(job.material, template, wishes, chosen.out, extras, _progress())


def _matrix_options(parser: argparse.ArgumentParser) -> None:
    _choosing(parser)
    parser.add_argument(
        "--sheet",
        default="answers",
        help="which goes into a .csv: answers, claims, evidence, replies, notes or sources",
    )


def _run_matrix(job: _Job) -> "Exported":
    from counterpoint.application.report.other_kinds import export_matrix

    return export_matrix(job.material, job.chosen.out, job.chosen.sheet, _progress())


def _run_references(job: _Job) -> "Exported":
    from counterpoint.application.report.other_kinds import export_references

    return export_references(job.material, job.chosen.out)


def _run_annotations(job: _Job) -> "Exported":
    from counterpoint.application.report.other_kinds import export_annotations

    return export_annotations(job.material, job.chosen.out)


def _run_project(job: _Job) -> "Exported":
    from counterpoint.application.report.other_kinds import export_project

    return export_project(job.material, job.library, job.chosen.out, _progress())


def _notes_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--tags", nargs="+", default=[], metavar="TAG", help="with one of these")
    parser.add_argument(
        "--kinds",
        nargs="+",
        default=[],
        choices=["observation", "assumption", "judgement"],
        help="of these kinds (default: all)",
    )
    parser.add_argument(
        "--on",
        nargs="+",
        default=[],
        metavar="ID",
        help="on these approaches, questions or sources, or on the whole: comparison",
    )
    parser.add_argument("--title", default="", help="of the document")
    _reference(parser)


def _run_notes(job: _Job) -> "Exported":
    from counterpoint.application.report.notes_report import Choice
    from counterpoint.application.report.other_kinds import export_notes

    chosen = job.chosen
    choice = Choice(
        tuple(_names(chosen.tags) or ()), tuple(chosen.kinds), tuple(_names(chosen.on) or ())
    )
    return export_notes(job.material, chosen.out, choice, chosen.title, chosen.reference)


def _run_map(job: _Job) -> "Exported":
    from counterpoint.application.report.other_kinds import export_picture

    return export_picture(job.material, job.chosen.out, replies=False)


def _run_replies(job: _Job) -> "Exported":
    from counterpoint.application.report.other_kinds import export_picture

    return export_picture(job.material, job.chosen.out, replies=True)


def _library_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--without-notes", action="store_true", help="leave your notes out")
    parser.add_argument(
        "--without-originals",
        action="store_true",
        help="leave out the documents that texts were taken from",
    )


def _run_library(job: _Job) -> "Exported":
    from counterpoint.application.report.other_kinds import export_library

    chosen = job.chosen
    return export_library(
        job.material,
        job.library.folder,
        chosen.out,
        notes=not chosen.without_notes,
        originals=not chosen.without_originals,
        progress=_progress(),
    )


def _progress() -> Callable[[str], None]:
    return _tell if sys.stderr.isatty() else _be_quiet


def _tell(what: str) -> None:
    show_progress(f"{what}…", done=False)


def _be_quiet(what: str) -> None:
    """Where nobody looks on."""


_KINDS = {
    "brief": _Kind(
        "the comparison as a paper, with its quotations and sources",
        _REPORT,
        _brief_options,
        _run_brief,
    ),
    "matrix": _Kind(
        "the comparison as a spreadsheet",
        ".xlsx, or .csv for one sheet",
        _matrix_options,
        _run_matrix,
    ),
    "references": _Kind(
        "the sources as a bibliography",
        ".json (CSL), .bib (BibLaTeX), .bibtex or .ris",
        _none,
        _run_references,
    ),
    "annotations": _Kind(
        "passages and notes as W3C Web Annotations", ".jsonld or .json", _choosing, _run_annotations
    ),
    "project": _Kind(
        "codes, coded passages and memos for NVivo, MAXQDA, QualCoder and others (REFI-QDA)",
        ".qdpx, or .qdc for the codes alone",
        _choosing,
        _run_project,
    ),
    "notes": _Kind("notes as a document", _REPORT, _notes_options, _run_notes),
    "map": _Kind("the map as a picture", ".svg or .png", _choosing, _run_map),
    "replies": _Kind("who answers whom as a picture", ".svg or .png", _choosing, _run_replies),
    "library": _Kind(
        "the whole library in one file, to be mailed",
        ".counterpoint",
        _library_options,
        _run_library,
    ),
}
