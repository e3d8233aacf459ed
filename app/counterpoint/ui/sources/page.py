"""The sources in a list beside the page of the one that is chosen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QSplitter, QVBoxLayout, QWidget

from counterpoint.application.library.citation import CitationStyle, cite_source
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import ApproachSummary
from counterpoint.labels import counts
from counterpoint.labels import description as words
from counterpoint.labels.text import sentence
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane, of_action
from counterpoint.ui.painting.text_block import Run, longest_word
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clipboard import put_on_clipboard
from counterpoint.ui.widgets.current_stack import CurrentStack

from .about_html import period
from .passage_loader import PassageLoader
from .passages import PassagesBySource
from .row_list import RowList
from .source_list import MANY, SourceDelegate, SourceList, passages_in_words
from .source_view import SourceView

if TYPE_CHECKING:
    from .description_form import DescriptionForm


def _gone() -> str:
    return tr("The files of this library have changed. Read the library again to see its passages.")


class SourcesPage(QWidget):
    """Shows a library's sources. Passages are those of the approaches shown, until all are asked
    for; they are read when the page is first seen, a little at a time."""

    jump_requested = Signal(str)
    """The key of the evidence whose passage is wanted."""
    open_requested = Signal(str)
    """The id of the source whose text is wanted."""
    source_chosen = Signal(str)
    """A person chose a source, or "" for the texts as a whole."""
    typed = Signal(str)
    """A letter, while the focus is in the list: the beginning of a note."""
    note_requested = Signal()
    """A note is to be written on what is chosen."""
    said = Signal(str)
    """Something to be told: what was copied."""
    back_requested = Signal(str)
    """The form is done with, and the view from which it was asked for is wanted."""
    describe_requested = Signal(str)
    """The id of the source whose description is to be corrected."""
    form_made = Signal(object)
    """The DescriptionForm, when it is first wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._library: OpenedLibrary | None = None
        self._loader: PassageLoader | None = None
        self._shown: tuple[str, ...] = ()
        self._told_shown = False
        """Whether the comparison said what is shown; else the library's own word counts."""
        self._all = False
        self._telling = True
        self._seen = False
        self.list = RowList(self)
        self._model = SourceList(self)
        self.list.setModel(self._model)
        self._delegate = SourceDelegate(theme, self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.right = CurrentStack(self)
        self.view = SourceView(theme, self.right)
        self.right.addWidget(self.view)
        self._form: DescriptionForm | None = None
        self.came_from = ""
        """The view from which the form was asked for, if it was another."""
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.right)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self.setFocusProxy(self.list)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._on_activated)
        self.list.typed.connect(self.typed)
        self.list.menu_wanted.connect(self._open_menu)
        self.view.jump_requested.connect(self.jump_requested)
        self.view.open_requested.connect(self.open_requested)
        self.view.extent_requested.connect(self._on_extent)
        self.view.describe_requested.connect(self.describe_requested)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()

    def show_library(self, library: OpenedLibrary) -> None:
        """Shows another library, or the same one read again. The chosen source stays so if it is
        there, else the page about the texts as a whole is shown."""
        before = self.current_source()
        if self._loader is not None:
            self._loader.stop()
            self._loader.deleteLater()
        self._library = library
        self._all = False
        if not self._told_shown:
            self._shown = tuple(head.id for head in library.contents.approaches if head.shown)
        by_source = PassagesBySource(library)
        self._loader = PassageLoader(by_source, self)
        self._loader.finished.connect(self._on_gathered)
        self._loader.failed.connect(self._on_failed)
        self.view.show_library(library, by_source)
        self._tell(False)
        self._delegate.alike = len(library.contents.sources) > MANY
        self.list.set_many(self._delegate.alike)
        self._model.show_sources(library.contents.sources, period(library.contents.sources))
        self._tell(True)
        self._fit_list()
        self.show_source(before if self._model.has(before) else "")
        self._gather()

    def show_approaches(self, approaches: Sequence[str]) -> None:
        """The approaches that the comparison shows: their passages are the ones listed."""
        self._told_shown = True
        self._shown = tuple(approaches)
        self._gather()

    def show_source(self, id: str) -> None:
        """The page of a source, "" for the texts as a whole. The form of another is put away.
        Raises KeyError for an unknown id."""
        self._tell(False)
        self.list.setCurrentIndex(self._model.index(self._model.row_of(id)))
        self._tell(True)
        self.view.show_source(id)
        if self._form is not None and self._form.source != id:
            self.put_form_away()  # last, as it uncovers the page

    @property
    def form(self) -> "DescriptionForm":
        """Made when it is first wanted."""
        if self._form is None:
            from .description_form import DescriptionForm

            self._form = made = DescriptionForm(self._theme, self.right)
            self.right.addWidget(made)
            made.closed.connect(self._on_form_closed)
            self.form_made.emit(made)
        return self._form

    def describe(self, id: str, typed: Callable[[str], str]) -> None:
        """Opens the form for a source, whose page is shown; `typed` gives what was typed into a
        field of it and not saved, or ""."""
        if self._library is None:
            return
        from counterpoint.application.library.describing import described

        source = self._library.contents.source(id)
        self.show_source(id)
        self.right.setCurrentWidget(self.form)
        self.form.open(id, source.short, described(source), typed)

    def leave_form(self) -> None:
        """What was typed into it is saved; where it cannot be, the form stays and says why."""
        self.came_from = ""
        if self._form is not None and self._form.source:
            self._form.save()

    def put_form_away(self) -> None:
        """For another source: what was typed is saved. Where it cannot be, it is kept for the next
        time, and that is said: a form that stayed would be taken for that of the other source."""
        self.came_from = ""
        form = self._form
        if form is None or not form.source or form.save():
            return
        name, field = form.name, form.wrong
        form.close_unsaved()
        self.said.emit(words.kept(name, field))

    def _on_form_closed(self) -> None:
        focus = QApplication.focusWidget()
        had_focus = self._form is not None and focus is not None and self._form.isAncestorOf(focus)
        self.right.setCurrentWidget(self.view)
        if had_focus:
            self.list.setFocus()
        came_from, self.came_from = self.came_from, ""
        if came_from and had_focus:
            self.back_requested.emit(came_from)

    def current_source(self) -> str:
        """The id of the source that is shown, "" for the texts as a whole."""
        source = self._model.source(self.list.currentIndex().row())
        return source.id if source else ""

    def copy_chosen(self) -> str:
        """The citation of the source that is shown; what to say of it."""
        if self._library is None or not self.current_source():
            return tr("Choose a source: its citation can be copied.")
        source = self._library.contents.source(self.current_source())
        put_on_clipboard(cite_source(source, CitationStyle.NOTE))
        return sentence(tr("Copied the citation of “{source}”", source=source.short))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            beside = min(self._theme.fonts.px(300), self.width() * 3 // 10)
            self._splitter.setSizes([beside, self.width() - beside])
        self._gather()

    def _heads(self) -> tuple[ApproachSummary, ...]:
        """The approaches whose passages are listed, in the library's order."""
        if self._library is None:
            return ()
        heads = self._library.contents.approaches
        shown = tuple(head for head in heads if head.id in self._shown)
        return heads if self._all or not shown else shown

    def _gather(self) -> None:
        if self._loader is None:
            return
        heads = self._heads()
        if not self.isVisible():
            self.view.show_approaches(heads, "")
        elif self._loader.gather([head.id for head in heads]):
            self._on_gathered()
        else:
            self.view.show_approaches(
                heads, tr("Reading {approaches}…", approaches=counts.approaches(len(heads)))
            )

    def _on_gathered(self) -> None:
        if self._library is None or self._loader is None:
            return
        heads = self._heads()
        self._model.show_counts(self._counts(heads, self._loader.by_source))
        self.view.show_approaches(heads, self._extent(len(heads)))

    def _on_failed(self) -> None:
        self.view.show_approaches((), _gone())

    def _counts(
        self, heads: Sequence[ApproachSummary], by_source: PassagesBySource
    ) -> Callable[[str], str]:
        ids = [head.id for head in heads]

        def said(source: str) -> str:
            groups = by_source.groups(source, ids)
            passages = {
                passage.first.evidence.quotation.words for g in groups for passage in g.passages
            }
            return passages_in_words(len(passages), len(groups))

        return said

    def _extent(self, heads: int) -> str:
        """Which approaches are listed, and the way to the others."""
        assert self._library
        page_style = PageStyle(self._theme)
        total = len(self._library.contents.approaches)
        every = counts.approaches(total)
        if heads < total:
            link = page_style.link("extent", "all", tr("List all {n}", "", total))
            return tr(
                "The {approaches} shown in the comparison. {link}",
                approaches=counts.approaches(heads),
                link=link,
            )
        if self._all and 0 < len(self._shown) < total:
            link = page_style.link(
                "extent", "shown", tr("List only the {n} shown", "", len(self._shown))
            )
            return tr("All {approaches}. {link}", approaches=every, link=link)
        return tr("All {approaches}.", approaches=every) if total > 1 else ""

    def _on_extent(self, every: bool) -> None:
        self._all = every
        self._gather()

    def _tell(self, telling: bool) -> None:
        """Whether a change of the current row is a person's doing."""
        self._telling = telling

    def _on_current(self, current: QModelIndex, previous: QModelIndex) -> None:
        if self._telling and current.isValid():
            self.put_form_away()
            source = self._model.source(current.row())
            self.view.show_source(source.id if source else "")
            self.source_chosen.emit(source.id if source else "")

    def _on_activated(self, index: QModelIndex) -> None:
        """Enter or a double click on a source opens its text."""
        source = self._model.source(index.row())
        if source is not None:
            self.open_requested.emit(source.id)

    def open_text(self) -> None:
        """Opens the text of the source that is chosen."""
        self._on_activated(self.list.currentIndex())

    def selection(self) -> str:
        """The id of the source that is chosen; "" for the texts as a whole."""
        return self.current_source()

    def key_hints(self) -> tuple[str, ...]:
        open_text = tr("{key} open the text", key=in_pane(Context.SOURCES, "open"))
        return open_text, tr("{key} note", key=of_action("note-here"))

    def describe_chosen(self) -> None:
        """Asks for the form of the source that is chosen."""
        if self.current_source():
            self.describe_requested.emit(self.current_source())

    def write_note(self) -> None:
        """Asks for a note on what is chosen."""
        self.note_requested.emit()

    def copy(self) -> None:
        self.said.emit(self.copy_chosen())

    def _open_menu(self, point: QPoint) -> None:
        from .menu import SourceMenu

        SourceMenu(self, self, on_source=bool(self.current_source())).popup(point)

    def _fit_list(self) -> None:
        """Wide enough for the longest word of a name, if it is no longer than most."""
        px = self._theme.fonts.px
        rows = range(min(self._model.rowCount(), MANY))
        names = [str(self._model.index(row).data()) for row in rows]
        bold = self._theme.fonts.ours(bold=True)
        longest = longest_word(Run(" ".join(names), bold, QColor()))
        self.list.setMinimumWidth(min(px(200), max(px(120), longest + px(44))))

    def _apply_theme(self) -> None:
        # Not by its palette, which the application's style sheet, set anew, would take back.
        self.list.setStyleSheet(
            f"QListView {{ background: {self._theme.colours.panel}; border: 0; }}"
        )
        self._fit_list()
        self._splitter.setHandleWidth(1)
        self.list.doItemsLayout()
