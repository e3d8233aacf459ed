"""The Edit menu says what would be undone and redone."""

from counterpoint.application.history import Command, CommandKind, History, Told
from counterpoint.labels.translation import QT_TR_NOOP, tr, translated

from .menus import Menus

_WORDS = {
    CommandKind.TYPE_IN_NOTE: QT_TR_NOOP("typing in note"),
    CommandKind.CHANGE_KIND_OF_NOTE: QT_TR_NOOP("changing the kind of note"),
    CommandKind.CHANGE_TAGS_OF_NOTE: QT_TR_NOOP("changing tags"),
    CommandKind.SETTLE_VERSIONS_OF_NOTE: QT_TR_NOOP("settling two versions"),
    CommandKind.DELETE_NOTE: QT_TR_NOOP("deleting a note"),
    CommandKind.RESTORE_NOTE: QT_TR_NOOP("restoring a note"),
}


class HistoryMenu:
    """Keeps the entries “Undo” and “Redo” of a window true; `history` is that of its library."""

    def __init__(self, menus: Menus) -> None:
        self._menus = menus
        self._history: History | None = None
        menus.filled.connect(self._name)

    def follow(self, history: History) -> None:
        """From now on they are about `history`."""
        self._history = history
        history.subscribe(self._on_told)
        self._name()

    def let_go(self) -> None:
        """The library is left, and of the next nothing was done yet."""
        self._history = None
        self._name()

    def _on_told(self, _told: Told | None) -> None:
        self._name()

    def _name(self) -> None:
        history = self._history
        if not self._menus.is_filled():
            return
        undo, redo = (None, None) if history is None else (history.next_undo, history.next_redo)
        self._menus.action("undo").setText(_named(tr("Undo"), undo))
        self._menus.action("redo").setText(_named(tr("Redo"), redo))
        self._menus.refresh()


def _named(verb: str, command: Command | None) -> str:
    return f"{verb} {translated(_WORDS[command.kind])}" if command is not None else verb
