"""What colleagues marked elsewhere, as notes of the library."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.clock import Clock
from counterpoint.application.notes.check import read_notes
from counterpoint.application.notes.line_ends import with_line_feeds
from counterpoint.domain.note import Note, NoteKind, Target
from counterpoint.labels.translation import tr
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.files.unbroken import all_or_nothing
from counterpoint.storage.notes.notes_folder import NotesFolder, OnDisk

from .stopping import Stopping

_MOST_TAGS = 100


class Incoming(NamedTuple):
    """A note that is to come in. Times are ISO 8601, or ""."""

    target: Target
    quote: str
    body: str
    tags: tuple[str, ...] = ()
    kind: NoteKind = NoteKind.OBSERVATION
    created: str = ""
    changed: str = ""
    author: str = ""
    """Whose it is; "" where that is not known."""


class LeftOut(NamedTuple):
    what: str
    why: str
    number: int = 1
    """How many things it tells of."""

    def __str__(self) -> str:
        return f"{self.what}: {self.why}"


class Saved(NamedTuple):
    written: int
    """How many are new, of a dry run too."""
    here_already: int
    """How many are there: on the same thing, with the same words."""
    notes: tuple[Note, ...] = ()
    """Those that were written."""


class Summary(NamedTuple):
    """What came of an import."""

    written: int
    here_already: int
    left_out: tuple[LeftOut, ...]
    told: tuple[str, ...] = ()
    """Of what came in and is not quite as it was."""
    notes: tuple[Note, ...] = ()
    """Those that were written."""

    @property
    def out(self) -> int:
        """How many things were left out."""
        return sum(each.number for each in self.left_out)

    def lines(self) -> tuple[str, ...]:
        """What was left out and what is otherwise, each in a line."""
        return (*map(str, self.left_out), *self.told)


def save_notes(
    place: Path,
    incoming: Iterable[Incoming],
    clock: Clock,
    stopping: Stopping | None = None,
    *,
    dry: bool = False,
) -> Saved:
    """Puts them into the folder of notes `place`: all or, whatever is raised, none. Raises
    NotWritten, and Refused where it is cancelled."""
    incoming = [one._replace(body=with_line_feeds(one.body)) for one in incoming]
    stopping = stopping or Stopping()
    folder = NotesFolder(place)
    there, _ = read_notes(place)
    known: dict[tuple[Target, str, frozenset[str]], set[str]] = {}
    """By what they say and on what, whose they are."""
    for note in there:
        key = (note.target, note.body.strip(), frozenset(note.tags))
        known.setdefault(key, set()).add(note.author)
    ids = {note.id for note in there}
    written = here = 0
    saved: list[OnDisk] = []
    with all_or_nothing, _taking_back(folder, saved):
        for one in stopping.each(incoming, tr("writing the notes")):
            tags = clean_tags(one.tags)
            key = (one.target, one.body.strip(), frozenset(tags))
            authors = known.setdefault(key, set())
            # Of a note without an author nobody can say that it is not the same one.
            if authors and (not one.author or authors & {"", one.author}):
                here += 1
                continue
            authors.add(one.author)
            if not dry:
                note = _note(one, tags, _new_id(clock, ids), clock)
                saved.append(folder.save(note, None))
            written += 1
        stopping.check()
    return Saved(written, here, tuple(each.note for each in saved))


@contextmanager
def _taking_back(folder: NotesFolder, saved: list[OnDisk]) -> Iterator[None]:
    """Removes those that came in where anything is raised. One that cannot be removed stays."""
    try:
        yield
    except BaseException:
        for each in saved:
            with suppress(NotWritten):
                folder.take_back(each)
        raise


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """On one line each, without the comma that parts them; each once."""
    found = (" ".join(tag.replace(",", " ").split()) for tag in tags)
    return tuple(dict.fromkeys(tag for tag in found if tag))[:_MOST_TAGS]


def _note(one: Incoming, tags: tuple[str, ...], id: str, clock: Clock) -> Note:
    now = clock.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    created = _moment(one.created) or now
    return Note(
        id=id,
        target=one.target,
        kind=one.kind,
        tags=tags,
        created=created,
        changed=_moment(one.changed) or created,
        quote=one.quote,
        body=one.body,
        author=" ".join(one.author.split()),
    )


def _new_id(clock: Clock, ids: set[str]) -> str:
    while True:
        id = f"{clock.now():%Y-%m-%d-%H%M%S}-{os.urandom(3).hex()}"
        if id not in ids:
            ids.add(id)
            return id


def _moment(text: str) -> str:
    """In UTC, to the second; "" where it is no time."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return ""
    if found.tzinfo is None:
        found = found.replace(tzinfo=UTC)
    try:
        return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError):
        return ""
