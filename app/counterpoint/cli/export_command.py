"""`counterpoint export KIND OUT`: what leaves the library."""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .command import FILE, Command, NameOrFile, Several, SpokenCommand
from .exporting import export, names, progress
from .library_argument import library_option

if TYPE_CHECKING:
    from counterpoint.application.library.opened_library import OpenedLibrary
    from counterpoint.application.report.files.exporting import Exported
    from counterpoint.domain.report.material import Material

_LANGUAGE = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_REPORT = ".docx, .odt, .pdf, .html, .md or .epub"

_Function = Callable[..., Any]
_Decorator = Callable[[_Function], _Function]


class _Kinds(SpokenCommand, click.Group):
    """The kinds of exports, in the order in which they are written here."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            ctx.fail(f"There is no KIND '{args[0]}'; there are {', '.join(self.commands)}.")
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            ctx.fail(f"Missing argument 'KIND': one of {', '.join(self.commands)}.")
        return super().parse_args(ctx, args)


@click.command(
    "export",
    cls=_Kinds,
    no_args_is_help=False,
    subcommand_metavar="KIND OUT [OPTIONS]",
    help="Write a brief, a spreadsheet, references and more for other tools.\n\n"
    "The ending of OUT chooses the format. Exit 1 where it could not be written. `counterpoint "
    "export KIND --help` tells more of a kind.",
    example="counterpoint export brief paper.docx\ncounterpoint export matrix answers.xlsx",
)
def command() -> None:
    """Each kind answers for itself."""


def _kind(name: str, help: str, out: str, example: str) -> Callable[[_Function], click.Command]:
    """Makes a function the kind `name`, which writes files with the endings `out`."""

    def made(function: _Function) -> click.Command:
        whole = f"{help}\n\nOUT ends in {out}."
        sample = f"counterpoint export {name} {example}"
        decorated = click.argument("out", type=FILE)(library_option(function))
        one = click.command(name, cls=Command, help=whole, example=sample)(decorated)
        command.add_command(one)
        return one

    return made


def _several(name: str, help: str, metavar: str, **attributes: Any) -> _Decorator:
    return click.option(f"--{name}", cls=Several, metavar=metavar, help=help, **attributes)


def _text(name: str, help: str, metavar: str, default: str = "", **attributes: Any) -> _Decorator:
    return click.option(f"--{name}", default=default, metavar=metavar, help=help, **attributes)


def _tag(_ctx: click.Context, _option: click.Parameter, given: str) -> str:
    """A BCP 47 tag, which citations and documents are given. Raises BadParameter."""
    if given and not _LANGUAGE.fullmatch(given):
        raise click.BadParameter(f"'{given}' is no tag of a language; write one as en-GB.")
    return given


def _date(_ctx: click.Context, _option: click.Parameter, given: str) -> str:
    """Raises BadParameter."""
    from counterpoint.domain.iso_date import is_date

    if given and not is_date(given):
        raise click.BadParameter(f"'{given}' is no date; write one as 2020-10-31.")
    return given


def _templates() -> Iterable[str]:
    from counterpoint.storage.template_file import SHIPPED

    return SHIPPED


def _styles() -> Iterable[str]:
    from counterpoint.application.report.brief.citing import STYLES

    return STYLES


def _sheets() -> Iterable[str]:
    from counterpoint.application.report.matrix import SHEETS

    return map(str.casefold, SHEETS)


_approaches = _several(
    "approaches",
    "Ids, letters or titles, in the order wanted. [default: those that the library shows]",
    "APPROACH",
)
_questions = _several("questions", "Ids or titles. [default: all]", "QUESTION")
_reference = click.option(
    "--reference", type=FILE, metavar="FILE", help="A .docx or .odt that lends its styles."
)


@_kind(
    "brief",
    "The comparison as a paper, with its quotations and sources.",
    _REPORT,
    "paper.docx --approaches A C --template full",
)
@_approaches
@_questions
@_text(
    "template",
    "two-page, full, one-page, or the file of your own (.yaml or .md).",
    "TEMPLATE",
    "two-page",
    type=NameOrFile(_templates),
)
@_text(
    "style",
    "Of citation: chicago-notes, apa, eu-style-guide, or a .csl file.",
    "STYLE",
    type=NameOrFile(_styles),
)
@_reference
@_text("title", "Of the paper. [default: that of the library]", "TEXT")
@_text("question", "Which the brief is to answer.", "TEXT")
@_text("date", "Printed on it.", "YYYY-MM-DD", callback=_date)
@_text("marking", "At the head and foot of each page.", "TEXT")
@_text("language", "As en-GB.", "TAG", callback=_tag)
def _brief(
    out: Path,
    library: Path | None,
    approaches: Sequence[str],
    questions: Sequence[str],
    template: str,
    style: str,
    reference: Path | None,
    title: str,
    question: str,
    date: str,
    marking: str,
    language: str,
) -> int:
    def write(material: "Material", _opened: "OpenedLibrary") -> "Exported":
        from counterpoint.application.report.brief.brief import Wishes
        from counterpoint.application.report.files.exporting import Extras, export_brief
        from counterpoint.application.report.files.templates import named_template

        chosen, beside = named_template(template)
        wishes = Wishes(title, question, date, marking, language)
        extras = Extras(style, reference, beside)
        return export_brief(material, chosen, wishes, out, extras, progress())

    return export(library, write, approaches, questions)


@_kind("matrix", "The comparison as a spreadsheet.", ".xlsx, or .csv for one sheet", "answers.xlsx")
@_approaches
@_questions
@_text(
    "sheet",
    "Which goes into a .csv: answers, claims, evidence, replies, notes or sources.",
    "SHEET",
    "answers",
    type=NameOrFile(_sheets, file=False),
)
def _matrix(
    out: Path,
    library: Path | None,
    approaches: Sequence[str],
    questions: Sequence[str],
    sheet: str,
) -> int:
    def write(material: "Material", _opened: "OpenedLibrary") -> "Exported":
        from counterpoint.application.report.files.other_kinds import export_matrix

        return export_matrix(material, out, sheet, progress())

    return export(library, write, approaches, questions)


@_kind(
    "references",
    "The sources as a bibliography.",
    ".json (CSL), .bib (BibLaTeX), .bibtex or .ris",
    "sources.ris",
)
def _references(out: Path, library: Path | None) -> int:
    def write(material: "Material", _opened: "OpenedLibrary") -> "Exported":
        from counterpoint.application.report.files.other_kinds import export_references

        return export_references(material, out)

    return export(library, write)


@_kind(
    "annotations",
    "Passages and notes as W3C Web Annotations.",
    ".jsonld or .json",
    "passages.jsonld",
)
@_approaches
@_questions
def _annotations(
    out: Path, library: Path | None, approaches: Sequence[str], questions: Sequence[str]
) -> int:
    def write(material: "Material", _opened: "OpenedLibrary") -> "Exported":
        from counterpoint.application.report.files.other_kinds import export_annotations

        return export_annotations(material, out)

    return export(library, write, approaches, questions)


@_kind(
    "project",
    "Codes, coded passages and memos for NVivo, MAXQDA, QualCoder and others (REFI-QDA).",
    ".qdpx, or .qdc for the codes alone",
    "coded.qdpx",
)
@_approaches
@_questions
def _project(
    out: Path, library: Path | None, approaches: Sequence[str], questions: Sequence[str]
) -> int:
    def write(material: "Material", opened: "OpenedLibrary") -> "Exported":
        from counterpoint.application.report.files.other_kinds import export_project

        return export_project(material, opened, out, progress())

    return export(library, write, approaches, questions)


@_kind("notes", "Notes as a document.", _REPORT, "notes.docx --kinds judgement --on comparison")
@_several("tags", "With one of these.", "TAG")
@_several(
    "kinds",
    "Of these kinds: observation, assumption, judgement. [default: all]",
    "KIND",
    type=click.Choice(["observation", "assumption", "judgement"]),
)
@_several(
    "on",
    "On these approaches, questions or sources, or on the whole: comparison.",
    "ID",
)
@_text("title", "Of the document.", "TEXT")
@_reference
def _notes(
    out: Path,
    library: Path | None,
    tags: Sequence[str],
    kinds: Sequence[str],
    on: Sequence[str],
    title: str,
    reference: Path | None,
) -> int:
    def write(material: "Material", opened: "OpenedLibrary") -> "Exported":
        from counterpoint.application.report.files.other_kinds import export_notes
        from counterpoint.application.report.material.gather import named_places
        from counterpoint.application.report.notes_report import Choice

        choice = Choice(names(tags), tuple(kinds), named_places(opened, material.notes, names(on)))
        return export_notes(material, out, choice, title, reference)

    return export(library, write)


@_kind(
    "map",
    "Where the approaches part, question by question, as a picture.",
    ".svg or .png",
    "map.svg",
)
@_approaches
@_questions
def _map(
    out: Path, library: Path | None, approaches: Sequence[str], questions: Sequence[str]
) -> int:
    return _picture(out, library, approaches, questions, replies=False)


@_kind("replies", "Who answers whom as a picture.", ".svg or .png", "replies.png")
@_approaches
@_questions
def _replies(
    out: Path, library: Path | None, approaches: Sequence[str], questions: Sequence[str]
) -> int:
    return _picture(out, library, approaches, questions, replies=True)


def _picture(
    out: Path,
    library: Path | None,
    approaches: Sequence[str],
    questions: Sequence[str],
    *,
    replies: bool,
) -> int:
    def write(material: "Material", _opened: "OpenedLibrary") -> "Exported":
        from counterpoint.application.report.files.other_kinds import export_picture

        return export_picture(material, out, replies=replies)

    return export(library, write, approaches, questions)


@_kind(
    "library",
    "The whole library in one file, to be mailed.",
    ".counterpoint",
    "all.counterpoint --without-notes",
)
@click.option("--without-notes", is_flag=True, help="Leave your notes out.")
@click.option(
    "--without-originals",
    is_flag=True,
    help="Leave out the documents that texts were taken from.",
)
def _library(out: Path, library: Path | None, without_notes: bool, without_originals: bool) -> int:
    def write(material: "Material", opened: "OpenedLibrary") -> "Exported":
        from counterpoint.application.report.files.other_kinds import export_library

        return export_library(
            material,
            opened.folder,
            out,
            notes=not without_notes,
            originals=not without_originals,
            progress=progress(),
        )

    return export(library, write)
