"""A source that is open while quotations are being located in it."""

from dataclasses import dataclass
from functools import cached_property

from counterpoint.domain.haystack import Haystack
from counterpoint.domain.layout import Layout
from counterpoint.domain.source import Source, SourceText
from counterpoint.domain.span import Span

from .interrupted import interruption
from .nearest_match import NearestMatches
from .spelling import Spelling


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
    def spelling(self) -> Spelling:
        return Spelling(self.haystack.unbroken)

    @cached_property
    def nearest_matches(self) -> NearestMatches:
        return NearestMatches(self.haystack)

    def nearest(self, words: str) -> Span | None:
        """Where the text has what is most like `words`, which it lacks: spelt otherwise, with
        something in between, or only much like them. A proposal, never the quotation."""
        spelt = next(self.spelling.places(words), None)
        if spelt is not None:
            return spelt
        found = interruption(words, self.haystack)
        return found.whole if found is not None else self.nearest_matches.nearest(words)

    def cut(self, span: Span) -> str:
        """What stands at `span`, on one line."""
        return " ".join(self.text.text[span.start : span.end].split())
