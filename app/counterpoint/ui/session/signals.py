"""The session as Qt sees it: a signal for each part of it that changes."""

from PySide6.QtCore import QObject, Signal

from counterpoint.application.library.session import Change, Part, Session


class SessionSignals(QObject):
    """Each signal of a change carries who made it, so that they need not take it up again."""

    library_changed = Signal(object)
    library_edited = Signal(object)
    """The library was changed: what of it is in the session's `edited`."""
    told = Signal(object)
    """What is wrong with the library's files is told otherwise."""
    arrangement_changed = Signal(object)
    selection_changed = Signal(object)
    view_changed = Signal(object)
    page_changed = Signal(object)
    """A page of the comparison is to be read."""
    focus_wanted = Signal(object)
    """The view is to have the focus."""
    reading_wanted = Signal(object)
    """Something is to be shown in its text."""
    linking_wanted = Signal(object)
    """Words of a source are to be linked to a claim."""
    seeking_wanted = Signal(object)
    """What is like something is to be found."""
    asking_wanted = Signal(object)
    """What a person asked for is to go on here."""
    writing_wanted = Signal(object)
    """A note is to be shown, or written."""
    notes_changed = Signal(object)
    stale = Signal(object)
    """The library's files are not what was read; it has to be read again."""

    said = Signal(str)
    """Something to be told in the status line."""
    read_otherwise = Signal()
    """Another source is read, or its pages and not its text."""
    original_wanted = Signal(str, bool)
    """The id of a source whose original is to be opened; or, where true, its folder shown."""
    keys_changed = Signal()
    """Other keys mean something where the focus is."""
    describe_wanted = Signal(str)
    """The id of a source whose description is to be corrected."""
    print_wanted = Signal()
    """What is seen is to be printed."""
    shown = Signal(str)
    """The same, for the eyes alone: the ears are told otherwise, or are busy."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self._signals = {
            Part.LIBRARY: self.library_changed,
            Part.EDITED: self.library_edited,
            Part.TOLD: self.told,
            Part.ARRANGEMENT: self.arrangement_changed,
            Part.SELECTION: self.selection_changed,
            Part.VIEW: self.view_changed,
            Part.PAGE: self.page_changed,
            Part.FOCUS: self.focus_wanted,
            Part.READING: self.reading_wanted,
            Part.LINKING: self.linking_wanted,
            Part.ASKING: self.asking_wanted,
            Part.SEEKING: self.seeking_wanted,
            Part.NOTE: self.writing_wanted,
            Part.NOTES: self.notes_changed,
            Part.STALE: self.stale,
        }
        session.subscribe(self._on_change)

    def _on_change(self, change: Change) -> None:
        self._signals[change.part].emit(change.by)
