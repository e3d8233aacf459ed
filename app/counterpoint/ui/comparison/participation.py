"""The comparison in the session: what it tells of, and what it takes up."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.session import How, Linking, Seeking, Selection, Writing
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.labels.note import first_words
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.session.participant import Participant
from counterpoint.ui.widgets.composing import Composing

from .agreement import NAME, Agreement
from .view import ComparisonView

if TYPE_CHECKING:
    from counterpoint.ui.editing.deeds import Deeds
    from counterpoint.ui.widgets.passage_mime import Dragged

_OF_PAGES = (TargetKind.QUESTION, TargetKind.PAIR)
"""What is gone to on a page: the cursor stays where it is."""
_SOON = 150
"""Milliseconds after a change of the notes before their signs follow, so that typing costs
nothing."""


def make(participant: Participant, parent: QObject) -> ComparisonView:
    """The pane, which takes part from now on."""
    view = ComparisonView(participant.theme, parent)  # type: ignore[arg-type]  # a widget
    ComparisonParticipation(view, participant)
    return view


class ComparisonParticipation(QObject):
    """The cursor in the comparison is what is chosen; what is chosen elsewhere moves the cursor
    where it is gone to."""

    def __init__(self, view: ComparisonView, participant: Participant) -> None:
        super().__init__(view)
        self._view = view
        self._session = participant.session
        self._navigator = participant.navigator
        self._agreement = Agreement(view, participant)
        self._whole_elsewhere: Selection | None = None
        """The whole as it was gone to in another view: the cursor stays where it is."""
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._show_noted)
        self._soon.timeout.connect(view.prepare)
        view.selection_changed.connect(self._on_walked)
        view.jump_requested.connect(self._on_jump)
        view.typed.connect(self._on_typed)
        view.import_requested.connect(self._on_import)
        view.note_requested.connect(self._on_note)
        view.like_requested.connect(self._on_like)
        view.page_wanted.connect(self._navigator.show_page)
        view.arrangement_changed.connect(self._on_arranged)
        view.question_moved.connect(self._on_question_moved)
        view.grid.passage_dropped.connect(self._on_dropped)
        view.set_answers(self._answers)
        self._note_field = participant.note_field
        self._participant = participant
        view.make_deeds = self._make_deeds
        view.is_copied = self._is_copied
        view.compose = self._compose
        view.grid.composing = self._compose(view.grid)
        signals = participant.signals
        view.said.connect(signals.said)
        signals.library_changed.connect(self._on_library)
        signals.library_edited.connect(self._on_edited)
        signals.arrangement_changed.connect(self._on_arrangement)
        signals.selection_changed.connect(self._on_selection)
        signals.view_changed.connect(self._on_view)
        signals.asking_wanted.connect(self._on_asking)
        signals.notes_changed.connect(self._soon.start)

    # What the person does here

    def _is_copied(self) -> bool:
        return self._participant.session.copied is not None

    def _make_deeds(self) -> "Deeds":
        from counterpoint.ui.editing.deeds import Deeds  # not before something is changed

        from .ground import ComparisonGround

        return Deeds(self._participant, ComparisonGround(self._view))

    def _on_walked(self, target: Target) -> None:
        self._session.choose(target, How.WALKED_TO, self)

    def _on_jump(self, key: str) -> None:
        self._agreement.take_cursor()
        self._navigator.jump(key)

    def _on_import(self) -> None:
        self._participant.sources().files_wanted.emit()

    def _on_typed(self, words: str) -> None:
        """What was typed at a claim goes on in its note."""
        self._agreement.take_cursor()
        self._session.write(Writing(words=words), self)

    def _on_note(self, target: Target) -> None:
        self._navigator.note_on(target)

    def _on_like(self, target: Target) -> None:
        self._session.seek(Seeking(target))

    def _on_dropped(self, dragged: "Dragged", place: GridPosition) -> None:
        """Words of a source were dropped on a cell, or on a claim in it."""
        at = self._view.grid.grid_model.target(place)
        self._session.link(Linking(dragged.source, dragged.span, at), self)

    def _compose(self, widget: QWidget) -> Composing:
        """What is composed in a widget goes into the note on what is chosen."""
        made = Composing(widget, self._note_field)
        made.began.connect(self._on_composing)
        made.done.connect(self._on_composed)
        return made

    def _on_composing(self) -> None:
        """The note is made visible; the focus stays where it is."""
        self._agreement.take_cursor()
        self._session.write(Writing(focus=False), self)

    def _on_composed(self) -> None:
        self._session.write(Writing(), self)

    def _on_arranged(self, arrangement: Arrangement) -> None:
        before = self._session.arrangement.order
        self._session.arrange(arrangement, self)
        if before != arrangement.order and set(before) == set(arrangement.order):
            from counterpoint.application.library.ordering import ApproachesOrdered

            self._session.history.do(ApproachesOrdered(self._session, before, arrangement.order))

    def _on_question_moved(self, question: str, before: str) -> None:
        self._view.deeds.place_question(question, before)

    # What others do

    def _on_library(self, _by: object) -> None:
        library = self._session.library
        if library is not None:
            arrangement = self._session.arrangement
            self._view.set_library(library.contents, library.approach, arrangement)
            self._show_noted()

    def _on_edited(self, _by: object) -> None:
        library = self._session.library
        if library is not None:
            arrangement, edited = self._session.arrangement, self._session.edited
            self._view.take_up(library.contents, library.approach, arrangement, edited)

    def _on_arrangement(self, by: object) -> None:
        if by is not self:
            self._view.set_arrangement(self._session.arrangement)
        self._agreement.settle()

    def _on_selection(self, by: object) -> None:
        selection = self._session.selection
        if by is self:
            return
        if selection.how is How.GONE_TO:
            if selection.target == WHOLE_COMPARISON and self._session.view != NAME:
                self._whole_elsewhere = selection
            elif selection.target.kind not in _OF_PAGES:
                self._view.bring(selection.target)
        elif selection.how is How.RESTORED:
            self._view.select(selection.target)
            self._agreement.settle()

    def _on_asking(self, _by: object) -> None:
        asking = self._session.asking
        if asking is None or asking.pane != NAME:
            return
        if asking.target is not None:
            self._view.bring(asking.target)
        self._view.deeds.go_on(asking)

    def _on_view(self, _by: object) -> None:
        """What is chosen in the view that is shown is what notes are on."""
        selection = self._session.selection
        if selection.how is How.GONE_TO:
            elsewhere = (
                selection.target.kind in (TargetKind.SOURCE, *_OF_PAGES)
                or selection is self._whole_elsewhere
            )
        else:
            elsewhere = selection.target.kind is not TargetKind.PASSAGE
        if self._session.view == NAME and elsewhere:
            self._agreement.come_back()

    def _show_noted(self) -> None:
        self._soon.stop()
        if self._session.notebook is not None:
            counts = Counter(note.target for note in self._session.notebook.notes.all())
            self._view.set_noted(Noted(counts), self._notes_on)

    def _notes_on(self, target: Target) -> list[str]:
        notebook = self._session.notebook
        return [] if notebook is None else [first_words(n) for n in notebook.notes.on(target)]

    def _answers(self, key: str) -> list[str]:
        from counterpoint.ui.session.answer_lines import answer_lines

        library, placed = self._session.library, self._session.find(key)
        return [] if placed is None or library is None else answer_lines(library, placed)
