"""What a project of another program says of its texts, as notes: coded passages, memos, and what
its codes mean."""

from collections.abc import Iterable, Iterator

from counterpoint.application.library.opened_library import OpenedLibrary, SourceAltered
from counterpoint.application.notes.check import read_notes
from counterpoint.application.report.material.gather import gather
from counterpoint.domain.counting import counted
from counterpoint.domain.note import (
    WHOLE_COMPARISON,
    Note,
    NoteKind,
    Target,
    TargetKind,
)
from counterpoint.domain.span import Span
from counterpoint.storage.exporters.qda import own_words, selection_guid
from counterpoint.storage.exporters.qda_codes import guid
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.importers.qda_file import Code, Loose, QdaProject, QdaSource, Selection
from counterpoint.storage.importers.qda_words import beginning_of, beside_words
from counterpoint.storage.importers.text.phrases import sample
from counterpoint.storage.place import notes_place

from .code_book import CodePlaces, code_book
from .locating import Located, Marked, NotLocated, TextLocator
from .notes_in import Incoming, LeftOut

_KINDS = {kind.value: kind for kind in NoteKind}


class ProjectNotes:
    """What of `project` becomes notes. `ids` are those of its texts here, by guid."""

    def __init__(
        self, library: OpenedLibrary, project: QdaProject, ids: dict[str, str], *, dry: bool
    ) -> None:
        self._library = library
        self._project = project
        self._ids = ids
        self._dry = dry
        self._locator = TextLocator(library)
        pieces = [
            placed.evidence
            for placed in library.placed(head.id for head in library.contents.approaches)
        ]
        self._evidence = {
            (piece.source, piece.standing.span) for piece in pieces if piece.standing.stands
        }
        notes, _ = read_notes(notes_place(library.folder))
        self._own = _own_words(library, notes)
        self._on = {guid("note", note.id): note.target for note in notes}
        """What each note of the library is on, by the guid that a project of it has for it."""
        self._places = CodePlaces(library)
        self._answers = {
            guid("answer", f"{head.id}/{question.id}"): Target(
                TargetKind.POSITION, head.id, question.id
            )
            for head in library.contents.approaches
            for question in library.contents.dimensions
        }
        self._taken: set[str] = set()
        """The guids of memos that have come in, or are told."""
        self.left_out: list[LeftOut] = []
        self.told: list[str] = []
        self.ours = 0
        """Evidence of the library that has come back."""

    def incoming(self) -> Iterator[Incoming]:
        """Each note that is to come in; what stays out is in `left_out` then."""
        for source in self._project.sources:
            id = self._ids.get(source.guid)
            if id is None:
                missing = len(source.selections) + len(source.loose)
                if missing and not self._dry:
                    said = f"{counted(missing, 'passage')} of it, as it did not come in"
                    self.left_out.append(LeftOut(source.name, said, missing))
                continue
            for selection in source.selections:
                yield from self._passage(id, source, selection)
            for loose in source.loose:
                yield from self._loose(id, source, loose)
            yield from self._on_source(id, source)
        on: dict[str, list[Code]] = {}
        for code in self._project.codes.values():
            for memo in code.notes:
                on.setdefault(memo, []).append(code)
        for memo, codes in on.items():
            named = " and ".join(f"“{' › '.join(code.path)}”" for code in codes)
            target = self._places.of_all(codes)
            beside = "" if target else f"On the code{'s' * (len(codes) > 1)} {named}."
            yield from self._memo(memo, target or WHOLE_COMPARISON, beside=beside)
        yield from self._free()
        yield from self._meanings()

    def _passage(self, id: str, source: QdaSource, selection: Selection) -> Iterator[Incoming]:
        marked = Marked(selection.words, selection.before, selection.after, selection.start)
        try:
            located = self._locator.locate(marked, [id])
        except NotLocated as error:
            self._not_here(source, selection.words, str(error))
            yield from self._memos(selection.notes, Target(TargetKind.SOURCE, source=id))
            return
        yield from self._at(located, selection)

    def _loose(self, id: str, source: QdaSource, loose: Loose) -> Iterator[Incoming]:
        """One of a text that came as a document: it is where its words are in what was read."""
        why = "it is not named by words of the document that its text is"
        for name in loose.names:
            words, cut = beginning_of(name)
            if not words:
                continue
            try:
                located = self._locator.locate(Marked(words), [id])
            except NotLocated as error:
                why = str(error)
                continue
            text = self._library.text(id).text
            span = located.span
            if cut and loose.length > span.end - span.start:
                span = Span(span.start, min(span.start + loose.length, len(text)))
            there = text[span.start : span.end]
            yield from self._at(
                located._replace(span=span, words=there),
                Selection(
                    loose.guid,
                    there,
                    span.start,
                    "",
                    "",
                    loose.codes,
                    loose.notes,
                    "\n\n".join(beside_words(there, loose.names, source.name)),
                    loose.author,
                ),
            )
            return
        self._not_here(source, next(filter(None, loose.names), loose.guid), why)
        yield from self._memos(loose.notes, Target(TargetKind.SOURCE, source=id))

    def _not_here(self, source: QdaSource, said: str, why: str) -> None:
        self.left_out.append(LeftOut(f"{source.name}: “{sample(said)}”", why))

    def _at(self, located: Located, selection: Selection) -> Iterator[Incoming]:
        notes = [note for note in selection.notes if not self._known(note)]
        place = (located.source, located.span)
        ours = selection.guid == selection_guid(*place)
        if ours and not notes and (place in self._evidence or not selection.codes):
            self._taken.update(selection.notes)
            self.ours += 1
            return
        quote = " ".join(located.words.split())
        target = Target(TargetKind.PASSAGE, source=located.source, span=located.span)
        tags = self._tags(selection.codes)
        coming = list(self._memos(notes, target, quote, tags, beside=selection.about))
        yield from coming
        if not coming:
            words = f"{selection.about}\n\n{self._coded(selection.codes)}".strip()
            yield Incoming(target, quote, words, tags, author=selection.author)

    def _tags(self, codes: Iterable[str]) -> tuple[str, ...]:
        known = self._project.codes
        return tuple(known[code].name for code in codes if code in known)

    def _coded(self, codes: Iterable[str]) -> str:
        known = [self._project.codes[code] for code in codes if code in self._project.codes]
        if not known:
            return f"Marked in the project “{self._project.name}”."
        said = "; ".join(" › ".join(code.path) for code in known)
        return f"Coded in the project “{self._project.name}”: {said}."

    def _on_source(self, id: str, source: QdaSource) -> Iterator[Incoming]:
        target = Target(TargetKind.SOURCE, source=id)
        tags = self._tags(source.codes)
        if tags:
            yield Incoming(target, "", self._coded(source.codes), tags, author=source.author)
        here = self._library.contents.source(id).about
        known = self._same(source.guid, source.about) or _flat(source.about) == _flat(here)
        if source.about and not known:
            words = f"**{_plain(source.name)}**\n\n{source.about}"
            yield Incoming(target, "", words, tags, author=source.author)
        yield from self._memos(source.notes, target, "", tags)

    def _free(self) -> Iterator[Incoming]:
        """What is on the project as a whole, and on what did not come in."""
        if self._project.about and not self._same("", self._project.about):
            words = f"**{_plain(self._project.name)}**\n\n{self._project.about}"
            yield Incoming(WHOLE_COMPARISON, "", words, author=self._project.author)
        missing = {
            memo: source.name
            for source in self._project.sources
            if source.guid not in self._ids
            for memo in _memos_of(source)
        }
        for memo in self._project.notes:
            if memo in missing and self._dry:
                continue  # its source would come in, and it with that
            if memo not in self._taken:
                beside = f"On “{missing[memo]}”." if memo in missing else ""
                target = self._answers.get(memo, WHOLE_COMPARISON)
                yield from self._memo(memo, target, beside=beside)

    def _meanings(self) -> Iterator[Incoming]:
        """The codes, with what they mean: in one note, as they are no notes each."""
        known = {
            code.guid for code in self._project.codes.values() if self._same(code.guid, code.about)
        }
        book = code_book(self._project, known)
        if book is not None:
            yield Incoming(WHOLE_COMPARISON, "", book.words, author=self._project.author)
            self.told += book.told

    def _memos(
        self,
        memos: Iterable[str],
        target: Target,
        quote: str = "",
        tags: tuple[str, ...] = (),
        beside: str = "",
    ) -> Iterator[Incoming]:
        for memo in memos:
            yield from self._memo(memo, target, quote, tags, beside=beside)

    def _memo(
        self,
        guid: str,
        target: Target,
        quote: str = "",
        tags: tuple[str, ...] = (),
        *,
        beside: str = "",
    ) -> Iterator[Incoming]:
        self._taken.add(guid)
        memo = self._project.notes.get(guid)
        if memo is None or not memo.words.strip() or self._known(guid):
            return
        kind, named, on = memo.name.partition(" · ")
        ours = bool(named) and kind.casefold() in _KINDS
        name = memo.name
        there = self._on.get(guid)
        if there is not None and self._library.still_there(there):
            target = there
        if ours:  # what it is on is said by where it is, where that came in
            whole = target.kind in (TargetKind.COMPARISON, TargetKind.POSITION)
            name = on if whole and on != self._library.title_of(target) else ""
        head = f"**{_plain(name)}**" if name and not memo.words.startswith(name) else ""
        words = "\n\n".join(part for part in (head, memo.words, beside) if part)
        kinds = _KINDS.get(kind.casefold(), NoteKind.OBSERVATION) if ours else NoteKind.OBSERVATION
        yield Incoming(target, quote, words, tags, kinds, author=memo.author)

    def _known(self, memo: str) -> bool:
        """Whether the library says so itself: what somebody wrote over one of its own is not."""
        found = self._project.notes.get(memo)
        return found is not None and self._same(memo, found.words)

    def _same(self, guid: str, words: str) -> bool:
        return guid in self._own and _flat(self._own[guid]) == _flat(words)


def _own_words(library: OpenedLibrary, notes: Iterable[Note]) -> dict[str, str]:
    """What a project of the library itself would say, by guid."""
    try:
        material = gather(library, notes)
        texts = {source.id: library.text(source.id).text for source in material.sources}
    except (SourceAltered, Unreadable):
        return {}
    return own_words(material, texts)


def _memos_of(source: QdaSource) -> Iterator[str]:
    yield from source.notes
    for selection in source.selections:
        yield from selection.notes
    for loose in source.loose:
        yield from loose.notes


def _flat(words: str) -> str:
    return " ".join(words.split())


def _plain(name: str) -> str:
    """For Markdown's bold letters."""
    return name.replace("\\", "\\\\").replace("*", "\\*")
