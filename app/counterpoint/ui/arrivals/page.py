"""The documents that were brought in a list beside the page of the one that is chosen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.labels import arrival as words
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.session.live_sources import LiveSources
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.focus_proxy import hand_focus_to
from counterpoint.ui.widgets.grouped_rows import ENTRY
from counterpoint.ui.widgets.listed import Listed

from .delegate import ArrivalDelegate
from .detail_view import ArrivalView
from .model import ArrivalRows

_MANY = 200
"""Rows, of which more are laid out a part at a time."""


class ArrivalsPage(QWidget):
    """Follows what is brought into the library. Enter does what is next for a document: it is
    compared with that of which it looks like another version, stored, tried again, or opened;
    Delete takes it off the list."""

    open_requested = Signal(str)
    """The id of a source whose text is wanted."""
    describe_requested = Signal(str)
    """The id of a source whose description is to be corrected."""
    show_requested = Signal(str)
    """The path of a document that is to be shown among its files."""
    keys_changed = Signal()
    """Other keys mean something now."""

    def __init__(
        self,
        live: LiveSources,
        theme: Theme,
        title: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`title` gives what tells a source from others, for its id."""
        super().__init__(parent)
        self._live = live
        self._chosen = ""
        self._seen: set[str] = set()
        """The keys of the documents that are in the list."""
        self._telling = True
        self.rows = ArrivalRows(title, self)
        name = tr("Documents brought into this library")
        listed = Listed(theme, self.rows, ArrivalDelegate(theme, self), name, 320, self)
        self.list = listed.list
        self.view = ArrivalView(theme, title, self)
        listed.add_page(self.view)
        self.setAccessibleName(name)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._on_activated)
        self.view.asked.connect(self._on_asked)
        self.view.bar.files_requested.connect(live.files_wanted)
        self.view.bar.folder_requested.connect(live.folder_wanted)
        self.view.bar.store_all_requested.connect(self.store_all)
        self.view.bar.again_requested.connect(self.try_all_again)
        self.view.work.cancelled.connect(live.cancel)
        live.progressed.connect(self._on_progress)
        live.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Shows the documents as they are now; the one that was chosen stays so, else the next."""
        arrivals, live = self._live.arrivals, self._live
        row = self.list.currentIndex().row()
        self._telling = False
        self.list.set_many(len(arrivals) > _MANY, alike=False)
        self.rows.show_arrivals(arrivals)
        kept = self.rows.row_of(self._chosen)
        self._telling = True
        counts = {each: self._count(each) for each in Standing}
        waiting, out = counts[Standing.WAITS], counts[Standing.LEFT_OUT]
        again = sum(_may_be_tried(each) for each in arrivals)
        self.view.bar.show_state(
            words.summary(counts[Standing.CAME_IN], waiting, out),
            waiting=waiting,
            again=again,
            may_import=not live.read_only,
        )
        if live.at_work:
            self.view.work.show_work(live.doing, 0, 0)
        else:
            self._stay_in_list()
            self.view.work.hide()
        self.list.setVisible(bool(arrivals))
        hand_focus_to(self.list if arrivals else self.view.paper, self)
        if not arrivals:
            self.view.show_nothing(read_only=live.read_only, at_work=live.doing)
            return
        came = self._came_first(arrivals)
        if came is not None and kept >= 0 and not _waits(self.rows.index(kept).data(ENTRY)):
            kept = self.rows.row_of(came.key)
        if kept < 0:
            kept = self._next_after(row)
        self.list.setCurrentIndex(self.rows.index(kept))
        self.keys_changed.emit()

    def _came_first(self, arrivals: Sequence[Arrival]) -> Arrival | None:
        """Of the documents that were not in the list the first that waits, or else the first."""
        new = [each for each in arrivals if each.key not in self._seen]
        self._seen = {each.key for each in arrivals}
        return next(filter(_waits, new), next(iter(new), None))

    def _on_progress(self, done: int, total: int, name: str) -> None:
        said = words.at_work(self._live.doing, done, total, name)
        self.view.work.show_work(said, done, total)

    def chosen(self) -> Arrival | None:
        found = self.list.currentIndex().data(ENTRY)
        return found if isinstance(found, Arrival) else None

    def store_all(self) -> None:
        """What waits, as it was guessed."""
        waiting = [each for each in self._live.arrivals if each.standing is Standing.WAITS]
        self._live.store(waiting)
        self._stay_in_list()

    def try_all_again(self) -> None:
        again = [each for each in self._live.arrivals if _may_be_tried(each)]
        self._live.bring_in([each.preview.document.path for each in again])
        self._stay_in_list()

    def _stay_in_list(self) -> None:
        """The button that was pressed goes, and the one beside it is not to be pressed next."""
        focus = QApplication.focusWidget() or self
        if self.view.bar.isAncestorOf(focus) or self.view.work.isAncestorOf(focus):
            self.list.setFocus()

    def key_hints(self) -> tuple[str, ...]:
        if not self.list.hasFocus():  # elsewhere Enter follows a link or presses a button
            return ()
        key, chosen = in_pane(Context.ARRIVALS, "act"), self.chosen()
        if chosen is None:
            return ()
        match chosen.standing:
            case Standing.WAITS if chosen.is_version_of:
                return (tr("{key} compare", key=key),)
            case Standing.WAITS:
                return (tr("{key} store", key=key),)
            case Standing.LEFT_OUT if not chosen.source:
                return (tr("{key} try again", key=key),)
        return (tr("{key} open", key=key),)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrival = self.chosen()
        if done_by(event, Context.ARRIVALS) == "remove" and arrival is not None:
            self._live.leave_out(arrival)
        else:
            super().keyPressEvent(event)

    def _count(self, standing: Standing) -> int:
        return sum(each.standing is standing for each in self._live.arrivals)

    def _next_after(self, row: int) -> int:
        """Where the cursor goes when what it was on is gone: to what came into its place."""
        for at in range(max(0, row), self.rows.rowCount()):
            if self.rows.index(at).data(ENTRY) is not None:
                return at
        return self.rows.first()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        arrival = current.data(ENTRY) if current.isValid() else None
        if self._telling and isinstance(arrival, Arrival):
            self._chosen = arrival.key
            self.view.show_arrival(arrival)
            self.keys_changed.emit()

    def _on_activated(self, index: QModelIndex) -> None:
        arrival = index.data(ENTRY)
        if not isinstance(arrival, Arrival):
            return
        match arrival.standing:
            case Standing.WAITS if arrival.is_version_of:
                self._on_asked("compare", arrival.is_version_of)
            case Standing.WAITS:
                self._on_asked("store", arrival.key)
            case Standing.CAME_IN:
                self._on_asked("open", arrival.source)
            case Standing.LEFT_OUT:
                deed = "open" if arrival.source else "again"
                self._on_asked(deed, arrival.source or arrival.key)

    def _on_asked(self, action: str, argument: str) -> None:
        arrival = self.chosen()
        match action:
            case "files":
                self._live.files_wanted.emit()
            case "folder":
                self._live.folder_wanted.emit()
            case "open":
                self.open_requested.emit(argument)
            case "describe":
                self.describe_requested.emit(argument)
            case "show":
                self.show_requested.emit(argument)
            case "again" if arrival is not None:
                self._live.bring_in([arrival.preview.document.path])
            case "store" if arrival is not None:
                self._step_on(arrival)
                self._live.store([arrival])
            case "compare" if arrival is not None:
                self._live.compared_with.emit(argument, arrival.preview.document.path)
            case "leave" if arrival is not None:
                self._live.leave_out(arrival)
            case "decide" if arrival is not None:
                what, _, value = argument.partition("=")
                if arrival.standing is Standing.CAME_IN:
                    self._live.read_again_wanted.emit(arrival, what, value)
                else:
                    self._live.read_otherwise(arrival, what, value)

    def _step_on(self, arrival: Arrival) -> None:
        """To the next one that waits, while this one is stored."""
        waiting = [each.key for each in self._live.arrivals if each.standing is Standing.WAITS]
        after = waiting[waiting.index(arrival.key) + 1 :] if arrival.key in waiting else []
        if after:
            self.list.setCurrentIndex(self.rows.index(self.rows.row_of(after[0])))


def _waits(entry: object) -> bool:
    return isinstance(entry, Arrival) and entry.standing is Standing.WAITS


def _may_be_tried(arrival: Arrival) -> bool:
    """What the library has already would only be left out again."""
    return arrival.standing is Standing.LEFT_OUT and not arrival.source
