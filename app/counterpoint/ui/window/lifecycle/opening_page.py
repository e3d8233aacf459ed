"""What stands in the window while a library is read, and when there is none to show."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from counterpoint.domain.problem import Problem
from counterpoint.labels.counts import out_of
from counterpoint.labels.translation import tr
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel
from counterpoint.ui.widgets.plain_text import on_control


class OpeningPage(QWidget):
    """A heading, a sentence, progress that can be cancelled, and what one can do next."""

    cancelled = Signal()
    new_requested = Signal()
    open_requested = Signal()
    shipped_requested = Signal()
    again_requested = Signal()
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heading = PlainLabel(self)
        self._text = PlainLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Files read"))
        self._cancel = self._button(tr("Cancel"), tr("Stop reading; nothing is changed"))
        self._open = self._button(tr("Open library…"), tr("Choose another library’s folder"))
        self._new = self._button(tr("New library…"), tr("Make one, and say in which folder"))
        self._shipped = self._button(
            tr("Open the library that comes with Counterpoint"), tr("It is always there")
        )
        self._again = self._button(
            tr("Try again"), tr("Read this library again, once it is mended")
        )
        self._back = self._button(tr("Back"), tr("To the library that was open before"))
        self._cancel.clicked.connect(self.cancelled)
        self._new.clicked.connect(self.new_requested)
        self._open.clicked.connect(self.open_requested)
        self._shipped.clicked.connect(self.shipped_requested)
        self._again.clicked.connect(self.again_requested)
        self._back.clicked.connect(self.back_requested)
        buttons = QHBoxLayout()
        for button in (self._cancel, self._again, self._back, self._open, self._new, self._shipped):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column = QVBoxLayout()
        self._column.addStretch(2)
        for widget in (self._heading, self._text, self._progress):
            self._column.addWidget(widget)
        self._column.addLayout(buttons)
        self._column.addStretch(3)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(self._column, 3)
        row.addStretch(1)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def _button(self, label: str, tip: str) -> PlainButton:
        return PlainButton(self._theme, label, tip, self)

    def show_progress(self, done: int, total: int, what: str) -> None:
        """While files are read; `what` is the one at hand."""
        self._heading.setText(tr("Reading the library"))
        self._text.setText(f"{what}   {out_of(done, total)}" if total else what)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        began = self._cancel.isHidden()
        self._offer(progress=True)
        if began:
            self._cancel.setFocus()

    def show_problems(self, heading: str, problems: Iterable[Problem], before: str = "") -> None:
        """Where nothing could be opened: why, and the ways on, also back to the library that was
        open `before`."""
        self._heading.setText(heading)
        from counterpoint.labels.problem import sentence  # not before one is told

        self._text.setText("\n\n".join(f"{p.file}: {sentence(p)}." for p in problems))
        self._offer(progress=False)
        self._back.setText(on_control(tr("Back to “{library}”", library=before)))
        self._back.setAccessibleName(tr("Back to “{library}”", library=before))
        self._back.setVisible(bool(before))
        (self._back if before else self._open).setFocus()

    def show_cancelled(self) -> None:
        self._heading.setText(tr("The reading was stopped"))
        self._text.setText(tr("Nothing was changed. Open another library, or read this one again."))
        self._offer(progress=False)
        self._again.setFocus()

    def text(self) -> str:
        """All that the page says, for a screen reader and for tests."""
        return f"{self._heading.text()}\n{self._text.text()}"

    def _offer(self, *, progress: bool) -> None:
        self._progress.setVisible(progress)
        self._cancel.setVisible(progress)
        for button in (self._open, self._new, self._shipped, self._again):
            button.setVisible(not progress)
        self._back.hide()

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        self._heading.setFont(fonts.ours(Size.TITLE, bold=True))
        self._text.setFont(fonts.ours(Size.BODY))
        self._text.setStyleSheet(f"color: {colours.ink_quiet};")
        self._column.setSpacing(fonts.px(12))
        self._progress.setFixedHeight(fonts.px(6))
        self._progress.setStyleSheet(
            f"QProgressBar {{ background: {colours.hairline}; border: 0; border-radius: 2px; }}"
            f"QProgressBar::chunk {{ background: {colours.accent}; border-radius: 2px; }}"
        )
