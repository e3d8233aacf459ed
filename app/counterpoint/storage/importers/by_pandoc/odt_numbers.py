"""The numbers that are printed before the entries of an OpenDocument text's lists: "2.1", "§ 5".
Pandoc 3.9 counts each level by itself, from where it begins."""

import re

from lxml import etree

from .list_signs import sign_of
from .odt_words import TEXT
from .packed import words_of
from .pandoc_tree import printed_number

_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_FORMATS = {"1": "Decimal", "a": "LowerAlpha", "A": "UpperAlpha", "i": "LowerRoman",
            "I": "UpperRoman"}  # fmt: skip
_LEVEL = re.compile(r"%(\d{1,2})%")
_BLOCKS = (f"{TEXT}p", f"{TEXT}h")

_Levels = dict[int, "etree._Element"]


def write_numbers(root: "etree._Element", styles: "etree._Element | None") -> int:
    """Puts its number before each entry of a list that is numbered; before how many one is printed
    that cannot be told, which then have none."""
    parts = [part for part in (root, styles) if part is not None]
    described = {
        str(each.get(f"{_STYLE}name")): _levels(each)
        for part in parts
        for each in part.iter(f"{TEXT}list-style")
    }
    numbers = _Numbers(described)
    for each in root.iter(f"{TEXT}list"):
        if next(each.iterancestors(f"{TEXT}list"), None) is None:
            numbers.whole(each)
    return numbers.untold


def _levels(style: "etree._Element") -> _Levels:
    levels = (each for each in style if str(each.get(f"{TEXT}level", "")).isdecimal())
    return {int(str(each.get(f"{TEXT}level"))): each for each in levels}


class _Numbers:
    def __init__(self, described: dict[str, _Levels]) -> None:
        self.described = described
        self.counts: dict[int, int] = {}
        self.by_id: dict[str, dict[int, int]] = {}
        """Where each list with an id ended."""
        self.by_style: dict[str, dict[int, int]] = {}
        self.untold = 0

    def whole(self, each: "etree._Element") -> None:
        style = str(each.get(f"{TEXT}style-name", ""))
        goes_on = each.get(f"{TEXT}continue-numbering") == "true"
        before = self.by_style.get(style, {}) if goes_on else {}
        self.counts = dict(self.by_id.get(str(each.get(f"{TEXT}continue-list")), before))
        self._list(each, 1, style)
        self.by_style[style] = dict(self.counts)
        self.by_id[str(each.get(_ID))] = dict(self.counts)

    def _list(self, each: "etree._Element", level: int, outer: str) -> None:
        style = str(each.get(f"{TEXT}style-name") or outer)
        levels = self.described.get(style, {})
        for entry in each:
            if entry.tag not in (f"{TEXT}list-item", f"{TEXT}list-header"):
                continue
            first = next((part for part in entry if isinstance(part.tag, str)), None)
            if entry.tag == f"{TEXT}list-item" and first is not None and first.tag in _BLOCKS:
                self._count(entry, levels, level)
                if levels and words_of(first):
                    self._put(first, levels, level)
            for part in entry:
                if part.tag == f"{TEXT}list":
                    self._list(part, level + 1, style)

    def _count(self, entry: "etree._Element", levels: _Levels, level: int) -> None:
        said = str(entry.get(f"{TEXT}start-value", ""))
        if said.isdecimal():
            self.counts[level] = int(said)
        elif level in self.counts:
            self.counts[level] += 1
        else:
            self.counts[level] = _start(levels, level)
        for deeper in [each for each in self.counts if each > level]:
            del self.counts[deeper]

    def _put(self, first: "etree._Element", levels: _Levels, level: int) -> None:
        own = levels.get(level)
        if own is None or own.tag != f"{TEXT}list-level-style-number":
            return
        whole = own.get(f"{_STYLE}num-list-format")
        if whole is None:
            shown = str(own.get(f"{TEXT}display-levels", "1"))
            many = int(shown) if shown.isdecimal() else 1
            places = range(max(1, level - many + 1), level + 1)
            inside = ".".join(f"%{at}%" for at in places if _form(levels, at))
            before, after = (str(own.get(f"{_STYLE}num-{end}", "")) for end in ("prefix", "suffix"))
            whole = f"{before}{inside}{after}" if _form(levels, level) else ""
        forms = {_form(levels, int(found)) for found in _LEVEL.findall(str(whole))}
        told = forms <= {*_FORMATS, ""}
        self.untold += not told
        words = _LEVEL.sub(lambda found: self._sign(levels, int(found[1])), str(whole))
        mark = printed_number(" ".join(words.split()) if told else "")
        first.text = mark + (first.text or "").lstrip()

    def _sign(self, levels: _Levels, at: int) -> str:
        form = _FORMATS.get(_form(levels, at))
        number = self.counts.setdefault(at, _start(levels, at))
        return sign_of(number, form) if form else ""


def _form(levels: _Levels, at: int) -> str:
    return str(levels[at].get(f"{_STYLE}num-format", "")) if at in levels else ""


def _start(levels: _Levels, at: int) -> int:
    said = str(levels[at].get(f"{TEXT}start-value", "1")) if at in levels else "1"
    return int(said) if said.isdecimal() else 1
