"""Tells where words were being typed when the program ended, and leads there."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from counterpoint.application.library.session import Asking, Linking, Reading
from counterpoint.domain.note import WHOLE_COMPARISON, TargetKind
from counterpoint.labels import draft as words
from counterpoint.labels.translation import tr
from counterpoint.ui.widgets.clipboard import put_on_clipboard

from .draft_places import DraftKind, DraftPlace, draft_places
from .noticed import Deed, Noticed
from .signals import SessionSignals

if TYPE_CHECKING:
    from .noticing import Noticing

_KEY = "drafts"
_DEEDS: dict[DraftKind, Callable[[Any], None]] = {
    DraftKind.KIND: lambda deeds: deeds.change_kind(),
    DraftKind.SPLIT: lambda deeds: deeds.split(),
    DraftKind.MOVE: lambda deeds: deeds.move(),
    DraftKind.MERGE: lambda deeds: deeds.merge(),
    DraftKind.ANSWER: lambda deeds: deeds.answer(),
    DraftKind.NEW_CLAIM: lambda deeds: deeds.new_claim(),
    DraftKind.NEW_APPROACH: lambda deeds: deeds.new_approach(),
    DraftKind.NEW_QUESTION: lambda deeds: deeds.new_question(),
    DraftKind.NEW_REPLY: lambda deeds: deeds.new_reply(),
}
"""What is asked for there, where that is not to change what is chosen."""


class DraftNotices(QObject):
    """One place after the other, in one strip."""

    def __init__(
        self, signals: SessionSignals, noticing: "Noticing", settle: Callable[[str], None]
    ) -> None:
        """`settle` has a draft forgotten, by its name."""
        super().__init__(noticing)
        self._session = signals.session
        self._noticing, self._settle = noticing, settle
        self._places: list[DraftPlace] = []
        self._drafts: dict[str, str] = {}
        self._all = 0

    def tell(self, drafts: Mapping[str, str]) -> None:
        """Of drafts by their names."""
        library = self._session.library
        if library is None or not drafts:
            return
        self._drafts = dict(drafts)
        self._places = list(draft_places(drafts, library))
        self._all = len(self._places)
        self._show()

    def over(self, name: str) -> None:
        """Somebody types there again, or has done with it."""
        if self._drafts.pop(name, None) is None or not self._places:
            return
        here = self._places[0]
        self._places = [each for each in self._places if not _is_of(name, each)]
        if here not in self._places:
            self._show()

    def _show(self) -> None:
        if not self._places:
            self._noticing.noticed.emit(Noticed(_KEY, ""))
            return
        here = self._places[0]
        at = self._all - len(self._places) + 1
        said = words.kept(self._name(here), here.words, at, self._all)
        deeds = [Deed(words.go_on(), partial(self._go, here))]
        if not here.is_there:
            copy, forget = partial(self._copy, here), partial(self._forget, here)
            deeds = [Deed(words.copy_words(), copy), Deed(words.forget(), forget)]
        if len(self._places) > 1:
            deeds.append(Deed(words.next_one(), self._next))
        deeds.append(Deed(words.later(), self._places.clear))
        self._noticing.noticed.emit(Noticed(_KEY, said, tuple(deeds), closes=False))

    def _next(self) -> None:
        self._places = self._places[1:]
        self._show()

    def _copy(self, place: DraftPlace) -> None:
        put_on_clipboard(place.words)
        self._show()

    def _forget(self, place: DraftPlace) -> None:
        for name in [each for each in self._drafts if _is_of(each, place)]:
            self._settle(name)

    def _go(self, place: DraftPlace) -> None:
        """What was asked for there is asked again, and has what was typed in it."""
        self._next()
        session, target = self._session, place.target
        if place.kind is DraftKind.LINK and target is not None and target.span is not None:
            session.read(Reading(target.source, span=target.span))
            session.link(Linking(target.source, target.span, WHOLE_COMPARISON))
        elif place.kind is DraftKind.DESCRIPTION and target is not None:
            source = target.source
            session.ask(Asking("window", lambda space: space.signals.describe_wanted.emit(source)))
        else:
            session.show_view("compare")
            do = _DEEDS.get(place.kind, lambda deeds: deeds.edit())
            session.ask(Asking("compare", do, target, place.reply))

    def _name(self, place: DraftPlace) -> str:
        target, title = place.target, ""
        if place.kind is DraftKind.LINK and target is not None:
            title = self._session.short_of(target.source)
        elif target is not None and not (target.kind is TargetKind.CLAIM and not target.dimension):
            title = self._session.title_of(target)
        elif target is not None:
            title = self._session.title_of(target._replace(kind=TargetKind.APPROACH))
        elif place.reply is not None:
            title = self._session.short_of(place.reply.by.source)
        name = _name(place.kind, title or place.what)
        return name if place.is_there else words.gone(name)


def _is_of(name: str, place: DraftPlace) -> bool:
    return name == place.what or name.startswith(f"{place.what}/")


def _name(kind: DraftKind, title: str) -> str:
    match kind:
        case DraftKind.CLAIM:
            return tr("the claim “{title}”", title=title)
        case DraftKind.KIND:
            return tr("the kind of the claim “{title}”", title=title)
        case DraftKind.SPLIT:
            return tr("splitting “{title}”", title=title)
        case DraftKind.MOVE:
            return tr("moving “{title}”", title=title)
        case DraftKind.MERGE:
            return tr("merging “{title}”", title=title)
        case DraftKind.EVIDENCE:
            return tr("the evidence “{title}”", title=title)
        case DraftKind.ANSWER:
            return tr("the answer in “{title}”", title=title)
        case DraftKind.APPROACH:
            return tr("the approach “{title}”", title=title)
        case DraftKind.QUESTION:
            return tr("the question “{title}”", title=title)
        case DraftKind.REPLY:
            return tr("the reply of “{title}”", title=title)
        case DraftKind.NEW_CLAIM:
            return tr("a new claim in “{title}”", title=title)
        case DraftKind.NEW_APPROACH:
            return tr("a new approach")
        case DraftKind.NEW_QUESTION:
            return tr("a new question")
        case DraftKind.NEW_REPLY:
            return tr("a new reply")
        case DraftKind.LINK:
            return tr("a claim for words in “{title}”", title=title)
        case DraftKind.DESCRIPTION:
            return tr("the description of “{title}”", title=title)
        case DraftKind.UNKNOWN:
            return tr("“{title}”", title=title)
