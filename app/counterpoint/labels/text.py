"""What is done with any text before it is shown."""

BREAKS = str.maketrans(dict.fromkeys("\t\n\r\f\v\x85\u2028\u2029", " "))
"""White space at which a line may break; others, like the no-break space, stay as they are."""
DOT = "\u00a0· "
"""Between the parts of a line; it ends a line rather than begin one."""


def in_one_line(text: str) -> str:
    """The text with line breaks and runs of white space as single spaces."""
    return " ".join(filter(None, text.translate(BREAKS).split(" "))).strip()


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """The text with a full stop, unless it has an end of its own."""
    text = in_one_line(text)
    return text if not text or text[-1] in ".?!…" else f"{text}."
