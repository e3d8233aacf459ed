"""A Markdown file."""

import re

from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.text.characters import put_right
from counterpoint.storage.importers.text.encoding import decode

from .from_pandoc import Beside, draft_of
from .of_itself import said_of_itself
from .pandoc import read_tree


def read_markdown(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    decoded = decode(data, choices.encoding)
    text = _with_lone_notes(put_right(decoded.text).text)
    tree = read_tree("md", text.encode())
    proposal = Proposal(
        language=said_of_itself(tree, "lang") or said_of_itself(tree, "language"),
        publisher=said_of_itself(tree, "publisher"),
    )
    guesses = (decoded.guess,) if decoded.guess else ()
    beside = Beside(proposal, guesses=guesses, pictures_told=False)
    return draft_of(Kind.MARKDOWN, tree, beside, choices)


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
