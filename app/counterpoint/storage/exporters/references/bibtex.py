"""References as BibLaTeX, and as BibTeX for older programs."""

import re
from collections.abc import Iterable, Iterator

from counterpoint.domain.report.reference import Name, Reference
from counterpoint.storage.exporters.unwritable_signs import FittingText

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile(r"[\\{}&%$#_~^]")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_BIBLATEX = {
    "article-newspaper": ("article", "newspaper"),
    "article-magazine": ("article", "magazine"),
    "article-journal": ("article", ""),
    "chapter": ("incollection", ""),
    "book": ("book", ""),
    "report": ("report", ""),
    "thesis": ("thesis", ""),
    "webpage": ("online", ""),
    "post-weblog": ("online", ""),
    "legislation": ("legislation", ""),
    "personal_communication": ("letter", ""),
}
_BIBTEX = {
    "article": "article",
    "incollection": "incollection",
    "book": "book",
    "report": "techreport",
    "thesis": "phdthesis",
}


def biblatex(references: Iterable[Reference]) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what could not be kept."""
    return _written(references, old=False)


def bibtex(references: Iterable[Reference]) -> tuple[bytes, tuple[str, ...]]:
    """As `biblatex`; the day of a date and the kind of a work stand where old styles find them."""
    return _written(references, old=True)


def _written(references: Iterable[Reference], *, old: bool) -> tuple[bytes, tuple[str, ...]]:
    letters = FittingText()
    entries = [_entry(reference, letters, old=old) for reference in references]
    return "\n".join(entries).encode(), letters.told()


def _entry(reference: Reference, letters: FittingText, *, old: bool) -> str:
    kind, subtype = _BIBLATEX.get(reference.type, ("misc", ""))
    if old:
        kind = _BIBTEX.get(kind, "misc")
    lines = [f"@{kind}{{{reference.id},"]
    for key, value in _fields(reference, kind, subtype, old=old):
        lines.append(
            f"  {key} = {value}," if key == "month" else f"  {key} = {{{letters.fit(value)}}},"
        )
    return "\n".join([*lines, "}", ""])


def _fields(
    reference: Reference, kind: str, subtype: str, *, old: bool
) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_plain(reference.title)}}}"  # braces keep its large and small letters
    if reference.authors:
        yield "author", " and ".join(map(_name, reference.authors))
    container = {"incollection": "booktitle"}.get(kind, "journal" if old else "journaltitle")
    if reference.container:
        yield (
            (container if kind in ("article", "incollection") else "howpublished"),
            _plain(reference.container),
        )
    yield from _date(reference, old=old)
    plain = {
        "institution" if kind in ("report", "techreport") else "publisher": reference.publisher,
        "type": reference.genre,
        "entrysubtype": "" if old else subtype,
        "location" if not old else "address": reference.place,
        "volume": reference.volume,
        "number": reference.issue,
        "pages": reference.pages.replace("–", "--"),
        "langid": "" if old else reference.language,
        "language": reference.language if old else "",
        "abstract": reference.abstract,
        "note": reference.note,
    }
    for key, value in plain.items():
        if value:
            yield key, _plain(value)
    if reference.doi:
        yield "doi", reference.doi
    if reference.address:
        yield "url", reference.address.replace("{", "%7B").replace("}", "%7D")
    if reference.accessed:
        yield "urldate", _plain(reference.accessed)


def _date(reference: Reference, *, old: bool) -> Iterator[tuple[str, str]]:
    parts = reference.date_parts
    if not parts:
        return
    if not old:
        yield "date", reference.date
        return
    yield "year", str(parts[0])
    if len(parts) > 1:
        yield "month", _MONTHS[parts[1] - 1]
    if len(parts) > 2:
        yield "day", str(parts[2])


def _name(name: Name) -> str:
    if name.literal:
        return f"{{{_plain(name.literal)}}}"
    family = _plain(name.family)
    if " " in family and not family[0].islower():
        family = f"{{{family}}}"
    if name.suffix:
        return f"{family}, {_plain(name.suffix)}, {_plain(name.given)}".rstrip(", ")
    return f"{family}, {_plain(name.given)}" if name.given else f"{{{family}}}"


def _plain(text: str) -> str:
    """Its own letters, those that TeX takes for signs of its own escaped, on one line."""
    line = " ".join(part for part in text.split("\n") if part.strip())
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], line)
