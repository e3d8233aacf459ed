"""What can be done with words in the text: copy, cite, note, and go to the claim they support."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QDrag
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.application.library.citation import CitationStyle, quotation_with_citation
from counterpoint.domain.source import Source
from counterpoint.domain.span import Span
from counterpoint.labels.translation import tr
from counterpoint.ui.reader.highlights.highlight import Highlight, HighlightAnswer
from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.widgets.clipboard import put_on_clipboard
from counterpoint.ui.widgets.passage_mime import Dragged, with_passage

from .copying import place_of, words_of
from .menus import highlights_menu, words_menu

Cite = Callable[[str, Source, str], str]
"""Makes of words, their source and their paragraphs ("¶4–¶5") what is copied with a citation."""


def no_words() -> str:
    """What is said where there is nothing to copy."""
    return tr("Choose some words in the text first; then they can be copied.")


def cite_inline(words: str, source: Source, paragraphs: str) -> str:
    return quotation_with_citation(words, source, paragraphs, CitationStyle.INLINE)


class WordActions(QObject):
    """Acts on the selection, or where there is none on the marked passage that is meant."""

    mark_chosen = Signal(str)
    answer_chosen = Signal(object)
    """A HighlightAnswer whose passage is wanted."""
    note_requested = Signal(object)
    """The Span on which a note is wanted."""
    link_requested = Signal(object)
    """The Span that is to be linked to a claim."""
    reply_requested = Signal(object)
    """The Span of words of which it is to be said what they answer."""
    like_requested = Signal(object)
    """The Span that others are to be like."""
    original_requested = Signal(bool)
    """The document that the text was taken from; where true, its folder."""
    said = Signal(str)
    """What was copied from the menu."""

    def __init__(self, view: ReaderView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._parent = parent
        self._under: Span | None = None
        """The passage, or else the paragraph, on which the menu was opened."""
        self.cite: Cite = cite_inline
        self.menu: QMenu | None = None
        """The menu shown last."""
        view.marks_clicked.connect(self.choose_mark)
        view.menu_wanted.connect(self._show_menu)
        view.drag_wanted.connect(self._drag)

    def copy(self) -> str:
        """The selected words, to the clipboard; what to say of it."""
        span = self._view.selection()
        if not span or not self._view.model:
            return no_words()
        put_on_clipboard(words_of(self._view.model, span))
        return tr("Copied the words.")

    def copy_cited(self, span: Span | None = None) -> str:
        """The words of `span`, else those selected, else the passage jumped to, and their
        source; what to say of it."""
        span = span or self._view.selection() or self._view.jump_span
        model = self._view.model
        if not span or not model:
            return no_words()
        cited = self.cite(words_of(model, span), model.source, place_of(model, span))
        put_on_clipboard(cited)
        return tr("Copied the words with their source.")

    def dragged(self) -> QMimeData | None:
        """What goes with the mouse where the selected words are dragged elsewhere."""
        span, model = self._view.selection(), self._view.model
        if not span or not model:
            return None
        return with_passage(words_of(model, span), Dragged(model.source.id, span))

    def _drag(self) -> None:
        data = self.dragged()
        if data is not None:
            drag = QDrag(self._view)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)

    def choose_mark(self, keys: list[str], where: QPoint) -> None:
        """Marks were clicked, here on the screen: of several it is asked which is meant."""
        if len(keys) == 1:
            self.mark_chosen.emit(keys[0])
        else:
            self._pop_up(highlights_menu(self._parent, self._highlights(keys)), where)

    def _highlights(self, keys: list[str]) -> list[Highlight]:
        return [highlight for key in keys if (highlight := self._view.highlights.find(key))]

    def _show_menu(self, position: int, where: QPoint) -> None:
        if self._view.model:
            keys = [highlight.key for highlight in self._view.highlights.at(position)]
            self.show_menu_for(keys, position, where)

    def show_menu_for(self, keys: list[str], position: int, where: QPoint) -> None:
        """What can be done with the passages of some marks, else with the paragraph that stands at
        a code point."""
        model = self._view.model
        if not model or not len(model):
            return
        highlights = self._highlights(keys)
        paragraph = model.layout.span(model.layout.index_at(position))
        self._under = highlights[0].span if highlights else paragraph
        selected = self._view.selection() is not None
        original = model.source.original is not None
        menu = words_menu(self._parent, highlights, selected=selected, original=original)
        self._pop_up(menu, where)

    def _pop_up(self, menu: QMenu, where: QPoint) -> None:
        if self.menu:
            self.menu.deleteLater()
        self.menu = menu
        menu.triggered.connect(self._triggered)
        menu.popup(where)

    def _triggered(self, action: QAction) -> None:
        if isinstance(action.data(), HighlightAnswer):
            self.answer_chosen.emit(action.data())
            return
        does = str(action.data())
        span = self._view.selection() or self._under
        if does in ("original", "folder"):
            self.original_requested.emit(does == "folder")
        elif does == "copy":
            self.said.emit(self.copy())
        elif does == "copy-cited":
            self.said.emit(self.copy_cited(span))
        elif does == "note" and span:
            self.note_requested.emit(span)
        elif does == "link" and span:
            self.link_requested.emit(span)
        elif does == "like" and span:
            self.like_requested.emit(span)
        elif does == "reply" and span:
            self.reply_requested.emit(span)
        elif does.startswith("mark:"):
            self.mark_chosen.emit(does.removeprefix("mark:"))
