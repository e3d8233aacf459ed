"""Where the sentence of a passage begins and ends in its paragraph. Positions are code points.

To take a sentence for longer than it is costs a question, to take it for shorter costs the truth.
So nothing ends one that a small letter follows, nor a mark in brackets, nor a point after an
abbreviation, an initial, a short word with a capital, or a word without a vowel.
"""

import re

_END = re.compile(r"(?:[.!?…؟؛।]+[\"'”’»)\]]*[\d¹²³⁰⁴-⁹]{0,3}(?=\s|$))|[。！？]+[”’」』）]*")
_SHORTENED = re.compile(
    r"(?:^|[\s(\[“\"'‘])(?:\w|(?:\w\.)+\w|mr|mrs|ms|messrs|dr|prof|hon|rev|gen|sen|rep|gov|col|capt|lt"
    r"|sgt|st|sr|jr|no|nos|art|arts|para|paras|sec|vol|fig|ed|eds|cf|vs|al|ca|approx|pp?"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|bzw|nr|hr|fr|mm?e|mlle|bspw|vgl|abs)$",
    re.IGNORECASE,
)
_LONGEST_SHORTENED = 16
_SHORT = 5
"""Letters of a word with a capital that may be an abbreviation: "Amb.", "Inc.", "Adm."."""
_LAST = re.compile(r"[^\W\d_][\w.\-]*$")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_ASIDE = re.compile(r"\([!?]+\)")
_OPENING = " \t\n\r\u00a0\"'“‘«([—–-"


def sentence_begins(before: str, words: str = "") -> list[int]:
    """Where in `before`, what stands before the passage `words` in its paragraph, sentences begin;
    that of the passage last."""
    both = before + words[:_LONGEST_SHORTENED]
    ends = _END.finditer(before)
    return [0, *(end.end() for end in ends if _ends(both, end, at_end=True))]


def sentence_end(words: str, after: str) -> int:
    """How much of `after`, what stands behind the passage `words` in its paragraph, is of its
    sentence."""
    last = words[-_LONGEST_SHORTENED:]
    both = last + after
    for end in _END.finditer(both):
        if end.end() >= len(last) and _ends(both, end, at_end=False):
            return end.end() - len(last)
    return len(after)


def shortened(words: str) -> bool:
    """Whether a point behind `words` is that of an abbreviation or an initial."""
    return _SHORTENED.search(words[-_LONGEST_SHORTENED:]) is not None


def _ends(text: str, end: re.Match[str], *, at_end: bool) -> bool:
    start = end.start()
    if text[start] in "。！？":
        return True
    follows = text[end.end() :].lstrip(_OPENING)[:1]
    # What follows the end of `text` behind a passage is not of its paragraph.
    if follows.islower() or not (follows or at_end or not text[end.end() :].strip()):
        return False
    if _ASIDE.match(text, start - 1):
        return False
    return not (text[start] == "." and end[0] != "..." and _unsure(text[:start]))


def _unsure(words: str) -> bool:
    """Whether the point behind `words` may be that of an abbreviation: a known one, a short word
    with a capital, or one without a vowel."""
    if shortened(words):
        return True
    last = _LAST.search(words, max(0, len(words) - _LONGEST_SHORTENED))
    # "Intro." at the head of a paragraph has nothing before it that turns what follows.
    if last is None or last.start() == 0:
        return False
    word = last[0]
    bare = word.rpartition(".")[2]
    # "Rome", "China": nobody shortens a word to one that ends in its second vowel.
    name = len(_VOWEL.findall(bare)) > 1 and _VOWEL.match(bare[-1]) is not None
    return (
        "." in word
        or (len(bare) <= _SHORT and bare[:1].isupper() and not bare.isupper() and not name)
        or (bare.isascii() and bare.isalpha() and not _VOWEL.search(bare) and not bare.isupper())
    )
