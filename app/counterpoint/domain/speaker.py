"""Who speaks from the beginning of a paragraph, or a sentence, on.

Reports, hearings and assemblies each set a speaker's name in their own way. What they share is that
it stands first and that something ends it: a colon, a dash, a point, a wide space.
"""

import re
from typing import NamedTuple

from .sentence import shortened

LONGEST_HEAD = 240
"""Code points in which a speaker's name, office and language end."""
_NAME = 8
"""Words of a name and office, at most."""
_OFFICE = 16
"""Words of one that a point and a dash end, which nothing else has."""
_SHORTENED = 6
"""Letters of a title that a point may end."""
_BEFORE = re.compile(r"(?:[\s>#*_○●◆◯–—-]|[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?(?=\s))*")
_MARK = re.compile(r"[○●◆◯]")
_ASIDE = re.compile(r"\([^()\n]*\)|\[[^\[\]\n]*\]")
_STOP = re.compile(
    r"\s*：|\s*:(?=[\s*_]|$)|\.\s*[–—-](?=\s)|\s*[–—](?=\s)|\s[-|](?=\s)|\.(?=\s|$)|\u3000|\n"
)
_BOXED = re.compile(r"\[([^\[\]\n]{1,80})\]\s*:|<v(?:\.\w+)*\s+([^<>\n]{1,80})>")
_SAYS = re.compile(
    r"\s+(?:says?|said|asks?|asked|answers?|answered|repl(?:y|ies|ied)|adds|added|continues|continued"
    r"|sagte|sagt|fragte|dit|demande|dijo)$"
)
_ANSWER = re.compile(r"[QA][.:](?=\s)")
_NOT_NAMES = frozenset(";!?…。！？；")
_ROMAN = re.compile(r"[IVXLC]+")
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_PARTICLES = frozenset(
    [
        "al",
        "and",
        "da",
        "de",
        "del",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "e",
        "el",
        "et",
        "for",
        "la",
        "le",
        "of",
        "on",
        "the",
        "und",
        "van",
        "von",
        "y",
        "zu",
        "zur",
    ]
)
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "messrs",
        "mx",
        "dr",
        "prof",
        "hon",
        "sir",
        "lord",
        "lady",
        "dame",
        "m",
        "mm",
        "mme",
        "mlle",
        "herr",
        "frau",
        "sr",
        "sra",
        "sen",
        "senator",
        "rep",
        "gen",
        "adm",
        "col",
        "amb",
        "judge",
        "justice",
    ]
)
_NO_SPEAKERS = frozenset(
    [
        "annex",
        "appendix",
        "article",
        "cc",
        "chapter",
        "classified",
        "contents",
        "date",
        "example",
        "figure",
        "from",
        "http",
        "https",
        "note",
        "notes",
        "part",
        "re",
        "ref",
        "reference",
        "related",
        "section",
        "source",
        "sources",
        "subject",
        "summary",
        "table",
        "tags",
        "to",
    ]
)


class Head(NamedTuple):
    """`name` is as it is written. It is `sure` where a title, capitals or its mark say that this is
    a speaker; "Never." is set as one too, and must not hide the one before."""

    name: str
    sure: bool
    end: int = 0
    """Where in the beginning what names the speaker ends."""


def like_name(line: str) -> bool:
    """Whether a line by itself names a person: by a title, or what is in brackets after a name."""
    parts = line.split()
    title = bool(parts) and parts[0].casefold().strip(".") in _TITLES
    return (title or line.endswith(")")) and is_name(_ASIDE.sub("", line))


def head_of(opening: str) -> Head | None:
    """What `opening`, the beginning of a paragraph, names as the speaker; None if nobody."""
    lead = _BEFORE.match(opening)
    at = lead.end() if lead else 0
    marked = _MARK.search(opening, 0, at) is not None
    words = opening[at : at + LONGEST_HEAD]
    if boxed := _BOXED.match(words):
        inside = boxed[1] or boxed[2]
        return Head(inside.strip(), True, at + boxed.end()) if is_name(inside) else None
    if answer := _ANSWER.match(words):
        return Head(answer[0], True, at + answer.end())
    # What is in brackets ends nothing: "(Wentworth—Minister) (15:02)".
    masked = _ASIDE.sub(lambda aside: "\x00" * len(aside[0]), words)
    for stop in _STOP.finditer(masked):
        if stop[0] == "." and shortened(masked[: stop.start()]):
            continue
        name, bare = words[: stop.start()].strip(), masked[: stop.start()].replace("\x00", " ")
        head = _named(name, bare, stop[0].strip(" \t"), marked=marked)
        return head and head._replace(end=at + stop.end())
    return None


def _named(name: str, bare: str, stop: str, *, marked: bool) -> Head | None:
    if stop in ":：":
        name, bare = _SAYS.sub("", name), _SAYS.sub("", bare)
    parts = bare.split()
    if not parts or _NOT_NAMES & set(bare):
        return None
    if stop[:1] == "." and len(stop) > 1:
        office = len(parts) <= _OFFICE and not parts[0][:1].islower()
        return Head(name, sure=True) if office else None
    if stop in "\u3000\n":
        return Head(name, sure=True) if marked else None
    if _ROMAN.fullmatch(bare.strip()):
        return None
    colon, alone = stop in ":：", len(parts) == 1
    if not is_name(bare) and not (colon and alone and parts[0].casefold() not in _NO_SPEAKERS):
        return None
    letters = _CAPITALS.findall(bare)
    titled = parts[0].casefold().strip(".") in _TITLES
    capitals = bool(letters) and all(each.isupper() for each in letters)
    # "I: we go", "Intro." and "Never –" are as like a name as "Stone:" is.
    if alone and not capitals:
        return Head(name, sure=False) if colon and len(name) > 1 else None
    return Head(name, colon or titled or capitals)


def is_name(words: str) -> bool:
    """Whether these few words may be the name of a person, a body or an office."""
    parts = words.split()
    if not 0 < len(parts) <= _NAME or words.lstrip()[:1].isdigit():
        return False
    if {part.casefold().strip(".,’'") for part in parts} & _NO_SPEAKERS:
        return False
    return all(
        (part.casefold() in _PARTICLES and number > 0)
        or (
            not part.lstrip("“\"'‘(")[:1].islower()
            and not ("." in part[:-1] and part[:-1].isdigit())
            and not (part.endswith(".") and len(part) > _SHORTENED)
        )
        for number, part in enumerate(parts)
    )
