"""The nearest likeness of words that a text lacks, by rapidfuzz."""

from counterpoint.domain.anchoring import inside_word
from counterpoint.domain.span import Span

LEAST_LIKENESS = 80.0
"""Of 100. Unrelated quotations reach at most 50, and one word in ten altered leaves about 90; see
docs/decisions/0006-quotations.md."""
NEARBY = 4


def nearest(words: str, text: str) -> Span | None:
    """Where `text` is most like `words`, in code points, or None where nothing is much like them.

    A proposal only: the caller shows it as such and never as the quotation.
    """
    # 17 ms to import, and needed only where a quotation has failed.
    from rapidfuzz.fuzz import partial_ratio_alignment

    folded = " ".join(words.split())
    if len(folded) < NEARBY or len(text) < len(folded):
        return None
    found = partial_ratio_alignment(folded, text, score_cutoff=LEAST_LIKENESS)
    if found is None or found.dest_end <= found.dest_start:
        return None
    start, end = found.dest_start, found.dest_end
    while inside_word(text, start):
        start -= 1
    while inside_word(text, end):
        end += 1
    return Span(start, end)
