"""Where Word last broke the pages of a document, and what they are called."""

from typing import Any

from lxml import etree

from counterpoint.storage.importers.text.running_lines import to_roman

from .docx_parts import W
from .pandoc_tree import PAGE_MARK

_BREAK = f"{W}lastRenderedPageBreak"


def lift_page_breaks(element: "etree._Element") -> None:
    """Puts the page breaks that stand in `element` before it: it is left out, and its pages are
    not."""
    for each in list(element.iter(_BREAK)):
        run = etree.Element(f"{W}r")
        run.append(each)
        element.addprevious(run)


def mark_pages(root: "etree._Element") -> list[str]:
    """Puts a mark where Word last began a page; the labels of the pages, none where Word has not
    laid the document out."""
    for change in list(root.iter(f"{W}del", f"{W}moveFrom")):
        lift_page_breaks(change)
    breaks = list(root.iter(_BREAK))
    if not breaks:
        return []
    labels: list[str] = []
    starts = [0]
    sections: list[Any] = []
    pages = 0
    for element in root.iter(_BREAK, f"{W}sectPr"):
        if element.tag == f"{W}sectPr":
            sections.append(element.find(f"{W}pgNumType"))
            starts.append(pages + 1)
            continue
        pages += 1
    for element in breaks:
        element.tag = f"{W}t"
        element.text = PAGE_MARK
    number = 0
    section = 0
    for page in range(pages + 1):
        number += 1
        while section + 1 < len(starts) - 1 and starts[section + 1] <= page:
            section += 1
        style = sections[section] if section < len(sections) else None
        if style is not None and starts[section] == page and style.get(f"{W}start"):
            number = int(style.get(f"{W}start"))
        roman = style is not None and "Roman" in str(style.get(f"{W}fmt", ""))
        labels.append(to_roman(number) if roman else str(number))
    return labels
