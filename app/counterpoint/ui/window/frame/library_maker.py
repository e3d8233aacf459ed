"""A strip under the bar in which a new library is made: what it begins with, and where it goes."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.application.library.new_library import Template
from counterpoint.labels.translation import tr
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.file_names import as_file_name, documents_folder, free_folder
from counterpoint.ui.widgets.line_field import LineField, bordered
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_choice import PlainChoice
from counterpoint.ui.widgets.plain_label import PlainLabel


class LibraryMaker(QWidget):
    """Hidden until it is opened. Enter makes the library, Escape closes the strip."""

    wanted = Signal(object, object)
    """The Path of a folder, and the Template that a library is to be made of."""
    cancelled = Signal()
    """What is being made is not wanted any more."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._at_work = False
        self.words = PlainLabel(self)
        self.words.setWordWrap(True)
        self.begins_with = PlainChoice(theme, tr("What the new library begins with"), self)
        self.begins_with.setMinimumContentsLength(14)
        self.folder = LineField(self)
        self.folder.setAccessibleName(tr("Folder of the new library"))
        self.choose = PlainButton(
            theme, tr("Choose…"), tr("Choose the folder in which the new one is made"), self
        )
        self.make = PlainButton(theme, tr("Make"), tr("Make the library, and open it"), self)
        self.leave = PlainButton(theme, tr("Not now"), tr("Nothing is made"), self)
        self.why_not = PlainLabel(self)
        self.why_not.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.addWidget(self.begins_with, 1)
        self._row.addWidget(self.folder, 2)
        for button in (self.choose, self.make, self.leave):
            self._row.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.words)
        self._column.addLayout(self._row)
        self._column.addWidget(self.why_not)
        self.choose.clicked.connect(self._choose)
        self.make.clicked.connect(self._make)
        self.leave.clicked.connect(self.close_up)
        self.folder.returnPressed.connect(self._make)
        self.folder.textEdited.connect(lambda: self.say(""))
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.hide()

    def open(self, title: str, *, copy: bool, has_library: bool, words: str) -> None:
        """For a new library, or for a copy of the one that is open and called `title`; `words` say
        what it is about."""
        self.words.setText(words)
        self.folder.setAccessibleDescription(words)
        self.begins_with.clear()
        if not copy:
            self.begins_with.addItem(tr("Empty"), Template.EMPTY)
        if not copy and has_library:
            self.begins_with.addItem(
                tr("The questions of “{title}”", title=title), Template.QUESTIONS
            )
        if has_library:
            self.begins_with.addItem(tr("A copy of “{title}”", title=title), Template.COPY)
        self.begins_with.setVisible(not copy)
        name = title if copy and title else tr("New library")
        folder = free_folder(documents_folder() / as_file_name(name, tr("New library")))
        self.folder.setText(_shown(folder))
        self.make.setText(tr("Make a copy") if copy else tr("Make"))
        self.make.setAccessibleName(self.make.text())
        self.say("")
        self.show()
        (self.folder if copy else self.begins_with).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if copy:
            self.folder.selectAll()

    def say(self, words: str) -> None:
        """Why it could not be made."""
        self.why_not.setText(words)
        self.why_not.setVisible(bool(words))

    def show_work(self, name: str) -> None:
        """It is being made; `name` is the file at hand."""
        self._at_work = True
        self._enable()
        self.words.setText(tr("Making the library … {file}", file=name))

    def end_work(self) -> None:
        self._at_work = False
        self._enable()

    def _enable(self) -> None:
        for widget in (self.begins_with, self.folder, self.choose, self.make):
            widget.setEnabled(not self._at_work)
        self.leave.setText(tr("Cancel") if self._at_work else tr("Not now"))
        self.leave.setAccessibleName(self.leave.text())

    def close_up(self) -> None:
        """Nothing is made."""
        if self._at_work:
            self.end_work()
            self.cancelled.emit()
        if not self.isHidden():
            self.closed.emit()  # first: else the focus would go by way of whatever is next to it
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        here = Path(self.folder.text()).expanduser()
        chosen = QFileDialog.getExistingDirectory(
            self, tr("Make the new library in this folder"), str(here.parent)
        )
        if chosen:
            self.folder.setText(_shown(free_folder(Path(chosen) / here.name)))
            self.say("")
            self.make.setFocus()

    def _make(self) -> None:
        words = self.folder.text().strip()
        if words:
            # Qt makes a plain word of it.
            template = Template(self.begins_with.currentData())
            self.wanted.emit(Path(words).expanduser(), template)
        else:
            self.say(tr("Say in which folder it is to be made."))

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.panel)
        for label in (self.words, self.why_not):
            label.setFont(fonts.ours(Size.SMALL))
        self.words.setStyleSheet(f"color: {colours.ink};")
        self.why_not.setStyleSheet(f"color: {colours.warning};")
        self.folder.setFont(fonts.ours(Size.SMALL))
        self.folder.setMinimumHeight(px(26))
        self.folder.setStyleSheet(bordered(self._theme))
        self._column.setContentsMargins(px(16), px(8), px(16), px(8))
        self._column.setSpacing(px(6))
        self._row.setSpacing(px(8))


def _shown(folder: Path) -> str:
    """From the person's own folder on, so that its name is seen where there is little room."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
