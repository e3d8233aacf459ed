"""A strip that tells of work on a file: how far it is, and what became of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme

from .plain_button import PlainButton
from .plain_label import PlainLabel

_MOST_LINES = 6
"""Of what is to be known, that are seen at once."""


class OutcomeStrip(QWidget):
    """Hidden while there is nothing to tell of. It takes no focus by itself."""

    cancelled = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wrong = False
        self._file: Path | None = None
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self._busy = QProgressBar(self)
        self._busy.setTextVisible(False)
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(tr("At work"))
        self.cancel = PlainButton(theme, tr("Cancel"), tr("Stop; nothing is written"), self)
        self.open = PlainButton(theme, tr("Open"), tr("Open it as the system does"), self)
        self.folder = PlainButton(
            theme, tr("Show in folder"), tr("Open the folder that it is in"), self
        )
        self.more = PlainButton(theme, tr("What to know"), tr("What could not be kept"), self)
        self.more.setCheckable(True)
        self.close_button = PlainButton(theme, tr("Close"), tr("Put this message away"), self)
        self.lines = QPlainTextEdit(self)
        self.lines.setReadOnly(True)
        self.lines.setTabChangesFocus(True)
        self.lines.setAccessibleName(tr("What to know"))
        self._row = QHBoxLayout()
        self._row.addWidget(self.words, 1)
        for part in (
            self._busy,
            self.cancel,
            self.more,
            self.open,
            self.folder,
            self.close_button,
        ):
            self._row.addWidget(part)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.lines)
        self.cancel.clicked.connect(self._on_cancel)
        self.open.clicked.connect(self._on_open)
        self.folder.clicked.connect(self._on_folder)
        self.more.toggled.connect(self.lines.setVisible)
        self.close_button.clicked.connect(self.hide)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    @property
    def at_work(self) -> bool:
        return not self.isHidden() and not self._busy.isHidden()

    def show_work(self, words: str, *, stoppable: bool = True) -> None:
        """What is being done."""
        self._show(words, (), work=True)
        self.cancel.setVisible(stoppable)

    def say(self, words: str) -> None:
        """What is being done by now."""
        if self.at_work:
            self.words.setText(words)

    def show_done(self, words: str, file: Path | None = None, lines: Sequence[str] = ()) -> None:
        """What was done; the `file` that was written, and what to know of it."""
        self._file = file
        self._show(words, lines)

    def show_refusal(self, words: str) -> None:
        """Why nothing was done."""
        self._file = None
        self._show(words, (), wrong=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.at_work:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _show(
        self, words: str, lines: Sequence[str], *, work: bool = False, wrong: bool = False
    ) -> None:
        self.words.setText(words)
        self._wrong = wrong
        self._busy.setVisible(work)
        self.cancel.setVisible(work)
        self.close_button.setVisible(not work)
        there = self._file is not None and not work and not wrong
        self.open.setVisible(there)
        self.folder.setVisible(there)
        self.more.setVisible(bool(lines))
        self.more.setText(tr("What to know ({n})", n=len(lines)))
        self.lines.setPlainText("\n".join(lines))
        self.more.setChecked(False)
        self.lines.hide()
        self._apply_theme()
        self.setFocusProxy(self.cancel if work else self.close_button)
        self.show()
        if not work:
            announce(self, words)

    def show_cancelled(self, file: Path | None = None) -> None:
        """That work was given up; `file` is that which was to be written."""
        if file is None:
            words = tr("Cancelled; nothing was written.")
        elif file.exists():
            words = tr("Cancelled: {file} is not written; the old file stays.", file=file.name)
        else:
            words = tr("Cancelled: {file} is not written.", file=file.name)
        self.show_done(words)

    def _on_cancel(self) -> None:
        self.cancelled.emit()

    def _on_open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))

    def _on_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.warning_panel if self._wrong else colours.panel)
        self.words.setFont(fonts.ours(Size.SMALL))
        ink = colours.warning if self._wrong else colours.ink
        self.words.setStyleSheet(f"color: {ink};")
        self._busy.setFixedSize(px(96), px(6))
        self._busy.setStyleSheet(
            f"QProgressBar {{ background: {colours.hairline}; border: 0; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {colours.accent}; border-radius: 2px; }}"
        )
        self.lines.setFont(fonts.ours(Size.SMALL))
        self.lines.setStyleSheet(
            f"QPlainTextEdit {{ background: {colours.paper}; color: {colours.ink};"
            f" border: 1px solid {colours.hairline}; padding: {px(2)}px {px(6)}px; }}"
            f"QPlainTextEdit:focus {{ border-color: {colours.accent}; }}"
        )
        line = self.lines.fontMetrics().lineSpacing()
        self.lines.setFixedHeight(_MOST_LINES * line + px(12))
        self._column.setContentsMargins(px(16), px(6), px(16), px(6))
        self._column.setSpacing(px(6))
        self._row.setSpacing(px(8))
