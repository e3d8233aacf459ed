"""Who is named behind words as the one that said them: "— Elizabeth Warren" below them or at their
end, "(Warren)", or the sentence beside a quotation that says who spoke.
"""

import re

from .sentence import sentence_begins, sentence_end
from .speaker import is_name

LONGEST = 160
"""Code points of an attribution, at most."""
_DASH = r"(?:[—–―]|--|-(?=\s))"
_BELOW = re.compile(r"[>\s]*(?:[—–―~]|--|-(?=\s|\w))[*_\s]*([^\n]{2,150})")
_BRACKETS = re.compile(r"[(\[]((?:[^()\[\]\n]|\([^()\n]*\)){2,120})[)\]][.,]?")
_ASIDE = re.compile(r"\s*" + _BRACKETS.pattern)
_DASHED = re.compile(rf"\s*{_DASH}\s*([^\n—–―]{{2,120}}?)\.?\s*(?:\n|$)")
_TAIL = re.compile(
    rf"(?<=[.!?…”\"’»)])\s*(?:{_DASH}\s*([^\n—–―.!?]{{2,120}})|{_BRACKETS.pattern})\s*$"
)
_OFFICE = re.compile(r"The(?:\s+[^\W\d_]+){1,4}")
_YEARS = re.compile(r"[\d\s,;:.()–-]+$")
_NO_NAMES = re.compile(
    r"(?:applause|cheer|laugh|interrupt|interject|silence|emphasis|italics|translat|continu|sic\b|end"
    r"|quot|ibid|see\b|source|photo|pause|noise|inaudible|crosstalk|hear\b|prolonged|loud|beifall"
    r"|heiterkeit|zuruf|applaud|rires)",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[”»\"’‹›]")
_OPENS = re.compile(r"[“«„\"‘]")
_SAYS = re.compile(
    r"\b(?:says?|said|saying|tells?|told|asks?|asked|adds?|added|wr(?:ites?|ote)|argue[sd]?"
    r"|claim(?:s|ed)?|repl(?:y|ies|ied)|declare[sd]?|warn(?:s|ed)?|insist(?:s|ed)?"
    r"|explain(?:s|ed)?|announce[sd]?|state[sd]?|according|answer(?:s|ed)?|remark(?:s|ed)?"
    r"|sag(?:t|te|ten)|erklärte|schrieb|meinte|dit|déclar\w+|dijo|afirmó|сказал\w*|заявил\w*)\b",
    re.IGNORECASE,
)
_PARTICLE = re.compile(r"(?:(?:al|da|de|del|den|der|di|du|el|la|le|van|von|zu|zur)\s+)+")


def named_below(paragraph: str) -> str:
    """Whom a paragraph names as having said what stands above it; "" for nobody."""
    found = _BELOW.fullmatch(paragraph.strip())
    if found:
        return _name(found[1]) or (found[1] if _OFFICE.fullmatch(found[1]) else "")
    found = _BRACKETS.fullmatch(paragraph.strip())
    return _name(found[1]) if found else ""


def named_behind(rest: str) -> str:
    """Whom a paragraph names right behind a sentence, or at its own end; `rest` is what follows
    the sentence in it."""
    for pattern in (_DASHED, _ASIDE):
        if found := pattern.match(rest):
            name = _name(found[1])
            if name:
                return name
    found = _TAIL.search(rest[-LONGEST:]) if rest else None
    return _name(found[1] or found[2], years=False) if found else ""


def said_beside(before: str, after: str) -> tuple[str, str]:
    """The sentence before a quotation, and that behind it, which say who spoke; each "" where it
    does not. `before` and `after` are what stands in its paragraph on either side of words of
    it."""
    opens = [found.start() for found in _OPENS.finditer(before)]
    lead = before[: opens[-1]].rstrip() if opens else ""
    begins = [each for each in sentence_begins(lead) if each < len(lead)]
    said = lead[begins[-1] :].strip() if begins else ""
    closed = _CLOSES.search(after)
    told = after[closed.end() :].strip() if closed else ""
    return _saying(said), _saying(told[: sentence_end("", told)])


def _saying(sentence: str) -> str:
    return sentence if _SAYS.search(sentence) else ""


def _name(words: str, *, years: bool = True) -> str:
    """`words` if they begin with a name, else ""; with a date behind it only if `years`."""
    words = words.strip(" *_\n")
    first = re.split(r"[,;(]|\s[-–—]\s", words, maxsplit=1)[0]
    bare = _PARTICLE.sub("", _YEARS.sub("", first), count=1)
    if not bare or _NO_NAMES.match(bare) or not bare[:1].isupper() or not is_name(bare):
        return ""
    return words if years or not any(sign.isdigit() for sign in words) else ""
