"""What becomes of documents that a person brings into a library, one by one: each comes in, is left
out, or waits to be looked at, as where its paragraphs had to be guessed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.made_names import id_for
from counterpoint.domain.document_likeness import Likeness
from counterpoint.domain.source import Numbering
from counterpoint.storage.files.file_digest import file_digest
from counterpoint.storage.importers.draft import (
    Choices,
    Draft,
    Guess,
    Kind,
    PageNumbers,
    Paragraphing,
    RunningHeads,
)
from counterpoint.storage.importers.refusal import Reason, Refused

from .documents import Document
from .importing import Importing, Outcome, Preview, let_go
from .known import Like, Text, likest

__all__ = [
    "Arrival",
    "Draft",
    "Guess",
    "Kind",
    "Progress",
    "Standing",
    "bring_in",
    "decided",
    "doubts",
    "file_of",
    "like_stored",
    "looked_at_again",
    "not_taken",
    "read_again",
    "read_otherwise",
    "store",
]

Progress = Callable[[int, int, str], None]


class Standing(Enum):
    CAME_IN = auto()
    WAITS = auto()
    """It was read; a person is to look at it before it is stored."""
    LEFT_OUT = auto()


class Arrival(NamedTuple):
    """A document that was brought. What waits has its text in its preview still."""

    preview: Preview
    standing: Standing
    source: str = ""
    """The id that it has in the library, or that of the source that it is already; or ""."""
    problem: str = ""
    """Why it was left out, or why it waits on as it was read before: a phrase, or ""."""
    choices: Choices = Choices()
    """What a person has decided of it."""

    @property
    def name(self) -> str:
        return self.preview.document.path.name

    @property
    def key(self) -> str:
        """Tells it apart from the others."""
        return self.preview.document.shown

    @property
    def reason(self) -> Reason | None:
        """Why it was left out, where it was not read."""
        return None if self.preview.refusal is None else self.preview.refusal.reason

    @property
    def is_version_of(self) -> str:
        """The id of the source of which it looks like another version, or ""."""
        like = self.preview.like
        if like is None or self.preview.beside:
            return ""
        return like.id if like.likeness is Likeness.NEW_VERSION else ""


def doubts(draft: Draft) -> tuple[Guess, ...]:
    """What was guessed and might well be otherwise: a person should see it before it is stored."""
    return tuple(guess for guess in draft.guesses if not guess.sure)


def bring_in(
    importing: Importing,
    documents: Sequence[Document],
    progress: Progress,
    cancelled: Callable[[], bool],
    earlier: Iterable[Arrival] = (),
) -> list[Arrival]:
    """Reads them all, stores what is beyond doubt, and gives what became of each, in order. After
    `cancelled` has said yes, the rest are left out. `earlier` wait since before, and new versions
    of them are noticed too. Raises what `Importing.store` does."""
    waiting: dict[str, Arrival] = {}
    brought = {document.shown for document in documents}
    waited = (each for each in earlier if each.key not in brought)
    before = {
        each.preview.id: each for each in waited if each.preview.id not in importing.known.ids
    }
    for id, each in before.items():
        preview = each.preview
        if preview.draft is not None and preview.description is not None:
            title, sketch = preview.description.title, preview.draft.sketch
            importing.known.add(id, title, sketch, preview.text_digest, preview.digest)

    def beyond_doubt() -> Iterator[Preview]:
        for preview in importing.previews(documents, progress, cancelled):
            if _waits(preview):
                waiting[preview.document.shown] = Arrival(preview, Standing.WAITS)
            else:
                yield preview

    found = {each.key: each for each in map(_arrival, importing.store(beyond_doubt()))}
    found |= waiting
    for id in (*before, *(each.preview.id for each in waiting.values())):
        importing.known.drop(id)  # no sources yet
    names = {each.preview.id: each.name for each in (*before.values(), *waiting.values())}
    return [_beside(found[document.shown], names) for document in documents]


def looked_at_again(
    importing: Importing, waiting: Iterable[Arrival], come: Iterable[Arrival]
) -> list[Arrival]:
    """Those of the documents that wait which are like what has `come` since, by the same
    `importing`, and were not said to be."""
    new = [each for each in come if each.standing is Standing.WAITS]
    names, texts = {each.preview.id: each.name for each in new}, [_text(each) for each in new]
    found = []
    for arrival in waiting:
        preview = arrival.preview
        if preview.draft is None or preview.description is None or preview.like is not None:
            continue
        stem, title = preview.document.path.stem, preview.description.title
        like = importing.known.like(preview.draft.sketch, preview.text_digest, stem, title)
        like = like or likest(_text(arrival), texts)
        if like is not None:
            found.append(_beside(arrival._replace(preview=preview._replace(like=like)), names))
    return found


def like_stored(waiting: Iterable[Arrival], stored: Iterable[Arrival]) -> list[Arrival]:
    """Those of the documents that wait which are like one of `stored`, which had waited and are
    sources now, as they were before they were."""
    here = [_text(each) for each in stored]
    found = []
    for arrival in waiting:
        like = likest(_text(arrival), here)
        if like is not None and (like != arrival.preview.like or arrival.preview.beside):
            preview = arrival.preview._replace(like=like, beside="")
            found.append(arrival._replace(preview=preview))
    return found


def not_taken(documents: Sequence[Document], why: str, *, busy: bool) -> list[Arrival]:
    """Documents of which none came in, `why`, a phrase: they stay in the list, to be tried again.
    `busy` where another import was at work."""
    refusal = Refused(Reason.BUSY if busy else Reason.NOT_WRITTEN, why)
    return [
        Arrival(Preview(each, "", "", None, None, refusal, None), Standing.LEFT_OUT, problem=why)
        for each in documents
    ]


def store(importing: Importing, arrivals: Sequence[Arrival], progress: Progress) -> list[Arrival]:
    """Those that waited, as they are now; what became of each. One that is like another of them,
    which nobody was told, waits on. Raises as `Importing.store`."""
    taken = set(importing.known.ids)
    seen: dict[str, Like] = {}
    previews: list[Preview] = []
    held: dict[int, Preview] = {}
    here: list[Text] = []
    for number, arrival in enumerate(arrivals):
        preview = arrival.preview
        there = importing.known.same_file(preview.digest) or seen.get(preview.digest)
        if there is not None:  # it was brought twice
            refusal = Refused(Reason.HERE_ALREADY, there.words)
            preview = preview._replace(refusal=refusal, like=there)
        elif preview.id in taken:  # others came in while it waited
            preview = preview._replace(id=id_for(preview.document.path.stem, taken))
        if there is None:
            text = _text(arrival)._replace(id=preview.id)
            like = likest(text, here)
            if like is not None:
                told = preview.like is not None
                preview = preview._replace(like=like, beside="")
                if not told:
                    held[number] = preview
                    continue
            here.append(text)
        taken.add(preview.id)
        seen.setdefault(preview.digest, Like(Likeness.SAME_FILE, preview.id))
        previews.append(preview)
    outcomes = iter(importing.store(previews, progress))
    return [
        arrival._replace(preview=held[number])
        if number in held
        else _arrival(next(outcomes))._replace(choices=arrival.choices)
        for number, arrival in enumerate(arrivals)
    ]


def _text(arrival: Arrival) -> Text:
    """What of one that waits is compared."""
    preview, draft = arrival.preview, arrival.preview.draft
    sketch = frozenset(draft.sketch) if draft is not None else frozenset[int]()
    return Text(arrival.source or preview.id, sketch, preview.text_digest)


def _beside(arrival: Arrival, names: Mapping[str, str]) -> Arrival:
    """Says what it is like by that document's name, if it is one of `names`, by the ids that they
    are to have."""
    preview = arrival.preview
    name = names.get(preview.like.id, "") if preview.like is not None else ""
    if not name:
        return arrival
    return arrival._replace(preview=preview._replace(beside=name), source="")


def read_otherwise(importing: Importing, arrival: Arrival, what: str, value: str) -> Arrival:
    """The same document read with one guess, by its name, decided so; it waits on. Where it is no
    text if decided so, it waits as it did, and says why."""
    choices = decided(arrival.choices, what, value)
    preview = importing.again(arrival.preview, choices)
    if preview.refusal is not None and preview.refusal.reason in _BY_CHOICE:
        return arrival._replace(problem=preview.refusal.message)
    if preview.refusal is not None:
        return Arrival(preview, Standing.LEFT_OUT, "", preview.refusal.message, choices)
    return arrival._replace(preview=preview, choices=choices, problem="")


_BY_CHOICE = frozenset({Reason.ENCODING, Reason.EMPTY, Reason.NO_TEXT})
"""Of a document that could be read otherwise: not its own fault."""


def file_of(folder: Path, arrival: Arrival) -> Path:
    """The document that came in, if it is there as it was; else the original that the library in
    `folder` has of it."""
    preview = arrival.preview
    try:
        if file_digest(preview.document.path) == preview.digest:
            return preview.document.path
    except OSError:
        pass  # it was moved, or is on what was taken out
    kind = preview.draft.kind if preview.draft is not None else Kind.TEXT
    return folder / "originals" / f"{arrival.source}.{kind}"


def read_again(arrival: Arrival, preview: Preview, choices: Choices) -> Arrival:
    """A document that came in, of which `preview`, read by `choices`, has taken the place."""
    kept = let_go(preview)._replace(document=arrival.preview.document)
    return arrival._replace(preview=kept, choices=choices)


def decided(choices: Choices, what: str, value: str) -> Choices:
    """`choices` with one guess, by its name, decided so. Raises ValueError."""
    match what:
        case "paragraphs":
            return choices._replace(paragraphs=Paragraphing(value))
        case "numbering":
            return choices._replace(numbering=Numbering(value))
        case "encoding":
            return choices._replace(encoding=value)
        case "page_numbers":
            return choices._replace(page_numbers=PageNumbers(value))
        case "running_heads":
            return choices._replace(running_heads=RunningHeads(value))
        case "whole_page":
            return choices._replace(whole_page=value == "true")
    raise ValueError(what)


def _waits(preview: Preview) -> bool:
    if preview.draft is None:
        return False
    looks_alike = preview.like is not None and preview.like.likeness is not Likeness.SAME_FILE
    return looks_alike or bool(doubts(preview.draft))


def _arrival(outcome: Outcome) -> Arrival:
    standing = Standing.LEFT_OUT if outcome.problem is not None else Standing.CAME_IN
    return Arrival(outcome.preview, standing, outcome.source or "", outcome.problem or "")
