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
_HEADED = re.compile(r"word/(?:header|footer)\d*\.xml")


def finished(data: bytes, report: Report) -> tuple[bytes, bool]:
    """The document, and whether its pages have a place for the marking, which they bear then."""
    places: list[bool] = []

    def change(name: str, part: bytes) -> bytes:
        if name == "word/document.xml":
            return _document(part, report)
        if name == "word/styles.xml" and report.scale != 1:
            return _SIZE.sub(partial(_smaller, report.scale), part)
        if _HEADED.fullmatch(name):
            marked = part.replace(MARKING.encode(), escape(report.marking).encode())
            places.append(marked != part)
            return marked
        return part

    return repacked(data, change), any(places)


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


def _serialised(root: Any) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"


def _local(element: Any) -> str:
    return str(etree.QName(element).localname)


Finish = Callable[[bytes, Report], tuple[bytes, bool]]
