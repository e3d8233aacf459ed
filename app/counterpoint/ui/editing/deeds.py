"""What a person does to the library in a pane: words, makes, moves and deletes what is chosen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.domain.note import Target, TargetKind
from counterpoint.labels import editing as words
from counterpoint.ui.session.participant import Participant

from .asker import Asker
from .placed import Placed

if TYPE_CHECKING:
    from counterpoint.application.editing.asking.fields import Asked
    from counterpoint.application.editing.desk import LibraryDesk


class Ground(Protocol):
    """What a pane says of what is chosen in it."""

    @property
    def host(self) -> QWidget:
        """Over which panels stand."""
        ...

    def chosen(self) -> Target | None: ...
    def placed(self, target: Target) -> Placed: ...
    def take_focus(self) -> None: ...
    def go_on(self, by: int) -> bool:
        """To what comes next (1) or before (-1); whether there is any."""
        ...


class Deeds(QObject):
    """Belongs to one pane."""

    def __init__(self, participant: Participant, ground: Ground) -> None:
        super().__init__(ground.host)
        self._participant = participant
        self._ground = ground
        self.asker = Asker(participant, ground.host, ground.take_focus)

    def edit(self) -> None:
        """What is chosen is worded or said otherwise, at its place."""
        target = self._ground.chosen()
        if target is None:
            self._participant.signals.said.emit(words.nothing_chosen())
            return
        make = _maker(target)
        if make is None:
            self._participant.signals.said.emit(words.nothing_chosen())
            return
        self.asker.ask(make, partial(self._ground.placed, target), self._go_on)

    def _go_on(self, by: int) -> None:
        if self._ground.go_on(by):
            self.edit()


def _maker(target: Target) -> "Callable[[LibraryDesk], Asked] | None":
    """What is asked of a target; None of what is not changed here."""
    from counterpoint.application.editing.asking import answers, claims, evidence, heads, questions

    match target.kind:
        case TargetKind.CLAIM:
            return lambda desk: claims.ask_words(desk, target)
        case TargetKind.EVIDENCE:
            return lambda desk: evidence.ask_evidence(desk, target)
        case TargetKind.POSITION:
            return lambda desk: answers.ask_answer(desk, target)
        case TargetKind.APPROACH:
            return lambda desk: heads.ask_head(desk, target.approach)
        case TargetKind.QUESTION:
            return lambda desk: questions.ask_question(desk, target.dimension)
    return None
