"""What a work is called where it has been cited in full before."""

from collections import Counter
from collections.abc import Sequence

from counterpoint.domain.report.reference import Reference

_WORDS = 6
"""A title of more, in which nothing ends the first part, is cut behind these."""
_ENDS = (":", "?", "!", ";")
_SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
"""With which no short title ends."""


def short_titles(references: Sequence[Reference]) -> dict[str, str]:
    """By id, where it is shorter than the title, and no other work of the same authors is called
    so."""
    short = {reference.id: _short(reference.title) for reference in references}
    known = Counter((each.authors, short[each.id].casefold()) for each in references)
    return {
        each.id: short[each.id]
        for each in references
        if short[each.id] != each.title and known[each.authors, short[each.id].casefold()] == 1
    }


def _short(title: str) -> str:
    """ "Towards a policy" for "Towards a policy: What to do"; "A long title that has…"."""
    words = title.split(" ")
    end = next((n for n, word in enumerate(words, 1) if word.endswith(_ENDS)), len(words))
    first = words[:end] if end > 1 else words
    if len(first) <= _WORDS:
        said = " ".join(first)
        return said.rstrip(":;") if len(first) < len(words) else title
    kept = first[:_WORDS]
    while len(kept) > 2 and kept[-1].casefold() in _SMALL:
        kept.pop()
    return " ".join(kept).rstrip(",") + "…"
