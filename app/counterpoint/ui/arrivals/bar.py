"""The bar over the documents: how many came in, and what is done with all of them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.shown_keys import of_action, with_key
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.headline_bar import HeadlineBar
from counterpoint.ui.widgets.plain_button import PlainButton


class ArrivalsBar(HeadlineBar):
    """Thin. What cannot be done now is not there."""

    files_requested = Signal()
    folder_requested = Signal()
    store_all_requested = Signal()
    again_requested = Signal()
    """All that was left out is to be tried again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
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
        self.lay_out(self.store_button, self.again_button, self.import_button)

    def show_state(self, summary: str, *, waiting: int, again: int, may_import: bool) -> None:
        """`summary` of what came of the documents; how many wait, and how many may be tried
        again."""
        if summary and summary != self.headline():
            announce(self, summary)
        self.set_headline(summary)
        self.set_seen(self.store_button, waiting > 1)
        self.set_seen(self.again_button, again > 1)
        self.set_seen(self.import_button, may_import)
