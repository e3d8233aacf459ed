"""What is to be told of tables and forms, whose places on the page no text has."""

from collections.abc import Sequence

from counterpoint.domain.counting import counted

from .pdf_order import Ordered

_LEAST = 3
"""Rows with words that stand apart, which make a page look like a table."""


def laid_out(pages: Sequence[Ordered], labels: Sequence[str]) -> list[str]:
    """A phrase for the tables that rules part, and one for the pages that look like some."""
    tables = sum(page.tables for page in pages)
    ruled = [nth for nth, page in enumerate(pages) if page.tables]
    others = [nth for nth, page in enumerate(pages) if page.forms or _looks_like_one(page)]
    told: list[str] = []
    if tables:
        told.append(
            f"the lines of {counted(tables, 'table')} on {pages_told(ruled, labels)}: the text has "
            "a paragraph for each row, with a vertical bar between cells; compare it with the page"
        )
    if others:
        looks = "looks" if len(others) == 1 else "look"
        told.append(
            f"the layout of {pages_told(others, labels)}, which {looks} like a table or a form: "
            "its words are in the text, and may follow one another otherwise than they are read; "
            "compare it with the page"
        )
    return told


def _looks_like_one(page: Ordered) -> bool:
    apart = [row for row in page.rows if not row.cells and row.tabled]
    told = [row for row in apart if sum(any(map(str.isalnum, each.text)) for each in row.lines) > 1]
    return len(told) >= _LEAST


def pages_told(numbers: Sequence[int], labels: Sequence[str]) -> str:
    """ "page 4", "pages 4–6 and 9"."""
    spans: list[tuple[int, int]] = []
    for number in numbers:
        if spans and number == spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], number)
        else:
            spans.append((number, number))
    said = [
        labels[first] if first == last else f"{labels[first]}–{labels[last]}"
        for first, last in spans
    ]
    words = ", ".join(said[:-1]) + (" and " if said[1:] else "") + said[-1]
    return f"page {words}" if len(numbers) == 1 else f"pages {words}"
