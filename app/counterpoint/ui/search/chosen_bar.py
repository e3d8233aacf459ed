"""What can be done with several results that are chosen at once: a bar below them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counterpoint.labels import search as words
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import of_action, with_key
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.line_field import LineField, bordered
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel


class ChosenBar(QWidget):
    """Seen while several are chosen. A note is typed in it, and written on each with Enter."""

    link_wanted = Signal()
    note_wanted = Signal(str)
    """The words of the note on each."""
    left = Signal()
    """The field of the note was left: the focus is to be in the results again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.count = PlainLabel(self)
        link, note = tr("Link to a claim…"), tr("Note on each…")
        self.link = PlainButton(theme, link, with_key(link, of_action("link")), self)
        self.note = PlainButton(theme, note, with_key(note, of_action("note-here")), self)
        self.field = LineField(self)
        self.field.setPlaceholderText(tr("What to note on each of them"))
        self.field.setAccessibleName(tr("What to note on each of them"))
        self.write = PlainButton(theme, tr("Write"), tr("Write the note on each"), self)
        self._row = QHBoxLayout(self)
        for widget in (self.count, self.link, self.note):
            self._row.addWidget(widget)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.write)
        self._row.addStretch(0)
        self.link.clicked.connect(self.link_wanted)
        self.note.clicked.connect(self.begin_note)
        self.write.clicked.connect(self._write)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self._show_field(on=False)
        self.hide()

    def show_chosen(self, number: int) -> None:
        self.count.setText(words.chosen(number))
        self.setVisible(number > 1)
        if number <= 1:
            self._show_field(on=False)

    def begin_note(self) -> None:
        self._show_field(on=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match done_by(event, Context.CHOSEN) if self.field.hasFocus() else "":
            case "write":
                self._write()
            case "leave":
                self._show_field(on=False)
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _write(self) -> None:
        if said := self.field.text().strip():
            self._show_field(on=False)
            self.field.clear()
            self.left.emit()
            self.note_wanted.emit(said)

    def _show_field(self, *, on: bool) -> None:
        for widget in (self.field, self.write):
            widget.setVisible(on)
        for button in (self.link, self.note):
            button.setVisible(not on)

    def _apply_theme(self) -> None:
        colours, fonts, px = self._theme.colours, self._theme.fonts, self._theme.fonts.px
        fill(self, colours.panel)
        self._row.setContentsMargins(px(16), px(6), px(12), px(6))
        self._row.setSpacing(px(8))
        self.count.setFont(fonts.ours(Size.SMALL, bold=True))
        self.count.setStyleSheet(f"color: {colours.ink};")
        self.field.setFont(fonts.ours())
        self.field.setStyleSheet(bordered(self._theme))
