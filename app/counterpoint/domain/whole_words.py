"""Where words, numbers and signs begin and end. Positions are code points.

A quotation never begins or ends inside one, so that "realistic" is not found in "unrealistic" nor
"5 degrees" in "-5 degrees".
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from unicodedata import category, decomposition

from .folding import MARKS
from .span import Span, joined, without

_WITHOUT_SPACES = (
    (0x0E00, 0x109F),  # Thai, Lao, Tibetan, Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x312F),  # Chinese and Japanese
    (0x31F0, 0x31FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x1B000, 0x1B16F),
    (0x20000, 0x3FFFF),
)
"""Scripts that do not part words with spaces, in which letters do not tell where a word ends."""
_JOINERS = frozenset("'’-\u2010\u2011\u00ad\u200c\u200d\u2060")
"""Between two letters these are part of a word: can’t, non-realistic, a soft hyphen."""
_IN_NUMBERS = frozenset(".,'’\u00a0\u202f\u2044")
"""Between two digits these are part of a number: 2.5, 1,000, 1⁄2."""
_MINUS = frozenset("-\u2212")
_GLUE = "\u200d"
"""Between two emoji it makes one of them: a family, a woman who is an astronaut."""

_MOST_HALF_FLAGS = 64
"""In a row: beyond them flags are counted anew, or a text of nothing else would never end."""
_REACH = 32
"""Code points on either side of a cut that can tell whether it goes through a word."""
_START, _END = attrgetter("start"), attrgetter("end")


def inside_word(text: str, at: int) -> bool:
    """True if a cut just before the code point `at` would go through a word, a number or an
    emoji."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if not before.isspace() and (category(after)[0] == "M" or _continues_sign(after)):
        return True  # an accent is never parted from its letter, nor a skin tone from its hand
    if _in_word(before) and _in_word(after):
        return True
    if before in _MINUS and _in_number(after) and _is_sign(text, at - 1):
        return True
    if _half_flag(before) and _half_flag(after):
        return _half_flags_before(text, at) % 2 == 1
    for middle, left, right in ((after, at - 1, at + 1), (before, at - 2, at)):
        if left >= 0 and right < len(text):
            if middle in _JOINERS and _in_word(text[left]) and _in_word(text[right]):
                return True
            if middle in _IN_NUMBERS and text[left].isdecimal() and text[right].isdecimal():
                return True
            if middle == _GLUE and _is_emoji(text[left]) and category(text[right])[0] == "S":
                return True
    return False


def _in_word(character: str) -> bool:
    kind = category(character)
    if kind[0] not in "LM" and not _in_number(character):
        return False
    code = ord(character)
    return code < _WITHOUT_SPACES[0][0] or not any(
        first <= code <= last for first, last in _WITHOUT_SPACES
    )


def _in_number(character: str) -> bool:
    # A superscript footnote mark is of the kind "No" too, but no part of the word before it.
    kind = category(character)
    return kind == "Nd" or (
        kind == "No" and decomposition(character).startswith(("<fraction>", "<sub>"))
    )


def _is_sign(text: str, at: int) -> bool:
    """True if the minus at `at` is neither a hyphen after a word nor one of a dash of two."""
    before = text[at - 1 : at]
    return not before or not (before in _MINUS or before.isalnum() or _in_word(before))


def _is_emoji(character: str) -> bool:
    return category(character)[0] in "SM"


def _continues_sign(character: str) -> bool:
    """True of a skin tone, and of the letters that make a flag of a black one."""
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _half_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _half_flags_before(text: str, at: int) -> int:
    start = at
    while start > max(0, at - _MOST_HALF_FLAGS) and _half_flag(text[start - 1]):
        start -= 1
    return at - start


def made_whole(text: str, span: Span) -> Span:
    """`span` with all of the words and numbers in which it begins and ends."""
    start, end = span
    while inside_word(text, start):
        start -= 1
    while inside_word(text, end):
        end += 1
    return Span(start, end)


def with_marks(words: str, text: str, span: Span) -> Span:
    """`span` with the quotation marks beside it that `words` have too: one, or two of a typewriter
    that stand for one."""
    start, end = span
    if words[:1] in _MARKS and text[start] not in MARKS:
        first = text[start - 1 : start]
        start -= bool(first) and first in MARKS
        start -= first in _HALVES and bool(first) and text[start - 1 : start] == first
    if words[-1:] in _MARKS and text[end - 1] not in MARKS:
        last = text[end : end + 1]
        end += bool(last) and last in MARKS
        end += last in _HALVES and bool(last) and text[end : end + 1] == last
    return Span(start, end)


_MARKS = frozenset(MARKS)
_HALVES = "'`"


def whole_words(text: str, span: Span, interruptions: Sequence[Span] = ()) -> bool:
    """False if `span` begins or ends inside a word or a number of `text`.

    `interruptions`, in order and apart, are passed over: a footnote mark is no part of the word it
    touches, nor does it make two words of one.
    """
    return not (
        _cut_through(text, span.start, span.start, interruptions)
        or _cut_through(text, span.end, span.end - 1, interruptions)
    )


def _cut_through(text: str, at: int, kept: int, interruptions: Sequence[Span]) -> bool:
    """As `inside_word`, where the quotation has the code point `kept` beside the cut."""
    first = last = bisect_right(interruptions, kept, key=_END)
    if last < len(interruptions) and interruptions[last].start <= kept:
        return inside_word(text, at)  # it quotes the interruption itself
    start, end = at - _REACH, at + _REACH
    while first > 0 and interruptions[first - 1].end > start:
        first -= 1
        start -= interruptions[first].length
    while last < len(interruptions) and interruptions[last].start < end:
        end += interruptions[last].length
        last += 1
    if first == last:
        return inside_word(text, at)
    pieces = without(Span(max(0, start), min(end, len(text))), interruptions[first:last])
    nearby, starts = joined(text, pieces)
    number = bisect_right(pieces, kept, key=_START) - 1
    return inside_word(nearby, starts[number] + at - pieces[number].start)
