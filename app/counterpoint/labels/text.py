"""What is done with any text before it is shown."""

import re

BREAKS = str.maketrans(dict.fromkeys("\t\n\r\f\v\x85\u2028\u2029", " "))
"""White space at which a line may break; others, like the no-break space, stay as they are."""
DOT = "\u00a0· "
"""Between the parts of a line; it ends a line rather than begin one."""


def in_one_line(text: str) -> str:
    """The text with line breaks and runs of white space as single spaces."""
    return " ".join(filter(None, text.translate(BREAKS).split(" "))).strip()


_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that turn round what follows them, until another ends that."""
_BEGIN, _END = "\u2068", "\u2069"
_BEGINNING = frozenset("\u2066\u2067\u2068")


def isolated(text: str) -> str:
    """The text so that no sign of direction in it turns round what stands beside it; as it is where
    it has none. Isolated once more it stays as it is."""
    if _TURNING.search(text) is None:
        return text
    kept, deep, closed = [], 0, 0
    for sign in text:
        if sign == _END and not deep:
            continue  # it would end what is put round it
        deep += (sign in _BEGINNING) - (sign == _END)
        kept.append(sign)
        closed += sign == _END and not deep
    whole = "".join(kept) + _END * deep
    once = closed + bool(deep) == 1 and whole[0] == _BEGIN and whole[-1] == _END
    return whole if once else f"{_BEGIN}{whole}{_END}"


def set_apart(text: str) -> str:
    """In one line, and isolated: how words of others stand beside ours."""
    return isolated(in_one_line(text))


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a full stop, unless it has an end of its own, as what it quotes last may."""
    text = set_apart(text)
    ends = text.rstrip(f"{_END}”’")
    return text if not ends or ends[-1] in ".?!…" else f"{text}."
