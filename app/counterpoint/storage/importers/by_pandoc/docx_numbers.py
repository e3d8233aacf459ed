"""The numbers that Word prints before paragraphs: "2.1", "Article 7 —". Pandoc 3.9 counts each
level of a list by itself, and heeds little of what is written round a number."""

import re
from collections.abc import Iterator

from lxml import etree

from .docx_looks import is_on
from .docx_parts import VAL, W, by_style, described_lists, value_of
from .list_signs import sign_of
from .pandoc_tree import printed_number

_LEVEL = re.compile(r"%([1-9])")
_FORMATS = {
    **{"lowerLetter": "LowerAlpha", "upperLetter": "UpperAlpha", "lowerRoman": "LowerRoman"},
    **{"upperRoman": "UpperRoman", "decimal": "Decimal", "": "Decimal"},
}
_LEVELS = 9


class _Level:
    def __init__(self, said: "etree._Element") -> None:
        self.start = _number(said.find(f"{W}start"), 1)
        self.format = value_of(said, "numFmt")
        self.text = value_of(said, "lvlText")
        self.plain = is_on(said.find(f"{W}isLgl"))
        restart = said.find(f"{W}lvlRestart")
        self.restart = None if restart is None else _number(restart, 0)
        self.style = value_of(said, "pStyle")


def write_numbers(
    root: "etree._Element", styles: "etree._Element | None", numbering: "etree._Element"
) -> int:
    """Puts its number before each paragraph that Word numbers, but for headings; before how many it
    writes one that cannot be told, which then have none."""
    lists = _Lists(numbering)
    placed = _places_of_styles(styles, lists) if styles is not None else {}
    headings = _headings(styles) if styles is not None else set()
    untold = 0
    for paragraph in root.iter(f"{W}p"):
        properties = paragraph.find(f"{W}pPr")
        if properties is None or _is_gone(paragraph, properties):
            continue
        style = value_of(properties, "pStyle")
        own = properties.find(f"{W}numPr")
        number, level = placed.get(style, ("", 0))
        if own is not None:
            named = value_of(own, "numId")
            number = named or number
            level = _number(own.find(f"{W}ilvl"), 0 if named else level)
        if number in ("", "0") or number not in lists.abstract or not 0 <= level < _LEVELS:
            continue
        words = lists.next_of(number, level)
        if words is None or style in headings:
            continue
        untold += words == _UNTOLD
        run = etree.Element(f"{W}r")
        etree.SubElement(run, f"{W}t").text = printed_number("" if words == _UNTOLD else words)
        paragraph.insert(paragraph.index(properties) + 1, run)
    return untold


_UNTOLD = "\0"


class _Lists:
    """All lists of a document, each of which counts on from where it was."""

    def __init__(self, numbering: "etree._Element") -> None:
        described = described_lists(numbering)
        linked = {
            value_of(each, "styleLink"): name
            for name, each in described.items()
            if value_of(each, "styleLink")
        }
        self.abstract: dict[str, str] = {}
        self.levels: dict[str, dict[int, _Level]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self._fresh: dict[str, dict[int, int]] = {}
        """Where a list that takes another's numbers up begins anew, once."""
        for each in numbering.iter(f"{W}num"):
            number, name = str(each.get(f"{W}numId")), value_of(each, "abstractNumId")
            link = value_of(described[name], "numStyleLink") if name in described else ""
            name = linked.get(link, name) if link else name
            if name not in described:
                continue
            self.abstract[number] = name
            levels = dict(_levels(described[name]))
            self._fresh[number] = {}
            for override in each.iter(f"{W}lvlOverride"):
                at = int(str(override.get(f"{W}ilvl", "0")) or 0)
                levels.update(_levels(override))
                start = override.find(f"{W}startOverride")
                if start is not None:
                    self._fresh[number][at] = _number(start, 1)
            self.levels[number] = levels

    def next_of(self, number: str, level: int) -> str | None:
        """What is printed before the next paragraph of this level; None for a bullet or nothing."""
        levels = self.levels[number]
        if level not in levels:
            return None
        counts = self.counts.setdefault(self.abstract[number], {})
        fresh = self._fresh[number].pop(level, None)
        if fresh is not None:
            counts[level] = fresh
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = levels[level].start
        for deeper in [each for each in counts if each > level]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and level < restart):
                del counts[deeper]
        own = levels[level]
        if own.format == "bullet" or (own.format == "none" and not _LEVEL.search(own.text)):
            return None
        return self._written(levels, counts, level)

    def _written(self, levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
        own = levels[level]
        untold = False

        def number(found: "re.Match[str]") -> str:
            nonlocal untold
            at = int(found[1]) - 1
            if at not in levels:
                return ""
            many = counts.setdefault(at, levels[at].start)
            form = levels[at].format
            if form == "none":
                return ""
            if own.plain or form == "decimalZero":
                return f"{many:02}" if form == "decimalZero" and not own.plain else str(many)
            untold = untold or form not in _FORMATS
            return sign_of(many, _FORMATS.get(form, "Decimal"))

        words = " ".join(_LEVEL.sub(number, own.text).split())
        return _UNTOLD if untold else words


def _levels(described: "etree._Element") -> Iterator[tuple[int, _Level]]:
    for each in described.iter(f"{W}lvl"):
        said = str(each.get(f"{W}ilvl", ""))
        if said.isascii() and said.isdigit():
            yield int(said), _Level(each)


def _places_of_styles(styles: "etree._Element", lists: _Lists) -> dict[str, tuple[str, int]]:
    """The list and the level of each style of paragraphs that is numbered."""

    numbers = by_style(styles, lambda style: value_of(_own(style), "numId") or None)
    said = by_style(styles, lambda style: value_of(_own(style), "ilvl") or None)

    def level(style: str, number: str) -> int:
        levels = lists.levels.get(number, {})
        own = said.get(style, "0")
        named = next((nth for nth, each in levels.items() if each.style == style), None)
        return named if named is not None else int(own) if own in _DIGITS else 0

    return {style: (number, level(style, number)) for style, number in numbers.items()}


_DIGITS = frozenset("012345678")


def _own(style: "etree._Element") -> "etree._Element | None":
    """What a style says itself of lists: often the level alone, and the list is its base's."""
    return style.find(f"{W}pPr/{W}numPr")


def _headings(styles: "etree._Element") -> set[str]:
    """Whose numbers are told, and stand in no text."""
    return {
        str(style.get(f"{W}styleId"))
        for style in styles.iter(f"{W}style")
        if value_of(style, "name").lower().startswith(("heading", "title"))
    }


def _is_gone(paragraph: "etree._Element", properties: "etree._Element") -> bool:
    """Whether a tracked change took it away, or it is hidden whole."""
    mark = properties.find(f"{W}rPr")
    if mark is None:
        return False
    gone = any(mark.find(W + name) is not None for name in ("del", "moveFrom"))
    hidden = is_on(mark.find(f"{W}vanish"))
    return (gone or hidden) and next(paragraph.iter(f"{W}t"), None) is None


def _number(element: "etree._Element | None", otherwise: int) -> int:
    said = str(element.get(VAL, "")) if element is not None else ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else otherwise
