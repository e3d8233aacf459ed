"""A paper before it is handed over: what is chosen for it beside what it will look like."""

from collections.abc import Callable
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessibleInterface, QFocusEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QMenu, QSplitter, QVBoxLayout, QWidget

from counterpoint.application.report.handover.wanted import NOTES, Wanted
from counterpoint.labels.handover import paper_formats
from counterpoint.labels.text import sentence
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import entry, in_pane, of_action
from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.file_names import as_file_name, ask_where, documents_folder
from counterpoint.ui.widgets.outcome_strip import OutcomeStrip

from .bar import HandOverBar
from .checks import Checks
from .form import Form
from .pictures import Pictures, on_dark, pictures_in, width_of
from .preview import Preview
from .report_html import READ, TO, ReportHtml, across_within, place_of

if TYPE_CHECKING:
    from counterpoint.application.report.handover.paper import Preview as Made

FORM = 288
"""Pixels at zoom 1 of what is chosen."""
NARROW = 620
"""Pixels at zoom 1 below which the preview stands under what is chosen."""
_FIT = 100
"""Milliseconds after the last change of its width in which the preview is set for it."""
_SOON = 250
"""Milliseconds after a choice in which the preview follows it, so that typing costs nothing."""


def _interface(page: PageBrowser) -> QAccessibleInterface:
    """Only where a screen reader asks."""
    from counterpoint.ui.paper.accessible import PageBrowserInterface

    return PageBrowserInterface(page)


class HandOverView(QWidget):
    preview_wanted = Signal()
    """What is chosen, or what it is of, is another, and the person looks on."""
    read_requested = Signal(object)
    """A Place is to be shown in its source."""
    export_wanted = Signal(object, object)
    """The Wanted, and the Path of the file."""
    print_wanted = Signal()
    copy_wanted = Signal()
    """The whole paper is to be copied."""
    chosen = Signal(object)
    """The Wanted, once it is another."""
    back_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._refusal = ""
        self._made: Made | None = None
        self._pictures = Pictures()
        self._room = 0
        """How wide the column was for which the preview was set, in pixels."""
        self._stale = True
        self._dark = theme.colours.dark
        self.title: Callable[[], str] = str
        """What the library is called."""
        self.bar = HandOverBar(theme, self)
        self._line = QFrame(self)
        self._line.setFixedHeight(1)
        self.strip = OutcomeStrip(theme, self)
        self.form = Form(theme, self)
        right = QWidget(self)
        self.checks = Checks(theme, right)
        self.paper = Preview(theme, right)
        self.paper.interface = _interface
        self.paper.setAccessibleName(tr("Preview"))
        self._first: QWidget = self.form
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._fit_soon = QTimer(self, singleShot=True, interval=_FIT)
        self._lay_out(right)
        self._join()
        self._apply_theme()

    def _lay_out(self, right: QWidget) -> None:
        side = QVBoxLayout(right)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(0)
        side.addWidget(self.checks)
        side.addWidget(self.paper, 1)
        self._across.addWidget(self.form)
        self._across.addWidget(right)
        self._across.setStretchFactor(1, 1)
        self._across.setChildrenCollapsible(False)
        self._across.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self._line, self.strip):
            column.addWidget(part)
        column.addWidget(self._across, 1)

    def _join(self) -> None:
        self._soon.timeout.connect(self._ask)
        self._fit_soon.timeout.connect(self._fit)
        self.paper.resized.connect(self._fit_soon.start)
        self.form.changed.connect(self._on_changed)
        self.form.told.connect(self._offer)
        self.paper.asked.connect(self._on_asked)
        self.paper.menu_wanted.connect(self._on_menu)
        self.bar.back_requested.connect(self.back_requested)
        self.bar.export_requested.connect(self.export)
        self.bar.print_requested.connect(self.print_wanted)
        self._theme.changed.connect(self._on_look)

    @property
    def wanted(self) -> Wanted:
        return self.form.wanted

    @property
    def refusal(self) -> str:
        """Why there is no paper to print and write; "" where there is one, or one is being made."""
        return self._refusal or sentence(self.form.wrong)

    @property
    def made(self) -> "Made | None":
        """What the preview shows, or showed last."""
        return self._made

    @property
    def ink(self) -> Callable[[bytes], bytes] | None:
        """What makes its drawings, as SVG, anew where the paper is dark."""
        colours = self._theme.colours
        return partial(on_dark, colours) if colours.dark else None

    def key_hints(self) -> tuple[str, ...]:
        return (tr("{key} back", key=in_pane(Context.PAGE, "leave")),)

    def focus_parts(self) -> tuple[QWidget, ...]:
        return self.form, self.checks, self.paper

    def stand_at_checks(self, at: bool) -> None:
        """Whether the focus, when it comes next, goes to what to know, and not to the choices."""
        self._first = self.checks if at else self.form

    def follow(self) -> None:
        """The library, its notes or what is chosen is another: the preview follows, at once where
        it is not seen yet."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def show_preview(self, made: "Made") -> None:
        self.paper.show_waiting("")
        same = self._made is not None and self._made.report == made.report
        self._made, self._refusal = made, ""
        self._offer()
        self.bar.show_length(made.words, made.most_words)
        self.checks.show_findings(made.findings)
        self.checks.setVisible(self.wanted.paper != NOTES)
        if not same:
            self._set()

    def show_begun(self) -> None:
        """A preview is being made; the one before stays until then, dimmed."""
        first = self._made is None
        words = tr("The paper is being made…") if first else tr("The paper is being set anew…")
        self.bar.say(words)
        self.paper.show_waiting(words)

    def show_refusal(self, words: str) -> None:
        """Why there is no paper."""
        self._made, self._refusal = None, sentence(words)
        self.checks.hide()
        self.bar.say("")
        self._offer()
        if not self.strip.at_work:
            self.strip.hide()  # what was written before is of another
        self.paper.show_waiting("")
        style = PageStyle(self._theme)
        self.paper.show_nothing()
        self.paper.lay_across(False)
        said = style.body(escape(self.refusal))
        self.paper.show_report(iter([said]), {}, keep_place=False)

    def export(self) -> None:
        """Asks for the file, in one of the formats, and has it written."""
        before = Path(self.wanted.out) if self.wanted.out else documents_folder() / "x.docx"
        name = as_file_name(self.wanted.title or self.title(), tr("Brief"))
        first = before.with_name(name + (before.suffix or ".docx"))
        found = ask_where(self, tr("Export the paper"), first, paper_formats())
        if found is not None:
            self.form.wanted = self.wanted._replace(out=str(found[0]))
            self.chosen.emit(self.wanted)
            self.export_wanted.emit(self.wanted, found[0])

    def copy_paper(self) -> None:
        """All of it, for a word processor, a text editor or a spreadsheet."""
        self.copy_wanted.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """No focus proxy: from it, at the view's own place, the Tab key would pass over the bar."""
        self._first.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.PAGE) == "leave":
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        if self._stale:
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _fit(self) -> None:
        """Sets the preview anew where it has other room, for what depends on that."""
        if self._made is not None and self.isVisible() and self.paper.column != self._room:
            self._set()
        else:
            self.paper.settle()

    def _offer(self) -> None:
        """A paper is handed over with what stands in the form, or not at all."""
        self.bar.offer_paper(self._made is not None and not self.form.wrong)

    def _on_changed(self) -> None:
        self.stand_at_checks(False)
        self.chosen.emit(self.wanted)
        self.follow()

    def _ask(self) -> None:
        self._soon.stop()
        self._stale = False
        self.preview_wanted.emit()

    def _on_asked(self, action: str, argument: str) -> None:
        if action == READ:
            self.read_requested.emit(place_of(argument))
        elif action == TO:
            self.paper.scrollToAnchor(argument)

    def _on_menu(self, action: str, argument: str, where: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if action == READ:
            menu.addAction(tr("Jump to the passage")).triggered.connect(
                lambda: self._on_asked(action, argument)
            )
            menu.addSeparator()
        copy = menu.addAction(entry(tr("Copy"), of_action("copy")))
        copy.setEnabled(self.paper.textCursor().hasSelection())
        copy.triggered.connect(self.paper.copy)
        whole = entry(tr("Copy the whole paper"), of_action("copy-page"))
        menu.addAction(whole).triggered.connect(self.copy_paper)
        menu.addSeparator()
        back = entry(tr("Back to the comparison"), in_pane(Context.PAGE, "leave"))
        menu.addAction(back).triggered.connect(self.back_requested)
        menu.popup(where)

    def _set(self) -> None:
        made = self._made
        if made is None:
            return
        report = made.report
        share = self.paper.lay_across(report.landscape or across_within(report))
        self._room = self.paper.column
        upright = 1 if report.landscape else share
        px, most = self._theme.fonts.px, int(self._room * upright)
        widths = {each.name: min(px(width_of(each)), most) for each in pictures_in(report.blocks)}
        pictures = self._pictures.drawn(report.blocks, widths, self.devicePixelRatioF())
        style = PageStyle(self._theme, self.paper.breadth)
        html = ReportHtml(style, made.places, widths, self._room, upright)
        self.paper.show_report(html.pieces(report), pictures, keep_place=True)

    def _arrange(self) -> None:
        px = self._theme.fonts.px
        narrow = self.width() < px(NARROW)
        across = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._across.orientation() is not across:
            self._across.setOrientation(across)
        room = self.height() if narrow else self.width()
        form = room * 2 // 5 if narrow else min(px(FORM), room // 2)
        self._across.setSizes([form, max(1, room - form)])

    def _on_look(self) -> None:
        if self._dark is not self._theme.colours.dark:
            self._dark = self._theme.colours.dark
            self.follow()  # its pictures are to be drawn anew
        self._apply_theme()
        self._arrange()
        self._set()

    def _apply_theme(self) -> None:
        self._line.setStyleSheet(f"background: {self._theme.colours.hairline};")
