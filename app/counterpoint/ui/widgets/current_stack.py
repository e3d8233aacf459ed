"""A stack that needs no more room than the visible page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAccessibleInterface


class CurrentStack(QStackedWidget):
    """Qt's own needs what the largest of its pages would need, seen or not."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._on_current)

    def make_accessible(self) -> "QAccessibleInterface":
        """Nothing that need be spoken of; Qt makes a pane of it, which has no name."""
        from PySide6.QtGui import QAccessible
        from PySide6.QtWidgets import QAccessibleWidget

        return QAccessibleWidget(self, QAccessible.Role.Client)

    def go_to(self, page: QWidget) -> None:
        """Shows a page, with the focus where the page puts it. Qt would give it first to whatever
        comes first on the page, and screen readers would tell of that."""
        before = self.currentWidget()
        if before is not None and before is not page:
            page.setGeometry(before.geometry())
            page.show()
        page.setFocus()
        self.setCurrentWidget(page)

    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return super().sizeHint() if page is None else page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    def _on_current(self) -> None:
        self.updateGeometry()
