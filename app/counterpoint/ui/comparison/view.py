"""The comparison as a pane: the grid, its arrangement, its peek, its menus, its empty states."""

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from counterpoint.application.library.arrangement import Arrangement, Depth
from counterpoint.application.library.page import Page, PageKind, pair_beside
from counterpoint.application.library.sheet import Sheet, sheet
from counterpoint.domain.approach import Approach, ApproachSummary, Dimension
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.library import Library
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.source import Source
from counterpoint.labels.claim_filter import part_in_words
from counterpoint.labels.position import shown_line
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.comparison.grid.cell_content import MORE
from counterpoint.ui.comparison.grid.grid import Grid
from counterpoint.ui.comparison.grid.navigation import (
    GridPosition,
    Step,
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
from .opening import Opening

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface

    from counterpoint.ui.comparison.peek.peek import Peeker
    from counterpoint.ui.comparison.peek.peek_text import Answers, NotesOn

    from .empty import EmptyState
    from .map.depth import MapDepth


def _interface(grid: Grid) -> "QAccessibleInterface":
    """Only where a screen reader asks."""
    from .grid.accessible import GridInterface

    return GridInterface(grid)


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
    note_requested = Signal(object)
    """A note is to be written on something: its Target."""
    page_wanted = Signal(object)
    """A question, or two approaches, are to be opened as a page: the Page."""
    table_wanted = Signal(object)
    """Answers are to be copied as a table: those of a Target."""
    said = Signal(str)
    """Something that the person is to know."""
    copy_requested = Signal(object)
    """Something is to be copied, with its quotations and citations: its Target."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.dimensions: tuple[Dimension, ...] = ()
        """All of the library, whether shown or not."""
        self._sources: tuple[Source, ...] = ()
        self._heads: dict[str, ApproachSummary] = {}
        self._short: dict[str, str] = {}
        self._read: dict[str, Approach] = {}
        self._approach: Callable[[str], Approach] = self._read.__getitem__
        self._empty: EmptyState | None = None
        self._map: MapDepth | None = None
        self._peeker: Peeker | None = None
        self._answers: Answers | None = None
        self._notes: NotesOn | None = None
        self._arrangement = Arrangement()
        self._jumped = -1
        self.compose: Callable[[QWidget], Composing | None] = lambda _widget: None
        """Gives what composes into a note what an input method composes in a widget."""
        self._style = Style(theme, {}, ClaimFilter())
        self.grid = Grid(self._style, self)
        self.grid.interface = _interface
        self._head_controls = HeaderControls(self.grid)
        self.arranger = Arranger(self, self.grid, theme)
        self.opening = Opening(self, self.grid)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.grid)
        self._connect()

    def _connect(self) -> None:
        grid = self.grid
        self._theme.changed.connect(self._on_look_changed)
        grid.chosen.connect(self.selection_changed)
        grid.place_changed.connect(self._on_place_changed)
        grid.activated_evidence.connect(self._jump_to)
        grid.cell_clicked.connect(self._on_cell_clicked)
        grid.more_clicked.connect(self.opening.toggle_inferred)
        grid.sign_clicked.connect(self.opening.toggle)
        grid.open_wanted.connect(self.opening.open)
        grid.unfold_wanted.connect(self.arranger.unfold)
        grid.hovered.connect(self._point_at)
        grid.disturbed.connect(self._close_peek)
        grid.menu_wanted.connect(self._open_cell_menu)
        heads = self._head_controls
        heads.fold_wanted.connect(self.arranger.toggle_fold)
        heads.width_wanted.connect(self.arranger.set_width)
        heads.move_wanted.connect(self.arranger.move)
        heads.pointed_at.connect(self._point_at)
        heads.approach_menu_wanted.connect(self._open_approach_menu)
        heads.dimension_menu_wanted.connect(self._open_dimension_menu)

    @property
    def empty(self) -> "EmptyState":
        """Made when there is first nothing to show, so that the window is painted sooner."""
        if self._empty is None:
            from .empty import EmptyState

            self._empty = made = EmptyState(self)
            made.dress(self._style)
            made.pressed.connect(self._on_empty_pressed)
            self._stack.addWidget(made)
        return self._empty

    @property
    def map(self) -> "MapDepth":
        """Made when it is first shown, so that the window is painted sooner."""
        if self._map is None:
            from .map.depth import MapDepth

            self._map = made = MapDepth(self, self, self.grid, self._style)
            made.view.composing = self.compose(made.view)
            made.view.peek_wanted.connect(self._peek_at)
            made.view.hovered.connect(self._point_at)
            made.view.disturbed.connect(self._close_peek)
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
        """Made when something is first peeked at, so that the window is painted sooner."""
        if self._peeker is None:
            from counterpoint.ui.comparison.peek.peek import Peeker

            self._peeker = Peeker(self)
            self._peeker.wanted.connect(self._peek_at)
        return self._peeker

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
        self.dimensions = library.dimensions
        self._heads = {head.id: head for head in library.approaches}
        self._sources = library.sources
        self._short = {source.id: source.short for source in library.sources}
        self._approach = approach
        self._read.clear()
        self.grid.grid_model.set_replies(library.replies)
        shown = Arrangement.first(library.approaches) if arrangement is None else arrangement
        self._put(self._known(shown), renew=True)

    def set_answers(self, answers: "Answers") -> None:
        """Sets where the peek finds the lines that say what answers a piece of evidence."""
        self._answers = answers

    def set_noted(self, noted: Noted, notes: "NotesOn") -> None:
        """Shows which things have notes; `notes` gives the lines that the peek says of them."""
        self._notes = notes
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
        return tuple(self._heads)

    def say(self, words: str) -> None:
        self.said.emit(words)

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Takes up an arrangement without telling of it. Approaches that the library does not have
        are left out."""
        self._put(self._known(arrangement))

    def _known(self, arrangement: Arrangement) -> Arrangement:
        """The arrangement with all approaches of the library and no others."""
        order = tuple(id for id in arrangement.order if id in self._heads)
        order += tuple(id for id in self._heads if id not in order)
        kept = {**arrangement.to_dict(), "order": list(order)}
        return Arrangement.from_dict(kept, self._heads.values(), self.dimensions, self._sources)

    def arrange(self, arrangement: Arrangement) -> None:
        """Takes up a change that the person asked for, and emits it."""
        if arrangement != self._arrangement:
            self._put(arrangement)
            self.arrangement_changed.emit(arrangement)

    def _put(self, arrangement: Arrangement, *, renew: bool = False) -> None:
        before, self._arrangement = self._arrangement, arrangement
        self._close_peek()
        content = sheet(arrangement, self.dimensions, self._read_approach)
        self._read = {approach.head.id: approach for approach in content.approaches}
        at_map = arrangement.depth is Depth.MAP
        if at_map:  # first, as a grid that is hidden is not laid out
            self._show_state(content)
        same = (
            not renew
            and before.transposed == arrangement.transposed
            and before.filter == arrangement.filter
            and content == self.grid.grid_model.sheet
        )
        seen = arrangement._replace(folded=content.folded(arrangement))
        if same:
            self.grid.refold(seen)
        else:
            self._restyle()
            self.grid.show_sheet(content, seen, self._short)
        if not at_map:
            self._show_state(content)

    def _read_approach(self, id: str) -> Approach:
        if id not in self._read:
            self._read[id] = self._approach(id)
        return self._read[id]

    def _restyle(self) -> None:
        self._style = Style(self._theme, self._short, self._arrangement.filter)
        self.grid.restyle(self._style)
        if self._map is not None:
            self._map.view.restyle(self._style)
        if self._empty is not None:
            self._empty.dress(self._style)

    def _on_look_changed(self) -> None:
        self._close_peek()
        self._restyle()

    def _show_state(self, content: Sheet) -> None:
        """Shows the grid, or says why there is none."""
        arrangement = self._arrangement
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
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
                self._short,
                has_approaches=bool(self._heads),
                has_dimensions=bool(self.dimensions),
            )
            self._stack.setCurrentWidget(self.empty)
            self.setFocusProxy(self.empty.button)
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.corner_header.set_text(
            shown_line(
                len(content.dimensions),
                len(self.dimensions),
                len(content.approaches),
                len(self._heads),
            )
        )

    def _on_empty_pressed(self) -> None:
        if self._arrangement.columns:
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
        return bool(target.approach) and not self.grid.grid_model.shows(target)

    def _on_place_changed(self) -> None:
        self._jumped = -1

    # Jumping, peeking, copying

    def activate(self) -> None:
        """Enter: jumps to the evidence; again, opens an answer, or goes to the next of the same
        claim. Unfolds a folded cell."""
        if self.map_shown is not None:
            self.map_shown.activate()
            return
        place = self.grid.place()
        if place is None or place.on_head:
            return
        model = self.grid.grid_model
        if model.is_folded(place.row, place.column):
            self.arranger.unfold(model.dimension(place.row, place.column).id)
            return
        if place.claim is None:
            self._activate_cell(place)
            return
        if place.claim == MORE:
            self.opening.toggle_inferred(place)
            return
        pieces = model.pieces(place)
        if not pieces:
            return
        if place.evidence is not None:
            self._jump_to(place.evidence)
        elif self._jumped < 0:
            self._jump_to(-1)
        else:
            self._jump_to((self._jumped + 1) % len(pieces))

    def _activate_cell(self, place: GridPosition) -> None:
        """Jumps to the passage that carries its answer best; the same again opens the cell, and so
        does the first time where there is no answer."""
        leading = self.grid.grid_model.leading(place)
        if leading is not None and (self._jumped < 0 or not self.opening.can_open(place)):
            self._jumped = 0
            self.jump_requested.emit(leading.key)
        else:
            self.opening.open(place)

    def _on_cell_clicked(self, again: bool) -> None:
        """A first click on a cell without an answer only chooses it."""
        place, model = self.grid.place(), self.grid.grid_model
        if place is None or model.is_folded(*place[:2]):
            return
        if again or model.is_answered(*place[:2]):
            self._activate_cell(place)

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

    def _jump_to(self, which: int) -> None:
        """To a piece of the current claim by number, or to the leading one (-1): the first that
        passes the filter."""
        place = self.grid.place()
        if place is None or place.claim is None or place.claim == MORE:
            return
        pieces = self.grid.grid_model.pieces(GridPosition(place.row, place.column, place.claim))
        if which < 0:
            passes = self._arrangement.filter.fits
            fitting = [number for number, piece in enumerate(pieces) if passes(piece)]
            which = fitting[0] if fitting else 0
        self._jumped = which
        self.jump_requested.emit(pieces[which].key)

    def next_evidence(self) -> None:
        """Goes to the next piece of evidence in the cell."""
        self._walk(next_evidence)

    def previous_evidence(self) -> None:
        self._walk(previous_evidence)

    def _walk(self, step: Step) -> None:
        """A peek that was asked for goes with the cursor."""
        peeks = self._peeker is not None and self._peeker.was_asked_for
        self.grid.walk(step)
        place = self.grid.place()
        if peeks and place is not None:
            self._peek_at(place)
            announce(self.grid, self.peeker.card.accessibleName())

    def peek(self) -> None:
        """Space: opens the peek of what the cursor is on, or closes it."""
        if self.peeker.is_open:
            self.peeker.close()
        elif self.map_shown is not None:
            self._peek_at(self.map_shown.view.place())
        elif place := self.grid.place():
            self.grid.go(place, by_person=True)
            self._peek_at(place)
            # The card takes no focus, so a screen reader would not come to it.
            announce(self.grid, self.peeker.card.accessibleName())

    def _peek_at(self, key: object) -> None:
        """`key` is a GridPosition, the Dimension whose head the mouse is on, or a Place of the
        map."""
        from counterpoint.ui.comparison.peek import peek_subject, peek_text

        subject = None
        if self.map_shown is not None:
            answers = self._answers or peek_text.no_answers
            subject = self.map_shown.subject(key, self._short, answers, self._notes)
        elif isinstance(key, Dimension):
            subject = peek_subject.of_dimension(self.grid, key)
        elif isinstance(key, GridPosition):
            subject = peek_subject.of_place(
                self.grid, key, self._heads, self._short, self._answers or peek_text.no_answers
            )
        if subject is not None:
            groups = subject.groups
            if self._notes is not None and isinstance(key, GridPosition):
                groups += peek_text.of_notes(self._notes(self.grid.grid_model.target(key)))
            columns = None if self.map_shown is not None else self.grid.columns_on_screen()
            self.peeker.open(groups, subject.colour, self._style, subject.beside, columns)

    def _point_at(self, key: object) -> None:
        """The mouse is on something that can be peeked at, or on nothing (None)."""
        self.peeker.point_at(key)

    def _close_peek(self) -> None:
        if self._peeker is not None:
            self._peeker.close()

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
        if pair is not None:
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

    # Menus and keys

    def _open_cell_menu(self, place: GridPosition, point: QPoint) -> None:
        if place.on_head:
            self._open_approach_menu(place, point)
        else:
            from .menus import ClaimMenu

            ClaimMenu(self, self, self.opening, place, self._filters_at(place)).popup(point)

    def _filters_at(self, place: GridPosition) -> Iterator[tuple[str, Callable[[], None]]]:
        """What can be shown alone of that at a place: its voice, and its source."""
        model = self.grid.grid_model
        pieces = () if place.claim == MORE else model.pieces(place)
        piece = pieces[0] if pieces else model.leading(place)
        if piece is None:
            return
        parts = [ClaimFilter(source=piece.source)]
        if piece.voice:
            parts.insert(0, ClaimFilter(voice=piece.voice[-1]))
        for part in parts:
            narrowed = self._arrangement.filter.with_part(part)
            yield part_in_words(part, self._short), partial(self.arranger.show_claims, narrowed)

    def _open_dimension_menu(self, dimension: str, point: QPoint) -> None:
        from .menus import DimensionMenu

        folded = dimension in self.folded
        DimensionMenu(self, self, self.arranger, dimension, folded=folded).popup(point)

    def _open_approach_menu(self, place: GridPosition, point: QPoint) -> None:
        from .menus import ApproachMenu

        across = self.grid.grid_model.headers_across
        at = place.column if across else place.row
        of = len(self.grid.grid_model.sheet.approaches)
        ApproachMenu(self, self, self.arranger, place=at, of=of, across=across).popup(point)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.peeker.is_open:
            self.peeker.close()
            return
        if self.map_shown is not None and self.map_shown.handle(event):
            return
        context = Context.COMPARISON if self.map_shown is None else Context.MAP
        done = done_by(event, context)
        action = self._commands.get(done)
        if done == "close" and self.opening.close(self.grid.place()):
            return
        if action is not None:
            action()
        elif typed_text(event).strip():
            self.typed.emit(event.text())
        else:
            event.ignore()
