"""What a person chooses for a paper that is handed over, as it is kept from one day to the next."""

import re
from collections.abc import Mapping
from typing import NamedTuple, Self

from counterpoint.domain.iso_date import is_date
from counterpoint.labels.handover import no_date, no_language

NOTES, OWN = "notes", "own"
"""Beside the templates that come with the app, what a paper can be: the notes, or by the person's
own template."""


_TAG = re.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def amiss(name: str, said: str) -> str:
    """Why what is said is nothing that the field `name` can have, as while it is typed; "" where it
    can."""
    if not said:
        return ""
    if name == "date":
        return "" if is_date(said) else no_date(said)
    if name == "language":
        return "" if _TAG.fullmatch(said) else no_language(said)
    return ""


class Wanted(NamedTuple):
    paper: str = "two-page"
    """The id of a template that comes with the app, OWN or NOTES."""
    own: str = ""
    """The path of the person's own template."""
    approaches: tuple[str, ...] | None = None
    """Ids; None for those that the comparison shows."""
    questions: tuple[str, ...] | None = None
    title: str = ""
    question: str = ""
    date: str = ""
    marking: str = ""
    language: str = ""
    style: str = ""
    """Of citation: an id, the path of a .csl file, or "" for the template's."""
    reference: str = ""
    """The path of a .docx or .odt that lends its styles."""
    tags: tuple[str, ...] = ()
    """Of notes: with one of these, or "" for all. So with the others."""
    kinds: tuple[str, ...] = ()
    on: tuple[str, ...] = ()
    out: str = ""
    """The path of the last file that was written."""

    def to_dict(self) -> dict[str, object]:
        """As plain JSON; only what is not as at first."""
        at_first = type(self)()._asdict()
        return {name: each for name, each in self._asdict().items() if each != at_first[name]}

    @classmethod
    def from_dict(cls, kept: Mapping[str, object] | None) -> Self:
        """What was kept; what is of no use is as at first."""
        made = cls()
        for name, value in (kept or {}).items():
            if name not in cls._fields:
                continue
            if isinstance(value, str) and isinstance(getattr(made, name), str):
                made = made._replace(**{name: value})  # type: ignore[arg-type]  # by name
            elif isinstance(value, list | tuple) and not isinstance(getattr(made, name), str):
                words = tuple(each for each in value if isinstance(each, str))
                made = made._replace(**{name: words})  # type: ignore[arg-type]  # by name
        return made


class Shown(NamedTuple):
    """The ids of what the comparison shows, in order: what a paper is of where nothing else is
    chosen."""

    approaches: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    def of(self, wanted: Wanted) -> "Shown":
        """What is chosen instead, each in the order that it has here, what is not shown last."""
        return Shown(
            _in_order(self.approaches, wanted.approaches),
            _in_order(self.questions, wanted.questions),
        )


def _in_order(order: tuple[str, ...], chosen: tuple[str, ...] | None) -> tuple[str, ...]:
    if chosen is None:
        return order
    first = [id for id in order if id in chosen]
    return (*first, *(id for id in chosen if id not in first))
