"""A list whose entries are worded, added, taken away and put in another order."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.application.editing.asking.fields import Column, Entries, Entry
from counterpoint.labels import editing as words
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_choice import PlainChoice
from counterpoint.ui.widgets.plain_label import PlainLabel

from .framed import Framed
from .words_field import WordsField


class _Row(QWidget):
    """One entry: its first words beside its buttons, the rest below."""

    def __init__(
        self, theme: Theme, columns: tuple[Column, ...], entry: Entry, owner: "EntriesField"
    ) -> None:
        super().__init__(owner)
        self.key = entry.key
        self._theme = theme
        self.cells: list[WordsField | PlainChoice] = []
        self._labels: list[PlainLabel] = []
        self._column = column = QVBoxLayout(self)
        self._first = first = QHBoxLayout()
        for at, kind in enumerate(columns):
            value = entry.cells[at] if at < len(entry.cells) else ""
            cell = self._cell(theme, kind, value, owner)
            self.cells.append(cell)
            shown = Framed(theme, cell, self) if isinstance(cell, WordsField) else cell
            label = PlainLabel(self, kind.label)
            label.setWordWrap(True)
            label.setBuddy(cell)
            self._labels.append(label)
            column.addWidget(label)
            if not at:
                column.addLayout(first)
            if at:
                column.addWidget(shown)
            else:
                first.addWidget(shown, 1)
        name = entry.cells[0] if entry.cells else ""
        deeds: tuple[tuple[str, str, Callable[[_Row], None]], ...] = (
            ("↑", words.move_up(name), owner.move_up),
            ("↓", words.move_down(name), owner.move_down),
            ("×", words.take_away(name), owner.take_away),
        )
        self.buttons: list[PlainButton] = []
        for sign, tip, deed in deeds:
            button = PlainButton(theme, sign, tip, self)
            button.setAccessibleName(tip)
            button.clicked.connect(partial(deed, self))
            self.buttons.append(button)
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _apply_theme(self) -> None:
        px = self._theme.fonts.px
        self._column.setContentsMargins(0, 0, 0, px(8))
        self._column.setSpacing(px(2))
        self._first.setSpacing(px(4))
        for label in self._labels:
            label.setFont(self._theme.fonts.ours(Size.SMALL))
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(self._theme.colours.ink_quiet))
            label.setPalette(palette)
        for cell in self.cells:
            if isinstance(cell, WordsField):
                cell.set_look(*_look(self._theme))

    def _cell(
        self, theme: Theme, kind: Column, value: str, owner: "EntriesField"
    ) -> WordsField | PlainChoice:
        if kind.options:
            choice = PlainChoice(theme, kind.label, self)
            for id, label in kind.options:
                choice.addItem(label, id)
            choice.setCurrentIndex(max(0, choice.findData(value)))
            choice.currentIndexChanged.connect(owner.edited)
            return choice
        font, pitch = _look(theme)
        field = WordsField(value, font, pitch, kind.label, self, lines=False)
        field.edited.connect(owner.edited)
        return field

    def entry(self) -> Entry:
        return Entry(
            self.key,
            tuple(
                cell.words() if isinstance(cell, WordsField) else str(cell.currentData())
                for cell in self.cells
            ),
        )


def _look(theme: Theme) -> tuple[QFont, int]:
    """The font of a field, and how far its lines are apart."""
    font = theme.fonts.ours(Size.BODY)
    return font, round(font.pixelSize() * LINE_OF_CLAIM)


class EntriesField(QWidget):
    edited = Signal()

    def __init__(self, theme: Theme, asked: Entries, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._asked = theme, asked
        self.rows: list[_Row] = []
        self.setAccessibleName(asked.label)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add_button = PlainButton(theme, asked.add, asked.label, self)
        self.add_button.clicked.connect(self.add)
        self._column.addWidget(self.add_button)
        for entry in asked.value:
            self._put(entry)
        self._settle()

    def entries(self) -> tuple[Entry, ...]:
        return tuple(row.entry() for row in self.rows)

    def put(self, entries: tuple[Entry, ...]) -> None:
        """In the place of those that are there."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for entry in entries:
            self._put(entry)
        self._settle()

    def add(self) -> None:
        """A new entry at the end, with the focus in it."""
        row = self._put(Entry("", ()))
        row.show()  # else the next key would find it unseen
        self._settle()
        row.cells[0].setFocus()
        self.edited.emit()

    def move_up(self, row: _Row) -> None:
        self._move(row, -1)

    def move_down(self, row: _Row) -> None:
        self._move(row, 1)

    def take_away(self, row: _Row) -> None:
        at = self.rows.index(row)
        self.rows.remove(row)
        self._column.removeWidget(row)
        beside = self.rows[min(at, len(self.rows) - 1)].cells[0] if self.rows else self.add_button
        beside.setFocus()
        row.hide()
        row.deleteLater()
        self._settle()
        self.edited.emit()

    def _move(self, row: _Row, by: int) -> None:
        at = self.rows.index(row)
        to = at + by
        if 0 <= to < len(self.rows):
            self.rows.insert(to, self.rows.pop(at))
            self._column.insertWidget(to, row)
            self._settle()
            self.edited.emit()

    def _put(self, entry: Entry) -> _Row:
        row = _Row(self._theme, self._asked.columns, entry, self)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _settle(self) -> None:
        """Which buttons mean something."""
        self.add_button.setEnabled(len(self.rows) < self._asked.most)
        for at, row in enumerate(self.rows):
            row.buttons[0].setEnabled(at > 0)
            row.buttons[1].setEnabled(at < len(self.rows) - 1)

    def stops(self) -> list[QWidget]:
        """Where Tab stops in it, from the top."""
        found: list[QWidget] = []
        for row in self.rows:
            found += [row.cells[0], *row.buttons, *row.cells[1:]]
        return [*found, self.add_button]
