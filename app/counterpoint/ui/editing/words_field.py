"""A field for words, as tall as they are."""

from PySide6.QtCore import QEvent, QMimeData, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from counterpoint.ui.widgets.exact_words import selected_words, with_exact_words

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WRAPPED = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class WordsField(QTextEdit):
    """Plain words, in lines that are `pitch` pixels apart; Enter is not taken, but for Shift Enter
    where it has several `lines`."""

    edited = Signal()
    focused = Signal()
    """The focus has come or gone."""

    def __init__(
        self, words: str, font: QFont, pitch: int, name: str, parent: QWidget, *, lines: bool
    ) -> None:
        super().__init__(parent)
        self._several = lines
        self.hint = ""
        self._hint_font = font
        self._began_empty = not words
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setFont(font)
        self._pitch = pitch
        self.put(words)
        self.document().setUndoRedoEnabled(True)
        self.textChanged.connect(self._on_changed)

    def set_look(self, font: QFont, pitch: int) -> None:
        """Another font, and lines so many pixels apart; the words stay, with the caret, and what
        was typed can be undone in it as before."""
        if (font, pitch) == (self.font(), self._pitch):
            return
        self._pitch = pitch
        self.setFont(font)
        cursor = QTextCursor(self.document())
        with QSignalBlocker(self):  # nothing in it was edited
            cursor.joinPreviousEditBlock()
            self._space(cursor)
            cursor.endEditBlock()
        self._fit()

    def _space(self, cursor: QTextCursor) -> None:
        cursor.select(QTextCursor.SelectionType.Document)
        form = QTextBlockFormat()
        form.setLineHeight(self._pitch, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.mergeBlockFormat(form)

    def put(self, words: str) -> None:
        """Sets the words, with the caret behind them."""
        self._began_empty = not words
        self.setPlainText(words)
        cursor = self.textCursor()
        self._space(cursor)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        self.setTextCursor(cursor)
        self.document().clearUndoRedoStacks()
        self._fit()

    def words(self) -> str:
        """To the letter; each line with its end."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        said = selected_words(cursor)
        return said if self._several else said.replace("\n", " ")

    def _on_changed(self) -> None:
        self._fit()
        self.edited.emit()

    def _fit(self) -> None:
        """Only the height follows the words, so nothing beside them moves."""
        height = max(self._least(), round(self.document().size().height()))
        if height != self.height():
            self.setFixedHeight(height)
            self.updateGeometry()

    def _least(self) -> int:
        """As tall as what is said where there are no words, so that nothing moves with the first
        letter."""
        room = self.viewport().width()
        if not self.hint or not self._began_empty or room <= 0:
            return self._pitch
        metrics = QFontMetrics(self._hint_font)
        box = metrics.boundingRect(QRect(0, 0, room, 0), _WRAPPED, self.hint)
        return max(self._pitch, box.height())

    def set_hint(self, hint: str) -> None:
        """What is said where there are no words, in as many lines as it needs: Qt's own draws only
        the first, and keeps its first font."""
        self.hint = hint
        self.setAccessibleDescription(hint)
        self._fit()
        self.viewport().update()

    def set_hint_font(self, font: QFont) -> None:
        """The hint is ours, where the words may be a source's."""
        if font != self._hint_font:
            self._hint_font = font
            self._fit()
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hint and self.document().isEmpty():
            painter = QPainter(self.viewport())
            painter.setFont(self._hint_font)
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.viewport().rect(), _WRAPPED, self.hint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._pitch)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        made = super().createMimeDataFromSelection()
        return with_exact_words(made, self.textCursor(), rich=False)

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = source.text()
        self.insertPlainText(words if self._several else " ".join(words.splitlines()))

    def event(self, event: QEvent) -> bool:
        # Else the window's own key for it would be meant.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in (*_ENTER, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in _ENTER
        if enter and self._several and event.modifiers() == _SHIFT:
            self.textCursor().insertBlock()
        elif enter or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)
