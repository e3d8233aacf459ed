"""A source as bibliographies know it, in the terms of CSL."""

from typing import NamedTuple


class Name(NamedTuple):
    """A person (`family` and, where they are known, `given` and `suffix`: "Jr."), or an
    institution, whose name is one (`literal`)."""

    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""

    @property
    def whole(self) -> str:
        """As it is read: "Hugo Klijn", "Embassy London"."""
        return self.literal or " ".join(
            part for part in (self.given, self.family, self.suffix) if part
        )


class Reference(NamedTuple):
    """What is not known is "". `date` is ISO 8601 as far as it is known."""

    id: str
    type: str
    """Of CSL: "report", "article-newspaper", "document" …"""
    title: str
    authors: tuple[Name, ...] = ()
    publisher: str = ""
    container: str = ""
    """The newspaper, journal or book it stands in."""
    date: str = ""
    undated: bool = False
    """The work bears no date, which is more than that nobody knows it."""
    genre: str = ""
    """What kind of work it is, in words."""
    language: str = ""
    address: str = ""
    """URL."""
    doi: str = ""
    note: str = ""
    """What else the library says of it: remarks on its author, its marking."""
    pages: str = ""
    volume: str = ""
    issue: str = ""
    place: str = ""
    abstract: str = ""
    accessed: str = ""
    """When it was read at its address; mostly ISO 8601."""
    more: tuple[tuple[str, str], ...] = ()
    """What else an entry that comes in says, and is none of these: how it calls it, and the
    words."""

    @property
    def date_parts(self) -> tuple[int, ...]:
        """Year, month and day as far as they are known; () where none is."""
        parts = self.date.split("-")
        return tuple(int(part) for part in parts if part.isdecimal()) if self.date[:1] else ()

    @property
    def accessed_parts(self) -> tuple[int, ...]:
        """The same of when it was read; () also where that is no date."""
        parts = self.accessed.split("-")
        known = len(parts[0]) == 4 and all(part.isdecimal() for part in parts)
        return tuple(map(int, parts)) if known and len(parts) < 4 else ()
