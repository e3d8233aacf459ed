"""The search in the session: what is found is shown in its text, or gone to."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple, Self

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.opened_library import (
    OpenedLibrary,
    SourceAltered,
    Unreadable,
)
from counterpoint.application.library.session import (
    Asking,
    Linking,
    Reading,
    Seeking,
    Session,
    Writing,
)
from counterpoint.application.search.like_this import LikeThis, like_note, like_target
from counterpoint.application.search.searching import Result
from counterpoint.application.search.where import target_of
from counterpoint.domain.library import Library
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.search.narrowing import Chosen, Facet
from counterpoint.domain.search.rows import RowKind
from counterpoint.domain.search.saved import SavedSearch
from counterpoint.domain.source import short_names
from counterpoint.labels.facet import kinds, linked
from counterpoint.labels.note import target_gone
from counterpoint.labels.search import near_by, not_linkable, not_noted, noted, row_kind
from counterpoint.labels.text import DOT
from counterpoint.ui.session.participant import Participant

from .live import LiveSearch
from .rows import Names
from .view import SearchView


def make(participant: Participant, parent: QWidget) -> SearchView:
    """The view, which takes part from now on."""
    live = LiveSearch(participant.search_index(), parent)
    joined = SearchParticipation(live, participant)
    view = SearchView(live, participant.theme, joined.names(), parent)
    live.setParent(view)
    joined.setParent(view)
    joined.follow(view)
    view.look_requested.connect(joined.look)
    view.go_requested.connect(joined.go)
    return view


NAME = "search"
"""Of this view."""
_CALLED = 60
"""Code points of a passage by which it is called."""
_TERMS = 6
"""That are told of what made a result near."""


class _Names(NamedTuple):
    """What things are called, by their ids."""

    sources: Mapping[str, str]
    approaches: Mapping[str, str]
    questions: Mapping[str, str]

    @classmethod
    def of(cls, contents: Library) -> Self:
        return cls(
            short_names(contents.sources),
            {head.id: f"{head.cue} {head.title}" for head in contents.approaches},
            {each.id: each.title for each in contents.dimensions},
        )


class SearchParticipation(QObject):
    def __init__(self, live: LiveSearch, participant: Participant) -> None:
        super().__init__(live)
        self._participant = participant
        self._session = participant.session
        self._named: OpenedLibrary | None = None
        """The library of which `_names` are."""
        self._names = _Names({}, {}, {})

    def follow(self, view: SearchView) -> None:
        """What is sought elsewhere is found in it."""
        self._view = view
        view.seeking_of = self.seeking_of
        self._searches = searches = self._participant.searches()
        searches.changed.connect(self._on_searches)
        searches.wake()
        view.naming.named.connect(self._on_named)
        self._participant.signals.asking_wanted.connect(self._on_asking)
        view.saved.delete_wanted.connect(searches.delete)
        view.like_requested.connect(self._session.seek)
        view.link_requested.connect(self._on_link)
        view.note_requested.connect(self._on_note)
        self._participant.signals.seeking_wanted.connect(self._on_seeking)

    def _on_searches(self) -> None:
        self._view.saved.show_saved(self._searches.saved)

    def _on_named(self, name: str, before: str) -> None:
        """A search is to be kept, or called otherwise; the same is asked of a copy where this
        library is not changed."""
        now = self._view.search_now()
        if before:
            self._searches.rename(before, name, self._view.naming.leave)
        elif now is not None:
            kept = now._replace(name=name)
            if self._participant.editing().may_change(partial(_keep_there, kept)):
                self._searches.save(kept, self._view.naming.leave)

    def keep(self, search: SavedSearch) -> None:
        """What was to be kept in a library that is not changed is kept in this copy of it."""
        self._view.show_search(search)
        self._searches.save(search, self._view.naming.leave)

    def _on_asking(self, _by: object) -> None:
        asking = self._session.asking
        if asking is not None and asking.pane == NAME:
            asking.do(self)

    def _on_link(self, results: list[Result]) -> None:
        """All passages that are chosen are to be linked, at the first of them."""
        kinds = (RowKind.PASSAGE, RowKind.QUOTATION)
        spans = [
            (each.row.source, each.row.span)
            for each in results
            if each.kind in kinds and each.row.span is not None
        ]
        if left_out := len(results) - len(spans):
            self._participant.signals.said.emit(not_linkable(len(results), left_out))
        if spans:
            (source, span), *others = spans
            self._session.link(Linking(source, span, self._session.target, tuple(others)))

    def _on_note(self, results: list[Result], words: str) -> None:
        """A note on each, or the caret in one on the only one."""
        on = [(target, self._quote(each)) for each in results if (target := self._noted(each))]
        if not words:
            if on:
                self._participant.navigator.note_on(*on[0])
            return
        self._participant.live().notebook.make(words, on, self)
        told = [noted(len(on))] if on else []
        told += [not_noted(len(results) - len(on))] if len(on) < len(results) else []
        self._participant.signals.said.emit(" ".join(told))

    def _noted(self, result: Result) -> Target | None:
        """What a note on it is on: the whole passage."""
        if result.kind is RowKind.PASSAGE:
            return Target(TargetKind.PASSAGE, source=result.source, span=result.row.span)
        return self._target(result)

    def _quote(self, result: Result) -> str:
        """The words that a note on it keeps."""
        if result.kind is RowKind.QUOTATION:
            return result.row.words
        library, span = self._session.library, result.row.span
        if result.kind is not RowKind.PASSAGE or library is None or span is None:
            return ""
        try:
            return library.text(result.source).text[span.start : span.end]
        except (KeyError, Unreadable, SourceAltered):
            return result.words

    def _on_seeking(self, _by: object) -> None:
        """What is like something is found."""
        seeking, library = self._session.seeking, self._session.library
        if seeking is None or library is None:
            return
        try:
            if seeking.note:
                note = self._participant.live().notebook.notes.get(seeking.note)
                like = None if note is None else like_note(note)
            else:
                like = like_target(library, seeking.target)
        except (Unreadable, SourceAltered):
            self._session.call_stale(self)
            return
        except (KeyError, StopIteration):
            like = None
        if like is None:
            self._participant.signals.said.emit(target_gone())
        else:
            self._view.show_like(like, self._called(seeking, like))

    def _called(self, seeking: Seeking, like: LikeThis) -> str:
        if seeking.note or seeking.target.kind in (TargetKind.PASSAGE, TargetKind.EVIDENCE):
            return f"“{' '.join(like.words[:_CALLED].split())}”"
        return self._session.title_of(seeking.target)

    def seeking_of(self, result: Result) -> Seeking | None:
        """What others are to be like that are to be like a result."""
        row = result.row
        if result.kind is RowKind.PASSAGE:
            return Seeking(Target(TargetKind.PASSAGE, source=row.source, span=row.span))
        target = self._target(result)
        if target is None:
            return None
        return Seeking(target, row.id if result.kind is RowKind.NOTE else "")

    def names(self) -> Names:
        whole = partial(self.place_of, whole=True)
        return Names(whole, self.place_of, self._source, self._value)

    def _now(self) -> _Names:
        library = self._session.library
        if library is not None and library is not self._named:  # once, for all rows
            self._named, self._names = library, _Names.of(library.contents)
        return self._names

    def _source(self, id: str) -> str:
        return self._now().sources.get(id, id)

    def _value(self, chosen: Chosen) -> str:
        value = chosen.value
        match chosen.facet:
            case Facet.KIND if value in [*RowKind]:
                return kinds(RowKind(value))
            case Facet.APPROACH:
                return self._now().approaches.get(value, value)
            case Facet.SOURCE:
                return self._source(value)
            case Facet.LINKED:
                return linked(value)
        return value

    def place_of(self, result: Result, *, whole: bool = False) -> str:
        """What a result is and where, on one line; with its source where that is the `whole`."""
        names, row = self._now(), result.row
        parts = [row_kind(result.kind), names.sources.get(row.source, "") if whole else ""]
        if row.approach:
            parts.append(names.approaches.get(row.approach, row.approach))
        if result.kind in (RowKind.CLAIM, RowKind.ANSWER):
            parts.append(names.questions.get(row.id.split("/")[1], ""))
        if result.terms:
            parts.append(near_by(result.terms[:_TERMS]))
        return DOT.join(filter(None, parts))

    def look(self, result: Result) -> None:
        """Shows the words in their text, which is made visible where there is room for it beside
        the results; all else stays."""
        target, aloud = self._target(result), self._participant.has_room()
        if target is None:
            return
        if target.kind is TargetKind.PASSAGE:
            self._session.read(Reading(target.source, span=target.span, aloud=aloud))
        elif target.kind is TargetKind.SOURCE:
            self._session.read(Reading(target.source, aloud=aloud))
        else:
            self._participant.navigator.look_at(target)

    def go(self, result: Result) -> None:
        """Goes to it, and chooses it."""
        target = self._target(result)
        if result.kind is RowKind.NOTE:
            # Before the jump to what it is on, on which there may be several notes.
            self._session.write(Writing(note=result.id, focus=target is None), self)
        if target is not None:
            self._participant.navigator.go_to(target)

    def _target(self, result: Result) -> Target | None:
        notes = self._participant.live().notebook.notes
        return target_of(result, self._session.find, notes.get)


def _keep_there(search: SavedSearch, session: Session) -> None:
    """Goes on in the copy of the library of which this is the session."""
    session.show_view(NAME)
    session.ask(Asking(NAME, lambda joined: joined.keep(search)))
