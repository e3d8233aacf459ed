"""The entries of a bibliography one by one, with the line on which each begins: so that one that is
damaged costs no other."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_ENTRY = re.compile(rb"^[ \t]*@[ \t]*(\w+)[ \t]*[{(][ \t]*([^,\s{}()\"]*)", re.MULTILINE)
_ALWAYS = (b"string", b"preamble")
"""What others need."""
_SHOWN = 60


class Entry(NamedTuple):
    line: int
    name: str
    data: bytes
    """As a file of its own."""

    def __str__(self) -> str:
        return f"line {self.line} ({self.name})" if self.name else f"line {self.line}"


def bib_entries(data: bytes) -> tuple[bytes, list[Entry]]:
    """What all need (strings), and the entries of BibTeX or BibLaTeX; one begins on a line of its
    own."""
    found = list(_ENTRY.finditer(data))
    needed: list[bytes] = []
    entries: list[Entry] = []
    for each, after in zip(found, [*found[1:], None], strict=True):
        part = data[each.start() : after.start() if after else len(data)]
        kind = each[1].lower()
        if kind in _ALWAYS:
            needed.append(part)
        elif kind != b"comment":
            line = data.count(b"\n", 0, each.start()) + 1
            entries.append(Entry(line, each[2].decode("utf-8", "replace")[:_SHOWN], part))
    return b"\n".join(needed), entries


def json_entries(text: str) -> tuple[list[Entry], list[str]] | None:
    """The items of CSL-JSON, without what is null in them; and what is none. None where `text` is
    no list of references. Raises ValueError, or RecursionError."""
    whole = json.loads(text)
    if not isinstance(whole, list) or (whole and not any(isinstance(e, dict) for e in whole)):
        return None
    entries: list[Entry] = []
    bad: list[str] = []
    for line, item in zip(_lines(text), whole, strict=True):
        if not isinstance(item, dict):
            bad.append(f"line {line}: it is no reference, but “{str(item)[:_SHOWN]}”")
            continue
        kept = {key: value for key, value in item.items() if value is not None}
        name = str(kept.get("id") or kept.get("title") or "")[:_SHOWN]
        entries.append(Entry(line, name, json.dumps(kept).encode()))
    return entries, bad


def joined(entries: list[Entry], needed: bytes, *, as_json: bool) -> bytes:
    """A file of them."""
    if as_json:
        return b"[" + b",".join(entry.data for entry in entries) + b"]"
    return b"\n".join((needed, *(entry.data for entry in entries)))


def _lines(text: str) -> Iterator[int]:
    """On which line each item of a list begins."""
    decoder: Any = json.JSONDecoder()
    at = text.index("[") + 1
    line, counted = 1, 0
    while True:
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        if at >= len(text) or text[at] == "]":
            return
        line += text.count("\n", counted, at)
        counted = at
        yield line
        _, at = decoder.raw_decode(text, at)
