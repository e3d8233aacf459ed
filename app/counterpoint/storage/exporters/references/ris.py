"""References as RIS, which EndNote, Zotero and library catalogues read."""

from collections.abc import Iterable, Iterator

from counterpoint.domain.report.reference import Name, Reference
from counterpoint.storage.exporters.unwritable_signs import FittingText

_TYPES = {
    "article-newspaper": "NEWS",
    "article-magazine": "MGZN",
    "article-journal": "JOUR",
    "chapter": "CHAP",
    "book": "BOOK",
    "report": "RPRT",
    "thesis": "THES",
    "webpage": "ELEC",
    "post-weblog": "BLOG",
    "legislation": "STAT",
    "hearing": "HEAR",
    "personal_communication": "PCOMM",
}


def ris(references: Iterable[Reference]) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what could not be kept."""
    letters = FittingText()
    told: list[str] = []
    lines: list[str] = []
    for reference in references:
        for tag, value in _fields(reference):
            lines.append(f"{tag}  - {letters.fit(' '.join(value.split()))}")
        lines += ["ER  - ", ""]
        told += [
            f"{reference.id}: RIS takes “{name.literal}” for a person, as there is a comma in it"
            for name in reference.authors
            if "," in name.literal
        ]
    return "\r\n".join(lines).encode(), (*letters.told(), *told)


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "TY", _TYPES.get(reference.type, "GEN")
    yield "ID", reference.id
    yield "TI", reference.title
    for name in reference.authors:
        yield "AU", _name(name)
    parts = reference.date_parts
    if parts:
        yield "PY", str(parts[0])
        year, month, day = (*(f"{part:02}" for part in parts), "", "")[:3]
        yield "DA", f"{year}/{month}/{day}"
    first, _, last = reference.pages.replace("–", "-").partition("-")
    plain = {
        "T2": reference.container,
        "PB": reference.publisher,
        "CY": reference.place,
        "M3": reference.genre,
        "VL": reference.volume,
        "IS": reference.issue,
        "SP": first,
        "EP": last,
        "LA": reference.language,
        "DO": reference.doi,
        "UR": reference.address,
        "Y2": reference.accessed.replace("-", "/")
        if reference.accessed_parts
        else reference.accessed,
        "AB": reference.abstract,
        "N1": reference.note,
    }
    yield from ((tag, value) for tag, value in plain.items() if value)


def _name(name: Name) -> str:
    if name.literal:
        return name.literal
    parts = (name.family, name.given, name.suffix)
    return ", ".join(parts).rstrip(", ") if name.given or name.suffix else name.family
