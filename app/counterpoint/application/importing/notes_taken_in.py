"""Notes that came in with a file of another tool, which go and come with that step."""

from collections.abc import Iterable
from pathlib import Path

from counterpoint.domain.note import Note
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.notes.notes_folder import Binned, ChangedOutside, NotesFolder


class NotesTakenIn:
    """The `notes` in the folder `place`, as they were written. Blocks: for a worker thread."""

    def __init__(self, place: Path, notes: Iterable[Note]) -> None:
        self._folder = NotesFolder(place)
        self._here = tuple(notes)
        self._gone: tuple[tuple[Note, Binned], ...] = ()

    def __len__(self) -> int:
        return len(self._here) + len(self._gone)

    def exchange(self) -> None:
        """Puts them into the bin, or back from there. One that says something else since stays
        as it is. Raises NotWritten; then nothing has changed."""
        if self._gone:
            self._come_back()
        else:
            self._go()

    def _go(self) -> None:
        gone: list[tuple[Note, Binned]] = []
        try:
            for note in self._here:
                binned = self._binned(note)
                if binned is not None:
                    gone.append((note, binned))
        except NotWritten:
            for note, binned in gone:
                self._folder.bring_back(note, binned)
            raise
        self._here, self._gone = (), tuple(gone)

    def _binned(self, note: Note) -> Binned | None:
        try:
            found = self._folder.read(note.id)
            if found is None or _said(found.note) != _said(note):
                return None
            return self._folder.bin(found)
        except (Unreadable, ChangedOutside):
            return None

    def _come_back(self) -> None:
        back: list[Note] = []
        try:
            for note, binned in self._gone:
                found = self._folder.bring_back(note, binned)
                if found is not None:
                    back.append(found.note)
        except NotWritten:
            for note in back:
                self._binned(note)
            raise
        self._here, self._gone = tuple(back), ()


def _said(note: Note) -> object:
    """All of it but when it was changed, which undoing what was typed changes too."""
    return note._replace(created="", changed="")
