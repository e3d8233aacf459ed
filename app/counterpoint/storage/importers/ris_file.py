"""References in RIS: lines of two letters or digits, two spaces, a hyphen and what is said."""

import re
from collections import defaultdict
from collections.abc import Iterator

from counterpoint.domain.report.reference import Name, Reference

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)")
_TYPES = {
    "NEWS": "article-newspaper",
    "MGZN": "article-magazine",
    "JOUR": "article-journal",
    "JFULL": "article-journal",
    "CHAP": "chapter",
    "BOOK": "book",
    "EBOOK": "book",
    "RPRT": "report",
    "THES": "thesis",
    "ELEC": "webpage",
    "BLOG": "post-weblog",
    "STAT": "legislation",
    "BILL": "bill",
    "HEAR": "hearing",
    "PCOMM": "personal_communication",
}
_FIRST_OF = {
    "title": ("TI", "T1", "CT"),
    "publisher": ("PB",),
    "container": ("T2", "JO", "JF", "BT"),
    "date": ("DA", "PY", "Y1"),
    "genre": ("M3",),
    "language": ("LA",),
    "address": ("UR",),
    "doi": ("DO",),
    "volume": ("VL",),
    "issue": ("IS",),
    "place": ("CY",),
    "abstract": ("AB", "N2"),
    "accessed": ("Y2",),
}
"""The tags of what a Reference has, of which the first value counts."""
_READ = {
    "TY",
    "ID",
    "AU",
    "A1",
    "A2",
    "N1",
    "SP",
    "EP",
    *(tag for tags in _FIRST_OF.values() for tag in tags),
}
_DATE = re.compile(r"(\d{4})(?:[/-](\d{0,2}))?(?:[/-](\d{0,2}))?")


def read_ris(text: str) -> tuple[Reference, ...]:
    """Whatever stands from TY to ER, or to the next TY where that is missing. A line
    without a tag goes on with the one before."""
    return tuple(map(_reference, _entries(text)))


def _entries(text: str) -> Iterator[dict[str, list[str]]]:
    entry: defaultdict[str, list[str]] | None = None
    last = ""
    for line in text.splitlines():
        found = _LINE.match(line.strip())
        if found is None:
            if entry is not None and last and line.strip():
                entry[last][-1] += f" {line.strip()}"
            continue
        tag, value = found[1], found[2].strip()
        if tag == "TY":
            if entry is not None:
                yield entry
            entry = defaultdict(list)
        if tag == "ER" and entry is not None:
            yield entry
            entry = None
        if entry is not None:
            entry[tag].append(value)
            last = tag
    if entry is not None:
        yield entry


def _reference(entry: dict[str, list[str]]) -> Reference:
    def first(*tags: str) -> str:
        return next((value for tag in tags for value in entry.get(tag, ()) if value), "")

    def of(name: str) -> str:
        return first(*_FIRST_OF[name])

    start, end = first("SP"), first("EP")
    return Reference(
        id=first("ID"),
        type=_TYPES.get(first("TY"), "document"),
        title=of("title"),
        authors=tuple(
            _name(value) for tag in ("AU", "A1", "A2") for value in entry.get(tag, ()) if value
        ),
        publisher=of("publisher"),
        container=of("container"),
        date=_date(first("DA")) or _date(first("PY", "Y1")),
        genre=of("genre"),
        language=of("language"),
        address=of("address"),
        doi=of("doi"),
        note=" ".join(entry.get("N1", ())),
        pages=f"{start}–{end}" if start and end else start,
        volume=of("volume"),
        issue=of("issue"),
        place=of("place"),
        abstract=of("abstract"),
        accessed=_date(of("accessed")) or of("accessed"),
        more=tuple(_more(entry)),
    )


def _more(entry: dict[str, list[str]]) -> Iterator[tuple[str, str]]:
    """What is read into nothing else: all of other tags, and of those of which one value counts,
    the others."""
    said: set[str] = set()
    for tags in _FIRST_OF.values():
        words = [value for tag in tags for value in entry.get(tag, ()) if value]
        for tag in tags:
            for value in entry.get(tag, ()):
                same = value in said or not words or value == words[0]
                if value and not same and not (tag in ("PY", "Y1") and _date(words[0])):
                    said.add(value)
                    yield tag, value
    for tag, values in entry.items():
        if tag not in _READ:
            yield from ((tag, value) for value in values if value)


def _name(value: str) -> Name:
    """Commas part family name, given name and suffix; without one it is an institution, or who has
    one name only."""
    family, given, suffix = (*(part.strip() for part in value.split(",", 2)), "", "")[:3]
    if given or suffix:
        return Name(family, given, suffix=suffix.strip(", "))
    return Name(literal=value.rstrip(", "))


def _date(value: str) -> str:
    found = _DATE.match(value)
    if found is None:
        return ""
    parts = [found[1]]
    for part, most in ((found[2], 12), (found[3], 31)):
        if not part or not 1 <= int(part) <= most:
            break
        parts.append(f"{int(part):02}")
    return "-".join(parts)
