"""What the window wears: the colour scheme, the zoom and the density, chosen and put on."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counterpoint.application.settings import ColourScheme
from counterpoint.ui.theme.colours import Colours, dark, light, of_system
from counterpoint.ui.theme.fonts import Letters
from counterpoint.ui.theme.style_sheet import dress
from counterpoint.ui.theme.theme import Density, Look


class Wardrobe(QObject):
    """Follows the system's colours where the person has chosen no others."""

    changed = Signal()
    """Another look or scheme is worn."""

    def __init__(self, look: Look, scheme: ColourScheme, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._worn: tuple[Colours, Letters] | None = None
        self.scheme = scheme
        # Before any pane listens to the look: the style sheet takes back what panes set before it.
        look.changed.connect(self._put_on)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_colours)
        self.set_scheme(scheme)

    def set_scheme(self, scheme: ColourScheme) -> None:
        self.scheme = scheme
        chosen = {ColourScheme.LIGHT: light, ColourScheme.DARK: dark}.get(scheme, of_system)
        self._look.set_colours(chosen())
        self._put_on()

    def zoom_by(self, step: float) -> None:
        self._look.set_zoom(self._look.letters.zoom + step)

    def toggle_density(self) -> None:
        compact = self._look.density is Density.COMPACT
        self._look.set_density(Density.COMFORTABLE if compact else Density.COMPACT)

    def _on_system_colours(self) -> None:
        if self.scheme is ColourScheme.SYSTEM:
            self._look.set_colours(of_system())

    def _put_on(self) -> None:
        # Once for each look: a style sheet that is set again takes back what panes set themselves.
        worn = (self._look.colours, self._look.letters)
        application = QApplication.instance()
        if worn != self._worn and isinstance(application, QApplication):
            self._worn = worn
            dress(application, *worn)
        self.changed.emit()
