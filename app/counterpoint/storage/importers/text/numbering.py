"""How the paragraphs of a document are cited, told from the paragraphs."""

import re
from collections.abc import Sequence
from itertools import pairwise

from counterpoint.domain.because import Because
from counterpoint.domain.source import Numbering
from counterpoint.storage.importers.draft import Guess

_FEW, _EARLY = 5, 0.1
"""So many paragraphs, or this share of them, may stand before the first number."""
_PILCROW = re.compile(r"¶(\d+)\.")
_NUMBER = re.compile(r"(\d{1,4})\.\s")


def numbering_of(
    paragraphs: Sequence[str],
    pages: int | None,
    lines: bool,
    chosen: Numbering | None = None,
    *,
    may_have_pages: bool = False,
) -> tuple[Numbering, Guess]:
    """`paragraphs` are the beginnings of those of the author's argument. `lines` says whether the
    document prints numbers at its lines; `may_have_pages`, that it has some if a person says so."""
    may = [Numbering.COUNT]
    if pages or may_have_pages:
        may.insert(0 if pages else 1, Numbering.PAGE)
    printed = _printed(paragraphs)
    early = printed is not None and _begins_early(paragraphs)
    if printed is not None:
        may.insert(0 if early else len(may), printed)
    may.append(Numbering.LINE)
    if lines:
        why = Because.LINES_NUMBERED
    elif early:
        why = Because.PARAGRAPHS_NUMBERED
    else:
        without = Because.UNEVEN_HEADS if may_have_pages else Because.NEITHER
        why = Because.HAS_PAGES if pages else without
    found = chosen or (Numbering.LINE if lines else may[0])
    others = tuple(str(each) for each in may if each is not found)
    plain = found in (Numbering.COUNT, Numbering.PAGE) and why is not Because.UNEVEN_HEADS
    sure = chosen is not None or plain
    return found, Guess("numbering", str(found), others, Because.CHOSEN if chosen else why, sure)


def _begins_early(paragraphs: Sequence[str]) -> bool:
    """Whether few paragraphs stand before the first number: else it is a list, as of references,
    that is numbered, and not the argument."""
    few = max(_FEW, round(_EARLY * len(paragraphs)))
    return any(_PILCROW.match(each) or _NUMBER.match(each) for each in paragraphs[: few + 1])


def _printed(paragraphs: Sequence[str]) -> Numbering | None:
    for numbering, pattern in ((Numbering.PILCROW, _PILCROW), (Numbering.NUMBER, _NUMBER)):
        numbers = [int(found[1]) for words in paragraphs if (found := pattern.match(words))]
        rising = sum(after == before + 1 for before, after in pairwise(numbers))
        if len(numbers) >= max(3, 0.5 * len(paragraphs)) and rising >= 0.8 * (len(numbers) - 1):
            return numbering
    return None
