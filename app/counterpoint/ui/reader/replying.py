"""Says what the words answer that are selected in the reader."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect

from counterpoint.application.editing.passages import NothingSelected, passage_at
from counterpoint.application.library.opened_library import SourceAltered, Unreadable
from counterpoint.application.library.session import Asking
from counterpoint.domain.editing.cells import claim_in
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.note import TargetKind
from counterpoint.domain.span import Span
from counterpoint.ui.actions.works_on import WorksOn, lacking
from counterpoint.ui.editing.asker import Asker
from counterpoint.ui.editing.placed import Placed
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.session.participant import Participant

if TYPE_CHECKING:
    from counterpoint.application.editing.asking.fields import Asked
    from counterpoint.application.editing.desk import LibraryDesk


class Replying(QObject):
    """Belongs to one reader."""

    def __init__(self, reader: ReaderPane, participant: Participant) -> None:
        super().__init__(reader)
        self._reader = reader
        self._session = participant.session
        self._say = participant.signals.said.emit
        self.asker = Asker(participant, reader, reader.view.setFocus)

    def begin(self, span: Span | None) -> None:
        """The words at `span` answer the evidence that is chosen, or what is said then."""
        from counterpoint.application.editing.asking.evidence import number_of
        from counterpoint.application.editing.asking.replies import ask_new_reply

        selected = None if span is None else self.selected(span)
        if span is None or selected is None:
            self._say(lacking(WorksOn.WORDS))
            return
        target = self._session.target
        asking = Asking("reader", lambda replying: replying.begin(span), source=selected.source)
        self.asker.again = lambda session: session.ask(asking)

        def make(desk: "LibraryDesk") -> "Asked":
            marked: PassageForm | None = None
            if target.kind is TargetKind.EVIDENCE:
                claim = claim_in(desk.approach(target.approach), target.claim)
                marked = claim.evidence[number_of(desk, target)].passage
            return ask_new_reply(desk, by=selected, to=marked)

        self.asker.ask(make, partial(self._placed, span))

    def selected(self, span: Span) -> PassageForm | None:
        """The words at `span`, as they are quoted."""
        source, library = self._reader.source, self._session.library
        if source is None or library is None:
            return None
        try:
            return passage_at(source, library.text(source.id), span, ())
        except NothingSelected:
            return None
        except (Unreadable, SourceAltered):
            self._session.call_stale(self)
            return None

    def _placed(self, span: Span) -> Placed:
        on_screen = self._reader.view.screen_rectangle(span)
        corner = self._reader.mapFromGlobal(on_screen.bottomLeft())
        return Placed(QRect(corner, on_screen.size()))
