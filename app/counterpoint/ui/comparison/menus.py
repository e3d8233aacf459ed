"""The menus under the right mouse button."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.labels.translation import tr

from .arranger import Arranger
from .commands import ClaimCommands


class _Menu(QMenu):
    """A menu that goes when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, text: str, slot: Callable[[], None], *, enabled: bool = True) -> None:
        """An entry; what follows a tab in `text` is the key that does the same."""
        action = self.addAction(text)
        action.triggered.connect(slot)
        action.setEnabled(enabled)


class ClaimMenu(_Menu):
    """For what the cursor is on in a cell. `on_claim` is False for a gap or a whole position."""

    def __init__(self, parent: QWidget, claims: ClaimCommands, *, on_claim: bool) -> None:
        super().__init__(parent)
        self.add(tr("Jump to the passage\tEnter"), claims.activate, enabled=on_claim)
        self.add(tr("Peek\tSpace"), claims.peek)
        self.add(tr("Write a note\tCtrl+N"), claims.write_note)
        self.addSeparator()
        copy = (
            tr("Copy claim with quotations\tCtrl+C")
            if on_claim
            else tr("Copy cell with quotations\tCtrl+C")
        )
        self.add(copy, claims.copy)


class ApproachMenu(_Menu):
    """For an approach's header. The approach itself is chosen before the menu opens."""

    def __init__(
        self,
        parent: QWidget,
        claims: ClaimCommands,
        arranger: Arranger,
        *,
        place: int,
        of: int,
        across: bool,
    ) -> None:
        """`place` counts from 0 among `of` shown approaches; `across` where they are columns."""
        super().__init__(parent)
        self.add(tr("Write a note\tCtrl+N"), claims.write_note)
        self.add(tr("Copy\tCtrl+C"), claims.copy)
        self.addSeparator()
        self.add(tr("Hide\tCtrl+Shift+H"), arranger.hide_current)
        self.add(tr("Show only this"), arranger.show_only_current, enabled=of > 1)
        self.addSeparator()
        if across:
            back, on = tr("Move left\tCtrl+Shift+Left"), tr("Move right\tCtrl+Shift+Right")
        else:
            back, on = tr("Move up\tCtrl+Shift+Up"), tr("Move down\tCtrl+Shift+Down")
        self.add(back, arranger.move_back, enabled=place > 0)
        self.add(on, arranger.move_on, enabled=place < of - 1)
        if across:
            self.addSeparator()
            self.add(tr("Widen\tCtrl+Alt+Right"), arranger.widen)
            self.add(tr("Narrow\tCtrl+Alt+Left"), arranger.narrow)
            self.add(tr("Share the width evenly"), arranger.share_width)


class DimensionMenu(_Menu):
    """For a dimension's header."""

    def __init__(
        self, parent: QWidget, arranger: Arranger, dimension: str, *, folded: bool
    ) -> None:
        super().__init__(parent)
        self._arranger, self._dimension = arranger, dimension
        self.add(tr("Unfold\t+") if folded else tr("Fold\t\u2212"), self._fold)
        self.addSeparator()
        self.add(tr("Fold all"), arranger.fold_all)
        self.add(tr("Unfold all"), arranger.unfold_all)

    def _fold(self) -> None:
        self._arranger.toggle_fold(self._dimension)
