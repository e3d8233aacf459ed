"""How a place in a source is named: in marks, in the reader, in citations and on notes."""

import re

from .text import isolated
from .translation import tr

_ON_PAGE = r"p\. (\S+?)(?: ¶\d+)?(?: l\. (\d+))?(?=–|$)"
_LINE = r"l\. (\d+)(?:–l\. (\d+))?"
_NUMBERS = r"(\d+)(?:–(\d+))?"


def paragraph(place: str) -> str:
    """ "¶4" and "§9" as they are, "para 144" for "144"; "p. 12" where there are pages ("pp. 12–13"
    for "p. 12 ¶3–p. 13 ¶1"), "l. 3" where there are lines. "" for "".

    `place` is as the layout of the source gives it. Only a "§" is counted and not in the text;
    `counted` says so, where a place leaves the program.
    """
    pages = re.findall(_ON_PAGE, place) if place.startswith("p. ") else []
    if pages:
        return _pages(pages)
    if (lines := re.fullmatch(_LINE, place)) is not None:
        first, last = lines.groups()
        return _of_lines(first, last or first)
    if (numbers := re.fullmatch(_NUMBERS, place)) is not None:
        first, last = numbers.groups()
        if last in (None, first):
            return tr("para {number}", number=first)
        return tr("paras {first}–{last}", first=first, last=last)
    return place


def counted(place: str) -> str:
    """As `paragraph`, and "§9 (counted by us)" where the number is not in the text, so
    that nobody looks for it there."""
    if place.startswith("§"):
        return tr("{place} (counted by us)", place=place)
    return paragraph(place)


def in_source(source: str, place: str) -> str:
    """ "London cable ¶4"; the source alone where it has no numbers. The number is never parted from
    the word or the sign before it."""
    source = isolated(source)
    named = paragraph(place).replace(" ", NO_BREAK)
    if not named:
        return source
    return f"{source}{' ' if named[0].isalpha() else NO_BREAK}{named}"


NO_BREAK = "\u00a0"


def _pages(places: list[tuple[str, str]]) -> str:
    """Of the first and the last place, each a page and, where it is cited by lines, a line."""
    (page, line), (last_page, last_line) = places[0], places[-1]
    if not line:
        if page == last_page:
            return tr("p. {page}", page=page)
        return tr("pp. {first}–{last}", first=page, last=last_page)
    if page == last_page:
        return f"{tr('p. {page}', page=page)}, {_of_lines(line, last_line)}"
    return tr(
        "p. {page}, l. {line} to p. {last_page}, l. {last_line}",
        page=page,
        line=line,
        last_page=last_page,
        last_line=last_line,
    )


def _of_lines(first: str, last: str) -> str:
    if first == last:
        return tr("l. {line}", line=first)
    return tr("ll. {first}–{last}", first=first, last=last)


def quoted() -> str:
    """Of a paragraph that the document sets as another's words."""
    return tr("Quoted: set off as another's words")


def heading(level: int) -> str:
    """Of a heading; "" where its level is not known."""
    return tr("Heading of level {level}", level=level) if level else ""
