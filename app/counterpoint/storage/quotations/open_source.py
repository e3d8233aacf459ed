"""A source that is open while quotations are being located in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from counterpoint.domain.haystack import LONG, Haystack
from counterpoint.domain.layout import Layout
from counterpoint.domain.likeness import ALIKE, Likeness
from counterpoint.domain.source import Source, SourceText
from counterpoint.domain.span import Span

from .interrupted import interruption
from .nearest_match import NearestMatches


@dataclass(frozen=True)
class OpenSource:
    """`haystack` is the text with what interrupts it. What else is made of the text is made when
    it is first asked for, and once: only where a quotation has failed."""

    source: Source
    text: SourceText
    layout: Layout
    haystack: Haystack

    @property
    def name(self) -> str:
        """How messages call the file of the text."""
        return f"corpus/{self.source.id}.txt"

    @cached_property
    def nearest_matches(self) -> NearestMatches:
        return NearestMatches(self.haystack)

    def nearest(self, words: str) -> tuple[Likeness, ...]:
        """Where the text has what is most like `words`, which it lacks: with capitals or hyphens of
        its own, with something in between, or only much like them. Proposals, never the
        quotation."""
        spelt = self.haystack.spelt_otherwise(words)
        if spelt:
            return tuple(Likeness(span, ALIKE) for span in spelt)
        likenesses = self.nearest_matches.nearest(words)
        if likenesses:
            return likenesses
        found = interruption(words, self.haystack)
        return (Likeness(found.whole, ALIKE),) if found is not None else ()

    def parts_of_words(self, words: str) -> Iterator[Span]:
        """Where `words` stand as parts of longer ones, and spelt otherwise. Not looked for in a
        long text."""
        if len(self.text.text) <= LONG:
            yield from self.haystack.spelling.places(words, parts=True)

    def cut(self, span: Span) -> str:
        """What stands at `span`, on one line."""
        return " ".join(self.text.text[span.start : span.end].split())
