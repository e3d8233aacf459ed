"""Words of a web page or a book that its reader does not see, as they say where they stand."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from lxml import etree

from counterpoint.storage.importers.draft import Draft

from .missing import letters_of

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![\d.])"
    r"|opacity\s*:\s*0(?:\.0+)?(?![\d.])"
    r"|(?:left|top|right|text-indent)\s*:\s*-\d{4,}(?:\.\d+)?px"
    r"|(?<![\w-])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgb\(\s*255\s*,\s*255\s*,\s*255)",
    re.IGNORECASE,
)


def hidden_parts(root: "etree._Element") -> "list[etree._Element]":
    """Each part that is hidden, or white, by itself or by a style sheet within the page; what
    other files say of it is not looked for."""
    found: list[etree._Element] = []
    hidden: set[etree._Element] = set()
    by_sheet = ruled_by(root, _HIDING)
    for element in root.iter("*"):
        if element.getparent() in hidden:
            hidden.add(element)
        elif (
            element.get("hidden") is not None
            or element in by_sheet
            or element.tag == "template"
            or _HIDING.search(str(element.get("style") or ""))
        ):
            hidden.add(element)
            found.append(element)
    return found


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_OTHER_MEDIA = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_PLAIN = re.compile(r"([a-z][a-z0-9]*)?(?:([.#])([\w-]+))?", re.IGNORECASE)


def ruled_by(root: "etree._Element", look: "re.Pattern[str]", css: str = "") -> Any:
    """The set of what a rule for a name, a class or an id gives this `look`, in the style sheets of
    the page or in those of other files, `css`. A rule for print or for small windows does not
    count, nor one that looks at more."""
    rules = _rules(css, look).union(*(_rules(sheet, look) for sheet in _sheets(root)))
    if not rules:
        return set()
    return {each for each in root.iter("*") if not rules.isdisjoint(_named(each))}


def rules_of(root: "etree._Element", css: str = "") -> "Iterator[tuple[str, str]]":
    """The selectors of each rule, and what it says, of the style sheets of the page and of `css`;
    but for print or small windows."""
    for sheet in (css, *_sheets(root)):
        yield from _RULE.findall(_OTHER_MEDIA.sub("", _COMMENT.sub("", sheet)))


def _sheets(root: "etree._Element") -> list[str]:
    return [
        "".join(map(str, sheet.itertext()))
        for sheet in root.iter("style")
        if str(sheet.get("media") or "all").strip().lower() in ("all", "screen")
    ]


@lru_cache(4)  # the pages of a book have the same
def _rules(sheet: str, look: "re.Pattern[str]") -> frozenset[tuple[str, str, str]]:
    """The element, the sign of a class or an id and its name, of each rule that gives this look."""
    if not look.search(sheet):  # as most
        return frozenset()
    plainly = _OTHER_MEDIA.sub("", _COMMENT.sub("", sheet))
    found: set[tuple[str, str, str]] = set()
    for selectors, said in _RULE.findall(plainly):
        if not look.search(said):
            continue
        for selector in selectors.split(","):
            plain = _PLAIN.fullmatch(selector.strip())
            if plain is not None and plain[0]:
                found.add(((plain[1] or "").lower(), plain[2] or "", plain[3] or ""))
    return frozenset(found)


def _named(element: "etree._Element") -> "Iterator[tuple[str, str, str]]":
    """The rules that would be for `element`."""
    tag = str(element.tag).lower()
    names = [("", ""), *((".", each) for each in str(element.get("class") or "").split())]
    names += [("#", each) for each in (element.get("id"),) if each]
    for sign, name in names:
        yield tag, sign, str(name)
        yield "", sign, str(name)


def with_hidden_told(draft: Draft, hidden: Sequence[str]) -> Draft:
    """`draft` with a note on those of the words that have come into its text."""
    if not hidden:
        return draft
    there = letters_of(draft.text)
    words = sum(len(part.split()) for part in hidden if part and letters_of(part) in there)
    if not words:
        return draft
    said = f"hidden words, which are in the text and not seen in the document: {words:,}"
    return draft._replace(noticed=(*draft.noticed, said))
