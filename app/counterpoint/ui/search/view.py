"""The page of results: a field, what is searched, and what is found as one types."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from counterpoint.application.library.session import Seeking
from counterpoint.application.search.like_this import LikeThis
from counterpoint.application.search.searching import How, Result, Results
from counterpoint.domain.search.narrowing import NO, Chosen, Counts, Facet, Narrowing, toggled
from counterpoint.domain.search.saved import SavedSearch, Within
from counterpoint.labels import search as words
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane, of_action
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clear_button import add_clear_button
from counterpoint.ui.widgets.line_field import LineField, bordered
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_choice import PlainChoice
from counterpoint.ui.widgets.plain_label import PlainLabel

from .chips import Chips
from .chosen_bar import ChosenBar
from .delegate import ResultRow
from .facets import FacetList
from .live import Asked, LiveSearch
from .menu import ResultMenu
from .naming_bar import NamingBar
from .result_list import ResultList
from .rows import RESULT, Names, ResultRows
from .saved_menu import SavedMenu

_WIDE = 600
"""Pixels at zoom 1 of the page, from which on the counts stand beside the results."""
_FACETS, _WIDEST = 200, 300
"""That the counts take at least, and at most."""
_TYPING = 40
"""Milliseconds after a key in which the next one may come."""


class SearchView(QWidget):
    """Who walks through the results sees each in its text; Enter goes there."""

    look_requested = Signal(object)
    """The Result that was walked to."""
    link_requested = Signal(object)
    """The Results that are to be linked to a claim."""
    note_requested = Signal(object, str)
    """The Results on each of which a note is to be written, and its words; "" where it is asked for
    on one."""
    seeking_of: Callable[[Result], Seeking | None]
    """What others are to be like that are to be like a result."""
    like_requested = Signal(object)
    """What others are to be like: a Seeking."""
    go_requested = Signal(object)
    """The Result that was entered."""

    def __init__(
        self,
        live: LiveSearch,
        theme: Theme,
        names: Names,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._theme = theme
        self._shown: Results | None = None
        self._asked: Asked | None = None
        self._narrowing: Narrowing = ()
        self._like: LikeThis | None = None
        self._like_words = ""
        """What the results are like, and what that is called."""
        self._narrowed_by_hand: bool | None = None
        """Whether somebody wants the counts beside the results; None where nobody has said so."""
        self.setAccessibleName(tr("Search everything"))
        self.words = LineField(self)
        self.words.setPlaceholderText(tr("Search everything"))
        self.words.setAccessibleName(tr("Search everything"))
        add_clear_button(self.words)
        self.scope = PlainChoice(theme, tr("What is searched"), self)
        for within in Within:
            self.scope.addItem(words.within(within))
        self.saved = SavedMenu(theme, self)
        self.naming = NamingBar(theme, self)
        self.saved.now = self.search_now
        self.narrow = PlainButton(theme, tr("Narrow"), "", self)
        self.narrow.setCheckable(True)
        self.chips = Chips(theme, names.value, self)
        self.count = PlainLabel(self)
        self.count.setWordWrap(True)
        self.state = PlainLabel(self)
        self.state.setWordWrap(True)
        self.rows = ResultRows(names, self)
        self.list = ResultList(self)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(ResultRow(theme, self.list))
        self.list.setAccessibleName(tr("Results"))
        self.facets = FacetList(theme, names.value, self)
        self.chosen = ChosenBar(theme, self)
        self.empty = PlainLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._pause = QTimer(self, singleShot=True, interval=_TYPING)
        self._pause.timeout.connect(self._ask)
        self._lay_out()
        self.setFocusProxy(self.words)
        self._connect()
        self._apply_theme()
        self._show_nothing(words.how_to())

    def _connect(self) -> None:
        self.words.textChanged.connect(self._on_typed)
        self.words.returnPressed.connect(self._enter_list)
        self.scope.currentIndexChanged.connect(self._ask)
        self.list.clicked.connect(self._on_walked)
        self.list.walked_to.connect(self._on_walked)
        self.list.activated.connect(self._on_entered)
        self.list.selectionModel().selectionChanged.connect(self._on_selection)
        self.list.menu_wanted.connect(self._show_menu)
        self.saved.run_wanted.connect(self.show_search)
        self.saved.name_wanted.connect(self.naming.begin)
        self.naming.left.connect(self.words.setFocus)
        self.chosen.link_wanted.connect(self.link)
        self.chosen.note_wanted.connect(self._write_notes)
        self.chosen.left.connect(self.list.setFocus)
        self.list.narrow_wanted.connect(self._enter_facets)
        self.narrow.clicked.connect(self._on_narrow)
        self.facets.toggled.connect(self._on_toggled)
        self.facets.left.connect(self._enter_list)
        self.chips.removed.connect(self._on_toggled)
        self.chips.left.connect(self._enter_list)
        self._live.answered.connect(self._on_answered)
        self._live.counted.connect(self._on_counted)
        self._live.index.changed.connect(self._tell_state)
        self._theme.changed.connect(self._apply_theme)

    def _lay_out(self) -> None:
        self._line = QHBoxLayout()
        self._line.addWidget(self.words, 1)
        self._line.addWidget(self.scope)
        self._line.addWidget(self.narrow)
        self._line.addWidget(self.saved)
        self._head = QVBoxLayout()
        self._head.addLayout(self._line)
        self._head.addWidget(self.naming)
        self._head.addWidget(self.chips)
        self._head.addWidget(self.count)
        self._head.addWidget(self.state)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        self._body = QHBoxLayout()
        self._body.setSpacing(0)
        self._body.addWidget(self.facets)
        self._body.addWidget(self._stack, 1)
        column.addLayout(self._body, 1)
        column.addWidget(self.chosen)

    @property
    def narrowing(self) -> Narrowing:
        """What the results are narrowed by."""
        return self._narrowing

    @property
    def at_rest(self) -> bool:
        """Whether what is shown is all that there is for what is typed."""
        return self._live.at_rest and not self._pause.isActive()

    def step(self, by: int) -> str:
        """To the next result, or the one before, which is shown in its text; what to say where
        there is none."""
        at = self.rows.next_row(self.list.currentIndex().row(), by)
        if at < 0:
            return tr("There is no further result.") if self.rows.rowCount() else self._none()
        index = self.rows.index(at)
        self.list.setCurrentIndex(index)
        self._on_walked(index)
        return ""

    def seek(self, typed: str) -> None:
        """Searches for `typed`, as if somebody had typed it."""
        self.words.setText(typed)
        self._pause.stop()
        self._ask()

    def show_like(self, like: LikeThis, called: str) -> None:
        """The passages that are most like something; of what is to be linked, only those that
        nobody has linked yet."""
        self._like, self._like_words = like, called
        self._narrowing = (Chosen(Facet.LINKED, NO),) if like.unlinked else ()
        with QSignalBlocker(self.words), QSignalBlocker(self.scope):
            self.words.clear()
            self.scope.setCurrentIndex(list(Within).index(Within.TEXTS))
        self._pause.stop()
        self._ask()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _within(self) -> Within:
        return list(Within)[self.scope.currentIndex()]

    def search_now(self) -> SavedSearch | None:
        """What is asked now, without a name; None where nothing is typed."""
        typed = self.words.text().strip()
        if not typed or self._like is not None:
            return None
        return SavedSearch("", typed, self._within, self._narrowing)

    def show_search(self, search: SavedSearch) -> None:
        """Asks what was kept."""
        self._like, self._narrowing = None, search.narrowing
        with QSignalBlocker(self.words), QSignalBlocker(self.scope):
            self.words.setText(search.query)
            self.scope.setCurrentIndex(list(Within).index(search.within))
        self._pause.stop()
        self._ask()

    def seeking(self) -> Seeking | None:
        """The result that is chosen, as what others are to be like."""
        result = self.list.currentIndex().data(RESULT)
        return self.seeking_of(result) if isinstance(result, Result) else None

    def chosen_results(self) -> list[Result]:
        """Those that are chosen in the list, in its order."""
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        found = (self.rows.index(row).data(RESULT) for row in rows)
        return [each for each in found if isinstance(each, Result)]

    def selection(self) -> object | None:
        """What a note is written on."""
        return self.chosen_results() or None

    def write_note(self) -> None:
        """Asks for a note on what is chosen: on each, where that is several."""
        results = self.chosen_results()
        if len(results) > 1:
            self.chosen.begin_note()
        elif results:
            self.note_requested.emit(results, "")

    def link(self) -> None:
        """Asks for what is chosen to be linked to a claim."""
        self.link_requested.emit(self.chosen_results())

    def _write_notes(self, said: str) -> None:
        self.note_requested.emit(self.chosen_results(), said)

    def _on_selection(self) -> None:
        self.chosen.show_chosen(len(self.list.selectedIndexes()))

    def _show_menu(self, where: QPoint) -> None:
        if self.chosen_results():
            ResultMenu(self, self).popup(where)

    def enter(self) -> None:
        """Goes to the result that is current."""
        self._on_entered(self.list.currentIndex())

    def more_like(self) -> None:
        if (seeking := self.seeking()) is not None:
            self.like_requested.emit(seeking)

    def _on_typed(self) -> None:
        """What is typed is sought in place of what something is like."""
        if self.words.text().strip():
            self._like = None
        self._pause.start()

    def key_hints(self) -> tuple[str, ...]:
        enter = in_pane(Context.SEARCH, "enter")
        step = of_action("next-passage")
        return (tr("{key} go to it", key=enter), tr("{key} next result", key=step))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._live.index.wake()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.SEARCH) == "into" and self.words.hasFocus():
            self._enter_list()
        else:
            super().keyPressEvent(event)

    def _none(self) -> str:
        return tr("Nothing was found yet: search first.")

    def _ask(self) -> None:
        typed = self.words.text()
        asked = Asked(typed, self._within.kinds, self._narrowing, self._like)
        self._asked = asked if typed.strip() or self._like is not None else None
        self._live.ask(self._asked)
        like = words.like(self._like_words) if self._like is not None else ""
        self.chips.show_narrowing(like, self._narrowing)
        if self._asked is None:
            self._shown = None
            self.rows.show_results(())
            self._show_nothing(words.how_to())
        self._arrange()

    def _on_toggled(self, chosen: Chosen | None) -> None:
        """Narrowed by one thing more, or less; None is what the results are like."""
        if chosen is None:
            self._like = None
        else:
            self._narrowing = toggled(self._narrowing, chosen)
        self._ask()

    def _on_narrow(self) -> None:
        self._narrowed_by_hand = self.narrow.isChecked()
        self._arrange()
        if self._narrowed_by_hand:
            self.facets.enter()

    def _enter_facets(self) -> None:
        self._narrowed_by_hand = True
        self._arrange()
        self.facets.enter()

    def _arrange(self) -> None:
        """The counts are beside the results where there is room for both, or somebody wants it."""
        px = self._theme.fonts.px
        self.facets.setFixedWidth(max(px(_FACETS), min(px(_WIDEST), self.width() * 22 // 100)))
        wide = self.width() >= px(_WIDE)
        wanted = wide if self._narrowed_by_hand is None else self._narrowed_by_hand
        self.facets.setVisible(wanted and self._asked is not None)
        self.narrow.setChecked(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _on_answered(self, asked: Asked, results: Results) -> None:
        if asked != self._asked:
            return
        current = self.list.currentIndex().data(RESULT)
        self._shown = results
        self.rows.show_results(results.results)
        if not results.total:
            self._show_nothing(self._why_nothing(asked, results))
            return
        self._stack.setCurrentWidget(self.list)
        row = self.rows.row_of(current) if isinstance(current, Result) else -1
        self.list.setCurrentIndex(self.rows.index(max(1, row)))
        told = [words.found(results.total, len(results.results))]
        if results.how is How.WITHIN_WORDS:
            told.append(words.within_words())
        elif results.how is How.ANY_OF_THEM:
            told.append(words.any_of_them(results.searched))
        if results.left_out:
            told.append(words.too_many(results.left_out))
        self.count.setText("\u2002".join(told))
        self.count.show()

    def _on_counted(self, asked: Asked, counts: Counts) -> None:
        if asked == self._asked and self._shown is not None:
            self.facets.show_counts(counts, asked.narrowing)
            self.rows.show_counts(counts, asked.narrowing, self._shown.total)

    def _why_nothing(self, asked: Asked, results: Results) -> str:
        if asked.like is not None:
            narrowed = asked.narrowing and results.searched
            return words.nothing_like_so_narrowed() if narrowed else words.nothing_like()
        if asked.narrowing:
            return words.nothing_so_narrowed(results.searched)
        return words.nothing(results.searched, words.within_words_of(self._within))

    def _show_nothing(self, why: str) -> None:
        self.empty.setText(why)
        self._stack.setCurrentWidget(self.empty)
        self.count.hide()

    def _tell_state(self) -> None:
        live = self._live.index
        if live.total:
            told = words.being_made(live.done, live.total)
        elif live.why_not:
            told = words.unusable(live.why_not)
        else:
            told = words.made_elsewhere() if live.busy else ""
        self.state.setText(told)
        self.state.setVisible(bool(told))

    def _enter_list(self) -> None:
        if self.rows.rowCount():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_walked(self.list.currentIndex())

    def _on_walked(self, index: QModelIndex) -> None:
        if isinstance(result := index.data(RESULT), Result):
            self.look_requested.emit(result)

    def _on_entered(self, index: QModelIndex) -> None:
        if isinstance(result := index.data(RESULT), Result):
            self.go_requested.emit(result)

    def _apply_theme(self) -> None:
        colours, fonts, px = self._theme.colours, self._theme.fonts, self._theme.fonts.px
        fill(self, colours.paper)
        self._head.setContentsMargins(px(16), px(12), px(16), px(8))
        self._head.setSpacing(px(6))
        self._line.setSpacing(px(8))
        self.words.setFont(fonts.ours())
        self.words.setMinimumHeight(px(28))
        self.words.setStyleSheet(bordered(self._theme))
        self.scope.setMinimumContentsLength(12)
        for label in (self.count, self.state, self.empty):
            label.setFont(fonts.ours(Size.SMALL))
            label.setStyleSheet(f"color: {colours.ink_quiet};")
        self.empty.setContentsMargins(px(32), px(48), px(32), px(32))
        self._tell_state()
        self.list.scheduleDelayedItemsLayout()
        self._arrange()
