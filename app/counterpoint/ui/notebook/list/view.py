"""All notes as a list: filtered, searched, jumped from; and those in the bin, to bring back."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QShowEvent,
)
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from counterpoint.application.failures import NotWritten, reason, remedy
from counterpoint.application.giving_way import giving_way
from counterpoint.application.library.session import Seeking
from counterpoint.application.notes.list import NoteFilter, listed
from counterpoint.application.notes.notebook import Change
from counterpoint.domain.note import Note, NoteKind, Target, TargetKind
from counterpoint.labels import counts
from counterpoint.labels.note import target_kind
from counterpoint.labels.translation import QT_TR_NOOP, tr, translated
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, with_key
from counterpoint.ui.notebook.words import note_kinds
from counterpoint.ui.session.live_notebook import LiveNotebook
from counterpoint.ui.tasks.task import Report, Task
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clear_button import add_clear_button
from counterpoint.ui.widgets.clipboard import put_on_clipboard
from counterpoint.ui.widgets.flow_layout import FlowLayout
from counterpoint.ui.widgets.line_field import LineField
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel

from .delegate import Alike, NoteRow
from .filter_button import FilterButton
from .menu import NoteMenu
from .model import NoteListModel
from .rows import NoteRows

_MANY = 1_000
"""Notes from which on they are gone through off the window's thread."""
_SOON = 150
"""Milliseconds after a change before a visible list follows it, so that typing costs nothing."""
NONE_CHOSEN = QT_TR_NOOP("Choose a note first.")


def is_deleted() -> str:
    """What is said where a note is deleted that is in the bin."""
    key = in_pane(Context.NOTES, "enter")
    return tr("This note is deleted already. {key} restores it.", key=key)


class NoteListView(QWidget):
    """Follows the notebook while it is visible."""

    look_requested = Signal(object)
    """The Target of the note that was chosen: its passage is to be shown, the list stays."""
    jump_requested = Signal(object)
    """The Target of the note that was entered: it is to be gone to."""
    note_requested = Signal(str)
    """The id of the note to be shown; told before its target where that is to be gone to."""
    like_requested = Signal(object)
    """What others are to be like: a Seeking."""
    said = Signal(str)
    """Something to be told: what was done with a note."""

    _listing: Task | None = None
    """What is under way, where there are many notes."""
    _in_bin = False
    _unread = ""
    """Why the bin could not be read."""

    def __init__(self, live: LiveNotebook, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._live = live
        self._notebook = live.notebook
        self._theme = theme
        self._approaches: Callable[[], list[tuple[str, str]]] = list
        self.words = LineField(self)
        self.words.setPlaceholderText(tr("Find in notes"))
        self.words.setAccessibleName(tr("Find in notes"))
        add_clear_button(self.words)
        self.kind = FilterButton(theme, tr("Kind"), tr("Any kind"), _kinds, self)
        self.on = FilterButton(theme, tr("Place"), tr("Any place"), _places, self)
        self.approach = FilterButton(
            theme, tr("Approach"), tr("Any approach"), self._approach_choices, self
        )
        self.tag = FilterButton(theme, tr("Tag"), tr("Any tag"), self._tag_choices, self)
        self.bin = PlainButton(theme, tr("Deleted notes"), tr("Show the notes in the bin"), self)
        self.bin.setCheckable(True)
        self.restore = PlainButton(
            theme,
            tr("Restore"),
            with_key(tr("Bring the chosen note back"), in_pane(Context.NOTES, "enter")),
            self,
        )
        self.restore.hide()
        self.count = PlainLabel(self)
        self.list = NoteRows(self)
        self.list.setAccessibleName(tr("Notes"))
        self.model = NoteListModel(self._notebook.clock.now, self)
        self.list.setModel(self.model)
        self._row_delegate = NoteRow(theme, self.list)
        self.list.setItemDelegate(self._row_delegate)
        self.empty = PlainLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.trouble = PlainLabel(self)
        self.trouble.setWordWrap(True)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self.refresh)
        self.setAccessibleName(tr("All notes"))
        self._lay_out()
        self.words.textChanged.connect(self.refresh)
        for button in self._filters:
            button.chosen.connect(self.refresh)
        self.bin.toggled.connect(self._on_bin)
        self.list.clicked.connect(self._on_chosen)
        self.list.walked_to.connect(self._on_chosen)
        self.list.doubleClicked.connect(self._on_entered)
        self.list.entered_on.connect(self._on_entered)
        self.list.delete_wanted.connect(self.delete_chosen)
        self.list.menu_wanted.connect(self._open_menu)
        self.restore.clicked.connect(self._restore)
        live.changed.connect(self._on_change)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _lay_out(self) -> None:
        self._filters = (self.kind, self.on, self.approach, self.tag)
        narrow = QWidget(self)
        self._row = FlowLayout(narrow)
        for button in (*self._filters, self.bin, self.restore):
            self._row.addWidget(button)
        self._row.addWidget(self.count)
        self._head = QVBoxLayout()
        self._head.addWidget(self.words)
        self._head.addWidget(narrow)
        self._head.addWidget(self.trouble)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addWidget(self._stack, 1)

    def set_titles(
        self,
        title_of: Callable[[Target], str],
        is_there: Callable[[Target], bool],
        approaches: Callable[[], list[tuple[str, str]]],
    ) -> None:
        """How to call the things that notes are on, whether the library still has them, and the
        id and title of each of its approaches."""
        self.model.title_of, self.model.is_there = title_of, is_there
        self._approaches = approaches
        self.model.retitle()

    def _approach_choices(self) -> list[tuple[str, str]]:
        return self._approaches()

    def _tag_choices(self) -> list[tuple[str, str]]:
        return [(tag, tag) for tag in self._notebook.notes.tags()]

    def filter(self) -> NoteFilter:
        """What the list is narrowed to."""
        kind, on, approach, tag = (button.choice() for button in self._filters)
        return NoteFilter(
            kinds=frozenset({NoteKind(kind)} if kind else ()),
            target_kinds=frozenset({TargetKind(on)} if on else ()),
            approaches=frozenset({approach} if approach else ()),
            tags=frozenset({tag} if tag else ()),
            words=self.words.text(),
        )

    def refresh(self) -> None:
        """Shows the notes as they are now."""
        self._soon.stop()
        if self._listing is not None:
            self._listing.cancel()
            self._listing = None
        through = self.filter()
        notes = self._deleted() if self._in_bin else self._notebook.notes.all()
        if len(notes) <= _MANY:
            self._show(listed(notes, through), notes, through, None)
            return

        def work(_report: Report) -> tuple[tuple[Note, ...], Alike]:
            with giving_way():
                alike = any(note.tags for note in notes), any(note.quote for note in notes)
                return listed(notes, through), Alike(*alike)

        def done(found: tuple[tuple[Note, ...], Alike]) -> None:
            self._listing = None
            self._show(found[0], notes, through, found[1])

        self._listing = Task(work, (), self)
        self._listing.finished.connect(done)
        self._listing.start()

    def _show(
        self,
        shown: tuple[Note, ...],
        notes: tuple[Note, ...],
        through: NoteFilter,
        alike: Alike | None,
    ) -> None:
        """`alike`: where every row is as high as the others, as nobody waits for many thousands to
        be measured."""
        self._row_delegate.alike = alike
        self.list.set_many(alike is not None)
        before = self.list.currentIndex()
        current = self.model.note_at(before)
        self.model.show_notes(shown, through.words)
        row = self.model.row_of(current.id) if current else -1
        if row < 0:  # where it stood stands another now
            row = min(before.row(), len(shown) - 1)
        if shown:
            self.list.setCurrentIndex(self.model.index(max(0, row)))
        self.count.setText(_count(len(shown), len(notes)))
        self.empty.setText(self._nothing(bool(notes)))
        self._stack.setCurrentWidget(self.list if shown else self.empty)
        self.restore.setEnabled(bool(shown))
        problems = len({problem.file for problem in self._notebook.problems})
        self.trouble.setText(
            tr(
                "{n} file(|s) in the notes folder need(s|) a look, and stay(s|) untouched; the "
                "library’s problems say why.",
                "",
                problems,
            )
        )
        self.trouble.setVisible(bool(problems))

    def _deleted(self) -> tuple[Note, ...]:
        try:
            notes = tuple(self._notebook.deleted())
        except NotWritten as error:
            self._unread = tr(
                "The bin cannot be read: {why}; {remedy}.", why=reason(error), remedy=remedy(error)
            )
            return ()
        self._unread = ""
        return notes

    def _nothing(self, any_notes: bool) -> str:
        if self._in_bin and not any_notes:
            return self._unread or tr("No deleted notes.")
        if not any_notes:
            return tr("No notes yet. Choose a claim and type.")
        if self.words.text().strip():
            return tr("No note has these words.")
        return tr("No note passes these filters.")

    def _on_change(self, _change: Change) -> None:
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()
        self._on_chosen(self.list.currentIndex())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Goes to the list, or to the field above it where it is empty. With a focus proxy, Tab
        would always go from the last control there."""
        first = self.list if self._stack.currentWidget() is self.list else self.words
        first.setFocus(reason)

    def _on_bin(self, shown: bool) -> None:
        self._in_bin = shown
        self.list.setAccessibleName(tr("Deleted notes") if shown else tr("Notes"))
        self.bin.setText(tr("Back to notes") if shown else tr("Deleted notes"))
        self.restore.setVisible(shown)
        self.refresh()

    def _on_chosen(self, index: QModelIndex) -> None:
        note = self.model.note_at(index)
        if note is not None and not self._in_bin:
            self.look_requested.emit(note.target)
            self.note_requested.emit(note.id)

    def _on_entered(self, index: QModelIndex) -> None:
        note = self.model.note_at(index)
        if self._in_bin:
            self._restore()
        elif note is None:
            self.said.emit(translated(NONE_CHOSEN))
        else:
            self._go_to(note)

    def _go_to(self, note: Note) -> None:
        self.note_requested.emit(note.id)
        self.jump_requested.emit(note.target)

    def enter(self) -> None:
        """Goes to what the chosen note is on; in the bin, brings it back."""
        self._on_entered(self.list.currentIndex())

    def key_hints(self) -> tuple[str, ...]:
        return (
            tr("{key} go to it", key=in_pane(Context.NOTES, "enter")),
            tr("{key} delete", key=in_pane(Context.NOTES, "delete")),
        )

    def seeking(self) -> Seeking | None:
        """The note that is chosen."""
        note = self.model.note_at(self.list.currentIndex())
        return None if note is None or self._in_bin else Seeking(note.target, note.id)

    def more_like(self) -> None:
        if (seeking := self.seeking()) is not None:
            self.like_requested.emit(seeking)

    def copy(self) -> None:
        self.said.emit(self.copy_chosen())

    def delete_chosen(self) -> None:
        """Moves the chosen note to the bin, and chooses the next one."""
        note = self.model.note_at(self.list.currentIndex())
        if note is None:
            self.said.emit(translated(NONE_CHOSEN))
            return
        if self._in_bin:
            self.said.emit(is_deleted())
            return
        if self._notebook.notes.get(note.id) is None:
            return
        self._notebook.delete(note.id)
        self.refresh()
        self._on_chosen(self.list.currentIndex())
        self.said.emit(tr("Note deleted; undo brings it back."))

    def _open_menu(self, point: QPoint) -> None:
        if self.model.note_at(self.list.currentIndex()) is None:
            self.said.emit(translated(NONE_CHOSEN))
            return
        NoteMenu(self, self, in_bin=self._in_bin).popup(point)

    def copy_chosen(self) -> str:
        """The words of the note that is chosen; what to say of it."""
        note = self.model.note_at(self.list.currentIndex())
        if note is None or self._stack.currentWidget() is not self.list:
            return tr("There is no note to copy.")
        put_on_clipboard(note.body)
        return tr("Copied the note.")

    def _restore(self) -> None:
        note = self.model.note_at(self.list.currentIndex())
        if note is None:
            self.said.emit(translated(NONE_CHOSEN))
            return
        self._notebook.restore(note)
        self._notebook.flush()  # so that the bin, which is read from the disk, is as it will be
        self.refresh()
        self.said.emit(tr("Note restored."))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.paper)
        self._head.setContentsMargins(px(16), px(12), px(16), px(10))
        self._head.setSpacing(px(8))
        self._row.setSpacing(px(6))
        self.words.setFont(fonts.ours())
        self.words.setMinimumHeight(px(32))
        self.count.setFont(fonts.ours(Size.SMALL))
        self.count.setStyleSheet(f"color: {colours.ink_quiet};")
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.count.setMinimumWidth(px(72))
        self.count.setMinimumHeight(px(26))
        self.empty.setFont(fonts.ours())
        self.empty.setStyleSheet(f"color: {colours.ink_quiet}; padding: {px(32)}px;")
        self.trouble.setFont(fonts.ours(Size.SMALL))
        self.trouble.setStyleSheet(f"color: {colours.warning};")
        self.words.setStyleSheet(
            f"""
            QLineEdit {{ background: {colours.paper}; color: {colours.ink};
                border: 1px solid {colours.control}; border-radius: {px(4)}px;
                padding: 0 {px(8)}px; placeholder-text-color: {colours.ink_faint}; }}
            QLineEdit:focus {{ border-color: {colours.accent}; }}
            """
        )
        self.list.setStyleSheet(
            f"QListView {{ background: {colours.paper}; "
            f"border-top: 1px solid {colours.hairline}; }}"
        )
        self.list.scheduleDelayedItemsLayout()


def _kinds() -> list[tuple[str, str]]:
    return [(id, label) for id, label, _ in note_kinds()]


def _places() -> list[tuple[str, str]]:
    return [(kind.value, target_kind(kind)) for kind in TargetKind]


def _count(shown: int, all_: int) -> str:
    notes = counts.notes(all_)
    return notes if shown == all_ else tr("{some} of {all}", some=f"{shown:,}", all=notes)
