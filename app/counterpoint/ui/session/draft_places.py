"""Where words were being typed that became no change of the library: what a draft's name says."""

import re
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from counterpoint.application.editing.asking.kept import is_written
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.library import Reply
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.domain.span import Span


class DraftKind(Enum):
    """What was being made or changed."""

    CLAIM = auto()
    KIND = auto()
    SPLIT = auto()
    MOVE = auto()
    MERGE = auto()
    EVIDENCE = auto()
    ANSWER = auto()
    APPROACH = auto()
    QUESTION = auto()
    REPLY = auto()
    NEW_CLAIM = auto()
    NEW_APPROACH = auto()
    NEW_QUESTION = auto()
    NEW_REPLY = auto()
    LINK = auto()
    DESCRIPTION = auto()
    UNKNOWN = auto()


class DraftPlace(NamedTuple):
    """One place, with all fields in which something was typed. `what` names it among drafts."""

    what: str
    kind: DraftKind
    words: str
    """All that was typed there, a field to a line."""
    target: Target | None = None
    reply: Reply | None = None
    is_there: bool = True
    """Whether the library still has it."""


_NEW = {
    "new-approach": DraftKind.NEW_APPROACH,
    "new-question": DraftKind.NEW_QUESTION,
    "new-reply": DraftKind.NEW_REPLY,
}
_OF_CLAIM = {"kind": DraftKind.KIND, "split": DraftKind.SPLIT, "move": DraftKind.MOVE}
_OF_CELL = {"answer": DraftKind.ANSWER, "new": DraftKind.NEW_CLAIM}


def draft_places(drafts: Mapping[str, str], library: OpenedLibrary) -> tuple[DraftPlace, ...]:
    """Of drafts by their names, in the order of these."""
    found: dict[str, list[str]] = {}
    for name, words in drafts.items():
        what = name if name.startswith("link/") else name.rpartition("/")[0] or name
        found.setdefault(what, []).append(words)
    return tuple(_placed(what, _written(words), library) for what, words in found.items())


def _written(words: Iterable[str]) -> str:
    return "\n".join(each for each in words if each.strip() and is_written(each))


def _placed(what: str, words: str, library: OpenedLibrary) -> DraftPlace:
    kind, target, reply = _meant(what, library)
    if target is None:
        there = kind in _NEW.values() or reply is not None
    else:
        there = library.still_there(target)
    return DraftPlace(what, kind, words, target, reply, there)


def _meant(what: str, library: OpenedLibrary) -> tuple[DraftKind, Target | None, Reply | None]:
    head, _, last = what.rpartition("/")
    if what in _NEW:
        return _NEW[what], None, None
    if what.startswith("reply/"):
        return DraftKind.REPLY, None, _reply(what, library)
    if what.startswith("source/"):
        return DraftKind.DESCRIPTION, Target(TargetKind.SOURCE, source=what[7:]), None
    if (link := re.fullmatch(r"link/(.+)/(\d+)-(\d+)", what)) is not None:
        span = Span(int(link[2]), int(link[3]))
        return DraftKind.LINK, Target(TargetKind.PASSAGE, source=link[1], span=span), None
    if last == "evidence":
        return DraftKind.EVIDENCE, _evidence(head, library), None
    if last == "head":
        return DraftKind.APPROACH, Target(TargetKind.APPROACH, head), None
    if last == "question":
        return DraftKind.QUESTION, question_target(head), None
    if last == "merge":
        return DraftKind.MERGE, _claim(head, library) or Target(TargetKind.APPROACH, head), None
    if last in _OF_CLAIM and "/" in head:
        return _OF_CLAIM[last], _claim(head, library), None
    if last in _OF_CELL and "/" in head:
        approach, _, dimension = head.partition("/")
        return _OF_CELL[last], Target(TargetKind.POSITION, approach, dimension), None
    if (claim := _claim(what, library)) is not None:
        return DraftKind.CLAIM, claim, None
    return DraftKind.UNKNOWN, None, None


def _claim(what: str, library: OpenedLibrary) -> Target | None:
    """By its approach and its id; without a question where it is not there any more."""
    approach, _, id = what.partition("/")
    if not id:
        return None
    if approach in {head.id for head in library.contents.approaches}:
        for position in library.approach(approach).positions:
            if any(claim.id == id for claim in position.claims):
                return Target(TargetKind.CLAIM, approach, position.dimension, id)
    return Target(TargetKind.CLAIM, approach, "", id)


def _evidence(key: str, library: OpenedLibrary) -> Target | None:
    try:
        return library.find(key).target
    except KeyError:
        return None


def _reply(what: str, library: OpenedLibrary) -> Reply | None:
    for reply in library.contents.replies:
        if what == f"reply/{reply.by.source}/{reply.by.quotation.words[:24]}":
            return reply
    return None
