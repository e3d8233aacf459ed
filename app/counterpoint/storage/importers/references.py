"""Bibliographies that come in: CSL-JSON, BibLaTeX, BibTeX and EndNote's XML by Pandoc, and RIS."""

import codecs
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from counterpoint.domain.report.reference import Name, Reference
from counterpoint.storage.pandoc import (
    Allowance,
    Cancelled,
    Done,
    PandocGone,
    PandocStopped,
    run_pandoc,
)

from .bib_fields import language_of, unread_fields
from .reference_entries import Entry, bib_entries, joined, json_entries
from .refusal import Reason, Refused
from .ris_file import read_ris

FORMATS = {
    ".json": "csljson",
    ".bib": "biblatex",
    ".bibtex": "bibtex",
    ".ris": "ris",  # by ris_file.py, as Pandoc loses days and turns institutions round
    ".xml": "endnotexml",
}
"""By the ending of the file's name."""
MOST = 50 * 2**20
"""Bytes of a file."""
_ALLOWANCE = Allowance(memory=2**30, seconds=60.0, output=200 * 2**20)
_MOST_DEPTH = 200
"""Of braces; what people and programs write goes some ten deep."""
_LINE = re.compile(r"\bline (\d+)")
_ITEM = re.compile(r"\$\[(\d+)\]")
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span|em|strong)(?:\s[^<>]*)?>")


_READ = frozenset(
    {
        *("id", "type", "title", "author", "publisher", "publisher-place", "container-title"),
        *("issued", "accessed", "genre", "language", "URL", "DOI", "note", "page", "volume"),
        *("issue", "abstract"),
    }
)
"""The keys of CSL that a Reference has."""
_MOST_TRIES = 300
"""How often Pandoc is run to find the entries that it cannot read."""
_PLACE = re.compile(r"^Error (?:at|in) .*?(?:\(line \d+, column \d+\)|\$[^:]*):?\s*")


class Bibliography(NamedTuple):
    references: tuple[Reference, ...]
    bad: tuple[str, ...]
    """The entries that cannot be read: where, and why."""


def read_references(path: Path) -> tuple[Reference, ...]:
    """Those in a file. Raises Refused."""
    return read_bibliography(path).references


def read_bibliography(path: Path, cancelled: Callable[[], bool] = lambda: False) -> Bibliography:
    """The references in a file, and what in it is damaged. Raises Refused, as where it is
    cancelled."""
    kind = FORMATS.get(path.suffix.casefold())
    if kind is None:
        raise Refused(
            Reason.UNKNOWN_KIND,
            f"it is none of the kinds that come in ({', '.join(FORMATS)}); end its name so",
        )
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except FileNotFoundError as error:
        raise Refused(Reason.NOT_THERE, "it is not there") from error
    except OSError as error:
        raise Refused(Reason.NOT_READABLE, f"it cannot be read ({error.strerror})") from error
    if len(data) > MOST:
        raise Refused(Reason.TOO_LARGE, f"it has more than {MOST // 2**20} MB")
    # EndNote's says itself how it is written.
    data = _xml_in_utf_8(data) if kind == "endnotexml" else _in_utf_8(data)
    if kind == "ris":
        found = read_ris(data.decode())
        if not found:
            raise Refused(
                Reason.UNKNOWN_KIND, "there are no references in it: none begins with a line TY"
            )
        return Bibliography(found, ())
    if kind in ("biblatex", "bibtex"):
        _check_depth(data)
    items, bad = _items(kind, data, cancelled)
    found_here = tuple(map(_reference, items))
    if kind in ("biblatex", "bibtex"):
        left = {entry.name: entry.data for entry in bib_entries(data)[1]}
        found_here = tuple(
            one._replace(
                more=one.more + unread_fields(left[one.id]),
                language=language_of(left[one.id], one.language),
            )
            if one.id in left
            else one
            for one in found_here
        )
    return Bibliography(found_here, tuple(bad))


def _in_utf_8(data: bytes) -> bytes:
    """Without a byte-order mark. What has that of UTF-16, as some programs of Windows write it, is
    taken for that. Raises Refused where no letter would be sure."""
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        try:
            return data.decode("utf-16").encode()
        except UnicodeError as error:
            raise Refused(
                Reason.DAMAGED, "it is cut short or damaged; save the file as UTF-8 and try again"
            ) from error
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(
            Reason.DAMAGED, f"line {line} is not in UTF-8; save the file as UTF-8 and try again"
        ) from error
    return data


def _check_depth(data: bytes) -> None:
    """Pandoc takes half a minute over braces within braces by the thousand."""
    depth = 0
    for found in re.finditer(rb"\\.|[{}]", data, re.DOTALL):
        depth += (found[0] == b"{") - (found[0] == b"}")
        if depth > _MOST_DEPTH:
            line = data.count(b"\n", 0, found.start()) + 1
            raise Refused(
                Reason.TOO_LONG,
                f"line {line} has braces within braces, more than {_MOST_DEPTH} deep; a brace "
                "before it is not closed, or it is damaged",
            )
        depth = max(0, depth)


def _xml_in_utf_8(data: bytes) -> bytes:
    from lxml import etree

    from counterpoint.storage.foreign_xml import foreign_xml

    try:
        made: bytes = etree.tostring(foreign_xml(data), encoding="utf-8")
    except etree.XMLSyntaxError as error:
        raise Refused(
            Reason.DAMAGED,
            f"line {error.lineno or 1} is no XML; export it again from where it came",
        ) from error
    except ValueError as error:
        raise Refused(Reason.DAMAGED, "it is no XML; export it again from where it came") from error
    return made


def _json_entries(data: bytes) -> tuple[list[Entry], list[str]]:
    try:
        found = json_entries(data.decode())
    except json.JSONDecodeError as error:
        raise Refused(
            Reason.DAMAGED, f"line {error.lineno} is no JSON; export it again from where it came"
        ) from error
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.DAMAGED, "it is no JSON that can be read; export it again") from error
    if found is None:
        raise Refused(
            Reason.UNKNOWN_KIND,
            "it is no bibliography as CSL-JSON, which is a list of references; export it as that",
        )
    return found


def _where(complaint: str) -> str:
    """The line or the reference that Pandoc complains of, in words, where it names one."""
    if found := _LINE.search(complaint):
        return f"line {found[1]} cannot be read"
    if found := _ITEM.search(complaint):
        return f"reference {int(found[1]) + 1} in it cannot be read"
    return "it cannot be read"


_Items = list[Mapping[str, Any]]


def _items(kind: str, data: bytes, cancelled: Callable[[], bool]) -> tuple[_Items, list[str]]:
    bad: list[str] = []
    needed = b""
    entries: list[Entry] = []
    if kind == "csljson":
        entries, bad = _json_entries(data)
        data = joined(entries, b"", as_json=True)
    done = _run(kind, data, cancelled)
    if not done.code:
        return _found(done), bad
    if kind in ("biblatex", "bibtex"):
        needed, entries = bib_entries(data)
    if len(entries) < 2 and not bad:
        raise Refused(
            Reason.DAMAGED,
            f"it is damaged: {_where(done.complaints)}; mend it, or export it again from where it "
            "came",
        )
    good = _one_by_one(kind, needed, entries, bad, cancelled)
    if not good:
        raise Refused(Reason.DAMAGED, f"none of its entries can be read ({bad[0]})")
    return good, bad


def _one_by_one(
    kind: str,
    needed: bytes,
    entries: list[Entry],
    bad: list[str],
    cancelled: Callable[[], bool],
) -> _Items:
    """What can be read of the entries, by halves; the others go to `bad`. Raises Refused."""
    good: _Items = []
    waiting = [entries]
    for _ in range(_MOST_TRIES):
        if not waiting:
            return good
        some = waiting.pop()
        done = _run(kind, joined(some, needed, as_json=kind == "csljson"), cancelled)
        if not done.code:
            good += _found(done)
        elif len(some) < 2:
            bad.append(f"{some[0]}: {_why(done)}")
        else:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    raise Refused(Reason.DAMAGED, f"too many of its entries are damaged ({bad[0]})")


def _complaint(done: Done) -> str:
    """All of it but what Pandoc shows of the file."""
    lines = [line for line in done.complaints.splitlines() if line.strip()]
    kept = [
        line.strip()
        for number, line in enumerate(lines)
        if line.strip() != "^" and (number + 1 == len(lines) or lines[number + 1].strip() != "^")
    ]
    return " ".join(kept) or done.first_complaint


def _why(done: Done) -> str:
    """Without the place, which is not that in the file."""
    return _PLACE.sub("", _complaint(done)) or "it cannot be read"


def _run(kind: str, data: bytes, cancelled: Callable[[], bool]) -> Done:
    try:
        arguments = (f"--from={kind}", "--to=csljson")
        return run_pandoc(arguments, data, _ALLOWANCE, cancelled=cancelled)
    except PandocGone as error:
        raise Refused(
            Reason.NOT_READABLE,
            "Pandoc, which reads it, is not installed; `pip install pypandoc-binary` brings it",
        ) from error
    except Cancelled as error:
        raise Refused(Reason.CANCELLED, "it was cancelled, and nothing of it came in") from error
    except PandocStopped as error:
        raise Refused(Reason.TOO_SLOW, "it takes too much time or memory to read") from error


def _found(done: Done) -> _Items:
    try:
        found = json.loads(done.output)
    except (ValueError, RecursionError) as error:
        raise Refused(Reason.DAMAGED, "it is damaged") from error
    return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []


def _reference(item: Mapping[str, Any]) -> Reference:
    def text(key: str) -> str:
        value = item.get(key, "")
        return _MARKUP.sub("", str(value)).strip() if isinstance(value, str | int | float) else ""

    return Reference(
        id=text("id"),
        type=text("type") or "document",
        title=text("title"),
        authors=tuple(map(_name, _mappings(item.get("author") or item.get("editor")))),
        publisher=text("publisher"),
        container=text("container-title"),
        date=_date(item.get("issued")),
        genre=text("genre"),
        language=text("language"),
        address=text("URL"),
        doi=text("DOI"),
        note=text("note"),
        pages=text("page"),
        volume=text("volume"),
        issue=text("issue"),
        place=text("publisher-place"),
        abstract=text("abstract"),
        accessed=_date(item.get("accessed")) or _raw(item.get("accessed")),
        more=tuple(_more(item)),
    )


def _more(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is read into nothing else."""
    for key, value in item.items():
        read = key in _READ or (key == "editor" and not item.get("author"))
        if key == "issued":
            read = bool(_date(value))
        if read or not value:
            continue
        names = [_name(each).whole for each in _mappings(value)]
        if isinstance(value, str | int | float):
            yield key, _MARKUP.sub("", str(value)).strip()
        elif any(names):
            yield key, " and ".join(filter(None, names))
        else:
            yield key, _raw(value) or json.dumps(value, ensure_ascii=False)


def _raw(value: object) -> str:
    """A date that is none of ours, as it is written."""
    if not isinstance(value, dict):
        return ""
    return next((str(value[key]) for key in ("raw", "literal") if value.get(key)), "")


def _mappings(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _name(value: Mapping[str, Any]) -> Name:
    def part(key: str) -> str:
        return str(value.get(key, "")).strip()

    if part("literal"):
        return Name(literal=part("literal"))
    particles = " ".join(
        each for each in (part("dropping-particle"), part("non-dropping-particle")) if each
    )
    family = " ".join(each for each in (particles, part("family")) if each)
    given, suffix = part("given"), part("suffix")
    if given or (family and suffix):
        return Name(family, given, suffix=suffix)
    return Name(literal=family)


def _date(value: object) -> str:
    """ISO 8601 as far as it is known; "" where it is not, or is a stretch of time."""
    if not isinstance(value, dict):
        return ""
    parts = value.get("date-parts")
    if not (isinstance(parts, list) and len(parts) == 1 and isinstance(parts[0], list)):
        return ""
    try:
        numbers = [int(part) for part in parts[0][:3]]
    except (TypeError, ValueError):
        return ""
    if not numbers or not 0 < numbers[0] < 10_000 or any(not 0 < each < 32 for each in numbers[1:]):
        return ""
    return "-".join((f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])))
