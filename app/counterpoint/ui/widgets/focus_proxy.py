"""Which part of a page has its focus, where that changes while the page is looked at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def hand_focus_to(part: QWidget, page: QWidget) -> None:
    """`part` of `page` is its focus proxy from now on; if the one before has the focus, it goes to
    `part`."""
    before = page.focusProxy()
    page.setFocusProxy(part)
    if before is not None and before is not part and before is QApplication.focusWidget():
        part.setFocus(Qt.FocusReason.OtherFocusReason)
