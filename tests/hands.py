"""A notebook on a real folder, and a clock that goes only when told to."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from counterpoint.application.clock import Clock
from counterpoint.application.notes.note_edit import Typed
from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.note import WHOLE_COMPARISON, Note, Target
from counterpoint.storage.notes.notes_folder import NotesFolder


def take_up(notebook: Notebook) -> None:
    """Reads the folder as the keeper's thread does, but now, and takes up what is in it."""
    notebook.keeper.read_folder()
    notebook.collect()


@dataclass
class Hands:
    """Someone at the desk, and the time."""

    folder: Path
    seconds: float = 0.0

    @property
    def clock(self) -> Clock:
        return Clock(now=self.now, elapsed=self.elapsed)

    def now(self) -> datetime:
        return datetime(2026, 11, 22, 10, 15, 30, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def elapsed(self) -> float:
        return self.seconds

    def open(self) -> Notebook:
        notebook = Notebook(NotesFolder(self.folder), self.clock)
        take_up(notebook)
        return notebook

    def wait(self, notebook: Notebook, seconds: float) -> None:
        """Lets time go by, as the thread of the keeper would see it."""
        self.seconds += seconds
        notebook.keeper.work()
        notebook.collect()

    def write(self, notebook: Notebook, words: str, on: Target = WHOLE_COMPARISON) -> Note:
        """A new note, saved."""
        note = notebook.draft(on, "")
        self.type(notebook, note.id, words)
        assert notebook.flush()
        notebook.history.end_burst()
        return there(notebook, note.id)

    def type(self, notebook: Notebook, id: str, words: str) -> None:
        """Letter by letter, at the end."""
        for letter in words:
            notebook.type(id, Typed(len(there(notebook, id).body), 0, letter))

    def files(self) -> dict[str, str]:
        return {path.stem: path.read_text() for path in self.folder.glob("*.md")}


def there(notebook: Notebook, id: str) -> Note:
    note = notebook.notes.get(id)
    assert note is not None
    return note
