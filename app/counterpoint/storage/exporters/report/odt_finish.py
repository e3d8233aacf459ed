"""What Pandoc leaves to be done on an odt: the marking on each page, the paper, rows that stay
whole."""

from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from counterpoint.domain.report.blocks import Paper, Report

from .docx_finish import MARKING
from .pandoc_blocks import TABLE_TEXT
from .repacking import repacked

_STYLE = "urn:oasis:names:tc:opendocument:xmlns:style:1.0"
_FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_SIZES = {Paper.A4: ("210mm", "297mm"), Paper.LETTER: ("215.9mm", "279.4mm")}
_CELLS = {"TableRowCell": "", "TableHeaderRowCell": "#eaeaea"}
"""Pandoc's names for the styles of cells, with what they are filled with."""
SECTION_START = '<text:p text:style-name="{}"/>'
"""A paragraph whose style begins pages of another kind; the brackets take its name."""
_PAGE_BREAK = "Page_20_Break"
PAGE_BREAK = f'<text:p text:style-name="{_PAGE_BREAK}"/>'


def finished(data: bytes, report: Report, epoch: int) -> tuple[bytes, bool]:
    """The document, dated `epoch` seconds after 1970, and whether its pages have a place for the
    marking, which they bear then."""
    places: list[bool] = []

    def change(name: str, part: bytes) -> bytes:
        if name == "styles.xml":
            marked = part.replace(MARKING.encode(), escape(report.marking).encode())
            places.append(marked != part)
            return _pages(_with_table_text(marked), report)
        if name == "content.xml":
            return _content(part)
        return part

    return repacked(data, epoch, change), any(places)


def _pages(part: bytes, report: Report) -> bytes:
    root = etree.fromstring(part)
    width, height = _SIZES[report.paper]
    for layout in root.iter(f"{{{_STYLE}}}page-layout-properties"):
        across = layout.get(f"{{{_STYLE}}}print-orientation") == "landscape" or report.landscape
        layout.set(f"{{{_FO}}}page-width", height if across else width)
        layout.set(f"{{{_FO}}}page-height", width if across else height)
        layout.set(f"{{{_STYLE}}}print-orientation", "landscape" if across else "portrait")
    for properties in root.iter(f"{{{_STYLE}}}text-properties"):
        size = properties.get(f"{{{_FO}}}font-size", "")
        if report.scale != 1 and size.endswith("pt"):
            points = float(size.removesuffix("pt")) * report.scale
            properties.set(f"{{{_FO}}}font-size", f"{points:.1f}pt")
    if not report.marking:
        _without_empty_headers(root)
    return _serialised(root)


def _without_empty_headers(root: Any) -> None:
    """They would take room from every page, for a marking that there is not."""
    layouts = {
        each.get(f"{{{_STYLE}}}name"): each for each in root.iter(f"{{{_STYLE}}}page-layout")
    }
    kept: set[str] = set()
    bare: list[str] = []
    for master in root.iter(f"{{{_STYLE}}}master-page"):
        name = master.get(f"{{{_STYLE}}}page-layout-name")
        header = master.find(f"{{{_STYLE}}}header")
        if header is None:
            continue
        if all(each.tag == f"{{{_TEXT}}}p" and not len(each) and not each.text for each in header):
            master.remove(header)
            bare.append(name)
        else:
            kept.add(name)
    for name in bare:
        style = layouts[name].find(f"{{{_STYLE}}}header-style") if name in layouts else None
        if style is not None and name not in kept:
            layouts[name].remove(style)


def _with_table_text(part: bytes) -> bytes:
    """With small letters for what stands in tables where the styles have none of their own: those
    of a text break words in narrow columns."""
    root = etree.fromstring(part)
    name = TABLE_TEXT.replace(" ", "_20_")
    styles = root.find(f"{{{_OFFICE}}}styles")
    if styles is None or any(each.get(f"{{{_STYLE}}}name") == name for each in styles):
        return part
    style = etree.SubElement(styles, f"{{{_STYLE}}}style")
    style.set(f"{{{_STYLE}}}name", name)
    style.set(f"{{{_STYLE}}}display-name", TABLE_TEXT)
    style.set(f"{{{_STYLE}}}family", "paragraph")
    paragraph = etree.SubElement(style, f"{{{_STYLE}}}paragraph-properties")
    paragraph.set(f"{{{_FO}}}margin-top", "0mm")
    paragraph.set(f"{{{_FO}}}margin-bottom", "0.7mm")
    letters = etree.SubElement(style, f"{{{_STYLE}}}text-properties")
    letters.set(f"{{{_FO}}}font-size", "8.5pt")
    return _serialised(root)


def _content(part: bytes) -> bytes:
    root = etree.fromstring(part)
    automatic = next(
        root.iter("{urn:oasis:names:tc:opendocument:xmlns:office:1.0}automatic-styles")
    )
    for style in automatic:
        if style.get(f"{{{_STYLE}}}name") in _CELLS:
            _line_round(style, _CELLS[style.get(f"{{{_STYLE}}}name")])
    style = etree.SubElement(automatic, f"{{{_STYLE}}}style")
    style.set(f"{{{_STYLE}}}name", "WholeRow")
    style.set(f"{{{_STYLE}}}family", "table-row")
    properties = etree.SubElement(style, f"{{{_STYLE}}}table-row-properties")
    properties.set(f"{{{_FO}}}keep-together", "always")
    for row in root.iter(f"{{{_TABLE}}}table-row"):
        row.set(f"{{{_TABLE}}}style-name", "WholeRow")
    _breaks_in_headings(root, automatic)
    for paragraph in root.iter(f"{{{_TEXT}}}p"):
        style = paragraph.get(f"{{{_TEXT}}}style-name")
        if style and " " in style:  # names of styles are written so in the format
            paragraph.set(f"{{{_TEXT}}}style-name", style.replace(" ", "_20_"))
    return _serialised(root)


def _breaks_in_headings(root: Any, automatic: Any) -> None:
    """A page begins with its heading, not with the empty line that breaks it."""
    made: set[str] = set()
    for empty in list(root.iter(f"{{{_TEXT}}}p")):
        heading = empty.getnext()
        if empty.get(f"{{{_TEXT}}}style-name") != _PAGE_BREAK or heading is None:
            continue
        if heading.tag != f"{{{_TEXT}}}h":
            continue
        parent = heading.get(f"{{{_TEXT}}}style-name", "Heading")
        name = f"Paged_{parent}"
        if name not in made:
            made.add(name)
            style = etree.SubElement(automatic, f"{{{_STYLE}}}style")
            style.set(f"{{{_STYLE}}}name", name)
            style.set(f"{{{_STYLE}}}family", "paragraph")
            style.set(f"{{{_STYLE}}}parent-style-name", parent)
            properties = etree.SubElement(style, f"{{{_STYLE}}}paragraph-properties")
            properties.set(f"{{{_FO}}}break-before", "page")
            properties.set(f"{{{_FO}}}margin-top", "0mm")
        heading.set(f"{{{_TEXT}}}style-name", name)
        empty.getparent().remove(empty)


def _line_round(style: Any, fill: str) -> None:
    for properties in style.iter(f"{{{_STYLE}}}table-cell-properties"):
        properties.set(f"{{{_FO}}}border", "0.5pt solid #a0a0a0")
        for side, space in (
            ("top", "0mm"),
            ("bottom", "0mm"),
            ("left", "0.6mm"),
            ("right", "0.6mm"),
        ):
            properties.set(f"{{{_FO}}}padding-{side}", space)  # so are rows as high as in a docx
        if fill:
            properties.set(f"{{{_FO}}}background-color", fill)


def _serialised(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made
