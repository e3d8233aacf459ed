"""The panel that lists what is wrong and leads to where it can be mended."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QPalette,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from counterpoint.domain.control_characters import on_one_line
from counterpoint.domain.problem import Problem, cell_of, in_order
from counterpoint.labels import counts
from counterpoint.labels.problem import in_a_line
from counterpoint.labels.text import DOT
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane, of_action, with_key
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clipboard import put_on_clipboard
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.widgets.flow_layout import FlowLayout
from counterpoint.ui.widgets.list_view import ListView
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel

from .delegate import ProblemDelegate
from .model import FILE, PROBLEM, TITLE, ProblemRows
from .opening import open_in_editor

LEAST_LIST = 56
"""Pixels at zoom 1 of the list: a problem is seen, and that there are more."""


def nothing_wrong() -> str:
    return tr("Nothing is wrong.")


def nothing_more() -> str:
    return tr("Every file of the library was read, and every quotation stands where it should.")


class ProblemsPanel(QWidget):
    """Problems by file, each with its place and its remedy; below them what is only remarked.

    Enter or a double click opens the file, Ctrl+C copies the row, Escape closes. The panel does
    not hide itself: whoever put it up takes it away on `closed`.
    """

    reload_requested = Signal()
    closed = Signal()
    led = Signal(str, str)
    """To the cell of an approach and a question, in which something is still to be written."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._folder: Path | None = None
        self._problems: tuple[Problem, ...] = ()
        self._remarks: tuple[Problem, ...] = ()
        self._title = PlainLabel(self, tr("Problems"))
        self._count = ElidedLabel(self)
        self._said = PlainLabel(self)
        self._said.setWordWrap(True)
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._said.setSizePolicy(_keeping_its_place(self._said))
        self.lead_button = PlainButton(
            theme, tr("Go to the cell"), tr("Show the cell in which this is to be written"), self
        )
        self.open_button = PlainButton(
            theme,
            tr("Open file"),
            with_key(
                tr("Open the file with the system's editor"), in_pane(Context.PROBLEMS, "open")
            ),
            self,
        )
        self.copy_button = PlainButton(
            theme, tr("Copy all"), tr("Copy the whole list as text"), self
        )
        self.again_button = PlainButton(
            theme,
            tr("Read again"),
            with_key(tr("Read the library again, once the files are mended"), of_action("reload")),
            self,
        )
        self.close_button = PlainButton(
            theme,
            tr("Close"),
            with_key(tr("Close this list"), in_pane(Context.PROBLEMS, "leave")),
            self,
        )
        self._buttons = QWidget(self)
        self._button_lines = FlowLayout(self._buttons, trailing=True)
        self.list = ListView(self)
        self._rows = ProblemRows(self)
        self._delegate = ProblemDelegate(theme, self.list)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(tr("Problems in the library"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._nothing = PlainLabel(self, nothing_wrong())
        self._nothing_more = PlainLabel(self, nothing_more())
        self._nothing_more.setWordWrap(True)
        self._lay_out()
        self.lead_button.clicked.connect(self._on_lead)
        self.open_button.clicked.connect(self._on_open)
        self.copy_button.clicked.connect(self._on_copy)
        self.again_button.clicked.connect(self.reload_requested)
        self.close_button.clicked.connect(self.closed)
        self.list.activated.connect(self._on_open)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.show_problems(())

    def show_problems(
        self,
        problems: tuple[Problem, ...],
        folder: Path | None = None,
        *,
        remarks: tuple[Problem, ...] = (),
    ) -> None:
        """Lists `problems` and `remarks`, which are none; their files can be opened where `folder`,
        the library, is given."""
        chosen = self._current_problem()
        self._problems, self._folder = in_order(problems), folder
        self._remarks = in_order(remarks)
        self._delegate.forget()
        self._rows.show_problems(self._problems, self._remarks)
        self._count.setText(self._counted())
        self._said.clear()
        self._said.hide()
        for widget in (self.list, self.open_button, self.copy_button):
            widget.setVisible(bool(self._listed))
        for label in (self._nothing, self._nothing_more):
            label.setVisible(not self._listed)
        self.setFocusProxy(self.list if self._listed else self.again_button)
        self._choose(chosen)

    @property
    def _listed(self) -> tuple[Problem, ...]:
        return self._problems + self._remarks

    def _counted(self) -> str:
        files = len({problem.file for problem in self._problems})
        here = tr(
            "{problems} in {files}",
            problems=counts.problems(len(self._problems)),
            files=counts.files(files),
        )
        remarks = counts.remarks(len(self._remarks))
        return DOT.join((here,) * bool(self._problems) + (remarks,) * bool(self._remarks))

    def said(self) -> str:
        """What the panel last said of something it did."""
        return self._said.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.PROBLEMS) == "leave":
            self.closed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and self.list.hasFocus():
            self.copy_chosen()
        else:
            super().keyPressEvent(event)

    def copy_chosen(self) -> str:
        """The row that is chosen, as text; what to say of it."""
        if not self.list.currentIndex().isValid():
            return tr("There is no problem to copy.")
        problem = self._current_problem()
        title = str(self.list.currentIndex().data(TITLE))
        self._copy(in_a_line(problem) if problem else title, tr("Copied"))
        if problem is None:
            return tr("Copied the name of the file.")
        is_remark = problem in self._remarks
        return tr("Copied the remark.") if is_remark else tr("Copied the problem.")

    def _current_problem(self) -> Problem | None:
        problem = self.list.currentIndex().data(PROBLEM)
        return problem if isinstance(problem, Problem) else None

    def _choose(self, problem: Problem | None) -> None:
        """Goes back to the problem that was chosen, where it is still there; else to the first."""
        rows = range(self._rows.rowCount())
        indexes = [self._rows.index(row) for row in rows]
        found = [index for index in indexes if problem and index.data(PROBLEM) == problem]
        first = [index for index in indexes if index.data(PROBLEM) is not None]
        if found or first:
            self.list.setCurrentIndex((found or first)[0])
        self._on_current(self.list.currentIndex())

    def _on_current(self, current: QModelIndex) -> None:
        self.open_button.setEnabled(self._folder is not None and bool(current.data(FILE)))
        problem = self._current_problem()
        self.lead_button.setVisible(problem is not None and cell_of(problem) is not None)

    def _on_lead(self) -> None:
        problem = self._current_problem()
        cell = None if problem is None else cell_of(problem)
        if cell is not None:
            self.led.emit(*cell)

    def _on_open(self) -> None:
        index = self.list.currentIndex()
        name = str(index.data(FILE) or "")
        if self._folder is not None and name:
            self._say(open_in_editor(self._folder, name) or tr("Opened {name}", name=name))

    def _on_copy(self) -> None:
        text = "".join(f"{on_one_line(in_a_line(problem))}\n" for problem in self._listed)
        problems, remarks = len(self._problems), len(self._remarks)
        counted = [counts.problems(problems)] * bool(problems)
        counted += [counts.remarks(remarks)] * bool(remarks)
        self._copy(text, tr("{problems} copied", problems=DOT.join(counted)))

    def _copy(self, text: str, said: str) -> None:
        put_on_clipboard(text)
        self._say(said)

    def _say(self, message: str) -> None:
        self._said.setText(message)
        self._said.show()
        announce(self._said, message)

    def _lay_out(self) -> None:
        self._bar = QHBoxLayout()
        self._bar.addWidget(self._title)
        # What is left of the line beside the buttons is theirs.
        for label, stretch in ((self._count, 1), (self._said, 2)):
            policy = label.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
            label.setSizePolicy(policy)
            self._bar.addWidget(label, stretch)
        self._bar.addWidget(self._buttons)
        order = (self.lead_button, self.open_button, self.copy_button, self.again_button)
        for button in (*order, self.close_button):
            self._button_lines.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing)
        column.addWidget(self._nothing_more)
        column.addStretch(0)
        self.setTabOrder(self.list, self.lead_button)
        self.setTabOrder(self.lead_button, self.open_button)
        self.setTabOrder(self.open_button, self.copy_button)
        self.setTabOrder(self.copy_button, self.again_button)
        self.setTabOrder(self.again_button, self.close_button)

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        self._delegate.forget()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(colours.paper))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        # Not by its palette, which the application's style sheet, set anew, would take back.
        self.list.setStyleSheet(f"QListView {{ background: {colours.paper}; border: 0; }}")
        self._title.setFont(fonts.ours(Size.BODY, bold=True))
        self._title.setStyleSheet(f"color: {colours.ink};")
        for label in (self._count, self._said, self._nothing_more):
            label.setFont(fonts.ours(Size.SMALL))
            label.setStyleSheet(f"color: {colours.ink_quiet};")
        self._nothing.setFont(fonts.ours(Size.BODY))
        # Padding, as a label with a style sheet passes over its margins.
        self._nothing.setStyleSheet(
            f"color: {colours.ink}; padding: {px(12)}px {px(16)}px 0 {px(16)}px;"
        )
        self._nothing_more.setStyleSheet(
            f"color: {colours.ink_quiet}; padding: {px(2)}px {px(16)}px {px(16)}px {px(16)}px;"
        )
        self._bar.setContentsMargins(px(16), px(8), px(12), px(8))
        self._bar.setSpacing(px(8))
        self._button_lines.setSpacing(px(8))
        self.list.setMinimumHeight(px(LEAST_LIST))
        self.list.doItemsLayout()


def _keeping_its_place(widget: QWidget) -> QSizePolicy:
    """Its policy, but that it takes its room while it is hidden too."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    return policy
