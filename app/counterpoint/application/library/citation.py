"""Citations of a source and of a passage in it, in three styles.

They say what the description says and no more. A part that the description does not know is left
out, or said to be missing where the style has a word for that ("n.d."). Names stand in the order
in which the description gives them: nothing there tells a person from an office, so that turning
"Embassy London" round would be a guess.
"""

import re
from enum import StrEnum

from counterpoint.domain.source import NOT_STATED, UNDATED, Source
from counterpoint.labels.date import date_in_words, date_parts
from counterpoint.labels.paragraph import counted

from .person_names import listed_persons
from .quote_marks import enquoted, nested, word_for_word

_REMARK_WORD = r"(?:as|at|by|for|from|in|on|signed|to|who|with)\s"
_REMARK = re.compile(
    rf"\s*(?:;|(?<=[a-z]{{5}})\.\s|,\s+{_REMARK_WORD}|\s+for\s+this\s"
    rf"|\((?=[^()]*(?:\)\s*(?:[;.]|,?\s*{_REMARK_WORD}|$)|$)))"
)
"""Where a name ends and the description's remarks on it begin. A full stop ends it only after a
long word: after a short one it may be an initial or a title. A bracket ends it only where the name
does not go on behind it, as that of Foo (UK) Ltd does."""
_SHORTENED = re.compile(
    r"(?:^|[\s.&-])(?:[^\W\d_]|al|Assn|Bros|Co|Corp|Dept|Inc|Jr|LL|Ltd|Ph|Sr|St|Univ)\.$"
)
"""Ends with a full stop that is the name's own: Acme Inc., Lee A."""
_UNKNOWN = re.compile(
    r"\bnot (?:stated|known|given|named)\b"
    r"|^(?:(?:an?|the)\s+)?(?:unknown|anonymous)(?:\s+(?:author|person|publisher|writer))?"
    r"(?=\s*(?:$|[^\w\s]))"
    r"|^(?:the\s+)?(?:author|name|publisher|writer)(?:\s+is)?\s+(?:unknown|anonymous)$",
    re.IGNORECASE,
)
"""Says that there is no name; Unknown Pleasures Ltd has one."""


class CitationStyle(StrEnum):
    """`NOTE` follows the notes of The Chicago Manual of Style (17th edition, chapter 14),
    `AUTHOR_DATE` the APA Publication Manual (7th edition, chapters 8 to 10), `INLINE` the citing
    in running text of desk papers, which ICD 206 asks for in products without endnotes."""

    NOTE = "footnote"
    AUTHOR_DATE = "author–date"
    INLINE = "inline"


def cite_source(source: Source, style: CitationStyle) -> str:
    """The source as a whole: a note, an entry in a list of references, or its short name and
    date."""
    match style:
        case CitationStyle.NOTE:
            return _note(source, "")
        case CitationStyle.AUTHOR_DATE:
            return _reference(source)
        case CitationStyle.INLINE:
            return f"{source.short}, {date_in_words(source.date)}"


def cite_passage(source: Source, paragraph: str, style: CitationStyle) -> str:
    """One place in the source; `paragraph` is as cited ("¶4", "144", "§9"), or "" for none.

    The inline styles give what stands between the round brackets, without these.
    """
    match style:
        case CitationStyle.NOTE:
            return _note(source, paragraph)
        case CitationStyle.AUTHOR_DATE:
            who = name_in(source.author) or enquoted(source.title)
            return _listed(who, _year(source.date), _bracketed(paragraph))
        case CitationStyle.INLINE:
            return _listed(source.short, _bracketed(paragraph))


def quotation_with_citation(
    words: str, source: Source, paragraph: str, style: CitationStyle
) -> str:
    """“The words” (London cable, ¶4), word for word. As a note it takes a line of its own, ready
    to be cut and put at the foot of the page."""
    where = cite_passage(source, paragraph, style)
    if style is CitationStyle.NOTE:
        return f"{word_for_word(words)}\n{where}"
    return f"{word_for_word(words)} ({where})"


def _note(source: Source, paragraph: str) -> str:
    """Author, “title,” publisher, date, place. Chicago begins with the title where no author is
    known, writes "n.d." where there is no date, and sets the comma inside the marks, after a
    question mark too. A paper that nobody has published is told by its kind."""
    author, publisher = name_in(source.author), name_in(source.publisher)
    issued = _kind(source) if publisher in ("", author) else publisher
    date = "n.d." if source.date in (UNDATED, NOT_STATED) else date_in_words(source.date)
    title = f"“{nested(source.title)},”"
    rest = _listed(issued, date, counted(paragraph))
    return _stopped(" ".join([*([f"{author},"] if author else []), title, rest]))


def _reference(source: Source) -> str:
    """Author. (Date). Title [Kind]. Publisher. APA moves the title to the front where there is no
    author, writes "n.d." for no date, describes in square brackets what is not a common kind of
    work, and leaves out a publisher that is also the author."""
    author, publisher = name_in(source.author), name_in(source.publisher)
    year, month, day = date_parts(source.date)
    fine = " ".join(part for part in (month, day) if part)
    date = f"({year}, {fine})" if fine else f"({year or 'n.d.'})"
    kind = _kind(source)
    work = f"{source.title} [{kind[:1].upper()}{kind[1:]}]" if kind else source.title
    parts = [author, date, work] if author else [work, date]
    if publisher not in ("", author):
        parts.append(publisher)
    return " ".join(_stopped(part) for part in parts)


def _kind(source: Source) -> str:
    """What kind of text it is, "" where that is not stated."""
    return source.kind if name_in(source.kind) else ""


def name_in(described: str) -> str:
    """The name at the head of an author's or a publisher's description, or "" where the
    description begins by saying that there is none."""
    if listed_persons(described):
        return described.strip()
    remark = _REMARK.search(described)
    name = (described[: remark.start()] if remark else described).strip()
    bare = name.rstrip(".")
    if _UNKNOWN.search(bare):
        return ""
    return f"{bare}." if _SHORTENED.search(name) else bare


def _year(date: str) -> str:
    return date_parts(date)[0] or "n.d."


def _bracketed(paragraph: str) -> str:
    """The label as it stands within round brackets, which square ones nest in."""
    return counted(paragraph).replace("(", "[").replace(")", "]")


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
