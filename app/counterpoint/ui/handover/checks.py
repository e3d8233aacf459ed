"""What to know of a paper before it leaves, above its preview; each leads to where it is mended."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from counterpoint.application.report.brief.finding import Finding, FindingKind
from counterpoint.labels.text import capital
from counterpoint.labels.translation import tr
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.plain_button import PlainButton

_MOST = 132
"""Pixels at zoom 1 of the list at the most."""


class Checks(QWidget):
    """Folded to a line until it is opened. Enter or a click goes to what a row is about."""

    wanted = Signal(object)
    """A Finding is to be gone to."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._findings: tuple[Finding, ...] = ()
        self._said = ElidedLabel(self)
        self.toggle = PlainButton(
            theme, tr("Show them"), tr("Show, or fold, what to know before it leaves"), self
        )
        self.toggle.setCheckable(True)
        self.rows = QListWidget(self)
        self.rows.setWordWrap(True)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.rows.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerItem)
        self.rows.setAccessibleName(tr("Before it leaves"))
        self.rows.hide()
        self.setFocusProxy(self.toggle)
        self._row = QHBoxLayout()
        self._row.addWidget(self._said, 1)
        self._row.addWidget(self.toggle)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.rows)
        self.toggle.toggled.connect(self._on_toggled)
        self.rows.itemActivated.connect(lambda _item: self._go())
        self.rows.itemClicked.connect(lambda _item: self._go())
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """The gravest first; how long the paper is stands elsewhere, unless it is too long."""
        shown = tuple(each for each in findings if each.kind is not FindingKind.LENGTH)
        shown += tuple(
            each for each in findings if each.kind is FindingKind.LENGTH and "," in each.message
        )
        if shown == self._findings and not self.isHidden():
            return
        self._findings, row = shown, self.rows.currentRow()
        self.rows.clear()
        for each in shown:
            self.rows.addItem(f"{each.where}: {capital(each.message)}")
        self.rows.setCurrentRow(max(0, min(row, len(shown) - 1)))
        self._said.setText(
            tr("Before it leaves: {n} thing(|s) to know", "", len(shown))
            if shown
            else tr("Before it leaves: nothing to mend")
        )
        self.toggle.setVisible(bool(shown))
        self.rows.setVisible(bool(shown) and self.toggle.isChecked())
        self.show()
        self._fit()

    def findings(self) -> tuple[Finding, ...]:
        """Those listed."""
        return self._findings

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The list is as high as the rows that have room in it: none is cut."""
        high = 0
        for row in range(self.rows.count()):
            more = self.rows.visualItemRect(self.rows.item(row)).height()
            if high and high + more > self._theme.fonts.px(_MOST):
                break
            high += more
        self.rows.setFixedHeight(high + 2 * self.rows.frameWidth())

    def _on_toggled(self, on: bool) -> None:
        self.rows.setVisible(on)
        self.setFocusProxy(self.rows if on else self.toggle)
        self._fit()
        said = tr("Fold") if on else tr("Show them")
        self.toggle.setText(said)
        self.toggle.setAccessibleName(said)
        if on:
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        row = self.rows.currentRow()
        if 0 <= row < len(self._findings):
            self.wanted.emit(self._findings[row])

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.panel)
        self._said.setFont(fonts.ours(Size.SMALL, bold=True))
        self._said.setStyleSheet(f"color: {colours.ink};")
        self.rows.setFont(fonts.ours(Size.SMALL))
        self.rows.setStyleSheet(
            f"QListWidget {{ background: {colours.panel}; color: {colours.ink}; border: 0;"
            f" outline: 0; }}"
            f"QListWidget::item {{ padding: {px(3)}px 0; }}"
            f"QListWidget::item:selected {{ background: {colours.selection};"
            f" color: {colours.ink}; }}"
        )
        self._column.setContentsMargins(px(16), px(4), px(12), px(4))
        self._column.setSpacing(px(2))
        self._row.setSpacing(px(8))
        self._fit()
