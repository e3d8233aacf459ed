"""The tags of a note: chips, and a field to add to them."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from counterpoint.labels.translation import tr
from counterpoint.ui.painting.eliding import shortened
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.flow_layout import FlowLayout
from counterpoint.ui.widgets.line_field import LineField
from counterpoint.ui.widgets.plain_text import on_control, plain_tip

MOST_LINES = 2
"""Of tags visible at once; more are scrolled."""
_HEIGHT = 24


class TagField(QScrollArea):
    """Type, then Enter or a comma adds; Backspace in the empty field removes the last; a click on
    a chip, or Delete on it, removes that one. `edited` emits the new tags."""

    edited = Signal(object)
    """A tuple of str."""

    def __init__(self, theme: Theme, known: Callable[[], tuple[str, ...]], parent: QWidget) -> None:
        """`known` gives the tags to complete from."""
        super().__init__(parent)
        self._theme = theme
        self._known = known
        self._tags: tuple[str, ...] = ()
        self._chips: list[QToolButton] = []
        self._words = QStringListModel(self)
        self._strip = QWidget(self)
        self._row = FlowLayout(self._strip)
        self.field = LineField(self._strip)
        self.field.setPlaceholderText(tr("Add tag"))
        self.field.setAccessibleName(tr("Add a tag"))
        self.field.setMaxLength(60)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_edited)
        self.field.editingFinished.connect(self._add)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self._row.addWidget(self.field)
        self.setAccessibleName(tr("Tags"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._strip)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def tags(self) -> tuple[str, ...]:
        return self._tags

    def chips(self) -> tuple[QToolButton, ...]:
        """One for each tag, in their order."""
        return tuple(self._chips)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Those of a note, without telling. What is half typed stays: see `finish`, `drop`."""
        if tags == self._tags:
            return
        focused = next((at for at, chip in enumerate(self._chips) if chip.hasFocus()), None)
        self._tags = tags
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(at, tag) for at, tag in enumerate(tags)]
        for one, next_ in pairwise([*self._chips, self.field]):
            QWidget.setTabOrder(one, next_)
        self._refit()
        if focused is not None:
            near = [*self._chips, self.field][min(focused, len(self._chips))]
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """What is half typed goes with its note."""
        self.field.clear()

    def _chip(self, at: int, tag: str) -> QToolButton:
        chip = QToolButton(self._strip)
        chip.setText(f"{on_control(shortened(tag, 24))}  ×")
        chip.setToolTip(plain_tip(tr("Remove the tag “{tag}”", tag=tag)))
        chip.setAccessibleName(tr("Tag {tag}", tag=tag))
        chip.setAccessibleDescription(tr("Press to remove"))
        chip.setProperty("tag", tag)
        self._dress_chip(chip)
        chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.installEventFilter(self)
        chip.clicked.connect(self._on_chip)
        self._row.insert(at, chip)
        chip.show()
        return chip

    def _on_chip(self) -> None:
        chip = self.sender()
        if isinstance(chip, QToolButton):
            self._remove(str(chip.property("tag")))

    def _remove(self, tag: str) -> None:
        self._tell(tuple(other for other in self._tags if other != tag))

    def _on_edited(self, text: str) -> None:
        if not self._words.stringList():
            self._words.setStringList(list(self._known()))
        if "," in text or ";" in text:
            self._add()

    def is_half_typed(self) -> bool:
        """Whether something stands in the field that is no tag yet."""
        return bool(self.field.text().strip())

    def finish(self) -> None:
        """What is half typed is a tag of the visible note, which is about to be left."""
        if self.is_half_typed():
            self._add()

    def _add(self) -> None:
        new = [tag.strip() for tag in self.field.text().replace(";", ",").split(",")]
        self.field.clear()
        self._words.setStringList([])
        tags = tuple(dict.fromkeys([*self._tags, *filter(None, new)]))
        if tags != self._tags:
            self._tell(tags)

    def _tell(self, tags: tuple[str, ...]) -> None:
        self.show_tags(tags)
        self.edited.emit(tags)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.field and key == Qt.Key.Key_Backspace and not self.field.text():
                if self._tags:
                    self._tell(self._tags[:-1])
                return True
            deletes = key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
            if isinstance(watched, QToolButton) and deletes:
                self._remove(str(watched.property("tag")))
                return True
        return super().eventFilter(watched, event)

    def _refit(self) -> None:
        self._row.invalidate()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        px = self._theme.fonts.px
        return QSize(px(80), px(_HEIGHT))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Pixels for all tags, or for as many lines as are shown at once."""
        px = self._theme.fonts.px
        most = MOST_LINES * px(_HEIGHT) + (MOST_LINES - 1) * self._row.spacing()
        return min(most, self._row.heightForWidth(width))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        small = fonts.ours(Size.SMALL)
        self._row.setSpacing(px(4))
        self.field.setFont(small)
        self.field.setFixedHeight(px(_HEIGHT))
        self.field.setMinimumWidth(px(72))
        for chip in self._chips:
            self._dress_chip(chip)
        self.setStyleSheet(
            f"""
            TagField, TagField > QWidget > QWidget {{ background: transparent; }}
            QToolButton {{ background: {colours.selection}; color: {colours.accent};
                border: 1px solid {colours.selection}; border-radius: {px(4)}px;
                padding: 0 {px(6)}px; }}
            QToolButton:hover, QToolButton:focus {{ border-color: {colours.accent}; }}
            QLineEdit {{ background: transparent; color: {colours.ink};
                border: 1px solid {colours.control}; border-radius: {px(4)}px;
                padding: 0 {px(4)}px;
                font-size: {px(Size.SMALL.value)}px; }}
            QLineEdit:focus {{ border-color: {colours.accent}; background: {colours.paper}; }}
            """
        )
        self._refit()

    def _dress_chip(self, chip: QToolButton) -> None:
        chip.setFont(self._theme.fonts.ours(Size.SMALL))
        chip.setFixedHeight(self._theme.fonts.px(_HEIGHT))
