"""The notes that go with a change of the library, as a part of its step."""

from collections.abc import Callable

from counterpoint.application.notes.notebook import Notebook
from counterpoint.domain.note import Target


class NotesAlong:
    """`leads` says where a target has gone."""

    def __init__(self, notebook: Notebook, leads: Callable[[Target], Target]) -> None:
        self._notebook, self._leads = notebook, leads
        self._went: dict[str, tuple[Target, Target]] = {}
        """From where to where each note went, by its id."""

    def go(self) -> None:
        """Each note is on what its target has become."""
        self._went = {}
        for note in self._notebook.notes.everything():
            to = self._leads(note.target)
            if to != note.target:
                self._went[note.id] = note.target, to
                self._notebook.put_on(note.id, to)

    def come_back(self) -> None:
        """Those that went, and were not put elsewhere since, are on what they were on."""
        for id, (old, new) in self._went.items():
            note = self._notebook.notes.get(id)
            if note is not None and note.target == new:
                self._notebook.put_on(id, old)
