"""One field of a panel with what it is called, and what is counted in it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counterpoint.application.editing.asking.fields import Entries, Field, OneOf, Several, Words
from counterpoint.domain.resolve_answer import words_in
from counterpoint.labels import editing as words
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_choice import PlainChoice
from counterpoint.ui.widgets.plain_label import PlainLabel

from .checks_field import ChecksField
from .entries_field import EntriesField
from .framed import Framed
from .placed import Placed
from .words_field import WordsField

Made = WordsField | PlainChoice | ChecksField | EntriesField


class Row(QWidget):
    """`edited` when something in it is another."""

    edited = Signal()

    def __init__(self, theme: Theme, asked: Field, parent: QWidget, at: Placed | None) -> None:
        """`at`: where the words stand that it is laid over, in their font."""
        super().__init__(parent)
        self.asked = asked
        self._theme = theme
        self.count: PlainLabel | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.fonts.px(2))
        if at is None:
            label = PlainLabel(self, asked.label)
            label.setWordWrap(True)
            label.setFont(theme.fonts.ours(Size.SMALL))
            _dye(label, theme.colours.ink_quiet)
            column.addWidget(label)
        self.field = self._make(asked, at)
        column.addWidget(self._framed(self.field) if at is None else self.field)
        if isinstance(asked, Words) and asked.most_words:
            self.count = PlainLabel(self)
            self.count.setFont(theme.fonts.ours(Size.SMALL))
            column.addWidget(self.count)
            self._count()
        self.field.setAccessibleName(asked.label)

    def _make(self, asked: Field, at: Placed | None) -> Made:
        theme = self._theme
        made: Made
        match asked:
            case Words():
                font, pitch = self._font(asked, at)
                made = WordsField(asked.value, font, pitch, asked.label, self, lines=asked.lines)
                key = in_pane(Context.EDITING, "new-line")
                made.setPlaceholderText(words.one_a_line(key) if asked.lines else asked.hint)
                made.edited.connect(self._on_edited)
            case OneOf():
                made = PlainChoice(theme, asked.label, self)
                for id, label in asked.options:
                    made.addItem(label, id)
                made.setCurrentIndex(max(0, made.findData(asked.value)))
                made.currentIndexChanged.connect(self._on_edited)
            case Several():
                made = ChecksField(theme, asked, self)
                made.edited.connect(self._on_edited)
            case Entries():
                made = EntriesField(theme, asked, self)
                made.edited.connect(self._on_edited)
        return made

    def _font(self, asked: Words, at: Placed | None) -> tuple[QFont, int]:
        fonts = self._theme.fonts
        if at is not None and at.font is not None:
            return at.font, at.pitch
        font = fonts.theirs(Size.BODY) if asked.quoted else fonts.ours(Size.BODY)
        return font, round(font.pixelSize() * LINE_OF_CLAIM)

    def _framed(self, field: Made) -> QWidget:
        return Framed(self._theme, field, self) if isinstance(field, WordsField) else field

    def _on_edited(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        asked, field = self.asked, self.field
        if self.count is None or not isinstance(asked, Words) or not isinstance(field, WordsField):
            return
        number = words_in(field.words())
        said = words.word_count(number, asked.most_words)
        if said != self.count.text():
            self.count.setText(said)
            field.setAccessibleDescription(said)
            colours = self._theme.colours
            too_many = number > asked.most_words
            _dye(self.count, colours.warning if too_many else colours.ink_quiet)

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it, from the top."""
        match self.field:
            case ChecksField():
                return list(self.field.boxes.values())
            case EntriesField():
                return self.field.stops()
            case _:
                return [self.field]

    def take_focus(self) -> None:
        match self.field:
            case ChecksField():
                next(iter(self.field.boxes.values())).setFocus()
            case EntriesField():
                rows = self.field.rows
                (rows[0].cells[0] if rows else self.field.add_button).setFocus()
            case _:
                self.field.setFocus()


def _dye(label: PlainLabel, colour: str) -> None:
    palette = label.palette()
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    label.setPalette(palette)
