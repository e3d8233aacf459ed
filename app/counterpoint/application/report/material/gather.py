"""A library, its notes and texts as the material of a hand-over: the only place that knows both."""

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.notes.line_ends import with_line_feeds
from counterpoint.domain.approach import Approach as LibraryApproach
from counterpoint.domain.approach import ApproachSummary, CellState, Colour, Dimension, Link
from counterpoint.domain.approach import Claim as LibraryClaim
from counterpoint.domain.approach import Evidence as LibraryEvidence
from counterpoint.domain.holder import Holder
from counterpoint.domain.library import Passage as LibraryPassage
from counterpoint.domain.library import Reply as LibraryReply
from counterpoint.domain.note import Note as LibraryNote
from counterpoint.domain.note import TargetKind
from counterpoint.domain.quotation import CONTEXT, Quotation, Standing
from counterpoint.domain.report.material import (
    Answered,
    Approach,
    Cell,
    Claim,
    Evidence,
    Material,
    Note,
    Passage,
    Person,
    Question,
    Relation,
    Reply,
    Source,
)
from counterpoint.domain.source import Source as LibrarySource
from counterpoint.domain.source import SourceText
from counterpoint.domain.span import Span, joined, without

T = TypeVar("T")
_LINE_END = re.compile(r"[^\S\n]*\n\s*|[\t\v\f\x1c-\x1f]")
_COLOURS = {
    Colour.BLUE: "00639B",
    Colour.ORANGE: "8D5600",
    Colour.GREEN: "00724F",
    Colour.PURPLE: "9C2A6B",
    Colour.SKY: "1C6C9A",
    Colour.VERMILION: "A84A00",
    Colour.OCHRE: "716100",
    Colour.TEAL: "1B6D6D",
    Colour.PLUM: "61409A",
    Colour.SLATE: "525D6B",
    Colour.OLIVE: "566416",
    Colour.ROSE: "AB3552",
}
"""As the window has them for letters on white."""


class NoSuchThing(Exception):
    """An approach, a question or a source that the library does not have. The message names those
    that it has."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.name = name
        super().__init__(f"there is no {what} “{name}”; there are {', '.join(known)}")


def gather(
    library: OpenedLibrary,
    notes: Iterable[LibraryNote] = (),
    approaches: Sequence[str] | None = None,
    questions: Sequence[str] | None = None,
) -> Material:
    """The material on `approaches` (ids, letters or titles, in the order wanted; None for those
    that the library shows by itself) and `questions` (None for all).

    Reads the approaches and the texts that they quote: for a worker thread. Raises NoSuchThing;
    Unreadable and SourceAltered as the library does.
    """
    return _Gathering(library).material(notes, approaches, questions)


def named_places(
    library: OpenedLibrary, notes: Iterable[Note], names: Iterable[str]
) -> tuple[str, ...]:
    """What `names` (ids, letters or titles of approaches, questions or sources, or the kind of a
    place as "comparison") mean, as notes name what they are on; also what the library no longer
    has, where one of `notes` is on it. Raises NoSuchThing."""
    contents = library.contents
    known: list[tuple[str, tuple[str, ...]]] = [(kind, (kind,)) for kind in TargetKind]
    known += [(head.id, (head.id, head.cue, head.title)) for head in contents.approaches]
    known += [(each.id, (each.id, each.title)) for each in contents.dimensions]
    known += [(each.id, (each.id, each.title, each.short)) for each in contents.sources]
    shown = [TargetKind.COMPARISON.value, *(id for id, _ in known[len(TargetKind) :])]
    on = {id for note in notes for id in (note.approach, note.question, note.source) if id}
    known += [(id, (id,)) for id in on]
    return tuple(_named("place for notes", name, known, shown) for name in names)


def gathered_note(library: OpenedLibrary, note: LibraryNote) -> Note:
    """With what it is on, in words."""
    target = note.target
    return Note(
        id=note.id,
        kind=note.kind.value,
        tags=note.tags,
        created=note.created,
        changed=note.changed,
        body=with_line_feeds(note.body),
        quote=note.quote,
        on=library.title_of(target),
        place=target.kind.value,
        approach=target.approach,
        question=target.dimension,
        claim=target.claim,
        evidence=target.evidence,
        source=target.source,
        span=target.span,
        other=target.other,
        author=single_line(note.author),
    )


def single_line(text: str) -> str:
    """`text` with each line end as one space; no-break spaces and the like stay."""
    return _LINE_END.sub(" ", text).strip()


class _Gathering:
    def __init__(self, library: OpenedLibrary) -> None:
        self._library = library
        self._texts: dict[str, SourceText] = {}
        self._holes: dict[str, tuple[Sequence[Span], Sequence[Span]]] = {}

    def material(
        self,
        notes: Iterable[LibraryNote],
        approaches: Sequence[str] | None,
        questions: Sequence[str] | None,
    ) -> Material:
        contents = self._library.contents
        heads = self._heads(approaches)
        dimensions = self._dimensions(questions)
        whole = [self._library.approach(head.id) for head in heads]
        gathered = [gathered_note(self._library, note) for note in notes]
        dates = [source.date for source in contents.sources if source.date[:1].isdigit()]
        dates += [note.changed[:10] for note in gathered if note.changed[:4].isdigit()]
        return Material(
            title=contents.title,
            statement=contents.statement.strip(),
            language="en-GB",
            questions=tuple(map(_question, dimensions)),
            approaches=tuple(map(_approach, heads)),
            cells={
                (approach.head.id, dimension.id): self._cell(approach, dimension.id)
                for approach in whole
                for dimension in dimensions
            },
            replies=tuple(map(self._reply, contents.replies)),
            sources=tuple(
                _source(source, number) for number, source in enumerate(contents.sources, 1)
            ),
            notes=tuple(gathered),
            date=max(dates, default=""),
            left_out_approaches=len(contents.approaches) - len(heads),
        )

    def _heads(self, wanted: Sequence[str] | None) -> list[ApproachSummary]:
        heads = self._library.contents.approaches
        if wanted is None:
            return [head for head in heads if head.shown] or list(heads)
        known = [(head, (head.id, head.cue, head.title)) for head in heads]
        shown = [f"{head.id} ({head.cue})" for head in heads]
        found = [_named("approach", name, known, shown) for name in wanted]
        return list({head.id: head for head in found}.values())

    def _dimensions(self, wanted: Sequence[str] | None) -> list[Dimension]:
        dimensions = self._library.contents.dimensions
        if wanted is None:
            return list(dimensions)
        known = [(dimension, (dimension.id, dimension.title)) for dimension in dimensions]
        shown = [dimension.id for dimension in dimensions]
        found = [_named("question", name, known, shown) for name in wanted]
        return list({dimension.id: dimension for dimension in found}.values())

    def _cell(self, approach: LibraryApproach, dimension: str) -> Cell:
        position = approach.position(dimension)
        holder = Holder.of(approach.head.proponents)
        not_said = position.state is CellState.NOT_SAID
        claims = tuple(self._claim(claim, holder) for claim in position.claims)
        return Cell(
            approach=approach.head.id,
            question=dimension,
            answered=Answered(position.coverage.value),
            why=(position.looked_for if not_said else "") or position.why,
            answer=position.answer,
            holds=position.holds,
            rests_on=position.rests_on,
            claims=claims,
        )

    def _claim(self, claim: LibraryClaim, holder: Holder) -> Claim:
        return Claim(
            claim.id,
            claim.text,
            claim.kind.value,
            claim.standing,
            tuple(self._evidence(piece, holder) for piece in claim.evidence),
        )

    def _evidence(self, piece: LibraryEvidence, holder: Holder) -> Evidence:
        return Evidence(
            key=piece.key,
            passage=self._passage(
                piece.source, piece.quotation, piece.standing, piece.paragraph, piece.voice
            ),
            stance=piece.stance.value,
            inferred=piece.link is Link.INFERRED,
            why=piece.why,
            hedge=piece.hedge,
            tone=piece.tone,
            partial=piece.partial,
            of_holder=holder.says(piece.voice),
        )

    def _reply(self, reply: LibraryReply) -> Reply:
        by, to = (self._library_passage(passage) for passage in (reply.by, reply.to))
        return Reply(reply.kind.value, by, to, reply.why, inferred=reply.link is Link.INFERRED)

    def _library_passage(self, passage: LibraryPassage) -> Passage:
        return self._passage(
            passage.source,
            passage.quotation,
            passage.standing,
            passage.paragraph,
            passage.voice,
        )

    def _passage(
        self,
        source: str,
        quotation: Quotation,
        standing: Standing,
        paragraph: str,
        voice: tuple[str, ...],
    ) -> Passage:
        span = standing.span if standing.stands else None
        if span is None:
            words = single_line(quotation.words)
            return Passage(source, words, None, "", "", "", paragraph, voice, standing.state)
        text = self._text(source)
        return Passage(
            source=source,
            words=_words_at(text, span, quotation.words, *self._holes_in(source)),
            span=span,
            raw=text[span.start : span.end],
            before=text[max(0, span.start - CONTEXT) : span.start],
            after=text[span.end : span.end + CONTEXT],
            paragraph=paragraph,
            voice=voice,
        )

    def _text(self, source: str) -> str:
        if source not in self._texts:
            self._texts[source] = self._library.text(source)
        return self._texts[source].text

    def _holes_in(self, source: str) -> tuple[Sequence[Span], Sequence[Span]]:
        """What breaks its sentences, and what a quotation passes over."""
        if source not in self._holes:
            described = self._library.contents.source(source)
            self._holes[source] = described.breaks, described.passed_over
        return self._holes[source]


def _words_at(
    text: str, span: Span, quoted: str, breaks: Sequence[Span], passed_over: Sequence[Span]
) -> str:
    """Without what interrupts them; and without what stands between two pages, if they were
    `quoted` so."""
    words, over_pages = (
        single_line(joined(text, without(span, [hole for hole in holes if hole.overlaps(span)]))[0])
        for holes in (breaks, passed_over)
    )
    return over_pages if over_pages == single_line(quoted) else words


def _named(
    what: str, name: str, known: Sequence[tuple[T, tuple[str, ...]]], shown: Sequence[str]
) -> T:
    for thing, names in known:
        if name in names or name.casefold() in [each.casefold() for each in names]:
            return thing
    raise NoSuchThing(what, name, shown)


def _question(dimension: Dimension) -> Question:
    return Question(
        dimension.id,
        dimension.title,
        dimension.question,
        dimension.tells_apart,
        dimension.answers,
        dimension.ordered,
        dimension.of_anyone,
    )


def _approach(head: ApproachSummary) -> Approach:
    return Approach(
        id=head.id,
        letter=head.cue,
        title=head.title,
        gist=head.gist,
        colour=_COLOURS[head.colour],
        status=head.status.value if head.status is not None else "",
        status_note=head.status_note,
        status_detail=head.status_detail,
        date=head.date,
        proponents=tuple(Person(each.name, each.note) for each in head.proponents),
        relations=tuple(
            Relation(each.kind.value, each.approach, each.why) for each in head.relations
        ),
    )


def _source(source: LibrarySource, number: int) -> Source:
    return Source(
        id=source.id,
        number=number,
        title=source.title,
        short=source.short,
        author=source.author,
        publisher=source.publisher,
        date=source.date,
        kind=source.kind,
        marking=source.marking,
        about=source.about,
        reached_us=source.reached_us,
        access=source.access,
        rights=source.rights,
        statement=source.statement.strip(),
        language=source.language,
        digest=source.digest,
        original=source.original.file if source.original else "",
        original_name=source.original.name if source.original else "",
        address=single_line(source.address),
        accessed=single_line(source.accessed),
        doi=single_line(source.doi),
    )
