"""What each YAML file may hold, as docs/file-formats.md says it, in pydantic's terms; and how much
goes where a value is wrong.

Only imported when a file is really read: pydantic costs about 100 ms at start.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from counterpoint.domain.approach import ClaimKind, Colour, Link, RelationKind, Stance, Status
from counterpoint.domain.library import ReplyKind
from counterpoint.domain.search.rows import RowKind
from counterpoint.domain.search.saved import Within
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
SourceDate = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:undated|not stated|[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-3][0-9])?)?)$"
    ),
    AfterValidator(_in_the_calendar),
]


def _four_words(text: str) -> str:
    if len(text.split()) > 4:
        raise PydanticCustomError("too_many_words", "too many words", {"most": 4})
    return text


AnswerName = Annotated[Words, AfterValidator(_four_words)]
Cue = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=3)]
Year = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}$")]
RowKindField = Annotated[RowKind, Field(strict=False)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
Count = Annotated[int, Field(ge=1)]
Position = Annotated[int, Field(ge=0)]


@dataclass(frozen=True)
class Spare:
    """Marks what may be left out alone where it is wrong, so that the rest can be used: with
    `entries` each entry of a list or a mapping; else the key with its value, in whose place
    `stub` stands then, if the key is required. Whoever reads the form must not take a stub for
    what the file says: `YamlFile.lost` tells."""

    entries: bool = False
    stub: Any = None


ENTRIES = Spare(entries=True)
KEY = Spare()
_WORDS = Spare(stub="…")


class _Schema(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class LooseSchema(_Schema):
    """A key that is not known can be left out of it alone: no other key means less without it."""


class LibrarySchema(LooseSchema):
    title: Annotated[Words, _WORDS]
    statement: Annotated[Words, _WORDS]


class FurnitureSchema(_Schema):
    kind: Annotated[FurnitureKind, Field(strict=False)]
    text: Words | None = None
    after: Words | None = None
    before: Words | None = None
    interrupts: bool = False


class UnlinkedSchema(_Schema):
    paragraph: Words
    why: Words


class OriginalSchema(_Schema):
    file: Words
    name: Words
    kind: Words
    digest: Digest


class SourceSchema(LooseSchema):
    title: Annotated[Words, _WORDS]
    short: Annotated[Words, _WORDS]
    author: Annotated[Words, _WORDS]
    publisher: Annotated[Words, _WORDS]
    date: Annotated[SourceDate, Spare(stub="undated")]
    kind: Annotated[Words, _WORDS]
    marking: Annotated[Words, _WORDS]
    about: Annotated[Words, _WORDS]
    reached_us: Annotated[Words, _WORDS]
    access: Annotated[Words, _WORDS]
    rights: Annotated[Words, _WORDS]
    numbering: Annotated[Numbering, Field(strict=False)]
    statement: Annotated[Words, _WORDS]
    language: Annotated[Words | None, KEY] = None
    address: Annotated[Words | None, KEY] = None
    accessed: Annotated[Words | None, KEY] = None
    doi: Annotated[Words | None, KEY] = None
    original: Annotated[OriginalSchema | None, KEY] = None
    lost: Annotated[list[Words], ENTRIES] = []
    digest: Annotated[Digest | None, KEY] = None
    unseen: Annotated[Words | None, KEY] = None
    furniture: Annotated[list[FurnitureSchema], ENTRIES] = []
    bears_on_nothing: Annotated[list[UnlinkedSchema], ENTRIES] = []


class NamedAnswerSchema(_Schema):
    id: Name
    name: AnswerName
    means: Words


class DimensionSchema(_Schema):
    id: Name
    title: Words
    question: Words
    tells_apart: Words
    asked_of: Annotated[Literal["holder", "anyone"], KEY] = "holder"
    ordered: Annotated[bool, KEY] = False
    answers: Annotated[list[NamedAnswerSchema], ENTRIES, KEY] = []


class SavedSearchSchema(LooseSchema):
    name: Words
    query: Words
    in_: Annotated[Within, KEY, Field(strict=False, alias="in")] = Within.EVERYTHING
    kind: Annotated[list[RowKindField] | None, KEY] = None
    approach: Annotated[list[Name] | None, KEY] = None
    year: Annotated[list[Year] | None, KEY] = None
    voice: Annotated[list[Words] | None, KEY] = None
    linked: Annotated[Literal["yes", "no"] | None, KEY] = None
    source: Annotated[list[Name] | None, KEY] = None


class SearchesSchema(LooseSchema):
    searches: Annotated[list[SavedSearchSchema], ENTRIES]


class DimensionsSchema(LooseSchema):
    dimensions: Annotated[list[DimensionSchema], ENTRIES]


class AnchorSchema(_Schema):
    start: Position
    end: Position
    before: str
    after: str
    digest: Digest


class PassageSchema(_Schema):
    """A quotation with what `counterpoint anchor` needs to find it."""

    source: Name
    quote: Words
    paragraph: Words | None = None
    occurrence: Count | None = None
    voice: list[Words]
    anchor: Annotated[AnchorSchema | None, KEY] = None


class EvidenceSchema(PassageSchema):
    stance: Annotated[Stance, Field(strict=False)]
    link: Annotated[Link | None, Field(strict=False)] = None
    why: Words | None = None
    hedge: Words | None = None
    tone: Literal["irony", "scare quotes"] | None = None
    partial: Words | None = None


class ClaimSchema(_Schema):
    id: Name
    text: Words
    kind: Annotated[ClaimKind, Field(strict=False)]
    evidence: Annotated[list[EvidenceSchema], ENTRIES]


class PositionSchema(LooseSchema):
    coverage: Annotated[Literal["full", "partial", "gap"], Spare(stub="partial")]
    why: Annotated[Words | None, KEY] = None
    looked_for: Annotated[Words | None, KEY] = None
    answer: Annotated[Words | None, KEY] = None
    holds: Annotated[list[Name] | None, KEY] = None
    rests_on: Annotated[list[Name] | None, KEY] = None
    claims: Annotated[list[ClaimSchema], ENTRIES] = []


class StatusSchema(LooseSchema):
    is_: Annotated[Status, Field(strict=False, alias="is")]
    note: Annotated[Words, _WORDS]
    detail: Annotated[Words | None, KEY] = None


class ProponentSchema(_Schema):
    name: Words
    note: Words | None = None
    voices: Annotated[list[Words], ENTRIES, KEY] = []
    government: Annotated[bool, KEY] = False


class RelationSchema(_Schema):
    kind: Annotated[RelationKind, Field(strict=False)]
    option: Name
    why: Words


class ApproachSchema(LooseSchema):
    title: Annotated[Words, _WORDS]
    gist: Annotated[Words, _WORDS]
    cue: Annotated[Cue, _WORDS]
    colour: Annotated[Colour, Field(strict=False), Spare(stub=Colour.SLATE.value)]
    shown: Annotated[bool, KEY] = True
    status: Annotated[StatusSchema, Spare(stub={"is": Status.ADVOCATED.value, "note": "…"})]
    date: Annotated[Date, Spare(stub="undated")]
    proponents: Annotated[list[ProponentSchema], ENTRIES, Spare(stub=[])]
    relations: Annotated[list[RelationSchema], ENTRIES, KEY] = []
    positions: Annotated[dict[str, PositionSchema], ENTRIES, Spare(stub={})]


class ReplyPassageSchema(PassageSchema):
    date: Annotated[Date | None, KEY] = None


class ReplySchema(_Schema):
    kind: Annotated[ReplyKind, Field(strict=False)]
    by: ReplyPassageSchema
    to: ReplyPassageSchema
    link: Annotated[Link, Field(strict=False)] = Link.DIRECT
    why: Words | None = None


class RepliesSchema(LooseSchema):
    replies: Annotated[list[ReplySchema], ENTRIES]


class AnswersSchema(LooseSchema):
    """The replies in a file of the older name."""

    answers: Annotated[list[ReplySchema], ENTRIES]


def quotations(
    form: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], PassageSchema]]:
    """Every quotation of a checked form, with the path that leads to its mapping in the file."""
    if isinstance(form, PassageSchema):
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
