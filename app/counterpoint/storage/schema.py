"""What each YAML file may hold, as docs/file-formats.md says it, in pydantic's terms.

Only imported when a file is really read: pydantic costs about 100 ms at start.
"""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from counterpoint.domain.library import AnswerKind
from counterpoint.domain.option import (
    ClaimKind,
    Colour,
    Link,
    RelationKind,
    Stance,
    Status,
)
from counterpoint.domain.source import FurnitureKind, Numbering

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]


def _in_the_calendar(text: str) -> str:
    if text.count("-") == 2:
        try:
            date.fromisoformat(text)
        except ValueError:
            raise PydanticCustomError("no_such_day", "no such day") from None
    return text


# Not \d, which would be the digits of every script.
Date = Annotated[
    str,
    StringConstraints(pattern=r"^(?:undated|[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?)$"),
    AfterValidator(_in_the_calendar),
]
Cue = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=3)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=1)]
Position = Annotated[int, Field(ge=0)]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class LibraryForm(_Form):
    title: Words
    statement: Words


class FurnitureForm(_Form):
    kind: Annotated[FurnitureKind, Field(strict=False)]
    text: Words | None = None
    after: Words | None = None
    before: Words | None = None
    interrupts: bool = False


class UnlinkedForm(_Form):
    paragraph: Words
    why: Words


class SourceForm(_Form):
    title: Words
    short: Words
    author: Words
    publisher: Words
    date: Date
    kind: Words
    marking: Words
    about: Words
    reached_us: Words
    access: Words
    rights: Words
    numbering: Annotated[Numbering, Field(strict=False)]
    statement: Words
    digest: Digest | None = None
    furniture: list[FurnitureForm] = []
    bears_on_nothing: list[UnlinkedForm] = []


class DimensionForm(_Form):
    id: Name
    title: Words
    question: Words
    tells_apart: Words


class DimensionsForm(_Form):
    dimensions: Annotated[list[DimensionForm], Field(min_length=1)]


class AnchorForm(_Form):
    start: Position
    end: Position
    before: str
    after: str
    digest: Digest


class PassageForm(_Form):
    """A quotation with what `counterpoint anchor` needs to find it."""

    source: Name
    quote: Words
    paragraph: Words | None = None
    occurrence: Count | None = None
    voice: list[Words]
    anchor: AnchorForm | None = None


class EvidenceForm(PassageForm):
    stance: Annotated[Stance, Field(strict=False)]
    link: Annotated[Link, Field(strict=False)] = Link.DIRECT
    why: Words | None = None
    hedge: Words | None = None
    tone: Literal["irony", "scare quotes"] | None = None
    partial: Words | None = None


class ClaimForm(_Form):
    id: Name
    text: Words
    kind: Annotated[ClaimKind, Field(strict=False)]
    evidence: list[EvidenceForm]


class PositionForm(_Form):
    coverage: Literal["full", "partial", "gap"]
    why: Words | None = None
    looked_for: Words | None = None
    claims: list[ClaimForm] = []


class StatusForm(_Form):
    is_: Annotated[Status, Field(strict=False, alias="is")]
    note: Words
    detail: Words | None = None


class ProponentForm(_Form):
    name: Words
    note: Words | None = None


class RelationForm(_Form):
    kind: Annotated[RelationKind, Field(strict=False)]
    option: Name
    why: Words


class OptionForm(_Form):
    title: Words
    gist: Words
    cue: Cue
    colour: Annotated[Colour, Field(strict=False)]
    shown: bool = True
    status: StatusForm
    date: Date
    proponents: list[ProponentForm]
    relations: list[RelationForm] = []
    positions: dict[str, PositionForm]


class AnswerForm(_Form):
    kind: Annotated[AnswerKind, Field(strict=False)]
    by: PassageForm
    to: PassageForm
    why: Words


class AnswersForm(_Form):
    answers: list[AnswerForm]


def quotations(
    form: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], PassageForm]]:
    """Every quotation of a checked form, with the path that leads to its mapping in the file."""
    if isinstance(form, PassageForm):
        yield path, form
    elif isinstance(form, BaseModel):
        for name in type(form).model_fields:
            yield from quotations(getattr(form, name), (*path, name))
    elif isinstance(form, dict):
        for key, value in form.items():
            yield from quotations(value, (*path, key))
    elif isinstance(form, list):
        for index, value in enumerate(form):
            yield from quotations(value, (*path, index))
