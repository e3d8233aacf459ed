"""The bar over the documents: how many came in, and what is done with all of them."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.shown_keys import of_action, with_key
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.plain_button import PlainButton


class ArrivalsBar(QWidget):
    """Thin. What cannot be done now is not there."""

    files_requested = Signal()
    folder_requested = Signal()
    store_all_requested = Signal()
    again_requested = Signal()
    """All that was left out is to be tried again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._summary = ElidedLabel(self)
        self.store_button = PlainButton(
            theme, tr("Store all that wait"), tr("Store them as they were guessed"), self
        )
        self.again_button = PlainButton(
            theme, tr("Try again"), tr("Read again what was left out"), self
        )
        tip = with_key(tr("Bring documents into this library"), of_action("import"))
        self.import_button = PlainButton(theme, tr("Import"), tip, self)
        menu = QMenu(self.import_button)
        for label, signal in (
            (tr("Import documents…"), self.files_requested),
            (tr("Import a folder…"), self.folder_requested),
        ):
            entry = QAction(label, menu)
            entry.triggered.connect(signal)
            menu.addAction(entry)
        self.import_button.setMenu(menu)
        self.import_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.store_button.clicked.connect(self.store_all_requested)
        self.again_button.clicked.connect(self.again_requested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._summary)
        self._row.addStretch(1)
        for button in (self.store_button, self.again_button, self.import_button):
            self._row.addWidget(button)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_state(self, summary: str, *, waiting: int, again: int, may_import: bool) -> None:
        """`summary` of what came of the documents; how many wait, and how many may be tried
        again."""
        if summary and summary != self._summary.text():
            announce(self._summary, summary)
        self._summary.setText(summary)
        self.store_button.setVisible(waiting > 1)
        self.again_button.setVisible(again > 1)
        self.import_button.setVisible(may_import)

    def summary(self) -> str:
        return self._summary.text()

    def minimumSizeHint(self) -> QSize:
        """Without the summary, which is cut where there is no room."""
        buttons = (self.store_button, self.again_button, self.import_button)
        seen = [each.minimumSizeHint().width() for each in buttons if not each.isHidden()]
        px = self._theme.fonts.px
        return QSize(sum(seen) + len(seen) * px(8) + px(40), self.height())

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self._summary.setFont(fonts.ours(Size.BODY, bold=True))
        self._summary.setStyleSheet(f"color: {colours.ink};")
        self.setFixedHeight(px(44))
        self._row.setSpacing(px(8))
        self._row.setContentsMargins(px(24), 0, px(16), 0)
