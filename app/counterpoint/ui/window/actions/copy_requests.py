"""What the menus of the comparison ask to be copied."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counterpoint.application.library.session import Session
from counterpoint.domain.note import Target

if TYPE_CHECKING:
    from counterpoint.ui.comparison.view import ComparisonView


class CopyRequests(QObject):
    """Copies it, and gives `say` what to say of it."""

    def __init__(
        self,
        comparison: "ComparisonView",
        session: Session,
        say: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._say = session, say
        comparison.copy_requested.connect(self._on_target)
        comparison.table_wanted.connect(self._on_table)

    def _on_target(self, target: Target) -> None:
        from .copying import copy_target

        self._say(copy_target(self._session, target))

    def _on_table(self, of: Target) -> None:
        from .copying import copy_table

        self._say(copy_table(self._session, of))
