"""The list of what a passage can be linked to."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from counterpoint.application.editing.link_choices import Choice, ChoiceKind
from counterpoint.labels import linking
from counterpoint.labels.text import in_one_line
from counterpoint.labels.translation import tr
from counterpoint.ui.painting.eliding import elided
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.painted_rows import Index, PaintedRows
from counterpoint.ui.widgets.plain_text import plain_tip
from counterpoint.ui.widgets.walked_list import WalkedList

MOST_ROWS = 5
"""Seen at once."""
_NOWHERE = QModelIndex()


def place_of(choice: Choice) -> str:
    """The small line over what is chosen; "" where that says all."""
    if choice.kind in (ChoiceKind.CLAIM, ChoiceKind.NEW_CLAIM):
        return linking.cell(f"{choice.cue} {choice.approach}", choice.question)
    return ""


def words_of(choice: Choice) -> str:
    match choice.kind:
        case ChoiceKind.CLAIM:
            return in_one_line(choice.words)
        case ChoiceKind.NEW_CLAIM:
            words = choice.words
            return linking.new_claim_saying(words) if words else linking.new_claim()
        case ChoiceKind.APPROACH:
            return f"{choice.cue} {choice.approach}"
        case ChoiceKind.QUESTION:
            return choice.question
        case ChoiceKind.NEW_APPROACH:
            return linking.new_approach(choice.approach)
        case ChoiceKind.NEW_QUESTION:
            return linking.new_question(choice.question)


def spoken(choice: Choice) -> str:
    return ": ".join(part for part in (place_of(choice), words_of(choice)) if part)


class ChoicesModel(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.choices: Sequence[Choice] = ()

    def show(self, choices: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.choices = choices
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.choices)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = spoken(self.choices[index.row()])
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return words
            case Qt.ItemDataRole.ToolTipRole:  # a row ends in an ellipsis where it is narrow
                return plain_tip(words)
        return None


class _Rows(PaintedRows):
    def __init__(self, theme: Theme, model: ChoicesModel, parent: QObject) -> None:
        super().__init__(theme, parent)
        self._model = model

    @property
    def height(self) -> int:
        return self.pitch(Size.SMALL) + self.pitch(Size.BODY) + self.theme.fonts.px(8)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self.height)

    def rule(self, *, focused: bool) -> QColor:
        """The field keeps the focus."""
        return QColor(self.theme.colours.accent)

    def ground(self, *, hovered: bool) -> QColor | None:
        return QColor(self.theme.colours.panel) if hovered else None

    def paint_row(self, painter: QPainter, box: QRect, index: Index, *, focused: bool) -> None:
        colours, fonts = self.theme.colours, self.theme.fonts
        choice = self._model.choices[index.row()]
        room = box.adjusted(fonts.px(12), fonts.px(4), -fonts.px(12), 0)
        place, new = place_of(choice), choice.kind is not ChoiceKind.CLAIM
        if not place:
            font, pitch = fonts.ours(), self.pitch(Size.BODY)
            painter.setFont(font)
            painter.setPen(QColor(colours.ink))
            words = elided(words_of(choice), QFontMetrics(font), room.width())
            top = box.top() + (box.height() - pitch) / 2
            painter.drawText(QPointF(room.left(), self.baseline(top, pitch, font)), words)
            return
        small = fonts.ours(Size.SMALL)
        top = self.line(painter, room, room.top(), place, small, Size.SMALL, colours.ink_quiet)
        ink = colours.accent if new else colours.ink
        self.line(painter, room, top, words_of(choice), fonts.ours(), Size.BODY, ink)


class Choices(WalkedList):
    """What can be linked to."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("What it can be linked to"), parent)
        self._model = ChoicesModel(self)
        self._rows = _Rows(theme, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._rows)

    @property
    def page(self) -> int:
        return MOST_ROWS - 1

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """The first of them is current; the list is as tall as a few of them."""
        self._model.show(choices)
        self.go(0)
        self.fit()

    def fit(self, most: int = MOST_ROWS) -> None:
        """As tall as `most` rows, or as all of them."""
        rows = min(most, self._model.rowCount())
        self.setFixedHeight(max(1, rows * self._rows.height))
        self.setVisible(rows > 0)
        self.verticalScrollBar().setSingleStep(self._rows.height)

    def current(self) -> Choice | None:
        index = self.currentIndex()
        return self._model.choices[index.row()] if index.isValid() else None

    def choice_at(self, index: QModelIndex) -> Choice:
        return self._model.choices[index.row()]
