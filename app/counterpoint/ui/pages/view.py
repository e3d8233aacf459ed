"""A page of the comparison under its bar."""

from collections.abc import Callable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.page import Page, PageKind
from counterpoint.application.pages.pair_page import pair_page
from counterpoint.application.pages.question_page import question_page
from counterpoint.application.pages.replies_drawing import drawing_of
from counterpoint.application.pages.replies_page import replies_page
from counterpoint.domain.note import Target
from counterpoint.domain.replying import ReplyOrder, ReplyShare
from counterpoint.domain.source import short_names
from counterpoint.labels.note import target_gone
from counterpoint.labels.page import own_note, page_gone, pair_name, subject_gone, who_answers_whom
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import entry, in_pane, of_action
from counterpoint.ui.painting.eliding import shortened
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.paper.paper_pane import PaperPane
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.clipboard import put_forms_on_clipboard

from .bar import PageBar
from .keyed_paper import KeyedPaper
from .links import reply_in
from .pair_html import PairHtml
from .parts import Parts, told
from .question_html import QuestionHtml
from .replies_html import RepliesHtml
from .replies_picture import RepliesPicture

if TYPE_CHECKING:
    from counterpoint.ui.editing.deeds import Deeds

SIGN = 11
"""The height of the sign of a note, in pixels at zoom 1."""
MOST_OF_NOTE = 80
"""Characters of its first words."""
AT_ONCE, MORE = 12, 60
"""Answers or replies that are set before more are asked for, so that a page is there at once, and
how many more then."""


def _nobody() -> "Deeds":
    raise RuntimeError("the pages take part in no session")


class PagesView(PaperPane):
    """Sets the page that is open, and tells what its links and its bar ask."""

    asked = Signal(str, str)
    """A link: what it asks, and of what; links.py reads it."""
    page_wanted = Signal(object)
    """Another Page."""
    back_requested = Signal()
    typed = Signal(str)
    """A letter: the beginning of a note on the page."""
    note_requested = Signal()
    said = Signal(str)
    """Something to be told: what was copied."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._library: OpenedLibrary | None = None
        self._page: Page | None = None
        self._shown: Sequence[str] = ()
        self._notes: Mapping[Target, int] = MappingProxyType({})
        self._first: Mapping[Target, str] = MappingProxyType({})
        self.listed = (ReplyOrder.WHEN, ReplyShare.ALL)
        """How the replies are listed."""
        self._under_menu: tuple[str, str] | None = None
        self.make_deeds: Callable[[], Deeds] = _nobody
        """Makes what changes the library here."""
        self._deeds: Deeds | None = None
        self._most = AT_ONCE
        self._numbers: tuple[int, ...] = ()
        """Of the replies that are listed, in their order."""
        self._order: tuple[str, str] = ("", "")
        """The questions before and after the one that is shown."""
        self.bar = PageBar(theme, self)
        self.paper = KeyedPaper(theme, self)
        self.picture = RepliesPicture(theme, self)
        self.picture.hide()
        self.picture.reply_wanted.connect(self._on_arc)
        self.paper.reached.connect(self._on_reached)
        self.setFocusProxy(self.paper)
        self.paper.pressed.connect(self._on_key)
        self.paper.typed.connect(self.typed)
        self.paper.asked.connect(self._on_asked)
        self.paper.menu_wanted.connect(self._on_menu)
        self.bar.back_requested.connect(self.back_requested)
        self.bar.step_requested.connect(self.step)
        self.bar.pair_chosen.connect(self._on_pair)
        self.bar.reply_wanted.connect(lambda: self.deeds.reply())
        self.bar.note_requested.connect(self.note_requested)
        self.bar.copy_requested.connect(self.copy_page)
        self.lay_out(self.bar, self.paper, self.picture)

    def pointed(self) -> tuple[str, str]:
        """The link that a menu was opened on, or that has the focus."""
        return self._under_menu or self.paper.current()

    @property
    def deeds(self) -> "Deeds":
        """What can be done to the library here; made when that is first wanted, once the view takes
        part in a session."""
        if self._deeds is None:
            self._deeds = self.make_deeds()
        return self._deeds

    @property
    def page(self) -> Page | None:
        """What is shown, or will be once it is seen."""
        return self._page

    @property
    def is_gone(self) -> bool:
        """Whether the library does not have what the page is on any more."""
        library, page = self._library, self._page
        return library is not None and page is not None and not page.is_in(library.contents)

    def show_page(self, library: OpenedLibrary, page: Page, approaches: Sequence[str]) -> None:
        """A page, with these approaches where it is of as many as are shown; from its top, unless
        it is the same page of the same library again."""
        before = None if self._library is None else self._library.folder
        same = (self._page, before) == (page, library.folder)
        self._library, self._page, self._shown = library, page, tuple(approaches)
        self._most = self._most if same else AT_ONCE
        self.set_page(keep_place=same)

    def show_notes(self, notes: Mapping[Target, int], first: Mapping[Target, str]) -> None:
        """How many notes there are in each cell and on each page; of those on pages the `first`
        words of the last."""
        if (notes, first) != (self._notes, self._first):
            self._notes, self._first = notes, first
            self.set_page(keep_place=True)

    def step(self, by: int) -> None:
        """To the question before (-1) or after (1), where there is one."""
        to = self._order[0] if by < 0 else self._order[1]
        if to:
            self.page_wanted.emit(Page(PageKind.QUESTION, to))

    def copy_page(self) -> None:
        """Copies all that the page says, with citations."""
        from counterpoint.application.copying.forms import forms_of
        from counterpoint.application.copying.page_blocks import page_blocks

        if self.is_gone:
            self.said.emit(target_gone())
        elif self._library is not None and self._page is not None:
            blocks = page_blocks(self._library, self._page, self._shown, *self.listed)
            put_forms_on_clipboard(**forms_of(blocks)._asdict())
            self.said.emit(tr("Copied the whole page with its citations."))

    def selection(self) -> Page | None:
        """The page: a note is on all of it."""
        return self._page

    def key_hints(self) -> tuple[str, ...]:
        back = tr("{key} back", key=in_pane(Context.PAGE, "leave"))
        return back, tr("{key} note", key=of_action("note-here"))

    def write_note(self) -> None:
        """Asks for a note on the page."""
        self.note_requested.emit()

    def _on_pair(self, one: str, other: str) -> None:
        self.page_wanted.emit(Page(PageKind.PAIR, one=one, other=other))

    def has_page(self) -> bool:
        return self._library is not None and self._page is not None

    def html(self, style: PageStyle, *, keep_place: bool) -> str:
        library, page = self._library, self._page
        if library is None or page is None:
            return ""
        if self.is_gone:
            return self._html_of_gone(style, page)
        name, html = self._made(style, library, page)
        self.picture.setVisible(page.kind is PageKind.REPLIES)
        self.bar.show_pair(library.contents.approaches, page)
        before, after = (bool(to) for to in self._order)
        ordered = page.kind is PageKind.QUESTION
        self.bar.show_page(
            name, before=before if ordered else None, after=after if ordered else None
        )
        self.paper.setAccessibleName(name)
        return html + self._own_note(style, page.target)

    def _own_note(self, style: PageStyle, on: Target) -> str:
        """The note on the page itself, at its end, as a link to it; "" where there is none."""
        if on not in self._first:
            return ""
        sign = style.marks.note(style.colours.ink, style.px(SIGN))
        said = escape(own_note(self._notes[on], shortened(self._first[on], MOST_OF_NOTE)))
        return style.body(f"{sign}&nbsp; {style.link('own-note', '', said)}", above=24)

    def _html_of_gone(self, style: PageStyle, page: Page) -> str:
        """That what the page is on is not in the library any more."""
        self._order = ("", "")
        self.picture.hide()
        self.bar.show_pair((), Page(PageKind.QUESTION))
        self.bar.show_page(page_gone(), before=None, after=None)
        self.paper.setAccessibleName(page_gone())
        why = escape(subject_gone(pair=page.kind is PageKind.PAIR))
        back = style.link("back", "", escape(tr("Back to the comparison")))
        return style.heading_of_page(page_gone()) + style.body(why) + style.body(back, above=12)

    def _made(self, style: PageStyle, library: OpenedLibrary, page: Page) -> tuple[str, str]:
        """Its name and its HTML."""
        parts = Parts(style, library.contents)
        match page.kind:
            case PageKind.QUESTION:
                found = question_page(library, page.question, self._shown)
                self._order = (found.before, found.after)
                return found.dimension.title, QuestionHtml(
                    parts, found, self._notes, self._most
                ).html()
            case PageKind.PAIR:
                pair = pair_page(library, page.one, page.other)
                name = pair_name(pair.one.title, pair.other.title)
                return name, PairHtml(parts, pair).html()
            case PageKind.REPLIES:
                heads = {head.id: head for head in library.contents.approaches}
                replies = replies_page(library.contents, *self.listed)
                html = RepliesHtml(parts, replies, heads, *self.listed, self._most).html()
                self._numbers = tuple(line.number for line in replies.lines)
                self.picture.show_drawing(
                    drawing_of(replies),
                    heads,
                    short_names(library.contents.sources),
                    {line.number: told(line.between, heads) for line in replies.lines},
                )
                return who_answers_whom(), html

    def _on_asked(self, action: str, argument: str) -> None:
        order, share = self.listed
        match action:
            case "own-note":
                self.note_requested.emit()
            case "back":
                self.back_requested.emit()
            case "more":
                self._most += MORE
                self.set_page(keep_place=True)
            case "order":
                self.listed = (ReplyOrder(argument), share)
                self.set_page(keep_place=True)
            case "share":
                self.listed = (order, ReplyShare(argument))
                self.set_page(keep_place=True)
            case _:
                self.asked.emit(action, argument)

    def _on_arc(self, number: int) -> None:
        if number not in self._numbers[: self._most]:
            self._most = self._numbers.index(number) + 1
            self.set_page(keep_place=True)
        self.paper.scrollToAnchor(f"reply-{number}")
        self.picture.mark(number)

    def _on_reached(self, action: str, argument: str) -> None:
        """The reply whose passage has the focus is marked in the picture."""
        self.picture.mark(reply_in(argument)[0] if action == "reply" else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.picture.set_room(self.height())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the page mean the same in the bar over it."""
        done = done_by(event, Context.PAGE)
        if done:
            self._on_key(done)
        else:
            super().keyPressEvent(event)

    def _on_key(self, deed: str) -> None:
        match deed:
            case "leave":
                self.back_requested.emit()
            case "before":
                self.step(-1)
            case "after":
                self.step(1)

    def _add_changes(self, menu: QMenu, link: tuple[str, str]) -> None:
        question = self._page is not None and self._page.kind is PageKind.QUESTION
        if not _changed(link[0]) and not question:
            return

        def do(deed: Callable[[], None]) -> Callable[[], None]:
            def done() -> None:
                self._under_menu = link
                deed()
                self._under_menu = None

            return done

        change = menu.addAction(entry(tr("Change this…"), of_action("edit-here")))
        change.triggered.connect(do(lambda: self.deeds.edit()))
        if link[0] == "jump":
            menu.addAction(tr("Reply to…")).triggered.connect(do(lambda: self.deeds.reply()))
        if _changed(link[0]):
            menu.addAction(tr("Delete this")).triggered.connect(do(lambda: self.deeds.delete()))
        menu.addSeparator()

    def _on_menu(self, action: str, argument: str, where: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if action:
            menu.addAction(_follow(action)).triggered.connect(
                lambda: self.asked.emit(action, argument)
            )
            menu.addSeparator()
        self._add_changes(menu, (action, argument))
        if self._page is not None and self._page.kind is PageKind.REPLIES:
            new = menu.addAction(entry(tr("New reply…"), of_action("new-reply")))
            new.triggered.connect(lambda: self.deeds.reply())
            menu.addSeparator()
        copy = menu.addAction(entry(tr("Copy"), of_action("copy")))
        copy.setEnabled(self.paper.textCursor().hasSelection())
        copy.triggered.connect(self.paper.copy)
        whole = entry(tr("Copy the whole page"), of_action("copy-page"))
        menu.addAction(whole).triggered.connect(self.copy_page)
        menu.addSeparator()
        note = entry(tr("Write a note"), of_action("note-here"))
        menu.addAction(note).triggered.connect(self.note_requested)
        back = entry(tr("Back to the comparison"), in_pane(Context.PAGE, "leave"))
        menu.addAction(back).triggered.connect(self.back_requested)
        menu.popup(where)


def _changed(action: str) -> bool:
    """Whether a link is to something that can be changed."""
    return action in ("jump", "cell", "reply")


def _follow(action: str) -> str:
    """What following a link does."""
    match action:
        case "cell":
            return tr("Show in the comparison")
        case "back":
            return tr("Back to the comparison")
        case "page":
            return tr("Open this page")
        case "note" | "own-note":
            return tr("Show the note")
        case _:
            return tr("Jump to the passage")
