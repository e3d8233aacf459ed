"""What to show of a text that was found: the stretch that has most of what was sought."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from counterpoint.domain.span import Span

from .words import WordAt, words_at

LENGTH = 320
"""Code points of an excerpt, at most; a shorter text is shown whole."""
_SHARED = 2
"""Letters that all forms of a word begin with."""


class Sought(NamedTuple):
    """Words in a row that were asked for, folded."""

    words: tuple[str, ...]
    prefix: bool = False
    """Whether the last may go on."""
    forms: bool = True
    """Whether other forms of a word alone count."""
    within: bool = False
    """Whether a longer word that has it in it counts."""


class Excerpt(NamedTuple):
    span: Span
    found: tuple[Span, ...]
    """Where in the text what was sought stands, within `span`, in order and apart."""


Stems = Callable[[str], frozenset[str]]
"""What a folded word has in common with its other forms, in one language or several."""


def no_forms(word: str) -> frozenset[str]:
    """Only the word itself is what was sought."""
    return frozenset((word,))


def excerpt(text: str, sought: Iterable[Sought], stems: Stems = no_forms) -> Excerpt:
    """The stretch of `text` to show."""
    words = words_at(text)
    places = [_places(each, words, stems) for each in sought]
    found = _apart(span for each in places for span in each)
    if len(text) <= LENGTH:
        return Excerpt(Span(0, len(text)), found)
    span = _whole_words(text, words, _best(places))
    return Excerpt(span, tuple(each for each in found if span.contains(each)))


def _places(sought: Sought, words: Sequence[WordAt], stems: Stems) -> list[Span]:
    if not sought.words:
        return []
    joined = "".join(sought.words)
    several = len(sought.words)
    if several > 1:
        first = sought.words[0]
        rows = [at for at, word in enumerate(words) if word[0] == first]
        places = [
            Span(words[at][1], words[at + several - 1][2])
            for at in rows
            if _in_a_row(sought, words[at : at + several])
        ]
        return places + [Span(start, end) for word, start, end in words if word == joined]
    if sought.within:
        return [Span(start, end) for word, start, end in words if joined in word]
    begins = joined if sought.prefix else joined[:_SHARED]
    near = [each for each in words if each[0].startswith(begins)]
    if sought.prefix:
        return [Span(start, end) for _, start, end in near]
    wanted = stems(joined) if sought.forms else frozenset()
    return [
        Span(start, end)
        for word, start, end in near
        if word == joined or not wanted.isdisjoint(stems(word))
    ]


def _in_a_row(sought: Sought, words: Sequence[WordAt]) -> bool:
    there = [word for word, _, _ in words]
    if sought.prefix and len(there) == len(sought.words):
        return there[:-1] == [*sought.words[:-1]] and there[-1].startswith(sought.words[-1])
    return there == [*sought.words]


def _best(places: Sequence[Sequence[Span]]) -> Span:
    """The stretch of at most `LENGTH` that has places of most that was sought, the first of these;
    a little is left before it."""
    every = sorted((span, which) for which, spans in enumerate(places) for span in spans)
    best, most = Span(0, LENGTH), 0
    ends = [span.end for span, _ in every]
    for number, (first, _) in enumerate(every):
        upto = bisect_right(ends, first.start + LENGTH * 3 // 4)
        kinds = len({which for _, which in every[number:upto]})
        if kinds > most:
            most = kinds
            start = max(0, first.start - LENGTH // 4)
            best = Span(start, start + LENGTH)
    return best


def _whole_words(text: str, words: Sequence[WordAt], span: Span) -> Span:
    """`span` without the parts of words at its ends."""
    end = min(span.end, len(text))
    start = max(0, min(span.start, end - LENGTH))
    starts = [word[1] for word in words]
    first = bisect_right(starts, start - 1)
    if start and first < len(words) and words[first][1] < end:
        start = words[first][1]
    last = bisect_right(starts, end - 1) - 1
    if end < len(text) and last >= 0:
        _, begin, finish = words[last]
        if finish > end > begin > start:
            end = begin
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(spans):
        if kept and span.start < kept[-1].end:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)
