"""The Edit menu says what would be undone and redone."""

from counterpoint.application.history import History, Told

from .menus import Menus


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
        from counterpoint.labels import command  # not before there is a menu

        undo, redo = (None, None) if history is None else (history.next_undo, history.next_redo)
        self._menus.action("undo").setText(command.undo(undo.kind if undo else None))
        self._menus.action("redo").setText(command.redo(redo.kind if redo else None))
        self._menus.refresh()
