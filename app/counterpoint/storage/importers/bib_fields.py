"""The fields of an entry of BibTeX or BibLaTeX that Pandoc passes over, to be told."""

import re

_SIGN = re.compile(rb"(?<!\\)[{}(),=\"]")
# fmt: off
_BY_PANDOC = frozenset((
    "abstract", "addendum", "address", "annotation", "annote", "author", "bookauthor",
    "booksubtitle", "booktitle", "booktitleaddon", "chapter", "collaborator", "crossref", "date",
    "director", "doi", "edition", "editor", "editora", "entrysubtype", "eventdate", "eventtitle",
    "holder", "howpublished", "hyphenation", "institution", "isbn", "issn", "journal",
    "journalsubtitle", "journaltitle", "keywords", "langid", "library", "location",
    "mainsubtitle", "maintitle", "maintitleaddon", "month", "note", "number", "organization",
    "origdate", "origlanguage", "origlocation", "origpublisher", "origtitle", "pages",
    "pagetotal", "part", "pmcid", "pmid", "publisher", "pubstate", "school", "series",
    "shortjournal", "shorttitle", "subtitle", "title", "titleaddon", "translator", "type", "url",
    "urldate", "venue", "version", "volume", "volumes", "xdata", "xref", "year",
))
# fmt: on
"""Those that it reads, of an entry of the kind to which they belong."""


_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
# fmt: off
_REGIONAL = frozenset((
    "acadian", "american", "australian", "austrian", "brazil", "brazilian", "british", "canadian",
    "canadien", "mexican", "naustrian", "newzealand", "nswissgerman", "swissgerman", "ukenglish",
    "usenglish", "usmax",
))
# fmt: on
"""Languages of BibLaTeX that are those of one country."""


def language_of(entry: bytes, by_pandoc: str) -> str:
    """What an entry says of its language, as a tag. Pandoc adds a country to each ("english" is
    en-US to it), and makes the letters of a tag small."""
    said = _fields(entry).get("langid", "")
    if not said or said.casefold() in _REGIONAL:
        return by_pandoc
    if said.casefold() != by_pandoc.casefold():
        return by_pandoc.partition("-")[0]
    return said if _TAG.fullmatch(said) else by_pandoc


def unread_fields(entry: bytes) -> tuple[tuple[str, str], ...]:
    """Their names in small letters, and their words as they stand."""
    fields = _fields(entry).items()
    return tuple((key, words) for key, words in fields if words and key not in _BY_PANDOC)


def _fields(entry: bytes) -> dict[str, str]:
    """All fields, by their names; what stands within braces or quotation marks is none."""
    found: dict[str, str] = {}
    begin = entry.find(b",")
    depth, quoted, at, key = 0, False, begin + 1, b""
    for sign in _SIGN.finditer(entry, begin + 1) if begin >= 0 else ():
        which = sign[0]
        if which == b"{":
            depth += 1
        elif which == b"}" and depth:
            depth -= 1
        elif which == b'"' and not depth:
            quoted = not quoted
        elif which == b"=" and not depth and not quoted and not key:
            key, at = entry[at : sign.start()].strip().lower(), sign.end()
        elif which in (b",", b"}", b")") and not depth and not quoted:
            words = entry[at : sign.start()].strip()
            words = words[1:-1] if words[:1] in (b"{", b'"') else words
            if key:
                name, said = (each.decode("utf-8", "replace") for each in (key, words))
                found[name] = " ".join(said.split())
            key, at = b"", sign.end()
            if which != b",":
                break
    return found
