"""What a brief is made of, in which order: a shipped template or the analyst's own."""

from enum import StrEnum
from typing import NamedTuple

from .blocks import Paper


class SectionKind(StrEnum):
    GLANCE = "glance"
    """The approaches in a table: who, since when, what it wants, what stands behind it."""
    PARTING = "parting"
    """Where they part: on each question who holds which named answer, and who is silent."""
    ANSWERS = "answers"
    """The table of answers."""
    APPROACHES = "approaches"
    """A chapter for each approach."""
    REPLIES = "replies"
    """Who answers whom."""
    NOTES = "notes"
    """The analyst's notes that are marked for the brief."""
    SOURCES = "sources"
    """The numbered sources."""
    LIMITS = "limits"
    """What the texts cannot tell."""
    TEXT = "text"
    """The analyst's own words, in Markdown."""


class Order(StrEnum):
    AS_THEY_ARE = "as they are"
    MOST_DIFFERENT_FIRST = "most different first"


class ClaimsShown(StrEnum):
    OWN = "own"
    """The holder's own."""
    ALL = "all"
    """Also what others say, and what is linked by inference."""


class Section(NamedTuple):
    kind: SectionKind
    heading: str = ""
    """ "" for the usual one of its kind."""
    headed: bool = True
    """Whether it has a heading at all."""
    order: Order = Order.AS_THEY_ARE
    words: int = 0
    """Rows are added until they have this many; 0 for all. What is left out is said."""
    rows: int = 0
    """The most rows; 0 for all."""
    claims: ClaimsShown = ClaimsShown.ALL
    quotations: int = 0
    """The most under one claim; 0 for all. What is left out is said."""
    replies: bool = True
    statements: bool = True
    """Whether each source's summary statement is given."""
    brief: bool = False
    """Sources in a line each, without what they are."""
    picture: bool = False
    """Whether the map stands beside what it says."""
    rest: bool = False
    """Of where they part, only the questions for which the table of answers before has no room."""
    new_page: bool = False
    markdown: str = ""


class Template(NamedTuple):
    name: str
    about: str
    sections: tuple[Section, ...]
    paper: Paper = Paper.A4
    landscape: bool = False
    small: bool = False
    style: str = "chicago-notes"
    """One of the shipped styles of citation, or the path of a .csl file."""
    most_words: int = 0
    """Beyond which the paper is longer than it is meant to be; 0 for any length."""
    most_pages: int = 0
    """It is set more closely, and with fewer answers, until it has no more; 0 for any number."""
