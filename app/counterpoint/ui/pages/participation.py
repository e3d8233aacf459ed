"""The pages in the session: which is open, where its links lead, what its notes are on."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.library.session import How, Writing
from counterpoint.domain.note import Target, TargetKind
from counterpoint.labels.note import first_words, target_gone
from counterpoint.ui.session.follow_edits import follow_edits
from counterpoint.ui.session.participant import Participant

from .links import cell_in, page_in, reply_in
from .view import PagesView

if TYPE_CHECKING:
    from counterpoint.ui.editing.deeds import Deeds

NAME = "pages"
"""Of this view."""
_PAGES = (TargetKind.QUESTION, TargetKind.PAIR)
"""What pages are on that have notes of their own."""
_SOON = 150
"""Milliseconds after a change of the notes before their numbers follow, so that typing costs
nothing."""


def make(participant: Participant, parent: QWidget) -> PagesView:
    """The view, which takes part from now on."""
    view = PagesView(participant.theme, parent)
    PagesParticipation(view, participant)
    return view


class PagesParticipation(QObject):
    """Where no page was opened yet, the question of what is chosen is shown, or the first."""

    def __init__(self, view: PagesView, participant: Participant) -> None:
        super().__init__(view)
        self._view = view
        self._session = participant.session
        self._navigator = participant.navigator
        self._participant = participant
        view.make_deeds = self._make_deeds
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._count_notes)
        view.asked.connect(self._on_asked)
        view.page_wanted.connect(self._navigator.show_page)
        view.back_requested.connect(self._on_back)
        view.note_requested.connect(self._on_note)
        view.typed.connect(self._on_typed)
        view.said.connect(participant.signals.said)
        signals = participant.signals
        self._say = signals.said.emit
        signals.library_changed.connect(self._on_library)
        follow_edits(signals, view, self._on_library)
        signals.arrangement_changed.connect(self._show)
        signals.page_changed.connect(self._show)
        signals.view_changed.connect(self._on_view)
        signals.asking_wanted.connect(self._on_asking)
        signals.notes_changed.connect(self._soon.start)
        self._on_library(None)
        self._on_view(None)  # made because it is to be shown, it has not heard of that

    # What the person does here

    def _make_deeds(self) -> "Deeds":
        from counterpoint.ui.editing.deeds import Deeds  # not before something is changed

        from .ground import PagesGround

        return Deeds(self._participant, PagesGround(self._view, self._session))

    def _on_asked(self, action: str, argument: str) -> None:
        match action:
            case "jump":
                self._navigator.jump(argument)
            case "cell":
                self._navigator.go_to(cell_in(argument))
            case "note":
                self._navigator.note_on(cell_in(argument))
            case "page":
                self._navigator.show_page(page_in(argument))
            case "reply" if self._session.library is not None:
                number, side = reply_in(argument)
                reply = self._session.library.contents.replies[number]
                self._navigator.read_passage(side.of(reply))

    def _on_back(self) -> None:
        self._session.show_view("compare")

    def _take_page(self) -> None:
        """Chooses what the page is on, as the notebook may have been elsewhere."""
        page = self._view.page
        if page is not None and not self._view.is_gone and page.target != self._session.target:
            self._session.choose(page.target, How.NAMED, self)

    def _can_note(self) -> bool:
        """What is gone takes no notes, and nothing else takes them in its stead."""
        if self._view.is_gone:
            self._say(target_gone())
        return not self._view.is_gone

    def _on_note(self) -> None:
        if not self._can_note():
            return
        self._take_page()
        self._session.write(Writing(), self)

    def _on_typed(self, words: str) -> None:
        if not self._can_note():
            return
        self._take_page()
        self._session.write(Writing(words=words), self)

    # What others do

    def _on_library(self, _by: object) -> None:
        self._show(None)
        self._count_notes()

    def _on_asking(self, _by: object) -> None:
        asking = self._session.asking
        if asking is not None and asking.pane == NAME:
            self._view.deeds.go_on(asking)

    def _on_view(self, _by: object) -> None:
        """What the page is on is what notes are on while it is shown."""
        if self._session.view == NAME:
            self._show(None)
            self._take_page()

    def _show(self, _by: object) -> None:
        library, page = self._session.library, self._page()
        if library is not None and page is not None:
            self._view.show_page(library, page, self._session.arrangement.columns)

    def _page(self) -> Page | None:
        """The page that is open, which says so where the library no longer has what it is on;
        where none was opened, that of a question."""
        library = self._session.library
        if library is None:
            return None
        contents = library.contents
        if self._session.page is not None:
            return self._session.page
        if self._session.view == NAME and self._view.page is not None:
            return self._view.page
        chosen = self._session.target.dimension
        known = [each.id for each in contents.dimensions]
        question = chosen if chosen in known else next(iter(known), "")
        return Page(PageKind.QUESTION, question) if question else None

    def _count_notes(self) -> None:
        self._soon.stop()
        notebook = self._session.notebook
        if notebook is not None:
            notes = sorted(notebook.notes.all(), key=lambda note: note.changed)
            of = Counter(on for note in notes if (on := _counted_at(note.target)) is not None)
            first = {note.target: first_words(note) for note in notes if note.target.kind in _PAGES}
            self._view.show_notes(of, first)


def _counted_at(target: Target) -> Target | None:
    """The cell that a note is in, or the page that it is on; None of one that is at neither."""
    if target.kind in _PAGES:
        return target
    if target.kind in (TargetKind.POSITION, TargetKind.CLAIM, TargetKind.EVIDENCE):
        return Target(TargetKind.POSITION, target.approach, target.dimension)
    return None
