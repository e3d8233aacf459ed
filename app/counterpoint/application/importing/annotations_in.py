"""Web annotations that come in, as notes on the passages that they quote."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from urllib.parse import unquote

from counterpoint.application.clock import Clock
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.note import (
    WHOLE_COMPARISON,
    NoteKind,
    Target,
    TargetKind,
    pair_target,
    question_target,
)
from counterpoint.domain.source import Source
from counterpoint.labels.translation import tr
from counterpoint.storage.importers.annotation_file import Annotation, read_annotations
from counterpoint.storage.importers.text.characters import composed
from counterpoint.storage.importers.text.phrases import sample
from counterpoint.storage.place import notes_place

from .locating import Marked, NotLocated, TextLocator
from .notes_in import Incoming, LeftOut, Summary, save_notes
from .stopping import Stopping

_EVIDENCE = "urn:counterpoint:evidence:"
_OURS = "urn:counterpoint:"
_SOURCE = "urn:counterpoint:source:"
_KINDS = {kind.value: kind for kind in NoteKind}


def import_annotations(
    library: OpenedLibrary,
    file: Path,
    clock: Clock | None = None,
    stopping: Stopping | None = None,
    *,
    dry: bool = False,
) -> Summary:
    """Makes a note of each annotation whose words stand in a source, and says what of the rest.
    Evidence of the library that comes back is left as it is. Raises Refused, as where it is
    cancelled, and NotWritten; then no note of it is there."""
    stopping = stopping or Stopping()
    stopping.tell(tr("reading the annotations"))
    reading = _Reading(library)
    found = reading.all(stopping.each(read_annotations(file), tr("finding the passages")))
    coming = [one for one in found if isinstance(one, Incoming)]
    left_out = tuple(one for one in found if isinstance(one, LeftOut))
    saved = save_notes(notes_place(library.folder), coming, clock or Clock(), stopping, dry=dry)
    here = saved.here_already + reading.ours
    return Summary(saved.written, here, left_out, tuple(reading.told), saved.notes)


class _Reading:
    def __init__(self, library: OpenedLibrary) -> None:
        self._library = library
        self._locator = TextLocator(library)
        self._keys = {
            placed.evidence.key
            for placed in library.placed(head.id for head in library.contents.approaches)
        }
        self._placed: dict[str, tuple[Target, Annotation]] = {}
        """By the ids of those that came in, or are here."""
        self.ours = 0
        """Evidence of the library that has come back."""
        self.told: list[str] = []

    def all(self, annotations: Iterable[Annotation]) -> list[Incoming | LeftOut | None]:
        """What becomes of each; of those that answer another, once that has been placed."""
        found: list[Incoming | LeftOut | None] = []
        waiting: list[Annotation] = []
        for annotation in annotations:
            if annotation.answers and not annotation.exact.strip():
                waiting.append(annotation)
            else:
                found.append(self.incoming(annotation))
                self._place(annotation, found[-1])
        answers = {answer.id: answer.answers for answer in waiting}
        for answer in waiting:
            found.append(self._answer(answer, answers))
        return found

    def _place(self, annotation: Annotation, became: Incoming | LeftOut | None) -> None:
        if isinstance(became, LeftOut) or not annotation.id:
            return
        target = became.target if became is not None else self._target(annotation)
        if isinstance(target, Target):
            self._placed[annotation.id] = (target, annotation)

    def _answer(
        self, answer: Annotation, answers: Mapping[str, tuple[str, ...]]
    ) -> Incoming | LeftOut:
        """A note beside the one that it answers."""
        asked = list(answer.answers)
        for id in asked:  # W3C's names the one before it alone
            asked += [each for each in answers.get(id, ()) if each not in asked]
        placed = next((self._placed[id] for id in asked if id in self._placed), None)
        if placed is None:
            return LeftOut(
                _named(answer), "it answers an annotation that is not in the file or was left out"
            )
        target, first = placed
        words, tags, kind = _said(answer)
        return Incoming(
            target=target,
            quote=self._quote(target, first.exact),
            body=f"{words}\n\nIn answer to {_named(first)}.",
            tags=tags,
            kind=kind,
            created=answer.created,
            changed=answer.modified,
            author=answer.author,
        )

    def incoming(self, annotation: Annotation) -> Incoming | LeftOut | None:
        key = unquote(annotation.id.removeprefix(_EVIDENCE))
        if annotation.id.startswith(_EVIDENCE) and key in self._keys:
            self.ours += 1
            return None
        target = self._target(annotation)
        if isinstance(target, LeftOut):
            return target
        words, tags, kind = _said(annotation)
        if target.kind is TargetKind.SOURCE and annotation.unread:
            self.told.append(
                f"{_named(annotation)}: it is on a part of {target.source} that is not understood "
                f"here ({annotation.unread}); its note is on the whole source, and says so"
            )
            words += f"\n\nIt was on a part of the source, by `{annotation.unread}`."
        return Incoming(
            target=target,
            quote=self._quote(target, annotation.exact),
            body=words,
            tags=tags,
            kind=kind,
            created=annotation.created,
            changed=annotation.modified,
            author=annotation.author,
        )

    def _target(self, annotation: Annotation) -> Target | LeftOut:
        ours = self._of_the_comparison(annotation)
        if ours is not None:
            return ours
        sources = self._sources(annotation.source)
        if not annotation.exact.strip():
            if len(sources) == 1 and annotation.start is None:
                return Target(TargetKind.SOURCE, source=sources[0])
            why = (
                "it has a position but no words to check it by"
                if annotation.start is not None
                else "it is on no text of the library"
            )
            return LeftOut(_named(annotation), why)
        marked = Marked(annotation.exact, annotation.prefix, annotation.suffix, annotation.start)
        everywhere = [source.id for source in self._library.contents.sources]
        try:
            located = self._locator.locate(marked, sources or everywhere)
        except NotLocated as first:
            if not sources:
                return LeftOut(_named(annotation), str(first))
            try:  # what it calls its source may be another of ours
                located = self._locator.locate(marked, everywhere)
            except NotLocated:
                return LeftOut(_named(annotation), str(first))
        return Target(TargetKind.PASSAGE, source=located.source, span=located.span)

    def _quote(self, target: Target, exact: str) -> str:
        """The words on one line, in the letters of the text where they are its words."""
        words = " ".join(exact.split())
        if target.kind is TargetKind.PASSAGE and target.span is not None and not words.isascii():
            text = self._library.text(target.source).text
            there = " ".join(text[target.span.start : target.span.end].split())
            return there if composed(there) == composed(words) else words
        return words

    def _of_the_comparison(self, annotation: Annotation) -> Target | None:
        """What a note of a library like this one was on, where that is no passage."""
        for name in annotation.source:
            place = unquote(name.removeprefix(_OURS)) if name.startswith(_OURS) else ""
            if not place or place.startswith("source:"):
                continue
            if place == "comparison":
                return WHOLE_COMPARISON
            target = _target_at(place)
            if self._library.still_there(target):
                return target
        return None

    def _sources(self, names: Iterable[str]) -> list[str]:
        """Those that one of the names may mean."""
        wanted = {_folded(part) for name in names for part in _parts(name)}
        return [
            source.id
            for source in self._library.contents.sources
            if wanted & {_folded(name) for name in _names_of(source)}
        ]


def _said(annotation: Annotation) -> tuple[str, tuple[str, ...], NoteKind]:
    """The words, the tags and the kind."""
    words: list[str] = []
    tags: list[str] = []
    kind = NoteKind.OBSERVATION
    for body in annotation.bodies:
        if "tagging" in body.purpose:
            tags.append(body.value)
        elif "classifying" in body.purpose:
            known = _KINDS.get(body.value.casefold())
            if known is None:
                tags.append(body.value)
            else:
                kind = known
        else:
            words.append(_plain(body.value) if "html" in body.format else body.value)
    return "\n\n".join(words), tuple(tags), kind


def _plain(html: str) -> str:
    from lxml import etree

    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), etree.HTMLParser(no_network=True))
    except (etree.XMLSyntaxError, ValueError):
        return html
    return " ".join("".join(root.itertext()).split()) if root is not None else ""


def _parts(name: str) -> list[str]:
    ours = unquote(name.removeprefix(_SOURCE)) if name.startswith(_SOURCE) else ""
    file = unquote(name.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2])
    return [part for part in (ours, name, file, file.rpartition(".")[0]) if part]


def _names_of(source: Source) -> list[str]:
    original = source.original.name if source.original else ""
    return [name for name in (source.id, source.title, source.short, original) if name]


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _target_at(place: str) -> Target:
    """What such a library calls so: "question:ID", "pair:ID/ID", or ids from the approach on."""
    kind, colon, rest = place.partition(":")
    one, other, claim = (*(rest if colon else place).split("/"), "", "")[:3]
    if colon:
        return question_target(one) if kind == TargetKind.QUESTION else pair_target(one, other)
    if claim:
        return Target(TargetKind.CLAIM, one, other, claim)
    return Target(TargetKind.POSITION if other else TargetKind.APPROACH, one, other)


def _named(annotation: Annotation) -> str:
    shown = sample(annotation.exact or " ".join(b.value for b in annotation.bodies))
    return f"“{shown}”" if shown else annotation.id or "an annotation"
