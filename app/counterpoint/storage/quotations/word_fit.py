"""The whole words of a text that fit a quotation which is nearly there."""

import re
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher

from counterpoint.domain.span import Span
from counterpoint.domain.whole_words import inside_word, whole_words

_COMPARED = 64
"""Code points at either end by which the ends are chosen: what is compared in one machine word."""
_CHOICES = 6
"""So many beginnings and as many ends are tried with one another."""
_WORD = re.compile(r"\w+(?:['’\-\u2010\u2011\u00ad]\w+)*")
_END_WORDS = 24
"""Words at either end that are aligned with those of the text."""
_AROUND = 200
"""Code points on either side of an end in which they may be."""
_GAP = 8
"""So many words of the text may stand between two that are aligned."""
_PAIR = 2
"""So many words tell where a quotation begins or ends beyond a sentence that was put in."""
_TIMES = 2
"""So many times as long as the quotation a proposal is at most, or longer by `_AROUND`."""
_SENTENCE_END = re.compile(r"[.!?…]['\"”’»)\]]*\s|[。！？]")


def fitted(words: str, text: str, about: tuple[int, int], reach: int) -> tuple[int, int]:
    """From which word to which `text`, which is flat, is likest to `words`, within `reach` code
    points of `about`; `about` itself where no words begin or end there."""
    from rapidfuzz.fuzz import ratio

    head, tail = words[:_COMPARED], words[-_COMPARED:]
    starts = _best(
        _starts(text, about[0], reach), lambda at: ratio(head, text[at : at + len(head)]), about[0]
    )
    ends = _best(
        _ends(text, about[1], reach),
        lambda at: ratio(tail, text[max(0, at - len(tail)) : at]),
        about[1],
    )
    # A quotation may have lost, or got, some words: only both ends together tell.
    pairs = [(start, end) for start in starts for end in ends if start < end]
    if not pairs:
        return about
    if len(words) > 4 * _COMPARED:
        return pairs[0]
    return max(pairs, key=lambda pair: (ratio(words, text[slice(*pair)]), pair[1] - pair[0]))


def _best(places: Iterable[int], score: Callable[[int], float], about: int) -> list[int]:
    return sorted(places, key=lambda at: (-score(at), abs(at - about)))[:_CHOICES]


def _starts(text: str, about: int, reach: int) -> list[int]:
    """Where words begin, with the marks before them and without."""
    found: list[int] = []
    for at in range(max(0, about - reach), min(len(text), about + reach)):
        before = text[at - 1 : at]
        if not text[at].isspace() and not before.isalnum() and not inside_word(text, at):
            found.append(at)
    return found


def _ends(text: str, about: int, reach: int) -> list[int]:
    found: list[int] = []
    for at in range(max(1, about - reach), min(len(text), about + reach) + 1):
        after = text[at : at + 1]
        if not text[at - 1].isspace() and not after.isalnum() and not inside_word(text, at):
            found.append(at)
    return found


def to_its_ends(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of `text` from `start` to `end`, which is like `words`, from where their own
    first word stands to where their own last does, where these are near: what was put in between
    must not push them out of what is shown."""
    own = [*_WORD.finditer(words)]
    if not own:
        return start, end
    middle = (start + end) // 2
    # As many more sentences may follow there as the words have at their own end.
    more = len(_SENTENCE_END.findall(words[-_AROUND:]))
    ends = [each.start() for each in _SENTENCE_END.finditer(text, end - 1, end + _AROUND)]
    limit = ends[more] if more < len(ends) else min(len(text), end + _AROUND)
    last = _aligned(
        [each[0].casefold() for each in own[-_END_WORDS:]],
        [*_WORD.finditer(text, max(start, end - _AROUND), limit)],
        text,
    )
    if last is not None and last.end() > middle:
        trail = words[own[-1].end() :]
        end = last.end() + len(trail) * text.startswith(trail, last.end())
    more = len(_SENTENCE_END.findall(words[:_AROUND]))
    least = max(0, start - _AROUND)
    begins = [each.end() for each in _SENTENCE_END.finditer(text, least, start)][::-1]
    limit = begins[more] if more < len(begins) else least
    first = _aligned(
        [each[0].casefold() for each in reversed(own[:_END_WORDS])],
        [*_WORD.finditer(text, limit, min(end, start + _AROUND))][::-1],
        text,
    )
    if first is not None and first.start() < middle:
        lead = words[: own[0].start()]
        start = first.start() - len(lead) * text.endswith(lead, 0, first.start())
    return _past_what_was_put_in(words, text, start, end)


def _past_what_was_put_in(words: str, text: str, start: int, end: int) -> tuple[int, int]:
    """From `start` to `end`, or, where that does not begin with the first word or end with the
    last, from further before or to further behind, where the first or the last words stand: whole
    sentences may have been put in."""
    longest = max(_TIMES * len(words), len(words) + _AROUND)
    own, there = [*_WORD.finditer(words)], [*_WORD.finditer(text, start, end)]
    if len(own) < 2 * _PAIR or not there or end - start >= longest:
        return start, end
    head, tail = words[: own[_PAIR - 1].end()], words[own[-_PAIR].start() :]
    if not _same(own[0], there[0]):
        at = text.rfind(head, max(0, end - longest), start + len(head))
        if at >= 0 and whole_words(text, Span(at, at + len(head))):
            start = at
    if not _same(own[-1], there[-1]):
        at = text.find(tail, max(start, end - len(tail)), start + longest)
        if at >= 0 and whole_words(text, Span(at, at + len(tail))):
            end = at + len(tail)
    return start, end


def _same(one: re.Match[str], other: re.Match[str]) -> bool:
    return one[0].casefold() == other[0].casefold()


def _aligned(own: Sequence[str], there: Sequence[re.Match[str]], text: str) -> re.Match[str] | None:
    """Which word of `there` is the last of `own`; None where it is not near those before it."""
    matcher = SequenceMatcher(None, own, [each[0].casefold() for each in there], autojunk=False)
    reached: tuple[int, int] | None = None
    for one, other, size in matcher.get_matching_blocks():
        if reached is not None and size:
            low, high = sorted((there[reached[1] - 1].span(), there[other].span()))
            between = text[low[1] : high[0]]
            if other - reached[1] > _GAP or _SENTENCE_END.search(between):
                break
        reached = (one + size, other + size) if size else reached
    return there[reached[1] - 1] if reached is not None and reached[0] == len(own) else None
