"""Bringing the index of a library up to date with its files.

Approaches go first, then the sources: which passages evidence rests on is what the index has of
the quotations. It is done source by source, can be stopped between two, and goes on from there.
"""

import zlib
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary, SourceAltered
from counterpoint.domain.search.rows import Row, Unit
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.replies_file import OLDER_REPLIES, REPLIES, replies_file
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.storage.search_index.file_states import unit_states
from counterpoint.storage.search_index.search_index import SearchIndex, Writing

from .approach_rows import approach_rows, note_row, question_rows, reply_rows
from .source_rows import source_rows

QUESTIONS = "options/dimensions"
_TOGETHER = 64 * 1024 * 1024
"""Bytes of texts after which what was put in can be found."""
Going = Callable[[int, int], bool]
"""Told how many units are done, and of how many; false where it is to stop."""


class Changes(NamedTuple):
    """What the index lacks or has too much of, as far as the files' states tell."""

    put: tuple[str, ...]
    removed: tuple[str, ...]
    states: dict[str, str]

    def __bool__(self) -> bool:
        return bool(self.put or self.removed)


def changes(
    index: SearchIndex, library: Path, notes: Path | None, again: Collection[str] = ()
) -> Changes:
    """What has changed since the index was brought up to date, and the units `again`, whatever
    their files are. Reads no file."""
    states = unit_states(library, notes)
    there = index.units()
    put = [name for name, state in states.items() if there.get(name) != state or name in again]
    removed = [name for name in there if name not in states]
    return Changes(tuple(sorted(put, key=_order)), tuple(removed), states)


def _order(name: str) -> tuple[bool, str]:
    return name.startswith("corpus/"), name


def bring_up_to_date(
    index: SearchIndex,
    found: Changes,
    library: Callable[[], OpenedLibrary],
    notes: Path | None,
    going: Going,
) -> bool:
    """Puts `found` into the index; `library` is asked for where more than notes is to be put in.
    False where it was stopped, what was done till then being kept.

    What cannot be read is left out, and is tried again when its files change. Raises IndexBusy and
    IndexUnusable.
    """
    with index.writing() as writing:
        return _Updating(index, writing, found, library, notes, going).run()


class _Updating:
    def __init__(
        self,
        index: SearchIndex,
        writing: Writing,
        found: Changes,
        library: Callable[[], OpenedLibrary],
        notes: Path | None,
        going: Going,
    ) -> None:
        self._index = index
        self._writing = writing
        self._found = found
        self._open = library
        self._notes = NotesFolder(notes) if notes is not None else None
        self._going = going
        self._done = 0

    def run(self) -> bool:
        put = self._found.put
        first = [name for name in put if not name.startswith("corpus/")]
        approaches = [name for name in (*first, *self._found.removed) if _approach(name)]
        before = self._quoted(approaches)
        for name in self._found.removed:
            self._writing.remove(name)
        sources = [name for name in put if name.startswith("corpus/")]
        for name in first:
            if not self._step(len(put)):
                return False
            self._put(name)
        if first or self._found.removed:
            self._writing.commit()
            self._index.refresh()
        after = self._quoted(approaches)
        others = {
            f"corpus/{source}"
            for source in before.keys() | after.keys()
            if before.get(source) != after.get(source)
        }
        rest = sorted(others.intersection(self._found.states).difference(sources))
        return self._sources([*rest, *sources], len(put) + len(rest))

    def _sources(self, names: list[str], total: int) -> bool:
        size = 0
        for name in names:
            if not self._step(total):
                return False
            size += self._put(name)
            if size > _TOGETHER:
                self._writing.commit()
                self._index.refresh()
                size = 0
        return True

    def _step(self, total: int) -> bool:
        self._done += 1
        return self._going(self._done - 1, total)

    def _put(self, name: str) -> int:
        """How much was put in, in code points."""
        try:
            rows = self._rows(name)
        except SourceAltered:
            return 0  # the library is read again, and this is tried again then
        self._writing.put(Unit(name, self._found.states[name], rows))
        return sum(len(row.words) for row in rows)

    def _rows(self, name: str) -> tuple[Row, ...]:
        part, _, id = name.partition("/")
        library = self._library if part != "notes" else None
        try:
            if library is None:
                return tuple(self._note(id))
            if name == QUESTIONS:
                return tuple(question_rows(library.contents.dimensions))
            if f"{name}.yaml" in (REPLIES, OLDER_REPLIES):
                told = replies_file(library.folder)
                read = told is not None and told.name == f"{name}.yaml"
                return tuple(reply_rows(library.contents.replies)) if read else ()
            if part == "options":
                return tuple(approach_rows(library.approach(id)))
            source = library.contents.source(id)
            return tuple(source_rows(source, library.text(id).text, self._quotes(id)))
        except (KeyError, Unreadable):
            return ()  # what is wrong with it is told where the library is opened

    @cached_property
    def _library(self) -> OpenedLibrary:
        return self._open()

    def _note(self, id: str) -> Iterator[Row]:
        if self._notes is not None and (found := self._notes.read(id)) is not None:
            yield note_row(found.note)

    def _quotes(self, source: str) -> list[Row]:
        return [row for row in self._index.quotations(source=source) if row.span is not None]

    def _quoted(self, approaches: list[str]) -> dict[str, int]:
        """For each source that one of these approaches quotes, a number for what it quotes."""
        quoted: dict[str, int] = {}
        for name in approaches:
            for row in self._index.quotations(approach=name.partition("/")[2]):
                one = zlib.crc32(repr((name, row.id, row.span, row.voice)).encode())
                quoted[row.source] = quoted.get(row.source, 0) ^ one
        return quoted


def _approach(name: str) -> bool:
    return name.startswith("options/") and name != QUESTIONS
