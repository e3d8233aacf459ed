"""The comparison as a pane: the grid, its arrangement, its peek, its menus, its empty states."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from counterpoint.application.library.arrangement import Arrangement, Depth
from counterpoint.application.library.edited import Edited
from counterpoint.application.library.page import Page, PageKind, pair_beside
from counterpoint.application.library.sheet import Sheet, sheet
from counterpoint.domain.approach import Approach, ApproachSummary, Dimension
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.library import Library
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.domain.source import Source, short_names
from counterpoint.labels.position import shown_line
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import (
    first,
    next_evidence,
    previous_evidence,
)
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.comparison.header.header_controls import HeaderControls
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.composing import Composing
from counterpoint.ui.widgets.typed_text import typed_text

from .arranger import Arranger
from .commands import commands
from .jumping import Jumping
from .menu_opening import MenuOpening
from .opening import Opening
from .peeking import Peeking

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from counterpoint.ui.comparison.peek.peek import Peeker
    from counterpoint.ui.comparison.peek.peek_text import Answers, NotesOn
    from counterpoint.ui.editing.deeds import Deeds

    from .empty import EmptyState
    from .map.depth import MapDepth

_OF_A_CELL = ("activate", "open-row", "peek", "unfold", "next-evidence")
"""Keys that go to the first cell where the cursor is on nothing yet, and do there what they do."""


def _interface(grid: Grid) -> "QAccessibleInterface":
    """Only where a screen reader asks."""
    from .grid.accessible import GridInterface

    return GridInterface(grid)


def _nobody() -> "Deeds":
    raise RuntimeError("the comparison takes part in no session")


class ComparisonView(QWidget):
    """Approaches side by side. Give it a library, then an arrangement; listen to what is chosen.

    What changes the arrangement is asked of its `arranger`.
    """

    selection_changed = Signal(object)
    """The person chose something: its Target. Not sent by `select`."""
    jump_requested = Signal(str)
    """The key of the evidence whose passage is to be shown."""
    arrangement_changed = Signal(object)
    """The Arrangement now in force, when it was changed from within."""
    choose_requested = Signal()
    """The person wants to choose which approaches are shown."""
    typed = Signal(str)
    """A letter, while the cursor is here: the beginning of a note."""
    import_requested = Signal()
    """Documents are to be brought in."""
    note_requested = Signal(object)
    """A note is to be written on something: its Target."""
    like_requested = Signal(object)
    """What others are to be like: a Target."""
    page_wanted = Signal(object)
    """A question, or two approaches, are to be opened as a page: the Page."""
    table_wanted = Signal(object)
    """Answers are to be copied as a table: those of a Target."""
    said = Signal(str)
    """Something that the person is to know."""
    question_moved = Signal(str, str)
    """A question was dragged before another one; "": to the end."""
    copy_requested = Signal(object)
    """Something is to be copied, with its quotations and citations: its Target."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.dimensions: tuple[Dimension, ...] = ()
        """All of the library, whether shown or not."""
        self._sources: tuple[Source, ...] = ()
        self.heads: dict[str, ApproachSummary] = {}
        """Those of all approaches, by id."""
        self.short: dict[str, str] = {}
        """The short names of sources, by id."""
        self._read: dict[str, Approach] = {}
        self._approach: Callable[[str], Approach] = self._read.__getitem__
        self._empty: EmptyState | None = None
        self._map: MapDepth | None = None
        self._deeds: Deeds | None = None
        self._arrangement = Arrangement()
        self.compose: Callable[[QWidget], Composing | None] = lambda _widget: None
        """Gives what composes into a note what an input method composes in a widget."""
        self.make_deeds: Callable[[], Deeds] = _nobody
        self.is_copied: Callable[[], bool] = bool
        """Whether a claim was copied that can be put into a cell."""
        """Makes what changes the library here."""
        self.look = Style(theme, {}, ClaimFilter())
        """What the theme makes of it now."""
        self.grid = Grid(self.look, self)
        self.grid.interface = _interface
        self._head_controls = HeaderControls(self.grid)
        self.arranger = Arranger(self, self.grid, theme)
        self.opening = Opening(self, self.grid)
        self.jumping = Jumping(self.grid, self.arranger, self.opening)
        self.peeking = Peeking(self, self.grid, self)
        self._menus = MenuOpening(self, self.grid, self.arranger, self.opening, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.grid)
        self._connect()

    @property
    def deeds(self) -> "Deeds":
        """What can be done to the library here; made when that is first wanted, once the pane takes
        part in a session."""
        if self._deeds is None:
            self._deeds = self.make_deeds()
            self.grid.disturbed.connect(self._deeds.asker.follow)
        return self._deeds

    def can_paste(self) -> bool:
        """Whether a claim was cut or copied that can be put into a cell."""
        return self.is_copied() or (self._deeds is not None and self._deeds.can_paste())

    def _connect(self) -> None:
        grid = self.grid
        grid.edit_wanted.connect(lambda: self.deeds.edit())
        grid.dropped.connect(lambda what, to, copy: self.deeds.drop(what, to, copy=copy))
        self._theme.changed.connect(self._on_look_changed)
        grid.chosen.connect(self.selection_changed)
        self.jumping.wanted.connect(self.jump_requested)
        grid.more_clicked.connect(self.opening.toggle_inferred)
        grid.gathered_clicked.connect(self.opening.show_inferred)
        grid.sign_clicked.connect(self.opening.toggle)
        grid.open_wanted.connect(self.opening.open)
        grid.unfold_wanted.connect(self.arranger.unfold)
        grid.hovered.connect(self.peeking.point_at)
        grid.disturbed.connect(self.peeking.close)
        grid.menu_wanted.connect(self._menus.of_cell)
        heads = self._head_controls
        heads.fold_wanted.connect(self.arranger.toggle_fold)
        heads.width_wanted.connect(self.arranger.set_width)
        heads.move_wanted.connect(self.arranger.move)
        heads.question_move_wanted.connect(self.question_moved)
        heads.pointed_at.connect(self.peeking.point_at)
        heads.approach_menu_wanted.connect(self._menus.of_approach)
        heads.dimension_menu_wanted.connect(self._menus.of_dimension)

    @property
    def empty(self) -> "EmptyState":
        """Made when there is first nothing to show, so that the window is painted sooner."""
        if self._empty is None:
            from .empty import EmptyState

            self._empty = made = EmptyState(self)
            made.dress(self.look)
            made.pressed.connect(self._on_empty_pressed)
            made.import_pressed.connect(self.import_requested)
            self._stack.addWidget(made)
        return self._empty

    @property
    def map(self) -> "MapDepth":
        """Made when it is first shown, so that the window is painted sooner."""
        if self._map is None:
            from .map.depth import MapDepth

            self._map = made = MapDepth(self, self, self.grid, self.look)
            made.view.composing = self.compose(made.view)
            made.view.peek_wanted.connect(self.peeking.at)
            made.view.hovered.connect(self.peeking.point_at)
            made.view.disturbed.connect(self.peeking.close)
            made.chosen.connect(self.selection_changed)
            made.answer_wanted.connect(self._go_to_answer)
            self._stack.addWidget(made.view)
        return self._map

    def prepare(self) -> None:
        """Reads the code of what may be wanted next, while nothing waits for it: that is two frames
        of a first click."""
        from .map import depth  # noqa: F401
        from .peek import peek_subject  # noqa: F401

    @property
    def map_shown(self) -> "MapDepth | None":
        """The map, while it is what is shown."""
        made = self._map
        return made if made is not None and self._stack.currentWidget() is made.view else None

    @property
    def peeker(self) -> "Peeker":
        """The card in which something is peeked at."""
        return self.peeking.peeker

    @cached_property
    def _commands(self) -> dict[str, Callable[[], None]]:
        return commands(self, self.arranger)

    # What is shown

    def visible_widget(self) -> QWidget:
        """What is painted: the grid, the map, or what stands in their place where they would be
        empty."""
        if self.map_shown is not None:
            return self.map_shown.view.viewport()
        return self.grid.viewport() if self._stack.currentWidget() is self.grid else self.empty

    def set_library(
        self,
        library: Library,
        approach: Callable[[str], Approach],
        arrangement: Arrangement | None = None,
    ) -> None:
        """Shows a library in `arrangement`, or as it is first opened. `approach` reads the
        positions of one and is called once for each that is shown."""
        self._take(library, approach)
        self._read.clear()
        shown = Arrangement.first(library.approaches) if arrangement is None else arrangement
        self._put(self._known(shown), renew=True)

    def take_up(
        self,
        library: Library,
        approach: Callable[[str], Approach],
        arrangement: Arrangement,
        edited: Edited,
    ) -> None:
        """Shows a library after a change of it: no more than is another."""
        self._take(library, approach)
        for id in edited.approaches:
            self._read.pop(id, None)
        self._put(
            self._known(arrangement) if edited.frame else self._arrangement,
            renew=edited.frame or edited.replies,
            edited=edited,
        )

    def _take(self, library: Library, approach: Callable[[str], Approach]) -> None:
        self.dimensions = library.dimensions
        self.heads = {head.id: head for head in library.approaches}
        self._sources = library.sources
        self.short = short_names(library.sources)
        self._approach = approach
        self.grid.grid_model.set_replies(library.replies)

    def set_answers(self, answers: "Answers") -> None:
        """Sets where the peek finds the lines that say what answers a piece of evidence."""
        self.peeking.answers = answers

    def set_noted(self, noted: Noted, notes: "NotesOn") -> None:
        """Shows which things have notes; `notes` gives the lines that the peek says of them."""
        self.peeking.notes = notes
        self.grid.set_noted(noted)
        if self._map is not None:
            self._map.view.set_noted(noted)

    def arrangement(self) -> Arrangement:
        return self._arrangement

    @property
    def folded(self) -> frozenset[str]:
        """The questions that are folded as they are seen."""
        return self.grid.grid_model.arrangement.folded

    @property
    def approaches(self) -> tuple[str, ...]:
        """The ids of all, in the order of the library."""
        return tuple(self.heads)

    def say(self, words: str) -> None:
        self.said.emit(words)

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Takes up an arrangement without telling of it. Approaches that the library does not have
        are left out."""
        self._put(self._known(arrangement))

    def _known(self, arrangement: Arrangement) -> Arrangement:
        """The arrangement with all approaches of the library, and no others but as absent."""
        order = arrangement.whole_order
        there = frozenset(order)
        order += tuple(id for id in self.heads if id not in there)
        kept = {**arrangement.to_dict(), "order": list(order)}
        return Arrangement.from_dict(kept, self.heads.values(), self.dimensions, self._sources)

    def arrange(self, arrangement: Arrangement) -> None:
        """Takes up a change that the person asked for, and emits it."""
        if arrangement != self._arrangement:
            self._put(arrangement)
            self.arrangement_changed.emit(arrangement)

    def _put(
        self, arrangement: Arrangement, *, renew: bool = False, edited: Edited | None = None
    ) -> None:
        before, self._arrangement = self._arrangement, arrangement
        self.peeking.close()
        content = sheet(arrangement, self.dimensions, self._read_approach)
        self._read = {approach.head.id: approach for approach in content.approaches}
        at_map = arrangement.depth is Depth.MAP
        if at_map:  # first, as a grid that is hidden is not laid out
            self._show_state(content)
        shown = self.grid.grid_model.sheet
        same = (
            not renew
            and before.transposed == arrangement.transposed
            and before.filter == arrangement.filter
            and content == shown
        )
        seen = arrangement._replace(folded=content.folded(arrangement))
        if same:
            self.grid.refold(seen)
        elif edited is not None and not renew and content.is_laid_out_as(shown):
            self.grid.exchange(content, seen, edited)
        else:
            self._restyle()
            self.grid.show_sheet(content, seen, self.short)
        if not at_map:
            self._show_state(content)

    def _read_approach(self, id: str) -> Approach:
        if id not in self._read:
            self._read[id] = self._approach(id)
        return self._read[id]

    def _restyle(self) -> None:
        self.look = Style(self._theme, self.short, self._arrangement.filter)
        self.grid.restyle(self.look)
        if self._map is not None:
            self._map.view.restyle(self.look)
        if self._empty is not None:
            self._empty.dress(self.look)

    def _on_look_changed(self) -> None:
        self.peeking.close()
        self._restyle()

    def _show_state(self, content: Sheet) -> None:
        """Shows the grid, or says why there is none."""
        arrangement = self._arrangement
        focus = QApplication.focusWidget()
        shown = self._stack.currentWidget()
        # A panel that stands over it keeps the focus: it would take the loss for a wish to keep.
        had_focus = (
            focus is not None
            and shown is not None
            and (focus is shown or shown.isAncestorOf(focus))
        )
        if content.approaches and content.dimensions:
            table: QWidget = self.grid
            if arrangement.depth is Depth.MAP:
                self.map.show(content)
                table = self.map.view
            self._stack.setCurrentWidget(table)
            self.setFocusProxy(table)
        else:
            self.empty.explain(
                arrangement,
                self.short,
                has_sources=bool(self._sources),
                has_approaches=bool(self.heads),
                questions=[each.title for each in self.dimensions],
            )
            self._stack.setCurrentWidget(self.empty)
            self.setFocusProxy(self.empty.first)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.corner_header.set_text(
            shown_line(
                len(content.dimensions),
                len(self.dimensions),
                len(content.approaches),
                len(self.heads),
            )
        )

    def _on_empty_pressed(self) -> None:
        if not self.heads:
            self.deeds.new_approach()
        elif self._arrangement.columns and not self.dimensions:
            self.deeds.new_question()
        elif self._arrangement.columns:
            self.arrange(self._arrangement.all_rows())
        else:
            self.choose_requested.emit()

    # What is chosen

    def selection(self) -> Target | None:
        return self.grid.target() if self.map_shown is None else self.map_shown.view.target()

    def select(self, target: Target) -> bool:
        """Puts the cursor on a target and makes it visible, without telling of it and
        without jumping; unfolds its row and opens its cell if need be. False if it is not shown."""
        if self.map_shown is not None:
            return self.map_shown.select(target)
        self.opening.uncover(target)
        return self.grid.select(target)

    def bring(self, target: Target) -> None:
        """Puts the cursor on a target however the comparison is arranged: its approach is shown,
        filters that hide it are taken away, and the map too where it is a claim."""
        if self.map_shown is not None and target.claim:
            self.arranger.set_depth(Depth.ANSWERS)
        if target.approach:
            self.arranger.show_approach(target.approach)
        if not self.select(target) and target.approach:
            self.arrange(self._arrangement.all_rows())
            self.select(target)

    def hides(self, target: Target) -> bool:
        """Whether a target is something of the comparison that is not shown as it is arranged."""
        if self.map_shown is not None and target.claim:
            return True
        inside = bool(target.approach) or target.kind is TargetKind.QUESTION
        return inside and not self.grid.grid_model.shows(target)

    # Jumping, peeking, copying

    def activate(self) -> None:
        """Enter: to the words that support what the cursor is on."""
        if self.map_shown is not None:
            self.map_shown.activate()
        else:
            self.jumping.activate()

    def open_row(self) -> None:
        """Opens the row to its claims, or closes it."""
        self.opening.toggle_row(self.grid.place())

    def fold(self) -> None:
        """Closes what was opened; else folds the row."""
        if not self.opening.close(self.grid.place()):
            self.arranger.fold_current()

    def unfold(self) -> None:
        """Opens a closed cell; else unfolds the row."""
        if not self.opening.open(self.grid.place()):
            self.arranger.unfold_current()

    def next_evidence(self) -> None:
        """Goes to the next piece of evidence in the cell."""
        self.peeking.walk(next_evidence)

    def previous_evidence(self) -> None:
        self.peeking.walk(previous_evidence)

    def peek(self) -> None:
        """Space: opens the peek of what the cursor is on, or closes it."""
        self.peeking.toggle()

    def _go_to_answer(self, target: Target) -> None:
        """From a letter of the map to its cell."""
        self.arranger.set_depth(Depth.ANSWERS)
        self.select(target)

    def copy(self) -> None:
        """Asks for what the cursor is on to be copied."""
        target = self.selection()
        if target is not None:
            self.copy_requested.emit(target)

    def open_question(self, dimension: str = "") -> None:
        """Asks for a question as a page: that of the cursor where none is named."""
        question = dimension or self.arranger.current_dimension()
        if question:
            self.page_wanted.emit(Page(PageKind.QUESTION, question))

    def open_pair(self) -> None:
        """Asks for the two that are compared on the map, or the approach that the cursor is on
        beside another, as a page."""
        compared = () if self.map_shown is None else self.map_shown.view.pair()
        if len(compared) == 2:
            self.page_wanted.emit(Page(PageKind.PAIR, one=compared[0], other=compared[1]))
            return
        pair = pair_beside(self._arrangement.columns, self.cell().approach)
        if pair is None:
            from counterpoint.labels.page import too_few_to_compare

            self.say(too_few_to_compare())
        else:
            self.page_wanted.emit(pair)

    def copy_table(self, of: Target) -> None:
        """Asks for the answers of a cell, a question or an approach to be copied as a table."""
        self.table_wanted.emit(of)

    def cell(self) -> Target:
        """The cell that the cursor is in, whatever in it the cursor is on."""
        approach, dimension = self.arranger.current_approach(), self.arranger.current_dimension()
        return Target(TargetKind.POSITION, approach or "", dimension or "")

    def write_note(self) -> None:
        """Asks for a note on what the cursor is on."""
        target = self.selection()
        if target is not None:
            self.note_requested.emit(target)

    def more_like(self, dimension: str = "") -> None:
        """Asks for what is like that which the cursor is on, or like a question."""
        target = question_target(dimension) if dimension else self.selection()
        if target is not None:
            self.like_requested.emit(target)

    def note_on_question(self, dimension: str) -> None:
        """Asks for a note on a question."""
        self.note_requested.emit(question_target(dimension))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.peeker.is_open:
            self.peeker.close()
            return
        if self.map_shown is not None and self.map_shown.handle(event):
            return
        context = Context.COMPARISON if self.map_shown is None else Context.MAP
        done = done_by(event, context)
        action = self._commands.get(done)
        if done == "close" and self.opening.escape(self.grid.place()):
            return
        if done in _OF_A_CELL and self.map_shown is None and self.grid.place() is None:
            self.grid.walk(first)
        if action is not None:
            action()
        elif typed_text(event).strip():
            self.typed.emit(event.text())
        else:
            event.ignore()
