"""The nearest likeness of words that a text lacks, by rapidfuzz: a proposal for a person to judge.

Linear in the text, bounded in the words. Rapidfuzz's own `partial_ratio` slides the words along the
text, and needs minutes for long ones or a text that repeats itself. So it looks for pieces of them,
each within one machine word, and only where most of a piece stands are all of them compared.
"""

from collections.abc import Iterator

from counterpoint.domain.anchoring import inside_word
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.span import Span

LEAST_LIKENESS = 80.0
"""Of 100. Unrelated quotations reach at most 50, and one word in ten altered leaves about 90; see
docs/decisions/0006-quotations.md."""
_SHORTEST = 4
_PIECE = 64
"""Code points: what is compared in one machine word."""
_PART_THERE = 46.0
"""Of 100: so like a piece is a window, twice as long, that is worth looking at. The whole piece in
it makes 67, four fifths of it 53, and unrelated prose 43 at most."""
_WINDOWS = 8
"""So many windows are looked at for each piece."""
_LONGEST = 10_000
"""Code points. Longer words are judged by their beginning and their end, each of half as many."""
_WORD_END = 64
"""Code points that the ends of a likeness are moved at most to be those of words."""


class NearestMatches:
    """The likenesses in one text, each looked for once."""

    def __init__(self, haystack: Haystack) -> None:
        self._flat = haystack.unbroken
        self._text = haystack.text
        self._found: dict[str, Span | None] = {}

    def nearest(self, words: str) -> Span | None:
        """Where the text is most like `words`, in code points, or None if nothing is much like
        them. To be shown as a proposal and never as the quotation."""
        folded = " ".join(words.split())
        if folded not in self._found:
            self._found[folded] = self._nearest(folded)
        return self._found[folded]

    def _nearest(self, words: str) -> Span | None:
        text = self._flat.text
        if len(words) < _SHORTEST or len(text) < len(words):
            return None
        found = _short(words, text) if len(words) <= _PIECE else _long(words, text)
        return None if found is None else self._whole_words(self._flat.span(*found))

    def _whole_words(self, span: Span) -> Span:
        start, end = span
        while inside_word(self._text, start) and span.start - start < _WORD_END:
            start -= 1
        while inside_word(self._text, end) and end - span.end < _WORD_END:
            end += 1
        return Span(start, end)


def _short(words: str, text: str) -> tuple[int, int] | None:
    # 17 ms to import, and needed only where a quotation has failed.
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(words, text, score_cutoff=LEAST_LIKENESS)
    if found is None or found.dest_end <= found.dest_start:
        return None
    return found.dest_start, found.dest_end


def _long(words: str, text: str) -> tuple[int, int] | None:
    best, least = None, LEAST_LIKENESS
    for at in sorted(_beginnings(words, text)):
        start, end = _ends(words, text, at)
        like = _alike(words, text[start:end], least)
        if like > least or (best is None and like == least):
            best, least = (start, end), like
    return best


def _beginnings(words: str, text: str) -> set[int]:
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
    return found


def _windows(text: str) -> Iterator[str]:
    """Stretches of two pieces, of which any of one piece is within some."""
    for start in range(0, max(1, len(text) - _PIECE), _PIECE):
        yield text[start : start + 2 * _PIECE]


def _ends(words: str, text: str, at: int) -> tuple[int, int]:
    """From where to where `text` is like `words`, which begin about `at` if they are there."""
    slack = min(len(words) // 4, _LONGEST // 4) + _PIECE
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
