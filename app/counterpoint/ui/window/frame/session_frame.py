"""What stands around the panes follows the session, and asks things of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.arrangement import Arrangement, Depth, Rows
from counterpoint.application.library.session import How, Session
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.source import short_names
from counterpoint.labels.claim_filter import part_in_words
from counterpoint.labels.text import isolated
from counterpoint.labels.translation import tr
from counterpoint.ui.session.signals import SessionSignals
from counterpoint.ui.widgets.plain_text import window_title
from counterpoint.ui.window import panes

from .problem_reports import ProblemReports
from .status_line import StatusLine
from .summary import counts_of, detail_of
from .top_bar import TopBar

if TYPE_CHECKING:
    from counterpoint.ui.comparison.arranger import Arranger

PROGRAM = "Counterpoint"


class SessionFrame(QObject):
    """The window's title, the bar, the status line and the check marks of the menus, for one
    session."""

    def __init__(
        self,
        signals: SessionSignals,
        arranger: "Arranger",
        window: QWidget,
        bar: TopBar,
        status: StatusLine,
        reports: ProblemReports,
        show_checks: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session: Session = signals.session
        self._arranger = arranger
        self._window, self._bar, self._status, self._reports = window, bar, status, reports
        self._show_checks = show_checks
        signals.said.connect(status.say_briefly)
        signals.shown.connect(status.show_message)
        signals.library_changed.connect(self._on_library)
        signals.library_edited.connect(self._on_library)
        signals.told.connect(self._on_told)
        signals.arrangement_changed.connect(self._on_arrangement)
        signals.view_changed.connect(self._on_view)
        signals.focus_wanted.connect(self._on_view)
        signals.notes_changed.connect(self._on_notes)
        bar.views.chosen.connect(self._show_view)
        bar.depths.chosen.connect(self._set_depth)
        bar.rows.chosen.connect(self._set_rows)
        bar.filter_removed.connect(self._remove_filter)
        reports.closed.connect(self._focus_view)
        reports.led.connect(self._lead)
        self._on_view(None)

    # What the session tells

    def _on_library(self, _by: object) -> None:
        library = self._session.library
        if library is None:
            return
        contents = library.contents
        self._bar.show_library(contents.title, detail_of(contents))
        self._bar.show_rows(self._session.view == "compare")
        self._window.setWindowTitle(window_title(f"{isolated(contents.title)} – {PROGRAM}"))
        self._reports.set_library(library)
        self._on_arrangement(None)

    def _on_told(self, _by: object) -> None:
        if self._session.library is not None:
            self._reports.set_library(self._session.library)

    def _on_arrangement(self, _by: object) -> None:
        arrangement = self._session.arrangement
        self._bar.depths.set_choice(arrangement.depth.value)
        self._bar.rows.set_choice(arrangement.rows.value)
        self._bar.show_filters(self._filters(arrangement))
        if self._session.library is not None:
            self._status.show_counts(counts_of(self._session.library.contents, arrangement.shown))
        self._show_checks()

    def _filters(self, arrangement: Arrangement) -> list[tuple[str, object]]:
        library = self._session.library
        sources = () if library is None else library.contents.sources
        short = short_names(sources)
        gaps: list[tuple[str, object]] = []
        if arrangement.rows is Rows.GAPS:
            gaps = [(tr("Only gaps"), Rows.GAPS)]
        return gaps + [(part_in_words(each, short), each) for each in arrangement.filter.parts()]

    def _on_view(self, _by: object) -> None:
        self._bar.views.set_choice(panes.chosen_with(self._session.view))
        if self._session.library is not None:
            self._bar.show_rows(self._session.view == "compare")

    def _on_notes(self, _by: object) -> None:
        if self._session.notebook is not None:
            self._reports.set_notes(self._session.notebook.problems)

    # What the bar and the panel of problems ask

    def _lead(self, approach: str, dimension: str) -> None:
        """To a cell, whether or not its approach is a column yet."""
        self._session.arrange(self._session.arrangement.show(approach))
        self._session.show_view("compare")
        self._session.choose(Target(TargetKind.POSITION, approach, dimension), How.GONE_TO, None)
        self._focus_view()

    def _show_view(self, view: str) -> None:
        self._session.show_view(view)

    def _set_depth(self, depth: str) -> None:
        self._arranger.set_depth(Depth(depth))

    def _set_rows(self, rows: str) -> None:
        self._arranger.set_rows(Rows(rows))

    def _remove_filter(self, part: object) -> None:
        if isinstance(part, ClaimFilter):
            self._arranger.show_claims(self._session.arrangement.filter.without(part))
        else:
            self._arranger.set_rows(Rows.ALL)
        if not self._bar.has_focus():
            self._focus_view()

    def _focus_view(self) -> None:
        self._session.focus_view()
