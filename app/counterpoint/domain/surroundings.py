"""How far what stands around a place is what stood around a quotation when it was anchored.

Compared word by word from the quotation outwards, so that "Alpha says" is not half of "Beta says".
White space, case, punctuation and how letters are set make no difference; where sentences end does.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import category, normalize

from .folding import MARKS
from .plain_spelling import plain
from .quotation import CONTEXT, Anchor
from .span import Span

_END = "\x00"
_PARAGRAPH = re.compile(r"\n\s*\n")
_LINE_END = re.compile("\u00ad|(?<=[^\\W\\d])-\n")
_INSIDE = re.compile(r"\x00(?=\w)")
"""A point within a number or an abbreviation."""
_SENTENCE_ENDS = frozenset(".;!?…。；！？؛؟।")
_ENOUGH = 12
"""Letters on one side, all as they were, that make a place the same."""
_SENTENCE = 6
"""Letters around the words of an unchanged sentence, or next to the words that are one, that make
it the same."""
_LONG = 60
"""Code points of words that stand but once, and as the sentence they were or in it, which makes
them the same wherever they were moved to."""
_CLEARLY = 4
"""Letters by which the best place fits better than the next: a word that tells them apart."""
_EDGE = 3
"""Letters at the edge of what was kept that show the words to stand there once more."""
_MOST_WEIGHED = 200
"""Places that are weighed: beyond them only those that fit letter by letter beside the words."""
_NEXT = 6
MOST_KEPT = 600
"""Code points on one side that are kept at most, where less would not tell a place from others."""
_WORD = 40
"""Code points of the word that is another, at most: it is kept whole."""
_ASKS = "\x01"
"""Stands before the end of a sentence that is a question."""
_QUESTION_MARKS = frozenset("?？؟")


def telling_apart(text: str, span: Span, twins: Sequence[Span]) -> tuple[int, int]:
    """How many code points before `span` and after it have to be kept, so that none of its
    `twins`, where the same words stand, has the same on either side: where one of them is deleted,
    another comes to stand beside what stood beside it."""
    before = after = CONTEXT
    for other in twins:
        if other != span:
            alike = _alike_before(text, span.start, other.start)
            behind = _alike_after(text, span.end, other.end)
            if alike >= before:
                start = span.start - alike
                word = text[max(0, start - _WORD) : start].rpartition(" ")[2]
                before = min(alike + max(1, len(word)), MOST_KEPT)
            if behind >= after:
                end = span.end + behind
                word = text[end : end + _WORD].partition(" ")[0]
                after = min(behind + max(1, len(word)), MOST_KEPT)
    return before, after


def _alike_before(text: str, one: int, other: int) -> int:
    length = 0
    most = min(MOST_KEPT, one, other)
    while length < most and text[one - length - 1] == text[other - length - 1]:
        length += 1
    return length


def _alike_after(text: str, one: int, other: int) -> int:
    length = 0
    most = min(MOST_KEPT, len(text) - max(one, other))
    while length < most and text[one + length] == text[other + length]:
        length += 1
    return length


class Side(NamedTuple):
    """One side of a place."""

    letters: int
    """Of the words that are as they were, up to the first that is not."""
    whole: bool
    """Whether all words that were kept are there."""
    same: bool
    """Whether sentences, and the text, end where they did, too."""
    sentence: bool
    """Whether the sentence is as it was up to its end."""
    at_end: bool
    """Whether the text ended there and still does."""


class Fit(NamedTuple):
    before: Side
    after: Side
    turned: bool = False
    """Whether its sentence was a question and is none now, or the other way round."""

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.before, self.after

    @property
    def letters(self) -> int:
        return self.before.letters + self.after.letters

    @property
    def whole(self) -> bool:
        return self.before.whole and self.after.whole

    @property
    def same(self) -> bool:
        return self.before.same and self.after.same

    @property
    def sentence(self) -> bool:
        return self.before.sentence and self.after.sentence

    def may_be(self, old: "Old") -> bool:
        """Not where its sentence has become a question or an answer, nor where what told it from
        its twins is another."""
        if self.turned:
            return False
        return (self.before.whole or not old.told_before) and (
            self.after.whole or not old.told_after
        )

    def enough(self, old: "Old", *, everywhere: int, shift: int) -> bool:
        """Whether the place is the same, of as many as there are `everywhere`; `shift` is by how
        many code points it stands before the old place."""
        if not self.may_be(old):
            return False
        if self.whole:
            return True
        if old.repeats:
            # What a deleted passage stood beside is now beside another of the same words.
            long = any(
                side.whole and side.letters >= _SENTENCE + 2 for side in (self.before, self.after)
            )
            missing = everywhere < 1 + old.repeats
            known = not missing and self.letters >= _SENTENCE
            return self.sentence and (long or known)
        # So it may be where the words stood twice and this sentence is another; not where nothing
        # as long as they are can have gone.
        enough = old.length >= _LONG or self.letters >= _SENTENCE
        if everywhere == 1 and self.sentence and enough:
            return True
        known = any(
            side.whole and (side.letters >= _ENOUGH or side.at_end)
            for side in (self.before, self.after)
        )
        return known and (self.sentence or shift < old.length)


class Old(NamedTuple):
    """What is known of the old text."""

    length: int
    """Of the words, in code points."""
    repeats: int
    """How often they stood within what was kept around them too, wholly or from its edge on."""
    told_before: bool
    """Whether more was kept before them than of others, to tell them from their twins."""
    told_after: bool


def same_surroundings(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether everything that was kept of the surroundings is still there around `span`."""
    return _untouched(anchor, text, span) or fit(anchor, text, span).same


def among_copies(words: str, anchor: Anchor) -> bool:
    """Whether what was kept reaches no word that tells the place from another of the same words: on
    neither side, or on one of a passage that repeats itself, which has as many copies there after
    one was deleted further off."""
    capped = [len(side) >= MOST_KEPT for side in (anchor.before, anchor.after)]
    return all(capped) or (any(capped) and _repeats(words, anchor) > 0)


def same_sentence(anchor: Anchor, text: str, span: Span) -> bool:
    """Whether what is around `span` in its sentence is what was around the words in theirs, as far
    as it was kept."""
    return all(side.sentence or side.whole for side in fit(anchor, text, span).sides)


def _untouched(anchor: Anchor, text: str, span: Span) -> bool:
    return (
        min(len(anchor.before), len(anchor.after)) >= CONTEXT
        and text.startswith(anchor.after, span.end)
        and text.endswith(anchor.before, 0, span.start)
    )


def best_places(
    words: str, anchor: Anchor, text: str, places: Sequence[Span], everywhere: int
) -> tuple[Span, ...]:
    """Those of `places` that may be the anchored one: none, the one that fits clearly best, or
    several that nobody can tell apart. `everywhere` is how often the words stand in the text."""
    if len(places) == everywhere == 1 and _untouched(anchor, text, places[0]):
        return (places[0],)
    old = Old(
        anchor.span.length,
        _repeats(words, anchor),
        len(anchor.before) > CONTEXT,
        len(anchor.after) > CONTEXT,
    )
    weighed = [(fit(anchor, text, place), place) for place in _worth_weighing(anchor, text, places)]
    weighed.sort(key=lambda each: (each[0].whole, each[0].letters), reverse=True)
    enough = [
        place
        for fits, place in weighed
        if fits.enough(old, everywhere=everywhere, shift=anchor.span.start - place.start)
    ]
    if not enough:
        return ()
    best = weighed[0][0]
    if len(weighed) == 1:
        return (weighed[0][1],)
    second = weighed[1][0]
    clear = best.letters - second.letters >= _CLEARLY or (best.whole and not second.whole)
    if clear:
        return (weighed[0][1],) if weighed[0][1] in enough else ()
    return tuple(sorted(place for _, place in weighed[: max(2, len(enough))]))


def _worth_weighing(anchor: Anchor, text: str, places: Sequence[Span]) -> Sequence[Span]:
    if len(places) <= _MOST_WEIGHED:
        return places
    before, after = anchor.before[-_NEXT:], anchor.after[:_NEXT]
    near = [
        place
        for place in places
        if text.endswith(before, 0, place.start) or text.startswith(after, place.end)
    ]
    return near[:_MOST_WEIGHED]


def _repeats(words: str, anchor: Anchor) -> int:
    needle, before, after = plain(words), plain(anchor.before), plain(anchor.after)
    longest = range(_EDGE, min(len(needle), CONTEXT))
    return (
        before.count(needle)
        + after.count(needle)
        + any(before.startswith(needle[-length:]) for length in longest)
        + any(after.endswith(needle[:length]) for length in longest)
    )


def fit(anchor: Anchor, text: str, span: Span) -> Fit:
    """How what stands around `span` fits what was kept."""
    start = max(0, span.start - CONTEXT - max(CONTEXT, len(anchor.before)))
    end = span.end + CONTEXT + max(CONTEXT, len(anchor.after))
    closed = [_END] * (text[span.start : span.end].rstrip(MARKS)[-1:] in _SENTENCE_ENDS)
    kept = closed + _outwards(anchor.after, ended=len(anchor.after) < CONTEXT, back=False)
    there = closed + _outwards(text[span.end : end], ended=end >= len(text), back=False)
    return Fit(
        _side(
            _outwards(anchor.before, ended=len(anchor.before) < CONTEXT, back=True),
            _outwards(text[start : span.start], ended=start == 0, back=True),
            ended=len(anchor.before) < CONTEXT and span.start <= CONTEXT,
            back=True,
        ),
        _side(
            kept,
            there,
            ended=len(anchor.after) < CONTEXT and len(text) - span.end <= CONTEXT,
            back=False,
        ),
        turned={_is_question(kept), _is_question(there)} == {True, False},
    )


def _is_question(after: list[str]) -> bool | None:
    """Whether the sentence that ends first in what stands after the words is one; None where none
    ends there."""
    end = after.index(_END) if _END in after else 0
    return None if not end and after[:1] != [_END] else after[end - 1 : end] == [_ASKS]


def _side(kept: list[str], there: list[str], *, ended: bool, back: bool) -> Side:
    """`kept` and `there` from the quotation outwards."""
    words = [word for word in kept if word != _END]
    alike = letters = 0
    others = iter(word for word in there if word != _END)
    for number, word in enumerate(words):
        other = next(others, "")
        # The outermost word that was kept may have been cut.
        cut = number == len(words) - 1 and kept[-1] != _END and bool(other)
        if word != other and not (cut and _begins(other, word, back=back)):
            break
        alike += 1
        letters += len(word)
    whole = alike == len(words)
    same = whole and len(there) >= len(kept) and _ends(kept) == _ends(there[: len(kept)])
    first = kept.index(_END) if _END in kept else -1
    sentence = first >= 0 and alike >= first and there[: first + 1] == kept[: first + 1]
    at_end = ended and whole and sum(word != _END for word in there) == len(words)
    return Side(letters, whole, same, sentence, at_end)


def _begins(other: str, word: str, *, back: bool) -> bool:
    # Parted, as the cut may be between a letter and its accent.
    other, word = normalize("NFD", other), normalize("NFD", word)
    return other.endswith(word) if back else other.startswith(word)


def _ends(tokens: Sequence[str]) -> list[int]:
    return [number for number, word in enumerate(tokens) if word == _END]


class _Letters(dict[int, str]):
    """What each sign is in words that are compared: itself, a space, the end of a sentence."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if sign in _QUESTION_MARKS:
            told = f" {_ASKS} {_END}"
        elif sign in _SENTENCE_ENDS:
            told = _END
        elif category(sign)[0] in "LNMS":
            told = f" {sign} " if "\u2e80" <= sign <= "\u9fff" else sign
        else:
            told = " "
        self[code] = told
        return told


_LETTERS = _Letters()


def folded_words(text: str) -> list[str]:
    """The words of `text` as surroundings are compared: without case and marks."""
    return [word for word in _outwards(text, ended=False, back=False) if word not in (_END, _ASKS)]


def _outwards(text: str, *, ended: bool, back: bool) -> list[str]:
    """The words of `text`, and the ends of sentences between them, from the quotation outwards."""
    text = _LINE_END.sub("", _PARAGRAPH.sub(" . ", text.replace("\r\n", "\n")))
    folded = normalize("NFKC", text).casefold().translate(_LETTERS)
    tokens = _INSIDE.sub(" ", folded).replace(_END, f" {_END} ").split()
    if back:
        tokens.reverse()
    if ended:
        tokens.append(_END)
    return [token for n, token in enumerate(tokens) if token != _END or tokens[n - 1 : n] != [_END]]
