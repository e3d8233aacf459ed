"""The bar at the top: what is open, the way to anything, the row filter, the three views."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from counterpoint.ui.palette.field import SearchField
from counterpoint.ui.parts.elided import ElidedLabel
from counterpoint.ui.parts.segments import Segments
from counterpoint.ui.theme.letters import Size
from counterpoint.ui.theme.look import Look

VIEWS = (
    ("compare", "Compare", "The approaches side by side (Ctrl+1)"),
    ("sources", "Sources", "The texts, what they are, and their passages (Ctrl+2)"),
    ("notes", "Notes", "All notes (Ctrl+3)"),
)
ROWS = (
    ("all", "All", "All rows (Alt+1)"),
    ("differ", "Differ", "Only rows in which the approaches differ (Alt+2)"),
    ("gaps", "Gaps", "Only rows with a gap (Alt+3)"),
)


class TopBar(QWidget):
    """Thin; its parts are public so that the window can join them to what they do."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.title = ElidedLabel(self)
        self.detail = ElidedLabel(self)
        self.search = SearchField(look, self)
        self.rows = Segments(look, "Rows", ROWS, self)
        self.views = Segments(look, "View", VIEWS, self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.title)
        self._row.addWidget(self.detail)
        self._row.addStretch(1)
        self._row.addWidget(self.search, 3)
        self._row.addStretch(1)
        self._row.addWidget(self.rows)
        self._row.addWidget(self.views)
        look.changed.connect(self._dress)
        self._dress()

    def show_library(self, title: str, detail: str) -> None:
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))

    def offer_work(self, on: bool) -> None:
        """What needs a library is in sight only while there is one."""
        for part in (self.rows, self.views):
            part.setVisible(on)

    def _dress(self) -> None:
        colours, letters = self._look.colours, self._look.letters
        px = letters.px
        self.setAutoFillBackground(True)
        self.title.setFont(letters.ours(Size.BODY, bold=True))
        self.detail.setFont(letters.ours(Size.SMALL))
        self.title.setStyleSheet(f"color: {colours.ink};")
        self.detail.setStyleSheet(f"color: {colours.ink_quiet};")
        self.search.setMaximumWidth(px(420))
        self._row.setContentsMargins(px(16), px(6), px(16), px(6))
        self._row.setSpacing(px(12))
