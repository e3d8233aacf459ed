"""The whole words of a text that fit a quotation which is nearly there."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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
_SURE = 4
"""So many words tell it further off."""
_SHORTEST = 6
"""Code points of a pair of words that tells it further off, where it stands there but once."""
_FAR = 1_500
"""So much longer than the quotation a proposal is at most, whose own last words are there."""
_TRIES = 20
"""Places of the first words that are looked at."""
_KEPT = 0.9
"""Of the words, that are there in their order."""
_TIMES = 2
"""So many times as long as the quotation a proposal is, or longer by `_AROUND`, by a pair."""
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
    sentences may have been put in. The further off, the more words have to be there."""
    near, far = max(_TIMES * len(words), len(words) + _AROUND), len(words) + _FAR
    for number, longest in ((_PAIR, near), (_SURE, far), (_PAIR, far)):
        own, there = [*_WORD.finditer(words)], [*_WORD.finditer(text, start, end)]
        if len(own) < 2 * number or not there or end - start >= longest:
            continue
        if _has_all(own, there):
            break  # its first words may stand elsewhere too
        only = longest == far and number == _PAIR
        head, tail = words[: own[number - 1].end()], words[own[-number].start() :]
        if not _same(own[:_PAIR], there[:_PAIR]):
            first = max(0, end - longest)
            at = _last(head, text, first, start + len(head), only=only)
            start = at if at >= 0 else start
        if not _same(own[-_PAIR:], there[-_PAIR:]):
            at = _last(
                tail, text, max(start, end - len(tail)), start + longest, only=only, back=True
            )
            end = at + len(tail) if at >= 0 else end
    return start, end


def _has_all(own: Sequence[re.Match[str]], there: Sequence[re.Match[str]]) -> bool:
    """Whether `there` goes from the first of `own` to the last, with all between in their order."""
    if not (_same(own[:1], there[:1]) and _same(own[-1:], there[-1:])):
        return False
    left = iter([each[0].casefold() for each in there])
    return all(each[0].casefold() in left for each in own)


def _last(
    words: str, text: str, start: int, end: int, *, only: bool = False, back: bool = False
) -> int:
    """Where `words` stand, as whole words, nearest to the end of that part of `text`, or with
    `back` to its start; -1 where they do not, or with `only` where they do not stand once."""
    at = text.find(words, start, end) if back else text.rfind(words, start, end)
    if at < 0 or not whole_words(text, Span(at, at + len(words))):
        return -1
    return -1 if only and (len(words) < _SHORTEST or text.count(words, start, end) > 1) else at


def put_apart(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Where `text`, which is flat, has all of `words` with so much put in between them that neither
    part is like the whole: from the first words to the last."""
    own = [*_WORD.finditer(words)]
    if len(own) < 2 * _SURE:
        return
    head, tail = words[: own[_SURE - 1].end()], words[own[-_SURE].start() :]
    at = -1
    for _ in range(_TRIES):
        at = text.find(head, at + 1)
        if at < 0:
            return
        last = text.find(tail, at + len(head), at + len(words) + _FAR)
        end = last + len(tail)
        if last < 0 or not whole_words(text, Span(at, end)):
            continue
        there = [each[0].casefold() for each in _WORD.finditer(text, at, end)]
        matcher = SequenceMatcher(None, [each[0].casefold() for each in own], there, autojunk=False)
        if sum(block.size for block in matcher.get_matching_blocks()) >= _KEPT * len(own):
            yield at, end


def _same(some: Sequence[re.Match[str]], others: Sequence[re.Match[str]]) -> bool:
    return [each[0].casefold() for each in some] == [each[0].casefold() for each in others]


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
