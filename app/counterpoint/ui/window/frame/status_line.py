"""The line at the bottom: whether every quotation holds, how many gaps, what marks mean, and the
keys at hand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from counterpoint.labels import counts
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.elided_label import ElidedLabel

from .marks_legend import MarksLegend

if TYPE_CHECKING:
    from .work_progress import WorkProgress

BRIEF = 8_000
"""Milliseconds for which it is said what was just done."""


class StatusLine(QWidget):
    """What a person glances at. `problems_requested` where they want to see what is wrong, or what
    is remarked."""

    problems_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget, brief: int = BRIEF) -> None:
        super().__init__(parent)
        self._theme = theme
        self._works = True
        self._work: WorkProgress | None = None
        self._done = QTimer(self, singleShot=True, interval=brief)
        self._done.timeout.connect(lambda: self.show_message(""))
        self._counts = ElidedLabel(self)
        self._problems, self._remarks = QPushButton(self), QPushButton(self)
        for button in (self._problems, self._remarks):
            button.setFlat(True)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(self.problems_requested)
            button.hide()
        self.legend = MarksLegend(theme, self)
        self.legend.hide()
        self._message = ElidedLabel(self)
        self._hints = ElidedLabel(self)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._counts)
        self._row.addWidget(self._problems)
        self._row.addWidget(self._remarks)
        self._row.addWidget(self.legend)
        self._row.addStretch()
        self._row.addWidget(self._message)
        self._row.addStretch()
        self._row.addWidget(self._hints)
        self.show_legend(False)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    @property
    def work(self) -> "WorkProgress":
        """What tells of long work, before the keys; made when there is some."""
        if self._work is None:
            from .work_progress import WorkProgress

            self._work = WorkProgress(self._theme, self)
            self._work.hide()
            self._row.insertWidget(self._row.indexOf(self._hints), self._work)
        return self._work

    def show_counts(self, text: str) -> None:
        self._counts.setText(text)

    def show_problems(self, count: int) -> None:
        """`count` of them; none hides the button."""
        self._problems.setVisible(count > 0)
        self._problems.setText(counts.problems(count))
        self._problems.setAccessibleName(
            tr("{problems} in the library: show them", problems=counts.problems(count))
        )

    def show_remarks(self, count: int) -> None:
        """`count` of them, which are no problems; none hides the button."""
        self._remarks.setVisible(count > 0)
        self._remarks.setText(counts.remarks(count))
        self._remarks.setAccessibleName(
            tr("{remarks} on the library: show them", remarks=counts.remarks(count))
        )

    def say(self, message: str) -> None:
        """A sentence that stays until the next one, for eyes and ears."""
        self.show_message(message)
        if message:
            announce(self._message, message)

    def say_briefly(self, message: str) -> None:
        """What was just done, such as that something was copied: it goes after a while."""
        self.say(message)
        self._done.start()

    def take_back(self, message: str) -> None:
        """This sentence stays no longer; another that came after it does."""
        if self.message() == message:
            self.show_message("")

    @property
    def is_brief(self) -> bool:
        """Whether what is said goes by itself."""
        return self._done.isActive()

    def show_message(self, message: str) -> None:
        """A sentence that stays, for the eyes alone."""
        self._done.stop()
        self._message.setText(message)

    def message(self) -> str:
        return self._message.text()

    def show_hints(self, keys: str) -> None:
        """The keys at hand."""
        self._hints.setText(keys)

    def hints(self) -> str:
        return self._hints.text()

    @property
    def keys_shown(self) -> bool:
        """Whether the keys at hand are seen, or have given way to the legend."""
        return self._hints.isVisible()

    def show_legend(self, on: bool) -> None:
        """What marks mean: it has the room that all else leaves, and the message stands beside the
        keys."""
        self.legend.setVisible(on)
        legend = self._row.indexOf(self.legend)
        message = self._row.indexOf(self._message)
        self._row.setStretch(legend, int(on))
        for stretch in (message - 1, message + 1):
            self._row.setStretch(stretch, int(not on))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().event(event)

    def _share(self) -> None:
        """The keys give way where the legend is whole without them, and only then."""
        parts: list[QWidget] = [self._counts, self._problems, self._remarks, self._message]
        if self._work is not None:
            parts.append(self._work)
        seen = [each.sizeHint().width() for each in parts if not each.isHidden()]
        apart, margins = self._row.spacing(), self._row.contentsMargins()
        free = self.width() - margins.left() - margins.right() - sum(seen) - len(seen) * apart
        whole, keys = self.legend.whole, self._hints.sizeHint().width() + apart
        gives_way = not self.legend.isHidden() and whole <= free < whole + keys
        self._hints.setVisible(self._works and not gives_way)

    def offer_work(self, on: bool) -> None:
        """Without a library there are no keys to tell of, and no marks."""
        self._works = on
        self._share()
        if not on:
            self.show_legend(False)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        small = fonts.ours(Size.SMALL)
        for label in (self._counts, self._message, self._hints):
            label.setFont(small)
            label.setStyleSheet(f"color: {colours.ink_quiet};")
        self._problems.setFont(fonts.ours(Size.SMALL, bold=True))
        self._problems.setStyleSheet(
            f"QPushButton {{ color: {colours.warning}; background: {colours.warning_panel};"
            f" border: 1px solid transparent; border-radius: {px(3)}px; padding: 1px {px(8)}px; }}"
            f"QPushButton:focus {{ border-color: {colours.accent}; }}"
        )
        self._remarks.setFont(small)
        self._remarks.setStyleSheet(
            f"QPushButton {{ color: {colours.ink_quiet}; background: transparent;"
            f" border: 1px solid transparent; border-radius: {px(3)}px; padding: 1px {px(4)}px;"
            f" text-decoration: underline; }}"
            f"QPushButton:focus {{ border-color: {colours.accent}; }}"
        )
        self._row.setContentsMargins(px(16), px(3), px(16), px(3))
        self._row.setSpacing(px(16))
