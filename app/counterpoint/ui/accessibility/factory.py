"""How Qt comes by our accessible objects: it asks a widget that makes one of its own."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from counterpoint.ui.accessibility.announcing import tell_focus


def install(window: QWidget | None = None) -> None:
    """From now on the method `make_accessible` of a widget, where it has one, gives Qt the object
    for it. What Qt made before for those in `window` is thrown away, and a screen reader that
    runs already told of the focus again."""
    _install()
    widgets = [] if window is None else [window, *window.findChildren(QWidget)]
    for widget in (each for each in widgets if hasattr(each, "make_accessible")):
        made = QAccessible.queryAccessibleInterface(widget)
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(made))
        tell_focus(widget)


@cache
def _install() -> None:
    QAccessible.installFactory(_make)


def _make(_class: str, widget: QObject) -> QAccessibleInterface | None:
    make = getattr(widget, "make_accessible", None)
    made = make() if make is not None else None
    return made if isinstance(made, QAccessibleInterface) else None
