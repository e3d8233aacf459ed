"""A paper that a person is about to hand over: what it will say, and its file."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.report.brief.brief import Wishes
from counterpoint.application.report.brief.checks import check_brief
from counterpoint.application.report.brief.citing import STYLES, style_file
from counterpoint.application.report.brief.finding import Finding, FindingKind
from counterpoint.application.report.brief.fitting import fitted
from counterpoint.application.report.files.exporting import (
    Exported,
    Extras,
    Told,
    export_brief,
    never,
    silent,
)
from counterpoint.application.report.files.other_kinds import export_notes
from counterpoint.application.report.files.templates import named_template
from counterpoint.application.report.material.gather import gather
from counterpoint.application.report.notes_report import Choice, chosen_notes, notes_report
from counterpoint.domain.note import Note
from counterpoint.domain.report.blocks import Place, Report, word_count
from counterpoint.domain.report.directions import closed
from counterpoint.domain.report.material import Material
from counterpoint.domain.report.template import Template
from counterpoint.storage.exporters.failing import NotExported, WriterMissing
from counterpoint.storage.exporters.report.docx_finish import MARKING
from counterpoint.storage.exporters.report.png_pictures import draw_ahead, with_inks, with_png
from counterpoint.storage.exporters.report.reference_document import has_place_for_marking

from .failing import handing_over
from .wanted import NOTES, OWN, Shown, Wanted, amiss

Cancelled = Callable[[], bool]
Ink = Callable[[bytes], bytes]
_DOTS = 120.0
"""To an inch of a picture in a preview: what a screen shows, and no more to be read."""


class Preview(NamedTuple):
    """A paper as it would be written now."""

    report: Report
    places: dict[str, Place]
    """Where the quotations stand, by the ids that they have in the report."""
    findings: tuple[Finding, ...] = ()
    words: int = 0
    most_words: int = 0
    """That the template has room for; 0 for any number."""


def preview(
    library: OpenedLibrary,
    notes: Iterable[Note],
    wanted: Wanted,
    shown: Shown,
    cancelled: Cancelled = never,
    ink: Ink | None = None,
) -> Preview:
    """The paper as it would be written now; `ink` makes its drawings, as SVG, anew for what is not
    white paper. For a worker thread. Raises NotHandedOver."""

    def seen(report: Report) -> Report:
        return report if ink is None else replace(report, blocks=with_inks(report.blocks, ink))

    with handing_over():
        material = _material(library, notes, wanted, shown)
        if wanted.paper == NOTES:
            found = chosen_notes(material, _choice(wanted))
            report = notes_report(material, found, wanted.title, wanted.language)
            return Preview(closed(report), {}, (), word_count(report.blocks))
        template, beside = _template(wanted)
        style = wanted.style
        if style and style not in STYLES and not Path(style).is_file():
            raise NotExported(
                f"{style}: this style of citation is not there; choose one under “Citations”"
            )
        file = style_file(style) if style else style_file(template.style, beside)
        brief, report, pages, by_pages = fitted(
            material,
            template,
            _wishes(wanted),
            file,
            cancelled,
            lambda report: draw_ahead(seen(report).blocks, _DOTS),
        )
        findings = check_brief(material, brief, template, pages, by_pages=by_pages)
        findings = (*_of_the_marking(wanted), *findings)
        places = {
            quoted.id: Place(quoted.passage.source, quoted.passage.span) for quoted in brief.quoted
        }
        report = seen(report)
        with suppress(WriterMissing):  # a window shows the SVG too, in letters of its own
            report = replace(report, blocks=with_png(report.blocks, _DOTS))
        return Preview(closed(report), places, findings, brief.words, template.most_words)


def export_paper(
    library: OpenedLibrary,
    notes: Iterable[Note],
    wanted: Wanted,
    shown: Shown,
    out: Path,
    progress: Told = silent,
    cancelled: Cancelled = never,
) -> Exported:
    """Writes the paper, in the format of the ending of `out`. For a worker thread. Raises
    NotHandedOver; then nothing has changed."""
    with handing_over():
        progress("gathering")
        material = _material(library, notes, wanted, shown)
        reference = Path(wanted.reference) if wanted.reference else None
        if reference is not None and reference.suffix.casefold() != out.suffix.casefold():
            reference = None  # it is chosen for one of the formats, and means nothing to others
        if wanted.paper == NOTES:
            choice = _choice(wanted)
            return export_notes(material, out, choice, wanted.title, reference, cancelled)
        template, beside = _template(wanted)
        extras = Extras(wanted.style, reference, beside)
        return export_brief(material, template, _wishes(wanted), out, extras, progress, cancelled)


def _material(
    library: OpenedLibrary, notes: Iterable[Note], wanted: Wanted, shown: Shown
) -> Material:
    if wanted.paper == NOTES:
        return gather(library, notes)
    contents, chosen = library.contents, shown.of(wanted)
    there = {head.id for head in contents.approaches} | {each.id for each in contents.dimensions}
    chosen = Shown(*(tuple(id for id in ids if id in there) for ids in chosen))
    if not chosen.approaches or not chosen.questions:
        raise NotExported("a brief needs an approach and a question at the least: choose some")
    return gather(library, notes, chosen.approaches, chosen.questions)


def _template(wanted: Wanted) -> tuple[Template, Path | None]:
    if wanted.paper == OWN and not wanted.own:
        raise NotExported("Choose the file of your own template (.yaml or .md).")
    return named_template(wanted.own if wanted.paper == OWN else wanted.paper)


def _of_the_marking(wanted: Wanted) -> tuple[Finding, ...]:
    if not (wanted.marking and wanted.reference):
        return ()
    reference = Path(wanted.reference)
    if has_place_for_marking(reference):
        return ()
    said = (
        "it has no place for the marking, which would stand on the first page only: write "
        f"{MARKING} into its header or footer"
    )
    return (Finding(FindingKind.MARKING, reference.name, said),)


def _wishes(wanted: Wanted) -> Wishes:
    for wrong in (amiss("language", wanted.language), amiss("date", wanted.date)):
        if wrong:
            raise NotExported(wrong)
    return Wishes(wanted.title, wanted.question, wanted.date, wanted.marking, wanted.language)


def _choice(wanted: Wanted) -> Choice:
    return Choice(wanted.tags, wanted.kinds, wanted.on)
