"""Values as YAML: as a person would write them where nobody can take them for anything else, else
as JSON, which is YAML too."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from counterpoint.domain.invisible_characters import unseen
from counterpoint.domain.lone_surrogates import without_lone_surrogates

from .yaml_file import Unquoted

WIDTH = 100
"""Columns of a line that words are wrapped at."""
STEP = 2
"""Columns by which what is in a value is further in."""
_BEGIN = r"(?:[^\W\d_]|[“‘«„…¿¡(§€£])"
"""What no sign of YAML begins, and no number or date."""
_NUMBERED = r"\d[\w.,–/-]* (?=.*[^\W\d_]{3})"
"""A number with words behind it, which is no date."""
_PLAIN = re.compile(rf"(?:{_BEGIN}|{_NUMBERED})(?:[^:#]|:(?! |$)|(?<! )#)*(?<! )")
_IN_FLOW = re.compile(rf"{_BEGIN}[^\]\[{{}},:#\"]*(?<! )")
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_TAKEN = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


class Flow(NamedTuple):
    """Keys with values to be written in one line, as `{key: value}`."""

    value: Mapping[str, object]


class Quoted(NamedTuple):
    """A text to be written between double marks whatever it is."""

    text: str


class AsWritten(NamedTuple):
    """An entry of a list in the very lines that it has somewhere, its hyphen in the first column;
    comments may stand above it."""

    value: object
    lines: Sequence[str]


def quoted(text: str) -> str:
    """Between double marks, on one line: whatever a line cannot hold, or nobody would see, is
    written by its number. Halves of characters, which nothing could read, stand as U+FFFD."""
    words = json.dumps(without_lone_surrogates(text), ensure_ascii=False)
    hidden = {one.position for one in unseen(words)}
    if not hidden and words.isprintable():  # as nearly all
        return words
    return "".join(
        sign if sign.isprintable() and at not in hidden else f"\\U{ord(sign):08x}"
        for at, sign in enumerate(words)
    )


def plain(text: str, *, flow: bool) -> bool:
    """Whether `text` means itself without quotation marks, and is seen; in a `flow`, beside
    commas."""
    if text.lower() in _TAKEN or not text.isprintable() or next(unseen(text), None) is not None:
        return False
    return (_IN_FLOW if flow else _PLAIN).fullmatch(text) is not None


def in_line(value: object, style: str = "", *, flow: bool = False) -> str:
    """A value on one line. `style` is how a text was written before: plain (""), between marks."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Unquoted(text):
            return text
        case Quoted(text):
            return quoted(text)
        case AsWritten(there):
            return in_line(there, flow=flow)
        case Flow(inner):
            parts = (
                f"{_key(key)}: {quoted(part) if isinstance(part, str) else in_line(part)}"
                for key, part in inner.items()
            )
            return "{" + ", ".join(parts) + "}"
        case str():
            if style == "'" and value.isprintable():
                return "'" + value.replace("'", "''") + "'"
            return value if style != '"' and plain(value, flow=flow) else _between_marks(value)
        case Mapping():
            parts = (f"{_key(key)}: {in_line(part, flow=True)}" for key, part in value.items())
            return "{" + ", ".join(parts) + "}"
        case Sequence():
            return "[" + ", ".join(map(in_list, value)) + "]"
    raise TypeError(f"{value!r} has no form in YAML")


def in_list(value: object) -> str:
    """An entry between brackets: what has a space between marks, so that nobody takes two for one
    that a comma parts, as in `[Ann Lee, Minister]`."""
    if isinstance(value, str) and " " in value:
        return _between_marks(value)
    return in_line(value, flow=True)


def _between_marks(text: str) -> str:
    """Single ones where `text` has double ones in it, and all of it is seen."""
    if ('"' in text or "\\" in text) and text.isprintable() and next(unseen(text), None) is None:
        return "'" + text.replace("'", "''") + "'"
    return quoted(text)


def is_block(value: object) -> bool:
    """Whether it is written on lines of its own, below its key."""
    if isinstance(value, AsWritten):
        return True
    if isinstance(value, Flow | Quoted | str) or not isinstance(value, Mapping | Sequence):
        return False
    return bool(value) and not _is_short_list(value)


def _is_short_list(value: object) -> bool:
    if isinstance(value, Mapping) or not isinstance(value, Sequence):
        return False
    flat = not any(isinstance(part, Mapping | list | tuple) for part in value)
    apart = len(value) > 1 and any(isinstance(part, str) and " " in part for part in value)
    return flat and not apart and len(in_line(value)) < WIDTH // 2


def block(value: object, indent: int) -> list[str]:
    """The lines of a value that `is_block`, with `indent` columns before each; without their
    ends."""
    lines: list[str] = []
    margin = " " * indent
    if isinstance(value, Mapping):
        for key, part in value.items():
            lines += with_key(str(key), part, indent)
    elif isinstance(value, Sequence):
        for part in value:
            lines += entry(part, indent)
    else:
        lines.append(margin + in_line(value))
    return lines


def with_key(key: str, value: object, indent: int) -> list[str]:
    """The lines of a key with its value."""
    name = f"{' ' * indent}{_key(key)}:"
    if is_block(value):
        return [name, *block(value, indent + STEP)]
    one = f"{name} {in_line(value)}"
    if isinstance(value, str) and len(one) > WIDTH and folds(value):
        return [f"{name} >-", *folded(value, indent + STEP)]
    return [one]


def entry(value: object, indent: int) -> list[str]:
    """The lines of an entry of a list, after its hyphen."""
    margin = " " * indent
    if isinstance(value, AsWritten):
        return [margin + line if line else "" for line in value.lines]
    if not is_block(value):
        return [f"{margin}- {in_line(value)}"]
    first, *rest = block(value, indent + STEP)
    return [f"{margin}- {first.lstrip()}", *rest]


def folds(text: str) -> bool:
    """Whether `text` can be broken into lines that YAML joins by spaces again."""
    return text.isprintable() and text == " ".join(text.split()) and bool(text)


def folded(text: str, indent: int, width: int = WIDTH, before: Sequence[str] = ()) -> Iterator[str]:
    """The lines of a text that `folds`, below a header `>-`. `before`: the lines that stood there,
    of which those stay as they are that say the same still."""
    margin = " " * indent
    return (margin + line for line in _wrapped(text.split(" "), before, max(width - indent, 20)))


def _wrapped(words: list[str], before: Sequence[str], width: int) -> list[str]:
    lines = [line.split(" ") for line in before]
    head: list[list[str]] = []
    while lines and words[: len(lines[0])] == lines[0]:
        head.append(lines.pop(0))
        words = words[len(head[-1]) :]
    tail: list[list[str]] = []
    while lines and words[-len(lines[-1]) :] == lines[-1]:
        tail.insert(0, lines.pop())
        words = words[: -len(tail[0])]
    if words and head and _fits([*head[-1], *words], width):  # few: they need no line of their own
        words = [*head.pop(), *words]
    elif words and tail and _fits([*words, *tail[0]], width):
        words = [*words, *tail.pop(0)]
    middle = textwrap.wrap(" ".join(words), width, break_long_words=False, break_on_hyphens=False)
    return [*map(" ".join, head), *middle, *map(" ".join, tail)]


def _fits(words: list[str], width: int) -> bool:
    return len(" ".join(words)) <= width


def in_block(
    value: str, header: str, indent: int, before: Sequence[str] = ()
) -> Iterator[str] | None:
    """The lines of `value` below a header such as `>-`; None where they would not say it.
    `before`: the lines that stood there, without what is before them."""
    if re.search("[0-9+]", header):
        return None
    clipped = value.removesuffix("\n")
    if value.endswith("\n") == ("-" in header):
        return None
    if header[0] == ">":
        if not folds(clipped):
            return None
        kept = before if all(map(folds, before)) else ()
        widest = max(map(len, kept)) + indent if len(kept) > 1 else WIDTH
        return folded(clipped, indent, min(WIDTH, max(widest, WIDTH // 2)), kept)
    lines = clipped.split("\n")
    if not all(line.isprintable() for line in lines) or not lines[0].strip() or not lines[-1]:
        return None
    return (" " * indent + line if line else "" for line in lines)


def _key(key: object) -> str:
    name = str(key)
    return name if _KEY.fullmatch(name) and name.lower() not in _TAKEN else quoted(name)
