"""A source from its two files: the text and its description."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from counterpoint.domain.anchoring import find
from counterpoint.domain.faults.source_fault import SourceFault
from counterpoint.domain.forms import KeyPath
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.layout import lay_out_source
from counterpoint.domain.problem import Argument, Problem, ProblemKind
from counterpoint.domain.source import (
    Furniture,
    FurnitureKind,
    Numbering,
    Original,
    Source,
    SourceText,
    Unlinked,
)
from counterpoint.domain.span import Span
from counterpoint.domain.whole_words import inside_word, made_whole
from counterpoint.storage.files.text_file import place, read_source_text
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.validation import validated
from counterpoint.storage.quotations.open_source import OpenSource
from counterpoint.storage.yaml.suggestion import nearest_name
from counterpoint.storage.yaml.yaml_file import YamlFile, read_yaml

from .schema import FurnitureSchema, SourceSchema
from .source_map import SourceMap, read_source_map
from .text_doubts import text_doubts

NOT_READ = "not known here, as the description is wrong"
"""Stands for what a description says in a way that cannot be read."""

Read = TypeVar("Read")

_SHOWN = 5
"""Lines that are named one by one."""
_REMEMBERED = 64
"""Words, each with all its places: page headers are described with the same ones many times."""


def read_source(corpus: Path, id: str) -> tuple[OpenSource, list[Problem]]:
    """The source `id` of the folder `corpus`, and what is wrong with it but does not keep it out.

    Raises Unreadable, with the problems of both files, where it has to be left out.
    """
    described = _attempt(lambda: read_description(corpus, id))
    worded = _attempt(lambda: read_source_text(corpus / f"{id}.txt", f"corpus/{id}.txt"))
    if isinstance(described, Unreadable) or isinstance(worded, Unreadable):
        raise Unreadable(
            *(
                problem
                for part in (described, worded)
                if isinstance(part, Unreadable)
                for problem in part.problems
            )
        )
    file, form, problems = described
    text, digest = worded

    if form.digest is None and not file.lost(("digest",)):
        problems.append(file.problem((), ProblemKind.NOT_ANCHORED, SourceFault.WITHOUT_DIGEST))
    elif form.digest is not None and form.digest != digest:
        problems.append(
            file.problem(
                ("digest",),
                ProblemKind.SOURCE_CHANGED,
                SourceFault.NOT_THE_TEXT_DESCRIBED,
                id,
            )
        )
    haystack = Haystack(text)
    way = _way_back(corpus, id, digest, problems)
    kept = furniture_in(haystack, file, form, way, problems)

    def said(key: str, otherwise: str = NOT_READ) -> str:
        return otherwise if file.lost((key,)) else str(getattr(form, key))

    source = Source(
        id=id,
        title=said("title", id),
        short=said("short", id),
        author=said("author"),
        publisher=said("publisher"),
        date=said("date"),
        kind=said("kind"),
        marking=said("marking"),
        about=said("about"),
        reached_us=said("reached_us"),
        access=said("access"),
        rights=said("rights"),
        numbering=form.numbering,
        digest=digest,
        statement=said("statement"),
        furniture=kept,
        bears_on_nothing=tuple(Unlinked(u.paragraph, u.why) for u in form.bears_on_nothing),
        length=len(text),
        language=form.language or "",
        original=Original(*form.original.model_dump().values()) if form.original else None,
        lost=tuple(form.lost),
        pages=way.map.pages if way else (),
        headings=way.map.headings if way else (),
        lines=way.map.lines if way and form.numbering is Numbering.LINE else (),
        set_in=way.map.set_in if way else (),
        address=form.address or "",
        accessed=form.accessed or "",
        doi=form.doi or "",
    )
    layout = lay_out_source(text, source)
    problems += text_doubts(
        f"corpus/{id}.txt", text, layout, file.name, may_stay=form.unseen is not None
    )
    if form.bears_on_nothing:
        labels = {layout.label(index) for index in range(len(layout))} - {""}
        known = sorted(labels)
        for index, entry in enumerate(form.bears_on_nothing):
            if entry.paragraph not in labels:
                problems.append(
                    file.problem(
                        ("bears_on_nothing", index, "paragraph"),
                        ProblemKind.WRONG_VALUE,
                        SourceFault.NO_SUCH_PARAGRAPH,
                        entry.paragraph,
                        nearest_name(entry.paragraph, known),
                        (known or ["¶1"])[0],
                    )
                )
    opened = OpenSource(
        source, SourceText(id, text, digest), layout, haystack.broken_by(source.passed_over)
    )
    return opened, problems


def furniture_in(
    haystack: Haystack,
    file: YamlFile,
    form: SourceSchema,
    way: SourceMap | None,
    problems: list[Problem],
) -> tuple[Furniture, ...]:
    """All furniture of a text: what its description names, and what the map of its import does."""
    places = _Places(haystack)
    furniture: list[Furniture] = []
    for index, piece in enumerate(form.furniture):
        span = _furniture_span(file, index, piece, places, problems)
        if span is not None:
            furniture.append(Furniture(span, piece.kind, piece.interrupts))
    furniture.sort(key=lambda piece: piece.span)
    kept = _apart(file, furniture, problems)
    return with_furniture_of_map(kept, way) if way is not None else kept


def _way_back(corpus: Path, id: str, digest: str, problems: list[Problem]) -> SourceMap | None:
    """The map of an imported text; None if there is none, or it cannot be relied on."""
    try:
        way = read_source_map(corpus, id)
    except Unreadable as error:
        problems += error.problems
        return None
    if way is not None and way.digest != digest:
        problems.append(
            Problem(
                f"corpus/{id}.map.json",
                None,
                None,
                ProblemKind.SOURCE_CHANGED,
                SourceFault.MAP_OF_ANOTHER_TEXT,
                (id,),
            )
        )
        return None
    return way


def with_furniture_of_map(
    furniture: tuple[Furniture, ...], way: SourceMap
) -> tuple[Furniture, ...]:
    """What a person wrote goes before what was told by rule."""
    headings = [
        Furniture(heading.span, FurnitureKind.HEADING, False) for heading in way.map.headings
    ]
    told = sorted([*way.furniture, *headings], key=lambda piece: piece.span)
    if furniture:
        starts = [piece.span.start for piece in furniture]
        told = [piece for piece in told if not _overlaps(piece, furniture, starts)]
    return tuple(sorted([*furniture, *told], key=lambda piece: piece.span))


def _overlaps(piece: Furniture, furniture: tuple[Furniture, ...], starts: list[int]) -> bool:
    index = bisect_right(starts, piece.span.start) - 1
    return any(other.span.overlaps(piece.span) for other in furniture[max(0, index) : index + 2])


def _attempt(read: Callable[[], Read]) -> Read | Unreadable:
    try:
        return read()
    except Unreadable as error:
        return error


def read_description(corpus: Path, id: str) -> tuple[YamlFile, SourceSchema, list[Problem]]:
    """The description of the source `id`, and what is wrong with it but does not keep it out.
    Raises Unreadable."""
    file = read_yaml(corpus / f"{id}.yaml", f"corpus/{id}.yaml")
    return file, *validated(file, SourceSchema)


def _furniture_span(
    file: YamlFile, index: int, form: FurnitureSchema, places: "_Places", problems: list[Problem]
) -> Span | None:
    text = places.text
    path = ("furniture", index)
    if form.text is not None:
        if form.after is not None or form.before is not None:
            problems.append(file.problem(path, ProblemKind.WRONG_VALUE, SourceFault.TEXT_AND_AFTER))
            return None
        return _only(file, (*path, "text"), form.text, places, problems)
    if form.after is None and form.before is None:
        problems.append(
            file.problem(path, ProblemKind.MISSING_KEY, SourceFault.NEITHER_TEXT_NOR_AFTER)
        )
        return None
    start, end = 0, len(text)
    if form.after is not None and form.before is not None:
        pairs = places.between(form.after, form.before)
        if len(pairs) == 1:
            start, end = pairs[0]
        elif pairs:
            problems.append(
                file.problem(
                    path,
                    ProblemKind.WORDS_NOT_FOUND,
                    SourceFault.SEVERAL_STRETCHES,
                    len(pairs),
                    *(place(text, start)[0] for start, _ in pairs[:_SHOWN]),
                )
            )
            return None
        else:
            _only(file, (*path, "after"), form.after, places, problems)
            _only(file, (*path, "before"), form.before, places, problems)
            return None
    elif form.after is not None:
        span = _only(file, (*path, "after"), form.after, places, problems)
        if span is None:
            return None
        start = span.end
    elif form.before is not None:
        span = _only(file, (*path, "before"), form.before, places, problems)
        if span is None:
            return None
        end = span.start
    if form.kind is not FurnitureKind.PAGE_BREAK:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
    if start == end:
        problems.append(
            file.problem(path, ProblemKind.WORDS_NOT_FOUND, SourceFault.NOTHING_BETWEEN)
        )
        return None
    return Span(start, end)


def _only(
    file: YamlFile,
    path: KeyPath,
    words: str,
    places: "_Places",
    problems: list[Problem],
) -> Span | None:
    key = str(path[-1])
    found = places.of(words, key)
    if len(found) == 1:
        return found[0]
    fault, told = places.why_not(words, key)
    problems.append(file.problem(path, ProblemKind.WORDS_NOT_FOUND, fault, *told))
    return None


def _parts(text: str, at: int) -> bool:
    """Whether `at` is between words or numbers, or between a word and a number that touches it."""
    if not inside_word(text, at):
        return True
    return {text[at - 1].isalpha(), text[at].isalpha()} == {True, False} and (
        text[at - 1].isdecimal() or text[at].isdecimal()
    )


class _Places:
    """Where words of a description stand in its text; asked for the same again, it remembers."""

    def __init__(self, haystack: Haystack) -> None:
        self._haystack = haystack
        self.text = haystack.text
        self.of = lru_cache(_REMEMBERED)(self._of)
        self.between = lru_cache(_REMEMBERED)(self._between)

    def _of(self, words: str, key: str) -> Sequence[Span]:
        """Whole words where there are any; else also a number that touches a word, as the mark of a
        footnote does, or words that one touches. Of words `after` or `before` which the furniture
        stands, only the end matters that is beside it."""
        return find(words, self._haystack) or [
            span
            for span in self._haystack.places(words)
            if (key == "after" or _parts(self.text, span.start))
            and (key == "before" or _parts(self.text, span.end))
        ]

    def why_not(self, words: str, key: str) -> tuple[SourceFault, tuple[Argument, ...]]:
        """Why it is not clear what `words` are, and what is told of them."""
        found = self.of(words, key)
        if found:
            lines = [place(self.text, span.start)[0] for span in found[:_SHOWN]]
            return SourceFault.SEVERAL_PLACES, (len(found), *lines)
        inside = self._haystack.places(words)
        if inside:
            start, end = made_whole(self.text, inside[0])
            longer = " ".join(self.text[start:end].split())
            return SourceFault.ONLY_IN_LONGER_WORDS, (longer,)
        return SourceFault.NOT_IN_THE_TEXT, ()

    def _between(self, after: str, before: str) -> list[tuple[int, int]]:
        """The stretches from the one to the other with neither in between, in order."""
        ends = [span.end for span in self.of(after, "after")]
        pairs: dict[int, int] = {}
        for span in self.of(before, "before"):
            upto = bisect_right(ends, span.start)
            if upto:
                pairs.setdefault(ends[upto - 1], span.start)
        return list(pairs.items())


def _apart(
    file: YamlFile, furniture: list[Furniture], problems: list[Problem]
) -> tuple[Furniture, ...]:
    kept: list[Furniture] = []
    for piece in furniture:
        if kept and kept[-1].span.overlaps(piece.span):
            problems.append(
                file.problem(
                    ("furniture",),
                    ProblemKind.WRONG_VALUE,
                    SourceFault.OVERLAP,
                    kept[-1].kind,
                    piece.kind,
                    piece.span.start,
                    kept[-1].span.end,
                )
            )
            continue
        kept.append(piece)
    return tuple(kept)
