"""A brief on no more pages than its template says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.report.blocks import Report
from counterpoint.domain.report.material import Material
from counterpoint.domain.report.template import SectionKind, Template
from counterpoint.storage.exporters.failing import ExportCancelled, WriterMissing
from counterpoint.storage.exporters.report.pdf import page_count

from .brief import Brief, Wishes, write_brief
from .citing import cited

_SCALES = (1.0, 0.96)
"""Of the letters; with any less the smallest would have fewer than 7.5 points."""


class Fitted(NamedTuple):
    brief: Brief
    report: Report
    """With its cites in words."""
    pages: int = 0
    """That it has as a PDF; 0 where nobody counts them."""
    by_pages: bool = False
    """Its table of answers is shorter than the words of the template have room for, so that the
    pages are no more."""


def fitted(
    material: Material,
    template: Template,
    wishes: Wishes,
    style: Path,
    cancelled: Callable[[], bool] = lambda: False,
    meanwhile: Callable[[Report], None] = lambda report: None,
) -> Fitted:
    """The brief on as many pages as the template says: set more closely by steps, then without
    breaks of pages, then with fewer questions in the table of answers. Where nothing helps, as it
    is with all of them, on more. For all formats alike, of which only the PDF can be counted.
    `meanwhile` is given each paper before its citations are set, which another process does: to
    begin on what does not need them. Raises NotExported."""

    def one(shape: Template, scale: float) -> Fitted:
        if cancelled():
            raise ExportCancelled
        brief = write_brief(material, shape, wishes)
        meanwhile(brief.report)
        report = replace(cited(brief.report, material, style, cancelled), scale=scale)
        if not template.most_pages:
            return Fitted(brief, report)
        try:
            return Fitted(brief, report, page_count(report))
        except WriterMissing:
            return Fitted(brief, report)

    found = one(template, _SCALES[0])
    for scale in _SCALES[1:]:
        if found.pages <= template.most_pages:
            break
        found = one(template, scale)
    if found.pages <= template.most_pages:
        return found
    flowing = _flowing(template)
    closest = found if flowing == template else one(flowing, _SCALES[-1])
    if closest.pages <= template.most_pages or not _answers(template):
        return closest
    best = None
    least, most = 1, len(material.questions) - 1
    while least <= most:
        rows = (least + most + 1) // 2
        fewer = one(_with_rows(flowing, rows), _SCALES[-1])
        if fewer.pages <= template.most_pages:
            best, least = fewer._replace(by_pages=True), rows + 1
        else:
            most = rows - 1
    return best or closest


def _answers(template: Template) -> bool:
    return any(section.kind is SectionKind.ANSWERS for section in template.sections)


def _flowing(template: Template) -> Template:
    sections = tuple(section._replace(new_page=False) for section in template.sections)
    return template._replace(sections=sections)


def _with_rows(template: Template, rows: int) -> Template:
    return template._replace(
        sections=tuple(
            section._replace(rows=min(rows, section.rows or rows)) for section in template.sections
        )
    )
