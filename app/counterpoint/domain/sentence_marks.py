"""How the sentence of a passage is set, where that decides what it says: what of it is in quotation
marks, whether it asks, which words stand in capitals, and which signs stand with them.
"""

import re
from bisect import bisect_left
from typing import NamedTuple

from .folding import MARKS
from .surroundings import folded_words

_RUN = re.compile(f"[{re.escape(MARKS)}]+")
_APOSTROPHES = frozenset("'’`´′")
_OPENING = frozenset("“„‟‘‚‛«‹")
_BEFORE = frozenset("([{—–-/")
_AFTER = frozenset(")]},.;:!?…—–-/。，！？；")
_ASKING = frozenset("?？؟")
_CLOSING = f" \n)]{MARKS}"
_WORD = re.compile(r"[^\W\d_]+")
# Stand for a mark among words that are compared: letters, which no text has.
_OPENS, _CLOSES = " \U00010600\U00010601 ", " \U00010600\U00010602 "
_SIGNS = re.compile(
    r"(?P<minus>(?<![\w\-‐‑–—−%)])[\-‐‑–−](?=[$£€¥]?[.,]?\d))"
    r"|(?P<hyphen>(?<=\w)[\-‐‑–−](?=\w))"
    r"|(?P<slash>(?<=\w)/(?=\w))"
    r"|(?P<and>&)|(?P<hundredth>[%％﹪٪])|(?P<thousandth>[‰؉])|(?P<myriad>[‱؊])"
    r"|(?P<doubt>[(\[][!?]+[)\]])"
)
"""What is no word and no mark, and changes what words or numbers say. How a hyphen or a minus is
set makes no difference, nor does a space before a sign."""
_SIGN_WORDS = {
    name: f" \U00010600{chr(0x10603 + number)} " for name, number in _SIGNS.groupindex.items()
}


class SentenceMarks(NamedTuple):
    """`quoted` is whether the passage stands in quotation marks, `before` and `after` are the words
    of its sentence beside it with the marks and signs among them, `asks` is whether it is a
    question."""

    quoted: bool
    before: tuple[str, ...]
    after: tuple[str, ...]
    asks: bool


def sentence_marks(paragraph: str, words: str, after: str, sentence: int) -> SentenceMarks:
    """Those of the passage `words`: `paragraph` is what stands before it there, of which its
    sentence is what follows the first `sentence` code points; `after` is the rest of that."""
    whole = f"{paragraph}{words}{after}"
    marks = _marks(whole)
    places = sorted(
        [
            *((at, at + 1, _OPENS if opens else _CLOSES) for at, opens in marks),
            *((*sign.span(), _sign_word(sign)) for sign in _SIGNS.finditer(whole)),
        ]
    )
    first, last = len(paragraph), len(paragraph) + len(words)
    depth = 0
    for _, opens in marks[: bisect_left(marks, (first,))]:
        depth = max(0, depth + (1 if opens else -1))
    end = (words + after).rstrip(_CLOSING)[-1:]
    return SentenceMarks(
        depth > 0,
        _with(whole, places, sentence, first),
        _with(whole, places, last, len(whole)),
        end in _ASKING,
    )


def raised(one: str, other: str) -> bool:
    """Whether of the same words one stands in capitals in only one of the two: "may" and "MAY". A
    line that is all in capitals is only set so."""
    words, others = _WORD.findall(one), _WORD.findall(other)
    if len(words) != len(others) or any(map(_all_capitals, (words, others))):
        return False
    return any(
        len(a) > 1 and ((a.islower() and b.isupper()) or (a.isupper() and b.islower()))
        for a, b in zip(words, others, strict=True)
    )


def _all_capitals(words: list[str]) -> bool:
    return len(words) > 1 and all(word.isupper() for word in words)


def without_marks(words: tuple[str, ...]) -> tuple[str, ...]:
    """`words`, as they are in SentenceMarks, without the quotation marks among them."""
    return tuple(word for word in words if word not in (_OPENS.strip(), _CLOSES.strip()))


def signed_words(text: str) -> list[str]:
    """The words of `text` as they are compared, with the signs among them that change what they
    say."""
    return folded_words(_SIGNS.sub(_sign_word, text))


def _sign_word(sign: re.Match[str]) -> str:
    return _SIGN_WORDS[sign.lastgroup or ""]


def _with(text: str, places: list[tuple[int, int, str]], start: int, end: int) -> tuple[str, ...]:
    """The words from `start` to `end`, with what stands for each of `places` there."""
    parts: list[str] = []
    for at, upto, word in places:
        if start <= at < end:
            parts += [text[start:at], word]
            start = max(start, upto)
    parts.append(text[start:end])
    return tuple(folded_words("".join(parts)))


def _marks(text: str) -> list[tuple[int, bool]]:
    """Where quotation marks stand in `text`, each with whether it opens. Which mark it is makes no
    difference, nor that two stand for one; apostrophes are none."""
    found: list[tuple[int, bool]] = []
    depth = 0
    for run in _RUN.finditer(text):
        before, after = text[: run.start()][-1:] or " ", text[run.end() :][:1] or " "
        if before.isalnum() and after.isalnum():
            continue
        may_open = before.isspace() or before in _BEFORE
        may_close = after.isspace() or after in _AFTER
        apostrophe = run[0] in _APOSTROPHES
        if may_open == may_close:
            opens = run[0] in _OPENING if may_open and run[0] not in "\"'" else not depth
        else:
            opens = may_open
        if apostrophe and (not depth if not opens else run[0] == "’" or after.isdigit()):
            continue
        depth = max(0, depth + (1 if opens else -1))
        found.append((run.start(), opens))
    return found
