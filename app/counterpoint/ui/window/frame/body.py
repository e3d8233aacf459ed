"""The window's rows: the bar, at times a panel, the work, the status line."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

PANEL_SHARE = 0.45
"""Of the height between the bars, the most that a panel takes beside the work."""


class Body(QWidget):
    """The work keeps the larger part of the height. Where the window is too low for that, an open
    panel takes the place of the work until it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._edges: tuple[QWidget, ...] = ()
        self._work: QWidget | None = None
        self._panel: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def fill(self, bar: QWidget, work: QWidget, status: QWidget) -> None:
        """From top to bottom, all of them its children."""
        self._edges, self._work = (bar, status), work
        for widget in (bar, work, status):
            self._column.addWidget(widget, 1 if widget is work else 0)
        for edge in self._edges:
            edge.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def put_panel(self, panel: QWidget) -> None:
        """Between the bar and the work, while it is shown."""
        self._panel = panel
        at = self._column.indexOf(self._work) if self._work is not None else 1
        self._column.insertWidget(at, panel)

    def put_strip(self, strip: QWidget) -> None:
        """A line or two under the bar, over whatever is there."""
        self._column.insertWidget(1, strip)

    def show_panel(self, shown: bool) -> None:
        """Shows or hides the panel that was put there, and with that hides or shows the work."""
        if self._panel is not None:
            self._panel.setVisible(shown)
            self._arrange()

    def has_room(self, panel: QWidget) -> bool:
        """Whether `panel` fits beside the work."""
        if self._work is None:
            return False
        between, inside = self._between(), panel.layout()
        least = panel.minimumSizeHint().height()
        if inside is not None and inside.hasHeightForWidth():
            least = inside.minimumHeightForWidth(self.width())
        fits = least + self._work.minimumSizeHint().height() <= between
        return fits and least <= between * PANEL_SHARE

    def _between(self) -> int:
        """What the panel and the work have of the height, in pixels."""
        return self.height() - sum(edge.sizeHint().height() for edge in self._edges)

    def minimumSizeHint(self) -> QSize:
        """With the panel in the place of the work."""
        least = [edge.minimumSizeHint() for edge in self._edges]
        height = sum(size.height() for size in least)
        between = [part for part in (self._work, self._panel) if part is not None]
        between = [part for part in between if part is self._work or not part.isHidden()]
        least += [part.minimumSizeHint() for part in between]
        height += max((part.minimumSizeHint().height() for part in between), default=0)
        return QSize(max((size.width() for size in least), default=0), height)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        if self._work is None or self._panel is None:
            return
        alone = not self._panel.isHidden() and not self.has_room(self._panel)
        share = self._between() if alone else round(self._between() * PANEL_SHARE)
        self._panel.setMaximumHeight(max(share, self._panel.minimumSizeHint().height()))
        self._work.setHidden(alone)
