"""What an input method composes where no words can stand goes on in a field."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QWidget


@runtime_checkable
class _TellsComposed(Protocol):
    """A field that tells what is being composed in it."""

    def composed(self) -> str: ...


class Composing(QObject):
    """For a list or a grid in which a letter begins to write in a field elsewhere.

    The focus stays in the grid while something is composed, as an input method gives up what it
    has begun where that goes; the field shows it meanwhile. A dead key, Pinyin and Hangul are all
    composed.
    """

    began = Signal()
    """Something is about to be composed: the field has to be made ready, and to be visible."""
    done = Signal()
    """Words stand in the field, and should get the focus."""

    def __init__(self, owner: QWidget, field: Callable[[], QWidget]) -> None:
        """`field` is asked for only once `began` was emitted."""
        super().__init__(owner)
        self._owner = owner
        self._field = field
        self._preedit = ""
        self._words = False

    def take(self, event: QInputMethodEvent) -> None:
        """An input method's event that came to the owner."""
        event.accept()
        if not self._preedit:
            if not event.preeditString() and not event.commitString().strip():
                return
            self._words = False
            self.began.emit()
        self._preedit = event.preeditString()
        self._words = self._words or bool(event.commitString())
        QCoreApplication.sendEvent(self._field(), event)
        if self._words and not self._preedit:
            self.done.emit()

    def leave(self) -> None:
        """The focus goes elsewhere: what is being composed is put into the field as it stands, so
        that it is not lost."""
        if not self._preedit:
            return
        field, ended = self._field(), QInputMethodEvent()
        ended.setCommitString(self._preedit)
        self._preedit = ""
        if not isinstance(field, _TellsComposed) or field.composed():
            QCoreApplication.sendEvent(field, ended)
        QGuiApplication.inputMethod().reset()

    def answer(self, query: Qt.InputMethodQuery, otherwise: object) -> object:
        """What an input method asks the owner, such as where the words stand: of the field, while
        something is composed in it."""
        if not self._preedit:
            return otherwise
        field = self._field()
        found = field.inputMethodQuery(query)
        if isinstance(found, QRectF):
            found = found.toRect()
        if isinstance(found, QRect):
            corner = field.mapToGlobal(found.topLeft())
            return QRect(self._owner.mapFromGlobal(corner), found.size())
        return found
