"""The form in which the description of a source is corrected."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from counterpoint.application.library.describing import FIELDS, Field
from counterpoint.domain.source_date import is_source_date
from counterpoint.labels import description as words
from counterpoint.labels.date import date_from_words
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane, with_key
from counterpoint.ui.paper.page_style import COLUMN, MARGIN
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.headline_bar import HeadlineBar
from counterpoint.ui.widgets.line_field import LineField
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel

_LINES = 3
"""Of a field that may have paragraphs."""
_LEAST_BESIDE = 440
"""Pixels at zoom 1 that a form has in which names stand beside their fields."""
_ANY = 16_777_215
"""Pixels: Qt's own word for as wide as may be."""


class DescriptionForm(QWidget):
    """A field for each thing that can be said; what is empty is not stated. Nothing is lost by a
    key: Escape saves too, and only the button takes back what was typed."""

    saved = Signal(str, object, object)
    """The id of the source, the fields that were changed, and what all of them said before."""
    closed = Signal()
    typed = Signal(str, str, str)
    """The id of the source, a field, and what stands in it now."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.source = ""
        """The id of the one that is described; "" for none."""
        self.name = ""
        """What it is called."""
        self._before: dict[str, str] = {}
        self.fields: dict[str, LineField | QPlainTextEdit] = {}
        self._labels: list[PlainLabel] = []
        self._bar = HeadlineBar(theme, self)
        self.wrong = ""
        """The field that cannot be as it is; "" for none."""
        self._is_narrow = False
        """Whether the fields stand below their names."""
        self._said = PlainLabel(self)
        self._said.setWordWrap(True)
        self._said.hide()
        self.save_button = PlainButton(
            theme,
            tr("Save"),
            with_key(tr("Write it into the library"), in_pane(Context.DESCRIPTION, "save")),
            self._bar,
        )
        self.back_button = PlainButton(
            theme, tr("Take back"), tr("Close the form; all stays as it was"), self._bar
        )
        self._bar.lay_out(self.save_button, self.back_button)
        self.save_button.clicked.connect(self.save)
        self.back_button.clicked.connect(self.take_back)
        self._inner = QWidget()
        self._grid = QGridLayout(self._inner)
        for field in FIELDS:
            self._add(field)
        self._grid.setRowStretch(2 * len(FIELDS), 1)
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QWidget()
        around = QHBoxLayout(middle)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(self._inner, 100)
        around.addStretch(1)
        self._area.setWidget(middle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._bar)
        self._column.addWidget(self._said)
        self._column.addWidget(self._area, 1)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def open(
        self, source: str, name: str, said: Mapping[str, str], typed: Callable[[str], str]
    ) -> None:
        """For a source called `name`; `said` of it now, by field. `typed` gives what was typed
        into a field and not saved, or ""."""
        self.source, self.name, self._before = source, name, dict(said)
        self._bar.set_headline(tr("Description of “{source}”", source=name))
        self.say("")
        self._mark("")
        for field, widget in self.fields.items():
            _put(widget, typed(field) or said[field])
        first = self.fields[FIELDS[0].name]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(first)

    def changes(self) -> dict[str, str]:
        """The fields that are others than when the form was opened."""
        now = {name: _text(widget) for name, widget in self.fields.items()}
        return {name: text for name, text in now.items() if text != self._before.get(name, "")}

    def save(self) -> bool:
        """Saves what was changed and closes; False, and says why, where a field cannot be so."""
        changes = self.changes()
        if "date" in changes:  # it may be written as it is shown
            changes["date"] = date_from_words(changes["date"])
        wrong = _wrong(changes)
        if wrong:
            name, why = wrong
            self.say(why)
            self._mark(name)
            self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self.fields[name])
            return False
        if changes:
            self.saved.emit(self.source, changes, self._before)
        self._close()
        return True

    def take_back(self) -> None:
        """Closes the form without saving."""
        for name in self.changes():
            self.typed.emit(self.source, name, "")
        self._close()

    def close_unsaved(self) -> None:
        """Closes it; what was typed was told by `typed`, and is neither saved nor taken back."""
        self._close()

    def say(self, words: str) -> None:
        """Why it is not saved."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self._said, words)

    def said(self) -> str:
        return self._said.text()

    def key_hints(self) -> tuple[str, ...]:
        """For the status line, while the focus is in it."""
        return (tr("{key} save", key=in_pane(Context.DESCRIPTION, "save")),)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self._theme.fonts.px(_LEAST_BESIDE)
        if narrow != self._is_narrow:
            self._arrange(narrow=narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.DESCRIPTION) in ("save", "leave"):
            self.save()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.closed.emit()
        self.source = ""

    def _add(self, field: Field) -> None:
        label = PlainLabel(self._inner, words.field(field.name))
        label.setWordWrap(True)
        widget: LineField | QPlainTextEdit
        if field.long:
            widget = _Paragraphs(self._inner)
            widget.textChanged.connect(lambda: self._on_typed(field.name))
        else:
            widget = LineField(self._inner)
            widget.textEdited.connect(lambda: self._on_typed(field.name))
        hint = words.hint(field.name)
        widget.setPlaceholderText(hint or ("" if field.needed else words.not_stated()))
        widget.setAccessibleName(words.field(field.name))
        widget.setAccessibleDescription(hint)
        label.setBuddy(widget)
        self._labels.append(label)
        self.fields[field.name] = widget

    def _on_typed(self, name: str) -> None:
        text = _text(self.fields[name])
        if name == self.wrong:
            self._mark("")
        if self.source and self.isVisible():
            as_it_was = text == self._before.get(name, "")
            self.typed.emit(self.source, name, "" if as_it_was else text)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.paper)
        self._area.setStyleSheet(
            f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {colours.paper}; }}"
        )
        self._said.setFont(fonts.ours(Size.SMALL))
        self._said.setStyleSheet(f"color: {colours.warning}; padding: 0 {px(24)}px;")
        for label in self._labels:
            label.setFont(fonts.ours(Size.SMALL))
            label.setStyleSheet(f"color: {colours.ink_quiet}; padding-top: {px(6)}px;")
        for name, widget in self.fields.items():
            widget.setFont(fonts.ours(Size.BODY))
            self._dress(name)
            if isinstance(widget, QPlainTextEdit):
                line = widget.fontMetrics().lineSpacing()
                widget.setFixedHeight(_LINES * line + px(20))
            else:
                widget.setMinimumHeight(px(30))
        self._inner.setMaximumWidth(px(COLUMN))
        self._grid.setContentsMargins(px(24), px(20), px(24), px(40))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(8))
        self._arrange(narrow=self._is_narrow)

    def _dress(self, name: str) -> None:
        """The field that cannot be as it is has a frame of its own."""
        colours, px, widget = self._theme.colours, self._theme.fonts.px, self.fields[name]
        kind = "QPlainTextEdit" if isinstance(widget, QPlainTextEdit) else "QLineEdit"
        wrong = name == self.wrong
        line, focused = (
            (colours.warning, colours.warning) if wrong else (colours.control, colours.accent)
        )
        widget.setStyleSheet(
            f"{kind} {{ background: {colours.warning_panel if wrong else colours.paper};"
            f" color: {colours.ink}; border: 1px solid {line}; border-radius: {px(4)}px;"
            f" padding: {px(3)}px {px(8)}px; }}"
            f"{kind}:focus {{ border-color: {focused}; }}"
        )

    def _mark(self, name: str) -> None:
        before, self.wrong = self.wrong, name
        for each in filter(None, (before, name)):
            self._dress(each)

    def _arrange(self, *, narrow: bool) -> None:
        """Each name beside its field; above it where there is little room."""
        px = self._theme.fonts.px
        self._is_narrow = narrow
        for row, (label, widget) in enumerate(zip(self._labels, self.fields.values(), strict=True)):
            self._grid.addWidget(label, 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(widget, 2 * row + narrow, 0 if narrow else 1)
            label.setMinimumWidth(0 if narrow else px(MARGIN) - px(12))
            label.setMaximumWidth(_ANY if narrow else px(MARGIN) - px(12))
        self._grid.setColumnStretch(0, int(narrow))
        self._grid.setColumnStretch(1, int(not narrow))


class _Paragraphs(QPlainTextEdit):
    """Tab goes on to the next field, and the form hears the keys that mean something to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.DESCRIPTION):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _text(widget: LineField | QPlainTextEdit) -> str:
    found = widget.toPlainText() if isinstance(widget, QPlainTextEdit) else widget.text()
    return found.strip()


def _put(widget: LineField | QPlainTextEdit, words: str) -> None:
    if isinstance(widget, QPlainTextEdit):
        widget.setPlainText(words)
    else:
        widget.setText(words)
        widget.setCursorPosition(0)


def _wrong(changes: Mapping[str, str]) -> tuple[str, str] | None:
    """The first field that cannot be so, and why."""
    for field in FIELDS:
        if field.needed and changes.get(field.name) == "":
            return field.name, words.needed(field.name)
    date = changes.get("date", "")
    return ("date", words.wrong_date()) if date and not is_source_date(date) else None
