"""Any of some, by check marks; kept in the order in which they were checked."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.application.editing.asking.fields import Several
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_check import PlainCheck
from counterpoint.ui.widgets.plain_label import PlainLabel


class _Words(PlainLabel):
    """Beside a check mark, in as many lines as they need; a click on them checks it."""

    def __init__(self, parent: QWidget, words: str, box: QCheckBox) -> None:
        super().__init__(parent, words)
        self._box = box
        self.setWordWrap(True)
        self.setBuddy(box)

    def mouseReleaseEvent(self, _event: object) -> None:
        self._box.toggle()


class ChecksField(QWidget):
    edited = Signal()

    def __init__(self, theme: Theme, asked: Several, parent: QWidget) -> None:
        super().__init__(parent)
        known = [id for id, _ in asked.options]
        self._chosen = [id for id in asked.value if id in known]
        self.boxes: dict[str, QCheckBox] = {}
        self.setAccessibleName(asked.label)
        self._theme, self._quoted = theme, asked.quoted
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._words: list[tuple[QHBoxLayout, _Words]] = []
        for id, label in asked.options:
            row = QHBoxLayout()
            box = PlainCheck(theme, self)
            box.setAccessibleName(label)
            box.setAccessibleDescription(asked.label)
            box.setChecked(id in self._chosen)
            box.toggled.connect(partial(self._on_toggled, id))
            words = _Words(self, label, box)
            row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
            self.boxes[id] = box
            self._words.append((row, words))
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _apply_theme(self) -> None:
        fonts = self._theme.fonts
        self._column.setSpacing(fonts.px(2))
        for row, words in self._words:
            words.setFont((fonts.theirs if self._quoted else fonts.ours)(Size.SMALL))
            row.setSpacing(fonts.px(6))

    def chosen(self) -> tuple[str, ...]:
        return tuple(self._chosen)

    def choose(self, ids: tuple[str, ...]) -> None:
        for box in self.boxes.values():
            box.setChecked(False)
        for id in ids:
            self.boxes[id].setChecked(True)

    def _on_toggled(self, id: str, on: bool) -> None:
        if on:
            self._chosen.append(id)
        else:
            self._chosen.remove(id)
        self.edited.emit()
