"""The few words that citations and lists call a source by, proposed when it comes in."""

import re
from collections.abc import Container, Iterator

from counterpoint.domain.source import NOT_STATED
from counterpoint.labels.date import date_in_words

_LONGEST = 30
"""Characters of a title that is short enough as it is."""
_LONGEST_FILE = 40
_WITHIN = re.compile(r"\s*[:;]\s|\s[–—-]\s|\.\s")
"""Where the first part of a title may end."""
_LEADING_ON = frozenset(
    ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
"""With which no name ends."""


def short_name(title: str, author: str, date: str, stem: str, taken: Container[str]) -> str:
    """The title where it is short, else its first words; `stem`, the name of the file, only of what
    has none. Where that is `taken`, its date or else its author tells it apart, if one does."""
    name = _first_words(title) if title else stem[:_LONGEST_FILE].strip() or "Source"
    said = (f"{name}, {each}" for each in _apart(author, date))
    return next((each for each in (name, *said) if each not in taken), name)


def _first_words(title: str) -> str:
    if len(title) <= _LONGEST:
        return title
    part = _WITHIN.split(title, maxsplit=1)[0]
    if " " in part and len(part) <= _LONGEST:
        return part
    words = title[: _LONGEST + 1].rsplit(" ", 1)[0][:_LONGEST].split()
    while len(words) > 1 and words[-1].casefold() in _LEADING_ON:
        words.pop()
    return " ".join(words).rstrip(",;:")


def _apart(author: str, date: str) -> Iterator[str]:
    if date[:4].isdigit():
        yield date[:4]
        yield date_in_words(date)
    if author and author != NOT_STATED and len(author) <= _LONGEST:
        yield author
