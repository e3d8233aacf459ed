"""The nearest likenesses of words that a text lacks, by rapidfuzz: proposals for a person to judge.

Linear in the text, bounded in the words. Rapidfuzz's own `partial_ratio` slides the words along the
text, and needs minutes for long ones or a text that repeats itself. So they are looked for where a
piece of them stands letter by letter; and, unless the text is long, where one of three pieces, each
within one machine word, is nearly there. Only there are all of them compared.
"""

from collections.abc import Iterator, Sequence

from counterpoint.domain.haystack import LONG, Haystack
from counterpoint.domain.likeness import Likeness
from counterpoint.domain.span import Span
from counterpoint.domain.whole_words import inside_word, with_marks

from .word_fit import fitted, put_apart, to_its_ends

LEAST_LIKENESS = 80.0
"""Of 100. Unrelated quotations reach at most 50, and one word in ten altered leaves about 90; see
docs/decisions/0006-quotations.md."""
_SHORTEST = 4
_PIECE = 64
"""Code points: what is compared in one machine word."""
_PART_THERE = 46.0
"""Of 100: so like a piece is a window, twice as long, that is worth looking at. The whole piece in
it makes 67, four fifths of it 53, and unrelated prose 43 at most."""
_ABOUT = 8
"""Code points that a beginning is off by, that is known from a piece which is there."""
_WINDOWS = 8
"""So many windows are looked at for each piece."""
_LONGEST = 10_000
"""Code points. Longer words are judged by their beginning and their end, each of half as many."""
_WORD_END = 64
"""Code points that the ends of a likeness are moved at most to be those of words."""


class NearestMatches:
    """The likenesses in one text, each looked for once."""

    def __init__(self, haystack: Haystack) -> None:
        self._haystack = haystack
        self._flat = haystack.unbroken
        self._text = haystack.text
        self._found: dict[str, tuple[Likeness, ...]] = {}

    def nearest(self, words: str) -> tuple[Likeness, ...]:
        """Where the text is much like `words`, in whole words, the likest first; none overlaps
        another. To be shown as proposals and never as the quotation."""
        folded = " ".join(words.split())
        if folded not in self._found:
            self._found[folded] = tuple(self._nearest(folded))
        return self._found[folded]

    def _nearest(self, words: str) -> Iterator[Likeness]:
        text = self._flat.text
        if len(words) < _SHORTEST or not text:
            return
        found = self._compared(words, self._haystack.likely(words), _ABOUT)
        if not found and len(text) <= LONG:
            begins = _short(words, text) if len(words) <= _PIECE else _beginnings(words, text)
            found = self._compared(words, begins, _PIECE)
        if not found:
            found = [(LEAST_LIKENESS, *place) for place in put_apart(words, text)]
        taken: list[Span] = []
        for like, start, end in sorted(found, key=lambda each: (-each[0], each[1:])):
            span = self._whole_words(self._flat.span(start, end))
            span = with_marks(words, self._text, span)
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Likeness(span, like)

    def _compared(
        self, words: str, begins: Sequence[int], off: int
    ) -> list[tuple[float, int, int]]:
        """How alike what begins about there is; `begins` may be `off` by so many code points."""
        text = self._flat.text
        found: list[tuple[float, int, int]] = []
        for at in begins:
            about = _ends(words, text, at, off)
            reach = min(_WORD_END, max(2 * _ABOUT, off, len(words) // 4))
            start, end = fitted(words, text, about, reach)
            like = _alike(words, text[start:end], LEAST_LIKENESS)
            if like < LEAST_LIKENESS:  # as where words have no end
                start, end = about
                like = _alike(words, text[start:end], LEAST_LIKENESS)
            if like >= LEAST_LIKENESS:
                found.append((like, *to_its_ends(words, text, start, end)))
        return found

    def _whole_words(self, span: Span) -> Span:
        start, end = span
        while inside_word(self._text, start) and span.start - start < _WORD_END:
            start -= 1
        while inside_word(self._text, end) and end - span.end < _WORD_END:
            end += 1
        return Span(start, end)


def _short(words: str, text: str) -> list[int]:
    # 17 ms to import, and needed only where a quotation has failed.
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(text) < len(words):
        return [0]
    found = partial_ratio_alignment(words, text, score_cutoff=LEAST_LIKENESS - 10)
    return [found.dest_start] if found is not None and found.dest_end > found.dest_start else []


def _beginnings(words: str, text: str) -> list[int]:
    """About where in `text` the words may begin, from where pieces of them are."""
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.process import extract

    last = len(words) - _PIECE
    found: set[int] = set()
    for offset in sorted({0, last // 2, last}):
        piece = words[offset : offset + _PIECE]
        for _, _, number in extract(
            piece,
            _windows(text),
            scorer=ratio,
            score_cutoff=_PART_THERE,
            limit=_WINDOWS,
        ):
            found.add(max(0, number * _PIECE + _PIECE // 2 - offset))
    return sorted(found)


def _windows(text: str) -> Iterator[str]:
    """Stretches of two pieces, of which any of one piece is within some."""
    for start in range(0, max(1, len(text) - _PIECE), _PIECE):
        yield text[start : start + 2 * _PIECE]


def _ends(words: str, text: str, at: int, off: int) -> tuple[int, int]:
    """From where to where `text` is like `words`, which begin about `at` if they are there."""
    slack = min(len(words) // 4, _LONGEST // 4) + off
    start = _aligned(words[:_PIECE], text, at, slack)[0]
    end = _aligned(words[-_PIECE:], text, at + len(words) - _PIECE, slack)[1]
    return (start, end) if start < end else (at, at + len(words))


def _aligned(piece: str, text: str, at: int, slack: int) -> tuple[int, int]:
    """Where `piece` is within `slack` of `at`; `at` itself where it is not to be seen."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    low = max(0, at - slack)
    found = partial_ratio_alignment(piece, text[low : at + len(piece) + slack], score_cutoff=60)
    if found is None or found.dest_end <= found.dest_start:
        return at, at + len(piece)
    return low + found.dest_start, low + found.dest_end


def _alike(words: str, there: str, least: float) -> float:
    """How alike the two are, of 100; 0 where less than `least`."""
    from rapidfuzz.fuzz import ratio

    if max(len(words), len(there)) <= _LONGEST:
        return ratio(words, there, score_cutoff=least)
    half = _LONGEST // 2
    both = (ratio(words[:half], there[:half]), ratio(words[-half:], there[-half:]))
    return sum(both) / 2 if sum(both) / 2 >= least else 0.0
