"""A linked passage as the reader marks it, and all of those in one source."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from counterpoint.domain.approach import Colour, Stance
from counterpoint.domain.quotation import STANDING, QuotationState
from counterpoint.domain.span import Span
from counterpoint.labels.evidence import stance
from counterpoint.labels.quotation_state import state_told
from counterpoint.labels.text import capital


@dataclass(frozen=True, slots=True)
class HighlightAnswer:
    """A passage, in any source, that answers a marked one or is answered by it."""

    words: str
    """The whole line: "Rebutted by Hugo Klijn (Clingendael §8): “…”"."""
    source: str
    span: Span


@dataclass(frozen=True, slots=True)
class Highlight:
    """One piece of evidence in the source that is open."""

    span: Span
    approach_cue: str
    colour: Colour
    stance: Stance
    key: str
    """The evidence's own key; no two marks of a source have the same."""
    title: str
    """The approach's title."""
    claim: str = ""
    """The claim that the passage supports."""
    voice: tuple[str, ...] = ()
    """Who says it, nearest to the reader first."""
    state: QuotationState = QuotationState.EXACT
    answers: tuple[HighlightAnswer, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether the passage is what was quoted, if set otherwise there."""
        return self.state in STANDING

    @property
    def description(self) -> str:
        """For a tooltip or a screen reader: approach, stance, voice, whether it is exact, and what
        answers it."""
        parts = [f"{self.approach_cue} {self.title}: {stance(self.stance)}"]
        if self.voice:
            parts.append(", ".join(self.voice))
        if told := state_told(self.state):
            parts.append(capital(told))
        parts += [answer.words for answer in self.answers]
        return "\n".join(parts)


class Highlights:
    """The marks of one source, in the order of the text."""

    def __init__(self, highlights: Sequence[Highlight] = ()) -> None:
        self._highlights = sorted(
            highlights,
            key=lambda highlight: (highlight.span.start, -highlight.span.end, highlight.key),
        )
        self._starts = [highlight.span.start for highlight in self._highlights]
        self._reached = list(
            accumulate((highlight.span.end for highlight in self._highlights), max)
        )
        self._index = {highlight.key: index for index, highlight in enumerate(self._highlights)}

    def __len__(self) -> int:
        return len(self._highlights)

    def __iter__(self) -> Iterator[Highlight]:
        return iter(self._highlights)

    @property
    def keys(self) -> list[str]:
        return list(self._index)

    def find(self, key: str) -> Highlight | None:
        index = self._index.get(key)
        return None if index is None else self._highlights[index]

    def overlapping(self, span: Span) -> list[Highlight]:
        """Those that share a code point with `span`, in order."""
        found: list[Highlight] = []
        for index in range(bisect_left(self._starts, span.end) - 1, -1, -1):
            if self._reached[index] <= span.start:
                break
            if self._highlights[index].span.end > span.start:
                found.append(self._highlights[index])
        return found[::-1]

    def at(self, position: int) -> list[Highlight]:
        return self.overlapping(Span(position, position + 1))

    def next_from(self, position: int) -> Highlight | None:
        """The first that begins at or after a code point."""
        index = bisect_left(self._starts, position)
        return self._highlights[index] if index < len(self._highlights) else None

    def last_before(self, position: int) -> Highlight | None:
        """The last that begins before a code point."""
        index = bisect_left(self._starts, position) - 1
        return self._highlights[index] if index >= 0 else None

    def most_at_once(self, near: int) -> int:
        """How many approaches' passages stand within `near` code points of one another, at most."""
        events = sorted(
            event
            for highlight in self._highlights
            for event in (
                (highlight.span.start, 1, highlight.approach_cue),
                (highlight.span.end + near, 0, highlight.approach_cue),
            )
        )
        open_now: dict[str, int] = {}
        most = 0
        for _, opens, cue in events:
            left = open_now.get(cue, 0) + (1 if opens else -1)
            if left:
                open_now[cue] = left
            else:
                del open_now[cue]
            most = max(most, len(open_now))
        return most
