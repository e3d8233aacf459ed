"""The reader as one pane: header, find bar, page; or a notice where there is nothing to read."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QToolTip, QVBoxLayout, QWidget

from counterpoint.application.library.session import Seeking
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.source import Source, SourceText
from counterpoint.domain.span import Span
from counterpoint.labels.paragraph import paragraph
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.reader.cursor.keys import Act, act_of
from counterpoint.ui.reader.find.find_controller import FindController
from counterpoint.ui.reader.highlights.highlight import Highlight, Highlights
from counterpoint.ui.reader.layout.model_cache import ModelCache
from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.plain_text import plain_tip

from .banner import Banner
from .copying import place_of, words_of
from .header import ReaderHeader
from .history import History, HistoryEntry
from .notice import Notice
from .passage_order import PassageOrder
from .word_actions import WordActions

_FROM_ANYWHERE = {
    Act.FIND,
    Act.FIND_NEXT,
    Act.FIND_PREVIOUS,
    Act.BACK,
    Act.FORWARD,
    Act.ESCAPE,
}
"""What keys do wherever in the pane the focus is."""
_MOST_SAID = 300
"""Code points of a passage that a screen reader is given to say at a jump."""


class ReaderPane(QWidget):
    """Shows one source at a time. Positions and spans are code points of its text."""

    highlight_activated = Signal(str)
    """A mark was clicked, or Enter pressed on the current one: its key."""
    passage_requested = Signal(str)
    """Next or previous leads to a key that is in another source."""
    answer_requested = Signal(object)
    """The HighlightAnswer whose passage, here or in another source, is wanted."""
    note_requested = Signal(object)
    """The Span on which a note is wanted."""
    reply_requested = Signal(object)
    """It is to be said what words answer: their Span, or None."""
    like_requested = Signal(object)
    """What others are to be like: a Seeking."""
    find_begun = Signal()
    """Words are sought from now on."""
    link_requested = Signal(object)
    """The Span that is to be linked to a claim."""
    selection_changed = Signal(object)
    """The selected Span, or None."""
    moved = Signal(str, int)
    """The id of the source, and the code point at the start of the first visible line."""
    source_page_requested = Signal(str)
    """The title was clicked: the id of the source."""
    original_requested = Signal(str, bool)
    """The id of the source whose original is to be opened; where true, its folder shown."""
    said = Signal(str)
    """Something to be told: what was copied, or that nothing was."""
    opened = Signal()
    """Another source is open."""
    closed = Signal()
    """No source is open any more."""
    shows_wanted = Signal(str)
    """The value of a ReaderShows: the text, the pages that it came from, or both."""
    source_wanted = Signal()
    """Words are to be found, and no source is open."""
    left = Signal()
    """Escape was pressed where there was nothing more to put away."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self.last_source = ""
        """The id of the source that is or was open last; "" for none yet."""
        self._models = ModelCache()
        self._passages = PassageOrder()
        self._wanted: HistoryEntry | None = None
        """The place in another source to which back or forward leads, until that is opened."""
        self._fresh = False
        """True from opening a source until the first jump or scroll: these are one place."""
        self.history = History(self)
        self.header = ReaderHeader(theme, self)
        self.view = ReaderView(theme, self)
        self.finding = FindController(theme, self.view, self)
        self.words = WordActions(self.view, self)
        self.notice = Notice(theme, self)
        self.banner = Banner(theme, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.finding.bar)
        column.addWidget(self.banner)
        self._body = QStackedLayout()
        self._body.addWidget(self.notice)
        self.sides = QSplitter(self)
        """The text, and what stands beside it."""
        self.sides.setChildrenCollapsible(False)
        self.sides.setHandleWidth(1)
        self.sides.addWidget(self.view)
        self._body.addWidget(self.sides)
        column.addLayout(self._body, 1)
        self._column = column
        self.setFocusProxy(self.view)
        self._join()
        self._show_history()
        self.show_empty()

    def add_side(self, side: QWidget, bar: QWidget) -> None:
        """`side` stands beside the text, and `bar` over both, below the header."""
        self.sides.addWidget(side)
        self._column.insertWidget(1, bar)

    def _join(self) -> None:
        self.header.title.clicked.connect(self._ask_for_source_page)
        self.header.back.clicked.connect(self.go_back)
        self.header.forward.clicked.connect(self.go_forward)
        self.header.next.clicked.connect(self.next_passage)
        self.header.previous.clicked.connect(self.previous_passage)
        self.header.find_button.clicked.connect(self.find_words)
        self.history.changed.connect(self._show_history)
        self.words.mark_chosen.connect(self._activate)
        self.words.note_requested.connect(self.note_requested)
        self.words.link_requested.connect(self.link_requested)
        self.words.like_requested.connect(self._ask_for_like)
        self.words.reply_requested.connect(self.reply_requested)
        self.words.answer_chosen.connect(self.answer_requested)
        self.words.said.connect(self.said)
        self.words.original_requested.connect(self._ask_for_original)
        self.header.original_wanted.connect(self._ask_for_original)
        self.view.asked.connect(self.do)
        self.view.selection_changed.connect(self.selection_changed)
        self.view.moved.connect(self._moved)
        self.view.scrolled_by_hand.connect(self._scrolled)
        self.view.verticalScrollBar().sliderMoved.connect(self._tell_place)

    # What is open.

    @property
    def source(self) -> Source | None:
        """The source that is open, None for none."""
        return self._source

    def open(self, source: Source, text: SourceText, highlights: Sequence[Highlight]) -> None:
        """Shows a source from its start, or from where back or forward was to lead."""
        wanted, self._wanted = self._wanted, None
        if self._source and not wanted:
            self.history.update(self.place())
        self.banner.say("")
        self._source, self.last_source = source, source.id
        self.view.show_model(self._models.model(source, text), Highlights(highlights))
        self.view.setAccessibleName(tr("Source text: {title}", title=source.title))
        self.finding.renew(source.interruptions)
        self._body.setCurrentWidget(self.sides)
        self.header.show_source(source)
        if not self._passages.what:
            self._passages = PassageOrder(self.view.highlights.keys)
        self.header.show_walk(self._passages)
        self.opened.emit()
        if wanted and wanted.source == source.id:
            self._restore(wanted)
            return
        self.history.visit(self.place())
        self._fresh = True

    def set_highlights(self, highlights: Sequence[Highlight]) -> None:
        """Other marks on the source that is open; what is visible stays where it is."""
        self.view.set_highlights(Highlights(highlights))
        if not self._passages.what:
            self.set_passages((), "")

    def show_empty(self) -> None:
        """No source is open."""
        self._show_notice(
            tr("No source is open"),
            tr(
                "Choose a claim and press {key} to read its passage here, or open a text from the "
                "sources.",
                key=in_pane(Context.COMPARISON, "activate"),
            ),
        )

    def show_problem(self, title: str, message: str) -> None:
        """A source cannot be shown: what happened to which file, and what to do."""
        self._show_notice(title, message)

    def _show_notice(self, title: str, message: str) -> None:
        if self._source:
            self.history.update(self.place())
        self._source = self._wanted = None
        self.finding.close()
        self.banner.say("")
        self.view.show_model(None, Highlights())
        self.notice.say(title, message)
        self._body.setCurrentWidget(self.notice)
        self.header.show_source(None)
        self._passages = PassageOrder()
        self.header.show_walk(self._passages)
        self.closed.emit()

    # Jumping.

    def jump(self, key: str, *, aloud: bool = True) -> bool:
        """To the passage of a mark; False if the open source has no such mark. A screen reader
        says it if it is `aloud`."""
        highlight = self.view.highlights.find(key)
        if not highlight:
            return False
        self._leave_place()
        if key not in self._passages:
            self._passages = PassageOrder(self.view.highlights.keys)
        self._passages.current = key
        self.header.show_walk(self._passages)
        self._go(highlight.span, exact=highlight.exact)
        if aloud:
            which = tr(
                "Passage {place} {what}", place=self._passages.count, what=self._passages.what
            ).strip()
            self._say(f"{which}. {highlight.description}", highlight.span)
        return True

    def highlight(self, key: str) -> None:
        """Marks the passage of a mark as jumped to, without moving; nothing where there is none."""
        highlight = self.view.highlights.find(key)
        if highlight:
            self._passages.current = key if key in self._passages else ""
            self.header.show_walk(self._passages)
            self.view.mark_jump(highlight.span, exact=highlight.exact)

    def jump_span(self, span: Span, *, aloud: bool = True) -> None:
        """To any passage of the open source."""
        self._leave_place()
        self._passages.current = ""
        self.header.show_walk(self._passages)
        self._go(span, exact=True)
        if aloud:
            self._say(tr("Passage"), span)

    def show_lost(self, key: str, why: str) -> None:
        """The passage of a key stands nowhere: says why, and takes the last jump's mark away so
        that nothing seems to be this one. The source that is open stays so."""
        self._leave_place()
        self.view.clear_jump()
        self._passages.current = key if key in self._passages else ""
        self.header.show_walk(self._passages)
        self.banner.say(why)

    def _leave_place(self) -> None:
        if self._source and not self._fresh:
            self.history.update(self.place())

    def _go(self, span: Span, *, exact: bool) -> None:
        self.banner.say("")
        self.view.jump_to(span, exact=exact)
        if self._fresh:
            self.history.update(self.place())
        else:
            self.history.visit(self.place())
        self._fresh = False

    def _say(self, what: str, span: Span) -> None:
        if self.view.model:
            words = words_of(
                self.view.model, Span(span.start, min(span.end, span.start + _MOST_SAID))
            )
            said = f"{what}. {paragraph(place_of(self.view.model, span))}: {words}"
            announce(self.view, ", ".join(said.split("\n")))

    def set_passages(self, keys: Sequence[str], what: str) -> None:
        """Next and previous go through these keys ("of this claim"), which may be in several
        sources; through all marks of the open source where `keys` is empty."""
        current = self._passages.current
        self._passages = (
            PassageOrder(keys, what) if keys else PassageOrder(self.view.highlights.keys)
        )
        self._passages.current = current if current in self._passages else ""
        self.header.show_walk(self._passages)

    def next_passage(self) -> None:
        self._step(1)

    def previous_passage(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        key = self._passages.step(by)
        if not self._passages.number and not self._passages.what:
            here = self.view.first_visible()[0]
            highlights = self.view.highlights
            near = highlights.next_from(here) if by > 0 else highlights.last_before(here)
            key = near.key if near else key
        if key is None:
            announce(self.view, tr("No further passage"))
        elif not self.jump(key):
            self.passage_requested.emit(key)

    def find_words(self) -> None:
        """Opens the bar to find words in the text; where no text is open, in the one read last."""
        if self._source is None:
            self.source_wanted.emit()
        if self._source is None:
            self.said.emit(tr("There is no text in which words could be found."))
        else:
            self.find_begun.emit()
            self.finding.open()

    # Back and forward.

    def go_back(self) -> None:
        self._go_through_history(back=True)

    def go_forward(self) -> None:
        self._go_through_history(back=False)

    def _go_through_history(self, *, back: bool) -> None:
        if self._source:
            self.history.update(self.place())
        place = self.history.step(back=back)
        if place is None:
            return
        if self._source and place.source == self._source.id:
            self._restore(place)
        else:
            self._wanted = place
            self.history.open_requested.emit(place.source, place.position)

    def place(self) -> HistoryEntry:
        """Where one reads, and the passage jumped to."""
        position, y = self.view.first_visible()
        source = self._source.id if self._source else ""
        return HistoryEntry(source, position, y, self.view.jump_span, self._passages.current)

    def _restore(self, place: HistoryEntry) -> None:
        self._fresh = False
        self.banner.say("")
        self._passages.current = place.key if place.key in self._passages else ""
        self.header.show_walk(self._passages)
        highlight = self.view.highlights.find(place.key)
        if place.jump:
            self.view.mark_jump(place.jump, exact=highlight is None or highlight.exact)
        else:
            self.view.clear_jump()
        self.view.put(place.position, place.y)

    def _show_history(self) -> None:
        self.header.back.setEnabled(self.history.can_go_back)
        self.header.forward.setEnabled(self.history.can_go_forward)

    # What else is asked for.

    def selection(self) -> Span | None:
        """What is selected in the text."""
        return self.view.selection()

    def key_hints(self) -> tuple[str, ...]:
        return (
            tr("{key} next passage", key=in_pane(Context.READER, "next-passage")),
            tr("{key} back to the claim", key=in_pane(Context.READER, "to-claim")),
        )

    def link(self) -> None:
        """Asks for what is selected to be linked to a claim."""
        self.link_requested.emit(self.selection())

    def seeking(self) -> Seeking | None:
        """What is selected, else the passage jumped to, else the paragraph at the top."""
        model = self.view.model
        if self._source is None or not model:
            return None
        top = self.view.first_visible()[0]
        paragraph = model.layout.span(model.layout.index_at(top))
        return self._like(self.selection() or self.view.jump_span or paragraph)

    def _like(self, span: Span) -> Seeking:
        source = self._source.id if self._source else ""
        return Seeking(Target(TargetKind.PASSAGE, source=source, span=span))

    def _ask_for_like(self, span: Span) -> None:
        self.like_requested.emit(self._like(span))

    def reply(self) -> None:
        """Asks what the words answer that are selected."""
        self.reply_requested.emit(self.selection())

    def write_note(self) -> None:
        """Asks for a note on what is selected."""
        self.note_requested.emit(self.selection())

    def _ask_for_original(self, folder: bool) -> None:
        if self._source:
            self.original_requested.emit(self._source.id, folder)

    def _ask_for_source_page(self) -> None:
        if self._source:
            self.source_page_requested.emit(self._source.id)

    def _activate(self, key: str) -> None:
        if key not in self._passages:
            self._passages = PassageOrder(self.view.highlights.keys)
        self._passages.current = key
        self.header.show_walk(self._passages)
        self.highlight_activated.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = act_of(event, caret=False)
        if act in _FROM_ANYWHERE:
            self.do(act)
        else:
            super().keyPressEvent(event)

    def do(self, act: object) -> None:
        """What a key asks for that is not the affair of the text alone."""
        if act is Act.ESCAPE:
            self._escape()
        elif act is Act.TO_CLAIM:
            if self._passages.current:
                self.highlight_activated.emit(self._passages.current)
        elif act in (Act.FIND_NEXT, Act.FIND_PREVIOUS):
            self.finding.step(forward=act is Act.FIND_NEXT)
        else:
            {
                Act.COPY: self._copy,
                Act.COPY_CITED: self._copy_cited,
                Act.NEXT_PASSAGE: self.next_passage,
                Act.PREVIOUS_PASSAGE: self.previous_passage,
                Act.FIND: self.find_words,
                Act.BACK: self.go_back,
                Act.FORWARD: self.go_forward,
            }[act]()  # type: ignore[index]

    def copy_chosen(self) -> str:
        """The words selected in the text; what to say of it."""
        return self.words.copy()

    def _copy(self) -> None:
        self.said.emit(self.words.copy())

    def _copy_cited(self) -> None:
        self.said.emit(self.words.copy_cited())

    def _escape(self) -> None:
        if self.finding.close():
            return
        if self.view.jump_span or self.banner.text():
            self.view.clear_jump()
            self.banner.say("")
        else:
            self.left.emit()

    def _moved(self, position: int) -> None:
        if self._source:
            self.moved.emit(self._source.id, position)

    def _scrolled(self) -> None:
        self._fresh = False

    def _tell_place(self) -> None:
        """While the bar is dragged: which paragraph, and how far down."""
        model = self.view.model
        if not model:
            return
        position = self.view.first_visible()[0]
        share = f"{position / len(model.text):.0%}"
        label = paragraph(model.layout.label_at(position))
        bar = self.view.verticalScrollBar()
        corner = bar.mapToGlobal(QPoint(-self.header.back.width() * 3, bar.height() // 2))
        QToolTip.showText(corner, plain_tip(f"{label} · {share}" if label else share), bar)
