"""A list within which something is current, for screen readers; see `own_focus`.

Apart from the others, as no list is needed for the first paint."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QListView

from .own_focus import LEFT_OUT_BY_QT

if TYPE_CHECKING:
    OwnFocusList = QListView
else:
    OwnFocusList = type(LEFT_OUT_BY_QT, (QListView,), {})
