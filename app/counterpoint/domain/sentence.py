"""Where the sentence of a passage begins and ends in its paragraph. Positions are code points.

A point after an abbreviation or an initial ends none, nor one that a small letter follows: to take
a sentence for longer than it is costs a question, to take it for shorter costs the truth.
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


def sentence_begins(before: str) -> list[int]:
    """Where in `before`, what stands before a passage in its paragraph, sentences begin; that of
    the passage last."""
    ends = _END.finditer(before)
    return [0, *(end.end() for end in ends if _ends(before, end, at_end=True))]


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
    if text[start] in ".…":
        if text[start] == "." and end[0].startswith(".") and shortened(text[:start]):
            return False
        follows = text[end.end() :].lstrip(" \t\n\r\u00a0\"'“‘«([—–-")[:1]
        # What follows the end of `text` is the passage, which begins as it likes.
        return not follows.islower() and bool(follows or at_end or not text[end.end() :].strip())
    return True
