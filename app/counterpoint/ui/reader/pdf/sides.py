"""The text and the pages of the PDF that it came from, in turn or side by side: what is shown, and
how the one follows the other."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication, QSplitter, QStackedLayout, QWidget

from counterpoint.application.importing.pages import Lacking, NoPages
from counterpoint.application.library.session import ReaderShows
from counterpoint.domain.source import Original, Source
from counterpoint.labels import original as words
from counterpoint.ui.reader.notice import Notice
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.session.participant import Participant

from .bar import PdfBar
from .drawing import PageDrawing
from .passages import Pointed
from .view import PdfView

_WIDE = 720
"""Pixels at zoom 1 from which the text stands beside the page, and not above it."""


_SEEN = 3000
"""Code points below the top of the text in which a passage is taken to be seen: while the pages are
shown alone, the text has no height."""


class PdfSides(QObject):
    """Made once a source that came from a PDF is open; then follows what is open."""

    def __init__(self, reader: ReaderPane, participant: Participant) -> None:
        super().__init__(reader)
        self._reader, self._session = reader, participant.session
        self._theme = participant.theme
        self._read_otherwise = participant.signals.read_otherwise
        self._open: Source | None = None
        """The source whose pages are open, or could not be."""
        self._from_page = False
        """Whether the text is just being put where the pages are."""
        self.drawing = PageDrawing(self)
        self._place = QWidget(reader)
        self._stack = QStackedLayout(self._place)
        self.view = PdfView(self._theme, self.drawing, self._place)
        self.notice = Notice(self._theme, self._place)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.notice)
        self.bar = PdfBar(self._theme, reader)
        self._place.hide()
        reader.add_side(self._place, self.bar)
        self._join()
        self.follow_opened()

    def _join(self) -> None:
        reader, view = self._reader, self.view
        reader.opened.connect(self.follow_opened)
        reader.closed.connect(self._on_closed)
        reader.view.placed.connect(self._on_placed)
        reader.view.scrolled_by_hand.connect(self._on_scrolled)
        reader.view.marks_changed.connect(self._on_marks)
        reader.sides.installEventFilter(self)
        self.bar.choice.chosen.connect(self._on_choice)
        self.bar.next.clicked.connect(self._on_next)
        self.bar.previous.clicked.connect(self._on_previous)
        view.turned.connect(self._on_turned)
        view.page_shown.connect(self._on_page_shown)
        view.asked.connect(reader.do)
        view.mark_chosen.connect(reader.words.choose_mark)
        view.menu_wanted.connect(self._on_menu)
        self.drawing.failed.connect(self._on_failed)
        self.drawing.opened.connect(self._on_page_shown)

    @property
    def shows(self) -> ReaderShows:
        """What is shown of the source that is open."""
        return self._session.reader_shows if self._from_pdf else ReaderShows.TEXT

    @property
    def _from_pdf(self) -> bool:
        return self._open is not None and self._open.from_pdf

    def show(self, shows: ReaderShows) -> None:
        """From now on, of every source that came from a PDF."""
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self._reader.isAncestorOf(focus)
        self._session.reader_shows = shows
        if self._stack.currentWidget() is self.notice and shows is not ReaderShows.TEXT:
            self._open_pages()  # the file may be there again
        self._arrange()
        self._follow()
        if had_focus:
            self._reader.setFocus()

    # What is open

    def follow_opened(self) -> None:
        """What is open in the reader now."""
        source = self._reader.source
        if source != self._open:
            self._open = source
            self._open_pages()
        self._arrange()

    def _on_closed(self) -> None:
        self._open = None
        self._open_pages()
        self._arrange()

    def _open_pages(self) -> None:
        library, source = self._session.library, self._open
        self._stack.setCurrentWidget(self.view)
        self.drawing.let_go()
        if library is None or source is None or not source.from_pdf:
            self.view.show_text(None)
            return
        self.view.show_text(self._reader.view.model)
        self.drawing.open(library.folder, source)
        self._on_marks()
        self._follow()

    def _on_failed(self, error: object) -> None:
        source = self._open
        if not isinstance(error, NoPages) or source is None or source.original is None:
            return
        title, message = told(error, source.id, source.original)
        self.notice.say(title, message)
        self._stack.setCurrentWidget(self.notice)
        self.bar.show_page("", before=False, after=False)

    # What is seen

    def _arrange(self) -> None:
        reader, shows = self._reader, self.shows
        self.bar.setVisible(self._from_pdf)
        self.bar.show_choice(shows)
        self._place.setVisible(shows is not ReaderShows.TEXT)
        reader.view.setVisible(shows is not ReaderShows.PAGE)
        shown = self.view if shows is ReaderShows.PAGE else reader.view
        reader.setFocusProxy(shown)
        self._turn_round()
        self._read_otherwise.emit()

    def _turn_round(self) -> None:
        sides: QSplitter = self._reader.sides
        wide = sides.width() >= self._theme.fonts.px(_WIDE)
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        fresh = sides.orientation() is not way or 0 in sides.sizes()
        sides.setOrientation(way)
        if fresh and self.shows is ReaderShows.BOTH:
            half = (sides.width() if wide else sides.height()) // 2
            sides.setSizes([half, half])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._turn_round()
        return super().eventFilter(watched, event)

    # How the pages follow the text, and the text the pages

    def _follow(self) -> None:
        """The pages go where the text stands: to the passage jumped to while that is seen."""
        view = self._reader.view
        jump = view.jump_span
        position = view.first_visible()[0]
        if jump is not None and 0 <= jump.start - position < _SEEN:
            self.view.go_to(jump)
        else:
            self.view.go_near(position)

    def _on_placed(self, _position: int) -> None:
        if not self._from_page and self._open is not None:
            self._follow()

    def _on_scrolled(self) -> None:
        """The text was moved by hand: the page stands where its first line does, unless that runs
        on to the page that is looked at."""
        places = self.view.places
        if self._from_page or places is None:
            return
        first = self._reader.view.first_line()
        pages = {places.page_at(first.start), places.page_at(max(first.start, first.end - 1))}
        if len(pages) == 1 or self.view.page not in pages:
            self.view.go_near(first.start)

    def _on_turned(self, page: int) -> None:
        places = self.view.places
        first = None if places is None else places.first_on(page)
        if first is not None:
            self._from_page = True
            self._reader.view.put(first, 0.0)
            self._reader.view.scrolled_by_hand.emit()
            self._from_page = False

    def _on_marks(self) -> None:
        view = self._reader.view
        before = self.view.pointed.hit
        pointed = Pointed(view.jump_span, view.jump_exact, view.hit)
        self.view.show_marks(view.highlights, pointed)
        if view.hit is not None and view.hit != before:
            self.view.go_to(view.hit)

    # What the person does

    def _on_choice(self, choice: str) -> None:
        self.show(ReaderShows(choice))

    def _on_next(self) -> None:
        self.view.turn(1)

    def _on_previous(self) -> None:
        self.view.turn(-1)

    def _on_page_shown(self) -> None:
        page, count = self.view.page, self.view.count
        self.bar.show_page(self.view.label(), before=page > 0, after=page + 1 < count)

    def _on_menu(self, keys: list[str], where: QPoint) -> None:
        places = self.view.places
        first = None if places is None else places.first_on(self.view.page)
        self._reader.words.show_menu_for(keys, first or 0, where)


def told(error: NoPages, source: str, original: Original) -> tuple[str, str]:
    """A title, and what to do."""
    match error.lacking:
        case Lacking.MISSING:
            return words.missing(original.file, original.name)
        case Lacking.CHANGED:
            return words.changed(original.file, original.name)
        case Lacking.NO_MAP | Lacking.NO_PDF:
            return words.without_map(source)
        case Lacking.NOT_DRAWN:
            return words.not_drawn(original.file, error.why)
