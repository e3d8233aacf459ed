"""Lists and tables of a web page: which are of its text, and which of its menus; and whether what
stood under a heading is still there."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import Any, NamedTuple

from .packed import words_of

_LISTS = ("ul", "ol", "dl", "table")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = (*_HEADINGS, "p", "li", "td", "th", "dt", "dd", "pre", "blockquote", "figcaption")
_AROUND = ("nav", "header", "footer", "aside", "menu", "form")
_UNSEEN = ("style", "script", "link", "noscript", "template")
_SAID = 60
"""Letters of a paragraph beside a list, outside of links, that is of the text."""
_NAMES = re.compile(
    r"(?<![a-z])nav(?![a-rt-z])|navb|navig|menu|side-?(?:bar|box)|(?<![a-z])toc(?![a-z])|breadcrumb|share"
    r"|social|related|footer|comment|pager|pagination|catlinks|newsletter|promo|cookie",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"[:：]\W*$")


def is_of_the_text(element: Any) -> bool:
    """Whether a list or a table stands among what the author says: beside paragraphs, and under a
    heading, words that lead in to it, or a paragraph where it is more than links."""
    above = [*islice(element.iterancestors(), _DEEPEST + 1)]
    if len(above) > _DEEPEST or any(map(_is_around, (element, *above))):
        return False
    words = words_of(element)
    for each in (element, *above[:_BOXES]):
        if each is not element and words_of(each) != words:
            return False
        parent, before = each.getparent(), _before(each)
        if parent is not None and before is not None:
            led = before.leads_in or (before.in_text and not _is_linked(element))
            return led and any(map(_says_something, parent))
    return False


_DEEPEST, _BOXES = 60, 2


def _is_around(element: Any) -> bool:
    if element.tag in ("body", "html"):
        return False
    names = (str(element.get(key) or "") for key in ("class", "id", "role"))
    return element.tag in _AROUND or any(map(_NAMES.search, names))


class _Before(NamedTuple):
    """What stands before a list: whether it leads in to it, and whether it is of a text."""

    leads_in: bool
    in_text: bool


def _before(element: Any) -> _Before | None:
    for each in element.itersiblings(preceding=True):
        if (each.tail or "").strip():
            return _Before(_LEADS_IN.search(each.tail) is not None, True)
        if not isinstance(each.tag, str) or each.tag in _UNSEEN or _is_around(each):
            continue
        if words := words_of(each):
            led = _is_heading(each) or _LEADS_IN.search(words) is not None
            return _Before(led, each.tag == "p" or each.tag in _LISTS)
    above = element.getparent()
    said = (above.text or "").strip() if above is not None else ""
    return _Before(_LEADS_IN.search(said) is not None, True) if said else None


def _is_linked(element: Any) -> bool:
    """Whether most of its words are links."""
    return 2 * sum(len(words_of(link)) for link in element.iter("a")) >= len(words_of(element))


def _is_heading(element: Any) -> bool:
    """Whether it is one, or no more than a box around one."""
    if element.tag in _HEADINGS:
        return True
    inside = next(element.iter(*_HEADINGS), None)
    return inside is not None and len(words_of(element)) <= len(words_of(inside)) + 20


def _says_something(element: Any) -> bool:
    if element.tag != "p":
        return False
    linked = sum(len(words_of(link)) for link in element.iter("a"))
    return len(words_of(element)) - linked >= _SAID


def emptied(page: Any, main: Any) -> list[str]:
    """The headings, and words that lead in to something, under which nothing stands in `main`
    though something does in the `page`."""
    below: dict[str, set[str]] = {}
    for words, after, _ in _followed(page):
        below.setdefault(words, set()).add(after[:_ALIKE])
    return [
        words
        for words, after, nothing in _followed(main)
        if nothing and after[:_ALIKE] not in below.get(words, {after[:_ALIKE]})
    ]


_ALIKE = 20
"""Letters of what follows that are the same where it is."""


def _followed(root: Any) -> Iterator[tuple[str, str, bool]]:
    """The words of each heading and each lead-in, those that follow, and whether these are of the
    next heading."""
    blocks = [
        (each.tag, words)
        for each in root.iter(*_BLOCKS)
        if next(each.iterdescendants(*_BLOCKS), None) is None and (words := words_of(each))
    ]
    for (tag, words), (next_tag, after) in pairwise([*blocks, ("h1", "")]):
        if tag in _HEADINGS:
            yield words, after, next_tag in _HEADINGS and next_tag <= tag
        elif tag == "p" and _LEADS_IN.search(words):
            yield words, after, True
