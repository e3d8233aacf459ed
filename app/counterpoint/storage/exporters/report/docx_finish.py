"""What Pandoc leaves to be done on a docx: pages laid across, the marking on each page, rows of
tables that stay whole."""

import re
from collections.abc import Callable
from copy import deepcopy
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree

from counterpoint.domain.report.blocks import Paper, Report

from .pandoc_blocks import TABLE_TEXT
from .repacking import repacked

MARKING = "{marking}"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SIZES = {Paper.A4: (11906, 16838), Paper.LETTER: (12240, 15840)}
"""In twentieths of a point."""
SECTION_END = (
    '<w:p><w:pPr><w:pStyle w:val="SectionEnd"/><w:sectPr><w:pgSz w:orient="{}"/></w:sectPr>'
    "</w:pPr></w:p>"
)
"""A paragraph that ends a section; its page is set here. The brackets take its orientation."""
PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
_SIZE = re.compile(rb'(<w:szC?s? w:val=")(\d+)')
"""Of letters, in half points."""
_BEFORE_BORDERS = (
    "tblStyle",
    "tblpPr",
    "tblOverlap",
    "bidiVisual",
    "tblStyleRowBandSize",
    "tblStyleColBandSize",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
)
"""What the schema has before the borders of a table."""
_HEADED = re.compile(r"word/(?:header|footer)\d*\.xml")


def finished(data: bytes, report: Report, epoch: int) -> tuple[bytes, bool]:
    """The document, dated `epoch` seconds after 1970, and whether its pages have a place for the
    marking, which they bear then."""
    places: list[bool] = []

    def change(name: str, part: bytes) -> bytes:
        if name == "word/document.xml":
            return _document(part, report)
        if name == "word/styles.xml":
            part = _with_table_text(part)
            return part if report.scale == 1 else _SIZE.sub(partial(_smaller, report.scale), part)
        if _HEADED.fullmatch(name):
            marked = part.replace(MARKING.encode(), escape(report.marking).encode())
            places.append(marked != part)
            return marked
        return part

    return repacked(data, epoch, change), any(places)


def _smaller(scale: float, found: re.Match[bytes]) -> bytes:
    return found[1] + str(round(int(found[2]) * scale)).encode()


def _document(part: bytes, report: Report) -> bytes:
    root = etree.fromstring(part)
    sections = list(root.iter(_w("sectPr")))
    last = sections[-1]
    _set_page(last, report, across=report.landscape)
    for section in sections[:-1]:
        size = section.find(_w("pgSz"))
        across = size is not None and size.get(_w("orient")) == "landscape"
        for child in list(section):
            section.remove(child)
        for child in last:
            section.append(deepcopy(child))
        _set_page(section, report, across=across or report.landscape)
    for row in root.iter(_w("tr")):
        _keep_whole(row)
    for table in root.iter(_w("tblPr")):
        _fixed_widths(table)
        _lines_round(table)
    return _serialised(root)


def _set_page(section: Any, report: Report, *, across: bool) -> None:
    width, height = _SIZES[report.paper]
    size = section.find(_w("pgSz"))
    if size is None:
        size = etree.Element(_w("pgSz"))
        before = ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
        places = [section.index(child) for child in section if _local(child) in before]
        section.insert(max(places, default=-1) + 1, size)
    size.set(_w("w"), str(height if across else width))
    size.set(_w("h"), str(width if across else height))
    size.attrib.pop(_w("orient"), None)
    if across:
        size.set(_w("orient"), "landscape")


def _keep_whole(row: Any) -> None:
    properties = row.find(_w("trPr"))
    if properties is None:
        properties = etree.Element(_w("trPr"))
        row.insert(0, properties)
    if properties.find(_w("cantSplit")) is None:
        properties.insert(0, etree.Element(_w("cantSplit")))


def _fixed_widths(table: Any) -> None:
    """As we give them, whatever the words in the cells would like."""
    layout = table.find(_w("tblLayout"))
    if layout is not None:
        layout.set(_w("type"), "fixed")


def _lines_round(table: Any) -> None:
    """Whatever the style of tables in somebody's reference document has."""
    if table.find(_w("tblBorders")) is not None:
        return
    borders = etree.Element(_w("tblBorders"))
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = etree.SubElement(borders, _w(side))
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "A0A0A0")):
            line.set(_w(key), value)
    after = [table.index(child) for child in table if _local(child) in _BEFORE_BORDERS]
    table.insert(max(after, default=-1) + 1, borders)


def _with_table_text(part: bytes) -> bytes:
    """With small letters for what stands in tables where the styles have none of their own: those
    of a text break words in narrow columns."""
    root = etree.fromstring(part)
    for style in root.iter(_w("style")):
        name = style.find(_w("name"))
        if name is None or name.get(_w("val")) != TABLE_TEXT or style.find(_w("rPr")) is not None:
            continue
        paragraph = style.find(_w("pPr"))
        if paragraph is None:
            paragraph = etree.SubElement(style, _w("pPr"))
        if paragraph.find(_w("spacing")) is None:
            spacing = etree.SubElement(paragraph, _w("spacing"))
            spacing.set(_w("before"), "0")
            spacing.set(_w("after"), "40")
        letters = etree.SubElement(style, _w("rPr"))
        for tag in ("sz", "szCs"):
            etree.SubElement(letters, _w(tag)).set(_w("val"), "17")
        return _serialised(root)
    return part


def _serialised(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _local(element: Any) -> str:
    return str(etree.QName(element).localname)


Finish = Callable[[bytes, Report, int], tuple[bytes, bool]]
