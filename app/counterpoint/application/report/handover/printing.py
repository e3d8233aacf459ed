"""What is put on paper: each as the pages of a PDF, which are what the printer gets."""

from collections.abc import Callable, Iterable, Sequence

from counterpoint.application.copying.page_blocks import page_blocks
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.brief.citing import cited, style_file
from counterpoint.application.report.files.dates import epoch
from counterpoint.application.report.files.exporting import never
from counterpoint.application.report.material.gather import gather
from counterpoint.application.report.pictures import map_picture, replies_picture
from counterpoint.application.report.words.markings import rank
from counterpoint.domain.layout import BlockKind, lay_out_source
from counterpoint.domain.note import Note
from counterpoint.domain.report.blocks import (
    Block,
    Heading,
    Paragraph,
    Raised,
    Report,
    Role,
    Text,
)
from counterpoint.domain.report.directions import closed
from counterpoint.domain.report.drawing import Drawing
from counterpoint.domain.report.material import Material
from counterpoint.domain.report.rewriting import with_even_headings
from counterpoint.domain.report.template import Section, SectionKind, Template
from counterpoint.storage.exporters.picture_page import picture_page
from counterpoint.storage.exporters.report.pdf import pdf
from counterpoint.storage.exporters.report.pdf_pages import Drawn, PdfPages

from .failing import handing_over
from .paper import preview
from .wanted import Shown, Wanted

__all__ = ["Drawn", "PdfPages", "Print"]

Cancelled = Callable[[], bool]
Print = Callable[[Cancelled], PdfPages]
"""Makes the pages, on a worker thread. Raises NotHandedOver."""
_SHEET = Template(
    "",
    "",
    (Section(SectionKind.ANSWERS, headed=False), Section(SectionKind.SOURCES, brief=True)),
    landscape=True,
    small=True,
)


def paper_pages(
    library: OpenedLibrary, notes: Iterable[Note], wanted: Wanted, shown: Shown
) -> Print:
    """The paper that is handed over."""

    def make(cancelled: Cancelled) -> PdfPages:
        made = preview(library, notes, wanted, shown, cancelled)
        return _pages(made.report)

    return make


def comparison_pages(library: OpenedLibrary, notes: Iterable[Note], shown: Shown) -> Print:
    """The answers that the comparison shows, as a table, with the sources."""

    def make(cancelled: Cancelled) -> PdfPages:
        with handing_over():
            material = gather(library, notes, shown.approaches, shown.questions)
            report = write_brief(material, _SHEET, Wishes()).report
            style = style_file(_SHEET.style)
            report = closed(cited(report, material, style, cancelled))
        return _pages(report, epoch(material))

    return make


def page_pages(library: OpenedLibrary, page: Page, approaches: Sequence[str]) -> Print:
    """A question, or two approaches, as a page; who answers whom as its picture."""
    if page.kind is PageKind.REPLIES:
        return picture_pages(library, Shown(tuple(approaches)), replies_picture)

    def make(_cancelled: Cancelled) -> PdfPages:
        blocks = page_blocks(library, page, approaches)
        title = library.contents.title
        return _pages(_report(title, "", "", with_even_headings(blocks)))

    return make


def map_pages(library: OpenedLibrary, shown: Shown) -> Print:
    """Who holds which named answer, as a picture."""
    return picture_pages(library, shown, map_picture)


def picture_pages(
    library: OpenedLibrary, shown: Shown, draw: Callable[[Material], Drawing]
) -> Print:
    def make(_cancelled: Cancelled = never) -> PdfPages:
        with handing_over():
            material = gather(library, (), shown.approaches, shown.questions or None)
            data, _ = picture_page(draw(material))
        return PdfPages(data)

    return make


def source_pages(library: OpenedLibrary, source: str) -> Print:
    """The text of a source, paragraph by paragraph, each with its number."""

    def make(_cancelled: Cancelled) -> PdfPages:
        with handing_over():
            described = library.contents.source(source)
            text = library.text(source).text
        layout = lay_out_source(text, described)
        blocks: list[Block] = []
        for index in range(len(layout)):
            block = layout.block(index)
            words = Text(" ".join(text[block.span.start : block.span.end].split("\n")))
            match block.kind:
                case BlockKind.HEADING:
                    blocks.append(Heading(1, (words,)))
                case BlockKind.FURNITURE:
                    blocks.append(Paragraph((words,), Role.DETAIL))
                case BlockKind.TEXT if block.label and not words.words.startswith(block.label):
                    number = Raised((Text(f"{block.label} "),))
                    blocks.append(Paragraph((number, words)))
                case BlockKind.TEXT:
                    blocks.append(Paragraph((words,)))
        marking = described.marking.partition(";")[0] if rank(described.marking) != 0 else ""
        about = f"{described.author}, {described.date}"
        return _pages(_report(described.title, about, marking, tuple(blocks)))

    return make


def _report(title: str, subtitle: str, marking: str, blocks: tuple[Block, ...]) -> Report:
    report = Report(
        title=title, subtitle=subtitle, language="en-GB", date="", marking=marking, blocks=blocks
    )
    return closed(report)


def _pages(report: Report, seconds: int = 0) -> PdfPages:
    with handing_over():
        data, _ = pdf(report, seconds)
    return PdfPages(data)
