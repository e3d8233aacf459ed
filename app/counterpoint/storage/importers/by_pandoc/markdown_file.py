"""A Markdown file."""

import re
from typing import Any

from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.characters import put_right
from counterpoint.storage.importers.text.encoding import decode
from counterpoint.storage.importers.text.phrases import quoted

from .from_pandoc import Beside, draft_of
from .of_itself import said_besides, said_of_itself
from .pandoc import read_tree


def read_markdown(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    decoded = decode(data, choices.encoding)
    text = _with_lone_notes(put_right(decoded.text).text)
    tree, plainly = _tree(text.encode())
    proposal = Proposal(
        language=said_of_itself(tree, "lang") or said_of_itself(tree, "language"),
        publisher=said_of_itself(tree, "publisher"),
    )
    besides = said_besides(tree, _TAKEN_UP)
    lost = (f"what stands before the text: {quoted(besides)}",) if besides else ()
    guesses = (decoded.guess,) if decoded.guess else ()
    noticed = (_PLAINLY,) if plainly else ()
    beside = Beside(proposal, lost, noticed=noticed, guesses=guesses, pictures_told=False)
    return draft_of(Kind.MARKDOWN, tree, beside, choices)


_TAKEN_UP = ("title", "author", "date", "lang", "language", "publisher")
_PLAINLY = (
    "read by the plainer rules of CommonMark, as brackets or other marks that nothing closes make "
    "it too slow by those of Markdown"
)
_SECONDS, _FOR_EACH_MB = 8.0, 25.0
"""What Pandoc needs at most for a text whose marks are closed, on a slow computer."""


def _tree(data: bytes) -> tuple[dict[str, Any], bool]:
    """Pandoc's tree, and whether only plainer rules gave one: some marks that nothing closes, by
    the thousand, keep Pandoc 3.9 for ever. Raises Refused."""
    seconds = min(_SECONDS + _FOR_EACH_MB * len(data) / 2**20, LIMITS.pandoc_seconds / 2)
    try:
        return read_tree("md", data, seconds), False
    except Refused as refused:
        if refused.reason not in (Reason.TOO_SLOW, Reason.TOO_MUCH_MEMORY):
            raise
    return read_tree("plain md", data, LIMITS.pandoc_seconds - seconds), True


_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:(?=\s)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")


def _with_lone_notes(text: str) -> str:
    """`text` with each note that nothing refers to as a paragraph: Pandoc would leave it out."""
    if "[^" not in text:
        return text
    lines = text.split("\n")
    fence = ""
    for at, line in enumerate(lines):
        fenced = _FENCE.match(line)
        if fenced and (not fence or fenced[1].startswith(fence)):
            fence = "" if fence else fenced[1]
        note = None if fence else _NOTE.match(line)
        if note is not None and text.count(f"[^{note[1]}]") == 1:
            lines[at] = f"\n\\[{note[1]}\\] {line[note.end() :].lstrip()}"
    return "\n".join(lines)
