"""A Rich Text file."""

import re

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.phrases import ALL, quoted, sample

from .from_pandoc import Beside, draft_of
from .hidden_words import with_hidden_told
from .missing import missing, told_of_boxes
from .pandoc import read_tree
from .rtf_characters import RtfLetters, plain_letters
from .web_notes import notes_of, without_marks

_INFO = re.compile(rb"\{\\(title|author|company|subject)\s+((?:[^{}\\]|\\[^a-z]|\\u-?\d+ ?\??)*)\}")
_CREATED = re.compile(rb"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_MOST_CONTROLS = 0.02
"""Of all bytes; what is written in Rich Text has none, and random bytes have one in ten."""
_ESCAPED = re.compile(r"\\u(-?\d+) ?\??")


def read_rtf(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    letters = plain_letters(data)
    if letters.controls > _MOST_CONTROLS * len(letters.data):
        raise Refused(Reason.DAMAGED, "it is damaged or was not copied whole; get it again")
    tree = read_tree("rtf", letters.data)
    beside = Beside(
        _proposal(letters.data),
        tuple(_lost(letters)),
        notes=notes_of(tree),
        looked_for=lambda heard: [
            *told_of_boxes(letters.boxes, heard),
            *missing(letters.said, without_marks(heard)),
        ],
    )
    return with_hidden_told(draft_of(Kind.RTF, tree, beside, choices), letters.faint)


def _lost(letters: RtfLetters) -> list[str]:
    counts = letters.counts
    lost: list[str] = []
    heads = list(dict.fromkeys(letters.heads))
    if heads:
        lost.append(
            f"{counted(len(heads), 'header or footer', 'headers or footers')}: {quoted(heads)}"
        )
    if letters.drawn:
        drawn = list(dict.fromkeys(letters.drawn))
        what = counted(len(drawn), "watermark or drawn word", "watermarks or drawn words")
        lost.append(f"{what}: {quoted(drawn)}")
    comments = counts.get("annotation", 0)
    if comments:
        words = f": {quoted(letters.comments)}" if letters.comments else ""
        lost.append(f"{counted(comments, 'comment')}{words}")
    for kind, one in (("pict", "picture"), ("object", "embedded file")):
        if counts.get(kind):
            lost.append(counted(counts[kind], one))
    if letters.formulas:
        what = counted(len(letters.formulas), "formula")
        lost.append(f"{what} left out, with the letters {quoted(letters.formulas)}")
    changes = counts.get("deleted", 0) + counts.get("revised", 0)
    if changes:
        out = f"; taken out: {quoted(letters.deleted)}" if letters.deleted else ""
        lost.append(f"{counted(changes, 'tracked change')}, taken as accepted{out}")
    if letters.hidden:
        lost.append(f"hidden text: “{sample(' '.join(letters.hidden), ALL)}”")
    return lost


def _proposal(data: bytes) -> Proposal:
    start = data.find(rb"{\info")
    info = data[start : start + 20_000] if start >= 0 else b""
    said = {found[1].decode(): _plain(found[2]) for found in _INFO.finditer(info)}
    made = _CREATED.search(info)
    day = f"{int(made[1]):04}-{int(made[2]):02}-{int(made[3]):02}" if made else ""
    return Proposal(title=said.get("title", ""), author=said.get("author", ""), file_date=day)


def _plain(data: bytes) -> str:
    def letter(found: "re.Match[str]") -> str:
        code = int(found[1]) % 65536
        return chr(code) if not 0xD800 <= code < 0xE000 else ""

    return _ESCAPED.sub(letter, data.decode("ascii", "replace")).replace("\\", "").strip()
