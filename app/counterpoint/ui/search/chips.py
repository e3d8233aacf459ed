"""What the results are narrowed by, as signs under the field, each of which can be taken away."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from counterpoint.domain.search.narrowing import Chosen, Facet, Narrowing
from counterpoint.labels import facet as words
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.filter_chip import FilterChip
from counterpoint.ui.widgets.flow_layout import FlowLayout


class Chips(QWidget):
    """Takes no room where nothing is narrowed."""

    removed = Signal(object)
    """The Chosen that no longer narrows; None for what the results are like."""
    left = Signal()
    """The last was taken away by a key: the focus is to go elsewhere."""

    def __init__(self, theme: Theme, name: Callable[[Chosen], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._name = name
        self._flow = FlowLayout(self)
        self._shown: tuple[str, Narrowing] = ("", ())
        self.chips: list[FilterChip] = []
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    def show_narrowing(self, like: str, narrowing: Narrowing) -> None:
        """`like`: what the results are like, in words; "" where they have what was typed."""
        if (like, narrowing) == self._shown:
            return
        self._shown = like, narrowing
        focused = next((at for at, chip in enumerate(self.chips) if chip.hasFocus()), None)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        told: list[tuple[str, object]] = [(like, None)] if like else []
        told += [(self._in_words(each), each) for each in narrowing]
        self.chips = [FilterChip(self._theme, said, part, self) for said, part in told]
        for chip in self.chips:
            self._flow.addWidget(chip)
            chip.clicked.connect(self._on_chip)
            chip.show()
        self.setVisible(bool(self.chips))
        self.updateGeometry()
        if focused is not None and self.chips:
            at = min(focused, len(self.chips) - 1)
            self.chips[at].setFocus(Qt.FocusReason.OtherFocusReason)
        elif focused is not None:
            self.left.emit()

    def _in_words(self, chosen: Chosen) -> str:
        name = self._name(chosen)
        if chosen.facet is Facet.LINKED:
            return name
        return words.chosen(words.facet(chosen.facet), name)

    def _on_chip(self) -> None:
        for chip in self.chips:
            if chip is self.sender():
                self.removed.emit(chip.part)

    def sizeHint(self) -> QSize:
        return QSize(self._flow.sizeHint().width(), self._flow.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As high as it is at its width."""
        width = self._flow.minimumSize().width()
        return QSize(width, self._flow.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _apply_theme(self) -> None:
        self._flow.setSpacing(self._theme.fonts.px(6))
