"""The quotations in a list beside the page of the one that is chosen, under a bar."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counterpoint.application.importing.revising import Decision, Item, Revision
from counterpoint.domain.quotation import QuotationState
from counterpoint.labels import revision as words
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.paper.page_browser import PageBrowser
from counterpoint.ui.paper.page_style import PageStyle
from counterpoint.ui.paper.paper_pane import PaperPane
from counterpoint.ui.session.live_sources import LiveSources
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.focus_proxy import hand_focus_to
from counterpoint.ui.widgets.grouped_rows import ENTRY
from counterpoint.ui.widgets.headline_bar import HeadlineBar
from counterpoint.ui.widgets.listed import Listed
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.plain_label import PlainLabel

from .delegate import RevisionDelegate
from .detail_html import item_page, no_revision, nothing_to_decide
from .model import RevisionRows

_MOST_PLACES = 9
"""That have a key."""


class RevisionBar(HeadlineBar):
    """What it is about, and what is done with all of it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.put_button = PlainButton(theme, *words.put_button(), self)
        self.not_now = PlainButton(theme, tr("Not now"), tr("Nothing is changed"), self)
        self.lay_out(self.put_button, self.not_now)

    def show_name(self, name: str, *, buttons: bool, again: bool) -> None:
        """`again` where it is the same document, read otherwise."""
        self.put_button.put_words(*words.put_button(again=again))
        self.set_headline(name)
        self.set_seen(self.put_button, buttons)
        self.set_seen(self.not_now, buttons)


class RevisionView(PaperPane):
    """Sets the page of the item that is chosen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._revision: Revision | None = None
        self._at = -1
        self.bar = RevisionBar(theme, self)
        self.note = PlainLabel(self)
        self.note.setWordWrap(True)
        self.note.hide()
        self.paper = PageBrowser(theme, self)
        self.paper.setAccessibleName(tr("The quotation in both versions"))
        self.lay_out(self.bar, self.paper, self.note)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def show_item(self, revision: Revision | None, at: int) -> None:
        """An item of a new version, by its number; of none, that there is nothing to decide."""
        same = self._at == at
        self._revision, self._at = revision, at
        self.set_page(keep_place=same)

    def say(self, words: str) -> None:
        """What has to be known before the new version is put in."""
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def has_page(self) -> bool:
        return True

    def html(self, style: PageStyle, *, keep_place: bool) -> str:
        revision, at = self._revision, self._at
        if revision is None:
            return no_revision(style)
        if not 0 <= at < len(revision.items):
            return nothing_to_decide(style, same=revision.report.unchanged)
        item: Item = revision.items[at]
        ambiguous = item.state is QuotationState.AMBIGUOUS
        choices = revision.choices(at) if ambiguous else ()
        around, around_old = revision.around(at), revision.around_old(at)
        again = revision.read_by is not None
        return item_page(style, item, choices, around, around_old, words.versions(again=again))

    def _on_theme(self) -> None:
        px = self._theme.fonts.px
        self.note.setFont(self._theme.fonts.ours(Size.SMALL))
        self.note.setStyleSheet(
            f"color: {self._theme.colours.ink_quiet}; padding: {px(8)}px {px(24)}px;"
        )


class RevisionPage(QWidget):
    """Works a new version through. Enter accepts what is proposed and goes on to the next that is
    open, Delete leaves it as it is and goes on."""

    replace_requested = Signal()
    """A new version of a source is wanted."""
    done = Signal()
    """It was put in, or given up."""
    keys_changed = Signal()
    """Other keys mean something now."""

    def __init__(
        self,
        live: LiveSources,
        theme: Theme,
        title: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        """`title` gives a source's short name for its id."""
        super().__init__(parent)
        self._live, self._title = live, title
        self._at = 0
        self._telling = True
        self.rows = RevisionRows(self)
        name = tr("Quotations from the source, and notes on its passages")
        listed = Listed(theme, self.rows, RevisionDelegate(theme, self), name, 340, self)
        self.list = listed.list
        self.view = RevisionView(theme, self)
        listed.add_page(self.view)
        self.list.installEventFilter(self)
        self.setAccessibleName(tr("A new version of a source"))
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.view.paper.asked.connect(self._on_asked)
        self.view.bar.put_button.clicked.connect(live.put_in)
        self.view.bar.not_now.clicked.connect(self._give_up)
        live.revision_changed.connect(self._on_revision)
        self._on_revision()

    def key_hints(self) -> tuple[str, ...]:
        revision = self._live.revision
        if revision is None:
            return ()
        put_in = tr("{key} put it in", key=in_pane(Context.REVISION, "put-in"))
        if self._at >= len(revision.items):
            return (put_in,)
        item, hints = revision.items[self._at], []
        if places := self._places():
            first = in_pane(Context.REVISION, "place")
            most = in_pane(Context.REVISION, "place", min(places, _MOST_PLACES) - 1)
            number = first if places == 1 else f"{first}–{most}"
            hints.append(tr("{key} it stands there", key=number))
        if item.may_be_accepted and item.decision is not Decision.STANDS:
            hints.append(tr("{key} accept", key=in_pane(Context.REVISION, "accept")))
        if item.decision is not Decision.STANDS:
            hints.append(tr("{key} leave as it is", key=in_pane(Context.REVISION, "leave")))
        return (*hints, put_in)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number is a place here; the list would look for a row that begins with it."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and _is_number(event):
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match done_by(event, Context.REVISION):
            case "accept":
                self._decide(Decision.ACCEPTED)
            case "leave":
                self._decide(Decision.LEFT)
            case "place":
                self._place(event.key() - Qt.Key.Key_1)
            case "put-in" if self._live.revision is not None:
                self._live.put_in()
            case _:
                super().keyPressEvent(event)

    def _on_revision(self) -> None:
        revision = self._live.revision
        items = () if revision is None else revision.items
        self._telling = False
        self.rows.show_revision(revision)
        self._telling = True
        self.list.setVisible(bool(items))
        hand_focus_to(self.list if items else self.view.paper, self)
        name, again = "", revision is not None and revision.read_by is not None
        if revision is not None:
            counts = {each: revision.count(each) for each in QuotationState}
            source = self._title(revision.source) or revision.source
            name = words.heading(source, words.summary(counts), again=again)
        self.view.bar.show_name(name, buttons=revision is not None, again=again)
        open_yet = 0 if revision is None else revision.open
        decided = words.all_decided(again=again) if items else ""
        self.view.say(words.undecided(open_yet) if open_yet else decided)
        if items:
            self._at = min(self._at, len(items) - 1)
            self.list.setCurrentIndex(self.rows.index(self.rows.row_of(self._at)))
        else:
            self._at = 0
            self.view.show_item(revision, -1)
        self.keys_changed.emit()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        item = current.data(ENTRY) if current.isValid() else None
        if self._telling and isinstance(item, int):
            self._at = item
            self.view.show_item(self._live.revision, item)
            self.keys_changed.emit()

    def _decide(self, decision: Decision) -> None:
        revision = self._live.revision
        if revision is None or not revision.items:
            return
        decided = revision.decided(self._at, decision)
        if decided is not revision:
            self._take(decided)
        elif decision is Decision.ACCEPTED:
            self._live.said.emit(words.not_accepted(revision.items[self._at].state, self._places()))

    def _places(self) -> int:
        """How many places an ambiguous one may have."""
        revision = self._live.revision
        if revision is None or self._at >= len(revision.items):
            return 0
        place = revision.items[self._at].affected.place
        return len(place.others) if place.state is QuotationState.AMBIGUOUS else 0

    def _place(self, number: int) -> None:
        """Puts an ambiguous quotation at the place of this number, from 0."""
        revision = self._live.revision
        if revision is not None and number < self._places():
            self._take(revision.placed(self._at, revision.choices(self._at)[number]))

    def _take(self, decided: Revision) -> None:
        """What was decided, and on to the next that is open."""
        later = [*range(self._at + 1, len(decided.items)), *range(self._at)]
        after = (at for at in later if decided.items[at].decision is Decision.OPEN)
        self._at = next(after, self._at)
        self._live.revise(decided)

    def _on_asked(self, action: str, argument: str) -> None:
        match action:
            case "replace":
                self.replace_requested.emit()
            case "accept":
                self._decide(Decision.ACCEPTED)
            case "leave":
                self._decide(Decision.LEFT)
            case "place":
                self._place(int(argument))

    def _give_up(self) -> None:
        self._live.revise(None)
        self.done.emit()


def _is_number(event: QKeyEvent) -> bool:
    return done_by(event, Context.REVISION) == "place"
