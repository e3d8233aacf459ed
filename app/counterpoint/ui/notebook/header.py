"""The top of the notebook pane: what the note is on, its kind, its neighbours."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counterpoint.domain.note import Note
from counterpoint.labels.note import whose
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.shown_keys import of_action
from counterpoint.ui.painting.eliding import shortened
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.icon_button import IconButton, Sign
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import on_control, plain_tip
from counterpoint.ui.widgets.segments import Segments

from .note_tabs import NoteTabs
from .words import note_kinds

_AUTHOR = 32
"""Code points of the name of who made a note, where it is shown; the whole is in the tip."""


class Header(QWidget):
    """Emits what is wanted; the pane does it."""

    new_wanted = Signal()
    delete_wanted = Signal()
    note_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.name = PlainLabel(self, tr("Note"))
        self._title = ElidedLabel(self)
        self.new = self._button(tr("New note"), tr("Begin another note on the same thing"))
        self.delete = self._button(
            tr("Delete"), tr("Move this note to the bin; undo brings it back")
        )
        self.close_button = IconButton(
            theme, Sign.CLOSE, tr("Close the notebook"), self, of_action("show-notebook")
        )
        self.kinds = Segments(theme, tr("Kind of note"), note_kinds(), self)
        self.new.clicked.connect(self.new_wanted)
        self.delete.clicked.connect(self.delete_wanted)
        self.tabs = NoteTabs(self)
        self.tabs.note_wanted.connect(self.note_wanted)
        words = QHBoxLayout()
        words.addWidget(self.name)
        words.addWidget(self._title, 1)
        # Beside the title, which gives way: the pane asks for no more width once there is a note.
        words.addWidget(self.new)
        words.addWidget(self.delete)
        words.addWidget(self.close_button)
        kinds = QHBoxLayout()
        kinds.addWidget(self.kinds)
        kinds.addStretch(1)
        self._words = words
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.addLayout(words, 1)
        self._line.addLayout(kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._line)
        column.addWidget(self.tabs)
        self._column = column
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _button(self, label: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(on_control(label))
        button.setToolTip(plain_tip(tip))
        button.setAccessibleName(label)
        button.setAccessibleDescription(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def title(self) -> str:
        return self._title.text()

    def show_title(self, title: str) -> None:
        """What the notes are on."""
        self._title.setText(title)
        self._arrange()

    def show_author(self, note: Note) -> None:
        """Whose the visible note is, where it is somebody else's."""
        words = tr("Note {by_whom}", by_whom=shortened(whose(note), _AUTHOR)) if note.author else ""
        if self.name.text() != (words or tr("Note")):
            self.name.setText(words or tr("Note"))
            self.name.setToolTip(plain_tip(whose(note)))
            self._arrange()

    def show_notes(self, notes: list[Note], current: str) -> None:
        """The tabs; none for a single note."""
        self.tabs.show_notes(notes, current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """One line where there is room for the title beside the rest, else two."""
        beside = (self.kinds, self.name, self.new, self.delete, self.close_button)
        room = self.width() - sum(each.sizeHint().width() for each in beside)
        wide = room >= min(self._title.sizeHint().width(), self._theme.fonts.px(280))
        across = QBoxLayout.Direction.LeftToRight
        direction = across if wide else QBoxLayout.Direction.TopToBottom
        if self._line.direction() != direction:
            self._line.setDirection(direction)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self.name.setFont(fonts.ours(Size.SMALL, bold=True))
        self._title.setFont(fonts.ours(Size.SMALL))
        self.tabs.setFont(fonts.ours(Size.SMALL))
        for button in (self.new, self.delete):
            button.setFont(fonts.ours(Size.SMALL))
        self._words.setSpacing(px(8))
        self._line.setSpacing(px(8))
        self._column.setSpacing(px(6))
        self.name.setStyleSheet(f"color: {colours.ink};")
        self._title.setStyleSheet(f"color: {colours.ink_quiet};")
        plain = f"""
            QToolButton {{ color: {colours.ink_quiet}; background: transparent;
                border: 1px solid transparent; border-radius: {px(4)}px;
                padding: {px(4)}px {px(8)}px; }}
            QToolButton:hover {{ color: {colours.ink}; background: {colours.selection}; }}
            QToolButton:focus {{ border-color: {colours.accent}; }}
            QToolButton:disabled {{ color: {colours.ink_faint}; }}
            """
        self.new.setStyleSheet(plain)
        self.delete.setStyleSheet(plain)
        # The buttons come with the first letter: nothing is to move then.
        self.name.setMinimumHeight(self.new.sizeHint().height())
        self.tabs.setStyleSheet(
            f"""
            QTabBar::tab {{ color: {colours.ink_quiet}; background: transparent; border: none;
                border-bottom: {px(2)}px solid transparent; padding: {px(3)}px {px(2)}px;
                margin-right: {px(12)}px; max-width: {px(160)}px; }}
            QTabBar::tab:selected {{ color: {colours.ink};
                border-bottom-color: {colours.accent}; }}
            QTabBar::tab:hover {{ color: {colours.ink}; }}
            QTabBar:focus {{ border-bottom: 1px solid {colours.accent}; }}
            QTabBar QToolButton {{ background: {colours.panel}; border: none;
                color: {colours.ink_quiet}; }}
            """
        )
        self._arrange()
