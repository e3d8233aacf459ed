"""A note as a Markdown file with front matter, both ways; docs/file-formats.md has the format."""

import codecs
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import TypeVar

from counterpoint.domain.faults.note_fault import NoteFault
from counterpoint.domain.note import Note, NoteKind, Target, TargetKind, pair_target
from counterpoint.domain.problem import Argument, Problem, ProblemKind
from counterpoint.domain.span import Span
from counterpoint.storage.files.text_file import decode
from counterpoint.storage.files.unreadable import Unreadable

from .front_matter import KEYS, Front, Value, line_of, read_front, replaced

_END = re.compile(r"^\.\.\.(?:[ \t]*\n|[ \t]+)", re.MULTILINE)
"""The line that ends a YAML document; no key may follow it."""
_ANY_LINE = re.compile("^(?=.)", re.MULTILINE)

_FIELDS = {"option": "approach"}
"""Fields of a target that the files call otherwise."""
_NEEDS: dict[TargetKind, tuple[str, ...]] = {
    TargetKind.COMPARISON: (),
    TargetKind.APPROACH: ("option",),
    TargetKind.POSITION: ("option", "dimension"),
    TargetKind.CLAIM: ("option", "dimension", "claim"),
    TargetKind.EVIDENCE: ("option", "dimension", "claim", "evidence", "source"),
    TargetKind.SOURCE: ("source",),
    TargetKind.PASSAGE: ("source", "start", "end"),
    TargetKind.QUESTION: ("dimension",),
    TargetKind.PAIR: ("option", "other"),
}


@dataclass(frozen=True, slots=True)
class Written:
    """A note and how its file stands, so that a rewrite changes only what changed."""

    note: Note
    chunks: tuple[tuple[str, str], ...]
    newline: str
    """`\\n`, or `\\r\\n` where all line ends of the file are that."""
    mark: bool
    """Whether the file begins with a byte-order mark."""


def encode(note: Note, was: Written | None = None) -> bytes:
    """The bytes of the note's file. With `was`, its line ends, its mark, and all lines of its front
    matter that say what they said are kept as they stand, the unknown ones always.

    What is written is read back before: where other people's lines would keep it from being read
    as this note, what ends the YAML early goes first, and in the last resort they become comments.
    """
    if was is None:
        return _fresh(note)
    for unbound in (False, True):
        front = _front(note, was, unbound=unbound)
        for newline in dict.fromkeys((was.newline, "\n")):
            data = _bytes(front, note.body, newline, mark=was.mark)
            if _says(data, note):
                return data
    return _bytes(_front_with_others_as_comments(note, was), note.body, "\n", mark=was.mark)


def _says(data: bytes, note: Note) -> bool:
    try:
        found = read_note(data, note.id, "", datetime.min.replace(tzinfo=UTC)).note
    except Unreadable:
        return False
    return _fresh(found) == _fresh(note)


def _fresh(note: Note) -> bytes:
    return _bytes(_our_lines(note), note.body, "\n", mark=False)


def _our_lines(note: Note) -> str:
    return "".join(line_of(key, value) for key, value in _values_of(note).items())


def _front(note: Note, was: Written, *, unbound: bool) -> str:
    """The lines between the fences, in the order of the file, the keys that are new last.

    `unbound`: our own lines anew, and nothing that ends the YAML.
    """
    values, before = _values_of(note), _values_of(was.note)
    front = ""
    for key, chunk in was.chunks:
        value = values.get(key)
        if key not in KEYS:
            front += _END.sub("", chunk) if unbound else chunk
        elif value == before.get(key) and not unbound:
            front += chunk
        else:
            front += replaced(chunk, line_of(key, value) if value else "")
    there = {key for key, _ in was.chunks}
    return front + "".join(line_of(key, value) for key, value in values.items() if key not in there)


def _front_with_others_as_comments(note: Note, was: Written) -> str:
    others = "".join(chunk for key, chunk in was.chunks if key not in KEYS)
    return _our_lines(note) + _ANY_LINE.sub("# ", others)


def _bytes(front: str, body: str, newline: str, *, mark: bool) -> bytes:
    text = f"---\n{front}---\n".replace("\n", newline)
    text += body if "\r\n" in body else body.replace("\n", newline)
    # A lone surrogate is no character; it must not keep the rest from being saved.
    data = text.encode("utf-8", "replace")
    return codecs.BOM_UTF8 + data if mark else data


def read_note(data: bytes, id: str, name: str, modified: datetime) -> Written:
    """The note in `data`. Front matter may be missing, and any key in it: then the note is an
    observation on the whole comparison, of the time at which the file was `modified`.

    `name` is how problems call the file. Raises Unreadable with every problem found.
    """
    mark = data.startswith(codecs.BOM_UTF8)
    text = decode(data, name).removeprefix("\ufeff")
    newline = "\n"
    lines, body = _divide(text, name)
    if "\r\n" in text and text.count("\n") == text.count("\r\n"):
        newline, lines, plain = "\r\n", lines.replace("\r\n", "\n"), body.replace("\r\n", "\n")
        if "\r\n" not in plain:  # else it could not be told apart from the file's line ends
            body = plain
    front = read_front(lines, name)
    return Written(_note(id, front, body, name, modified), front.chunks, newline, mark)


def _divide(text: str, name: str) -> tuple[str, str]:
    """The front matter without its fences, and the body."""
    first, feed, rest = text.partition("\n")
    if first.rstrip() != "---" or not feed:
        return "", text
    at = 0
    for line in rest.split("\n"):
        if line.rstrip() == "---":
            return rest[:at], rest[at + len(line) + 1 :]
        at += len(line) + 1
    raise Unreadable(Problem(name, 1, 1, ProblemKind.SYNTAX, NoteFault.FRONT_WITHOUT_END))


def _values_of(note: Note) -> dict[str, Value]:
    target = note.target
    values: dict[str, Value] = {
        "target": target.kind.value,
        "option": target.approach,
        "other": target.other,
        "dimension": target.dimension,
        "claim": target.claim,
        "evidence": target.evidence,
        "source": target.source,
        "start": str(target.span.start) if target.span else "",
        "end": str(target.span.end) if target.span else "",
        "kind": note.kind.value,
        "author": note.author,
        "tags": note.tags,
        "created": note.created,
        "changed": note.changed,
        "conflict_of": note.conflict_of,
        "quote": note.quote,
    }
    return {key: value for key, value in values.items() if value}


def iso(time: datetime) -> str:
    """ISO 8601 in UTC, to the second. A time without a zone is taken for UTC. OverflowError: in
    UTC its year is before 1 or after 9999."""
    aware = time if time.tzinfo else time.replace(tzinfo=UTC)
    utc = aware.astimezone(UTC).replace(tzinfo=None)
    # Not strftime: on some systems it writes a year before 1000 with fewer than four figures.
    return f"{utc.isoformat(timespec='seconds')}Z"


def _note(id: str, front: Front, body: str, name: str, modified: datetime) -> Note:
    reader = _Reader(front, name)
    target = reader.target()
    kind = reader.word("kind", NoteKind, NoteKind.OBSERVATION)
    created = reader.time("created", modified)
    changed = reader.time("changed", modified)
    if reader.problems:
        raise Unreadable(*reader.problems)
    tags = front.values.get("tags", ())
    return Note(
        id=id,
        target=target,
        kind=kind,
        tags=tags if isinstance(tags, tuple) else (tags,),
        created=created,
        changed=changed,
        quote=reader.text("quote"),
        body=body,
        conflict_of=reader.text("conflict_of"),
        author=reader.text("author"),
    )


_Words = TypeVar("_Words", bound=StrEnum)


class _Reader:
    """Turns values into what they mean, and collects what is wrong with them."""

    def __init__(self, front: Front, name: str) -> None:
        self.front = front
        self.name = name
        self.problems: list[Problem] = []

    def text(self, key: str) -> str:
        value = self.front.values.get(key, "")
        return value if isinstance(value, str) else " ".join(value)

    def _refuse(self, key: str, kind: ProblemKind, fault: NoteFault, *arguments: Argument) -> None:
        line, column = self.front.places.get(key, (1, 1))
        self.problems.append(Problem(self.name, line, column, kind, fault, arguments))

    def word(self, key: str, words: type[_Words], otherwise: _Words) -> _Words:
        value = self.text(key).strip()
        if not value:
            return otherwise
        try:
            return words(value.lower())
        except ValueError:
            fault = NoteFault.NO_SUCH_WORD
            self._refuse(key, ProblemKind.WRONG_VALUE, fault, key, value, *words)
            return otherwise

    def time(self, key: str, otherwise: datetime) -> str:
        value = self.text(key).strip()
        if not value:
            return iso(otherwise)
        try:
            return iso(datetime.fromisoformat(value))
        except (ValueError, OverflowError):
            self._refuse(key, ProblemKind.WRONG_VALUE, NoteFault.NO_TIME, key, value)
            return iso(otherwise)

    def number(self, key: str) -> int:
        value = self.text(key).strip()
        if value.isdecimal() and value.isascii() and len(value) < 19:
            return int(value)
        self._refuse(key, ProblemKind.WRONG_TYPE, NoteFault.NO_CODE_POINTS, key, value)
        return 0

    def target(self) -> Target:
        kind = self.word("target", TargetKind, TargetKind.COMPARISON)
        if "target" not in self.front.values:
            self._no_fields_alone()
        needs = _NEEDS[kind]
        for key in needs:
            if not self.text(key):
                fault = NoteFault.TARGET_IN_PART
                self._refuse("target", ProblemKind.MISSING_KEY, fault, kind, key)
        if self.problems:
            return Target(TargetKind.COMPARISON)
        fields = {
            _FIELDS.get(key, key): self.text(key) for key in needs if key not in ("start", "end")
        }
        if kind is TargetKind.PAIR:
            return pair_target(fields["approach"], fields["other"])
        return Target(kind, **fields, span=self._span() if kind is TargetKind.PASSAGE else None)

    def _span(self) -> Span:
        span = Span(self.number("start"), self.number("end"))
        if span.end <= span.start and not self.problems:
            self._refuse("end", ProblemKind.WRONG_VALUE, NoteFault.END_BEFORE_START)
        return span

    def _no_fields_alone(self) -> None:
        for key in ("option", "other", "dimension", "claim", "evidence", "source", "start", "end"):
            if self.text(key):
                fault = NoteFault.WITHOUT_TARGET
                self._refuse(key, ProblemKind.MISSING_KEY, fault, key, *TargetKind)
                return
