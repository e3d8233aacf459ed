"""What the comparison shows now, as what is handed over by itself."""

from counterpoint.application.library.session import Session
from counterpoint.application.library.sheet import sheet
from counterpoint.domain.note import Note

from .wanted import Shown


def shown_by(session: Session) -> Shown:
    """The approaches that are columns, and the questions that are rows and not folded, in order."""
    library, arrangement = session.library, session.arrangement
    if library is None:
        return Shown()
    found = sheet(arrangement, library.contents.dimensions, library.approach)
    folded = found.folded(arrangement) if arrangement.folded else frozenset()
    questions = [each.id for each in found.dimensions]
    unfolded = [id for id in questions if id not in folded]
    return Shown(arrangement.columns, tuple(unfolded or questions))


def notes_of(session: Session) -> tuple[Note, ...]:
    """All notes on the library."""
    return () if session.notebook is None else session.notebook.notes.all()
