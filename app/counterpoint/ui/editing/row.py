"""One field of a panel with what it is called, and what is counted in it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counterpoint.application.editing.asking.fields import (
    Entries,
    Entry,
    Field,
    OneOf,
    Several,
    Words,
)
from counterpoint.application.editing.asking.kept import of_kept
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
        self._column = column
        self._label: PlainLabel | None = None
        self._frame: Framed | None = None
        self._wants = ""
        """What is to be changed in it, and what the field was described as before."""
        self._described = ""
        if at is None:
            self._label = PlainLabel(self, asked.label)
            self._label.setWordWrap(True)
            column.addWidget(self._label)
        self.field = self._make(asked, at)
        column.addWidget(self._framed(self.field) if at is None else self.field)
        if isinstance(asked, Words) and asked.most_words:
            self.count = PlainLabel(self)
            column.addWidget(self.count)
        part = asked.part if isinstance(asked, Words | OneOf) else ""
        self.field.setAccessibleName(words.of_part(part, asked.label) if part else asked.label)
        self._dress()

    def look(self, at: Placed | None) -> None:
        """The theme is another; `at` is where the words stand now that it is laid over."""
        if isinstance(self.field, WordsField) and isinstance(self.asked, Words):
            self.field.set_look(*self._font(self.asked, at))
        self._dress()

    def _dress(self) -> None:
        fonts, colours = self._theme.fonts, self._theme.colours
        self._column.setSpacing(fonts.px(2))
        if self._label is not None:
            self._label.setFont(fonts.ours(Size.SMALL, bold=bool(self._wants)))
            _dye(self._label, colours.warning if self._wants else colours.ink_quiet)
        if isinstance(self.field, WordsField):
            self.field.set_hint_font(fonts.ours(Size.BODY))
        if self.count is not None:
            self.count.setFont(fonts.ours(Size.SMALL))
            self._count()

    def _make(self, asked: Field, at: Placed | None) -> Made:
        theme = self._theme
        made: Made
        match asked:
            case Words():
                font, pitch = self._font(asked, at)
                made = WordsField(asked.value, font, pitch, asked.label, self, lines=asked.lines)
                key = in_pane(Context.EDITING, "new-line")
                made.set_hint(asked.hint or (words.one_a_line(key) if asked.lines else ""))
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
        if not isinstance(field, WordsField):
            return field
        self._frame = Framed(self._theme, field, self)
        return self._frame

    def lead_to(self, why: str) -> None:
        """The focus goes to it and it is marked until it is edited, as this is to be changed."""
        if not self._wants:
            self._described = self.field.accessibleDescription()
        self._show_wanting(why)
        self.field.setAccessibleDescription(why)
        self.take_focus()

    def _show_wanting(self, why: str) -> None:
        self._wants = why
        if self._frame is not None:
            self._frame.set_wanting(bool(why))
        self._dress()

    def _on_edited(self) -> None:
        if self._wants:
            self._show_wanting("")
            self.field.setAccessibleDescription(self._described)
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        asked, field = self.asked, self.field
        if self.count is None or not isinstance(asked, Words) or not isinstance(field, WordsField):
            return
        number = words_in(field.words())
        said, colours = words.word_count(number, asked.most_words), self._theme.colours
        too_many = number > asked.most_words
        _dye(self.count, colours.warning if too_many else colours.ink_quiet)
        if said != self.count.text():
            self.count.setText(said)
            field.setAccessibleDescription(said)

    def fill(self, kept: str) -> None:
        """Puts in what was kept of it; nothing where it cannot be that."""
        found = of_kept(self.asked, kept)
        if found is None:
            return
        match self.field:
            case WordsField():
                self.field.put(kept)
            case PlainChoice():
                self.field.setCurrentIndex(self.field.findData(found))
            case ChecksField():
                self.field.choose(tuple(each for each in found if isinstance(each, str)))
            case EntriesField():
                self.field.put(tuple(each for each in found if isinstance(each, Entry)))

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
