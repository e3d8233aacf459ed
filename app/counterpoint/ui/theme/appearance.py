"""What the window wears: the colour scheme, the zoom and the density, chosen and put on."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from counterpoint.ui.settings.values import ColourScheme
from counterpoint.ui.theme.colours import Colours, dark, light, of_system
from counterpoint.ui.theme.fonts import Fonts
from counterpoint.ui.theme.style_sheet import apply_style
from counterpoint.ui.theme.theme import Density, Theme


class Appearance(QObject):
    """Follows the system's colours where the person has chosen no others."""

    changed = Signal()
    """Another theme or scheme is in force."""

    def __init__(self, theme: Theme, scheme: ColourScheme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._applied: tuple[Colours, Fonts] | None = None
        self.scheme = scheme
        # Before any pane listens to the theme: the style sheet takes back what panes set before it.
        theme.changed.connect(self._apply)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_colours)
        self.set_scheme(scheme)

    def set_scheme(self, scheme: ColourScheme) -> None:
        self.scheme = scheme
        chosen = {ColourScheme.LIGHT: light, ColourScheme.DARK: dark}.get(scheme, of_system)
        self.theme.set_colours(chosen())
        self._apply()

    def zoom_by(self, step: float) -> None:
        self.theme.set_zoom(self.theme.fonts.zoom + step)

    def toggle_density(self) -> None:
        compact = self.theme.density is Density.COMPACT
        self.theme.set_density(Density.COMFORTABLE if compact else Density.COMPACT)

    def _on_system_colours(self) -> None:
        if self.scheme is ColourScheme.SYSTEM:
            self.theme.set_colours(of_system())

    def _apply(self) -> None:
        # Once for each look: a style sheet that is set again takes back what panes set themselves.
        applied = (self.theme.colours, self.theme.fonts)
        application = QApplication.instance()
        if applied != self._applied and isinstance(application, QApplication):
            self._applied = applied
            apply_style(application, *applied)
        self.changed.emit()
