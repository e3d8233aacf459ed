"""The line in which a search that is to be kept is named."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.icon_button import IconButton, Sign
from counterpoint.ui.widgets.line_field import LineField, bordered
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel


class NamingBar(QWidget):
    """Seen while a name is typed."""

    named = Signal(str, str)
    """The name, and the one in whose place it is, or ""."""
    left = Signal()
    """The focus is to be in the field of the search again."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._before = ""
        self.field = LineField(self)
        self.field.setPlaceholderText(tr("Name of this search"))
        self.field.setAccessibleName(tr("Name of this search"))
        self.save = PlainButton(theme, tr("Save"), tr("Keep the search in this library"), self)
        self.close_button = IconButton(
            theme, Sign.CLOSE, tr("Close"), self, in_pane(Context.NAMING, "leave")
        )
        self.why_not = PlainLabel(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.field, 1)
        for widget in (self.why_not, self.save, self.close_button):
            self._row.addWidget(widget)
        self.save.clicked.connect(self._on_named)
        self.close_button.clicked.connect(self.leave)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    def begin(self, before: str) -> None:
        """For another name in place of `before`, or for the first where that is ""."""
        self._before = before
        self.field.setText(before)
        self.say("")
        self.show()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, why: str) -> None:
        """Why it cannot be kept so."""
        self.why_not.setText(why)
        self.why_not.setVisible(bool(why))

    def leave(self) -> None:
        if self.isVisible():
            self.left.emit()
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match done_by(event, Context.NAMING):
            case "save":
                self._on_named()
            case "leave":
                self.leave()
            case _:
                super().keyPressEvent(event)

    def _on_named(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.named.emit(name, self._before)
        else:
            self.say(tr("Give it a name."))

    def _apply_theme(self) -> None:
        fonts, px = self._theme.fonts, self._theme.fonts.px
        self._row.setSpacing(px(8))
        self.field.setFont(fonts.ours())
        self.field.setMinimumHeight(px(28))
        self.field.setStyleSheet(bordered(self._theme))
        self.why_not.setFont(fonts.ours(Size.SMALL))
        self.why_not.setStyleSheet(f"color: {self._theme.colours.warning};")
