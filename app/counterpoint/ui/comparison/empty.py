"""What stands where the grid would, when there is nothing to show."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from counterpoint.application.library.arrangement import Arrangement, Rows
from counterpoint.labels.claim_filter import no_such_stance_in_rows, part_in_words
from counterpoint.labels.text import set_apart
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.shown_keys import of_action
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.widgets.focus_proxy import hand_focus_to
from counterpoint.ui.widgets.plain_label import PlainLabel

_BROADEST = 90
"""Characters of a line of what can be done."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Button(QPushButton):
    """Pressed by Enter too, as all that can be done here."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class EmptyState(QWidget):
    """Says what is the case in one line, what can be done in another, and offers it."""

    pressed = Signal()
    import_pressed = Signal()
    """Documents are wanted."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = PlainLabel(self)
        self._text = PlainLabel(self)
        self.button = _Button(self)
        self.button.clicked.connect(self.pressed)
        self.import_button = _Button(self)
        self.import_button.setText(tr("Import documents…"))
        self.import_button.clicked.connect(self.import_pressed)
        self.import_button.hide()
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            line = QHBoxLayout()  # as broad as a column of text, in the middle
            line.addStretch(1)
            line.addWidget(label, 1000)
            line.addStretch(1)
            layout.addLayout(line)
        layout.addSpacing(8)
        layout.addWidget(self.import_button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(3)
        self.setAutoFillBackground(True)
        self.first = self.button
        """The one that is pressed first."""
        self.setFocusProxy(self.button)
        self.setTabOrder(self.import_button, self.button)

    def title(self) -> str:
        return self._title.text()

    def text(self) -> str:
        """What can be done."""
        return self._text.text()

    def explain(
        self,
        arrangement: Arrangement,
        short: Mapping[str, str],
        *,
        has_sources: bool,
        has_approaches: bool,
        questions: Sequence[str],
    ) -> None:
        """Says why nothing is shown under this arrangement, and which filters are to be taken off.
        `short` gives the short names of sources; `questions` are the titles of those that are
        asked."""
        imports = not has_approaches and not has_sources
        self.import_button.setVisible(imports)
        # What a library without texts begins with.
        self.first = self.import_button if imports else self.button
        hand_focus_to(self.first, self)
        begin = _how_to_begin() if has_sources else _how_to_get_texts()
        if not has_approaches:
            self._say(
                tr("There are no approaches in this library"),
                "\n\n".join(filter(None, (begin, asked_so_far(questions)))),
                tr("New approach…"),
            )
        elif not arrangement.columns:
            self._say(
                tr("No approach is shown"), tr("Choose some to compare."), tr("Choose approaches…")
            )
        elif not questions:
            self._say(
                tr("There is nothing to compare by"),
                tr("The library asks no questions yet. Make one that every approach is asked."),
                tr("New question…"),
            )
        else:
            self._say(_why_no_rows(arrangement), _filters(arrangement, short), tr("Show all rows"))

    def _say(self, title: str, text: str, action: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def dress(self, style: Style) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), style.paper)
        palette.setColor(self.foregroundRole(), style.quiet)
        self.setPalette(palette)
        title = self._title.palette()
        title.setColor(self._title.foregroundRole(), style.ink)
        self._title.setPalette(title)
        self._title.setFont(style.body_bold)
        self._text.setFont(style.body)
        self._text.setMaximumWidth(_BROADEST * QFontMetrics(style.body).averageCharWidth())
        for button in (self.import_button, self.button):
            button.setFont(style.body)
            button.setStyleSheet(
                f"QPushButton {{ background: {style.paper.name()}; color: {style.ink.name()};"
                f" border: 1px solid {style.control.name()}; border-radius: 4px;"
                " padding: 4px 12px; }"
                f"QPushButton:hover {{ border-color: {style.ink.name()}; }}"
                f"QPushButton:focus {{ border: 2px solid {style.accent.name()};"
                " padding: 3px 11px; }"
            )


def asked_so_far(questions: Sequence[str]) -> str:
    """The questions that wait for approaches; "" where there are none."""
    if not questions:
        return ""
    named = ", ".join(map(set_apart, questions))
    return tr("Each approach will be asked for: {questions}.", questions=named)


def _how_to_begin() -> str:
    return tr(
        "Open a text from the sources, select words in it and press {key}: an approach, a question "
        "and a claim can be made there. Or make an approach first: a title is enough.",
        key=of_action("link"),
    )


def _how_to_get_texts() -> str:
    return tr(
        "Drop documents on the window, or import them. Words "
        "that are selected in a text can then be linked with {key}.",
        key=of_action("link"),
    )


def _filters(arrangement: Arrangement, short: Mapping[str, str]) -> str:
    """Which of them hide every row."""
    parts = [part_in_words(part, short) for part in arrangement.filter.parts()]
    if arrangement.rows is Rows.GAPS:
        parts.insert(0, tr("Only gaps"))
    if not parts:
        return tr("A filter hides every row.")
    return tr("To be taken off: {filters}.", filters="; ".join(parts))


def _why_no_rows(arrangement: Arrangement) -> str:
    if arrangement.rows is Rows.DIFFER and len(arrangement.columns) == 1:
        return tr("One approach alone cannot differ")
    stance = arrangement.filter.only_stance
    if stance is not None:
        return no_such_stance_in_rows(stance)
    if arrangement.filter:
        return tr("Nothing passes all the filters")
    if arrangement.rows is Rows.DIFFER:
        return tr("The approaches shown do not differ")
    return tr("The approaches shown have no gaps")
