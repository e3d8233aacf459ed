"""A new version of a source: what becomes of each quotation from it, and putting it in.

with Updating(library, "charter") as updating:
    report = updating.report(Path("charter-2.pdf"))      # writes nothing
    updating.accept(report)                              # the source is replaced
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.anchoring import anchor_at, find
from counterpoint.domain.bearing import Bearings
from counterpoint.domain.forms import KeyPath
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.layout import Layout, lay_out
from counterpoint.domain.note import Note, TargetKind
from counterpoint.domain.problem import Problem
from counterpoint.domain.quotation import Anchor, QuotationState
from counterpoint.domain.revision import RevisedPlace, Version, Versions
from counterpoint.domain.source import Numbering, Source, passed_over
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import set_off
from counterpoint.storage.files.closing import Closing
from counterpoint.storage.files.file_digest import file_digest
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.library.anchor_writer import with_anchors
from counterpoint.storage.library.description_editor import with_new_original
from counterpoint.storage.library.listing import MAP
from counterpoint.storage.library.schema import SourceSchema
from counterpoint.storage.library.source_file import furniture_in, read_description, read_source
from counterpoint.storage.library.source_map import SourceMap
from counterpoint.storage.library.source_writer import Written, write_sources
from counterpoint.storage.notes.notes_folder import NotesFolder
from counterpoint.storage.place import notes_in_reach, notes_place
from counterpoint.storage.quotations.nearest_match import NearestMatches
from counterpoint.storage.quotations.not_found import places
from counterpoint.storage.quotations.open_source import OpenSource
from counterpoint.storage.yaml.yaml_edit import EditWentWrong, Set, edited
from counterpoint.storage.yaml.yaml_file import YamlFile, parse_yaml, read_yaml

from .documents import Document
from .import_lock import ImportLock
from .importing import Importing, Preview, files_of
from .passages import Passage, passages_of
from .source_step import MovedNote

CERTAIN = frozenset({QuotationState.EXACT, QuotationState.MOVED})
"""What is accepted without being looked at one by one."""


class Affected(NamedTuple):
    """A quotation, or a note on a passage, and where it is in the new version."""

    file: str
    line: int | None
    words: str
    before: str
    """How its place is cited in the old version, or ""."""
    place: RevisedPlace
    after: str
    """How its place, or the proposed one, is cited in the new version, or ""."""
    proposed: str
    """What stands at that place in the new version."""
    passage: Passage | None
    note: str
    """The id of the note, or ""."""
    stood: Span | None = None
    """Where it stood in the old version; None where nobody knows."""


class Report(NamedTuple):
    source: str
    preview: Preview
    affected: tuple[Affected, ...]
    unchanged: bool
    """Whether the new text is letter for letter the old."""
    old: str
    """The old text."""
    files: tuple[tuple[str, str], ...]
    """The source's own files, relative to the library, each with the digest of what was compared;
    "" where there is none."""
    layout: Layout
    """How the places of the new text are cited."""

    def count(self, state: QuotationState) -> int:
        return sum(each.place.state is state for each in self.affected)


class Accepted(NamedTuple):
    """What was written."""

    files: tuple[str, ...]
    """Relative to the library."""
    notes: tuple[MovedNote, ...]

    @property
    def told(self) -> tuple[str, ...]:
        """All files, those of the notes too."""
        return (*self.files, *(f"notes/{moved.after.id}.md" for moved in self.notes))


class NoSuchSource(Exception):
    """The library has no source of this id."""


class Updating(Closing):
    """One source of the library in `folder`. To be used in a `with` block."""

    def __init__(self, folder: Path, source: str) -> None:
        """Raises NoSuchSource, and Unreadable where its own files cannot be read."""
        self.folder = folder
        self.source = source
        if not (folder / "corpus" / f"{source}.yaml").is_file():
            raise NoSuchSource(source)
        # Before it is read: what is changed in between counts as changed since.
        own = [f"corpus/{source}{ending}" for ending in (".txt", ".yaml", MAP)]
        self._files = tuple((place, _digest(folder / place)) for place in own)
        self.old: OpenSource = read_source(folder / "corpus", source)[0]
        self._importing = Importing(folder)

    def close(self) -> None:
        """Ends the process that reads."""
        self._importing.close()

    def report(self, file: Path, choices: Choices | None = None) -> Report:
        """What becomes of each quotation and note if `file` takes the source's place; without the
        notes where they are out of reach. Raises Refused where `file` cannot be read."""
        preview = self._importing.preview_of(Document(file, str(file)), self.source, choices)
        if preview.draft is None:
            raise preview.refusal or ValueError(f"{file} was neither read nor refused")
        draft = preview.draft
        if choices is None or choices.numbering is None:
            draft = _cited_as_before(draft, self.old.source)
            described = preview.description
            preview = preview._replace(
                draft=draft,
                description=described and described._replace(numbering=draft.numbering),
            )
        new = _New(preview, self.old, self._described_as())
        affected = [
            self._quotation(passage, new) for passage in passages_of(self.folder, self.source)
        ]
        affected += [self._note(note, new) for note in self._notes()]
        return Report(
            self.source,
            preview,
            tuple(affected),
            draft.text == self.old.text.text,
            self.old.text.text,
            self._files,
            new.layout,
        )

    def accept(
        self,
        report: Report,
        also: Sequence[Affected] = (),
        before: Callable[[Sequence[str]], None] = lambda places: None,
    ) -> Accepted:
        """Puts the new version in the place of the old, which is kept in `earlier/`, and anchors
        anew what is certain, and what of `also` a person has accepted at its proposed place.
        Everything at once or nothing. `before` is told of the files, relative to the library,
        before they are written.

        What of `also` has other words there is quoted as it stands there from now on.

        Raises NotWritten, OriginalAltered, ImportRunning, or EditWentWrong where a file cannot take
        an anchor, or says something else than when the report was made, that of the source too;
        NoHome where nobody knows where the notes on it are, which would have to follow.
        """
        notes = NotesFolder(notes_place(self.folder))
        draft = report.preview.draft
        if draft is None:
            raise ValueError("there is nothing to accept")
        accepted = [each for each in report.affected if each.place.state in CERTAIN or each in also]
        with ImportLock(self.folder):
            for place, compared in report.files:
                if _digest(self.folder / place) != compared:
                    raise _changed_meanwhile(place)
            files = [*self._kept(), *files_of(report.preview, replaces=True)]
            files = [self._described(file) for file in files]
            files += self._anchored(accepted, draft.text, report.preview.text_digest)
            before([file.place for file in files])
            write_sources(self.folder, files)
            moved = _moved_notes(notes, accepted)
        return Accepted(tuple(file.place for file in files), tuple(moved))

    def _described_as(self) -> tuple[YamlFile, SourceSchema]:
        file, form, _ = read_description(self.folder / "corpus", self.source)
        return file, form

    def _quotation(self, passage: Passage, new: "_New") -> Affected:
        span = self._old_span(passage)
        before = self.old.layout.place_of(span) if span is not None else ""
        if span is None:
            place = RevisedPlace(QuotationState.LOST, None)
        else:
            place = new.place_of(passage.form.quote, span)
        return Affected(
            passage.file.name,
            passage.line,
            passage.form.quote,
            before,
            place,
            *new.told(place),
            passage,
            "",
            span,
        )

    def _old_span(self, passage: Passage) -> Span | None:
        """Where it stands in the old version; None if it stands nowhere, or nobody has said
        which of several places is meant."""
        anchor = passage.quotation.anchor
        found = places(self.old, passage.form)
        if anchor is not None and (anchor.span in found or not found):
            return anchor.span if anchor.span in found else None
        return found[0] if len(found) == 1 else None

    def _notes(self) -> list[Note]:
        place = notes_in_reach(self.folder)
        if place is None:
            return []
        folder = NotesFolder(place)
        notes: list[Note] = []
        for id in folder.listing(set()):
            try:
                found = folder.read(id)
            except Unreadable:
                continue
            if found is None:
                continue
            target = found.note.target
            if target.kind is TargetKind.PASSAGE and target.source == self.source and target.span:
                notes.append(found.note)
        return sorted(notes)

    def _note(self, note: Note, new: "_New") -> Affected:
        span = _without_blanks(self.old.text.text, note.target.span or Span(0, 0))
        words = note.quote.strip() or self.old.text.text[span.start : span.end]
        place = new.place_of(words, span)
        before = self.old.layout.place_of(span)
        file = f"notes/{note.id}.md"
        return Affected(file, None, words, before, place, *new.told(place), None, note.id, span)

    def _kept(self) -> list[Written]:
        """Copies of the old version's files, for what was accepted against it."""
        digest = self.old.text.digest
        stem = f"earlier/{self.source}-{digest[:8]}"
        corpus = self.folder / "corpus"
        kept = [
            (corpus / f"{self.source}.txt", f"{stem}.txt"),
            (corpus / f"{self.source}.yaml", f"{stem}.yaml"),
            (corpus / f"{self.source}{MAP}", f"{stem}{MAP}"),
        ]
        original = self.old.source.original
        if original is not None:
            path = self.folder / original.file
            kept.append((path, f"{stem}.original{path.suffix}"))
        return [
            Written(place, path.read_bytes(), replaces=True)
            for path, place in kept
            if path.is_file()
        ]

    def _described(self, file: Written) -> Written:
        """What a person wrote in the description stays; of the import it says what is new."""
        if file.place != f"corpus/{self.source}.yaml":
            return file
        old = read_yaml(self.folder / file.place, file.place)
        new = parse_yaml(file.data.decode(), file.place)
        return file._replace(data=with_new_original(old, new).encode())

    def _anchored(self, accepted: Sequence[Affected], text: str, digest: str) -> list[Written]:
        by_file: dict[str, tuple[YamlFile, dict[KeyPath, Anchor]]] = {}
        new = Haystack(text)  # made ready once: there may be thousands
        words: dict[str, list[Set]] = {}
        for each in accepted:
            if each.passage is not None and each.place.span is not None:
                file, path = each.passage.file, each.passage.path
                _, anchors = by_file.setdefault(file.name, (file, {}))
                span = each.place.span
                anchors[path] = anchor_at(text, span, digest, find(text[slice(*span)], new))
                if each.place.state not in CERTAIN and each.words.split() != each.proposed.split():
                    quote = Set((*file.original(path), "quote"), each.proposed)
                    words.setdefault(file.name, []).append(quote)
        return [
            self._written(with_anchors(file, anchors), words.get(name, ()), file)
            for name, (file, anchors) in by_file.items()
        ]

    def _written(self, file: YamlFile, words: Sequence[Set], before: YamlFile) -> Written:
        if read_yaml(self.folder / file.name, file.name).text != before.text:
            raise _changed_meanwhile(file.name)
        data = edited(file, *words).text.encode() if words else file.text.encode()
        return Written(file.name, data, replaces=True)


def _cited_as_before(draft: Draft, old: Source) -> Draft:
    """How the old version was cited stays, unless the new one cannot be, or there was nothing in
    the old but to count its paragraphs."""
    may = {str(draft.numbering)}
    may.update(*(guess.others for guess in draft.guesses if guess.what == "numbering"))
    counted = old.numbering is Numbering.COUNT and not old.pages
    if counted or str(old.numbering) not in may:
        return draft
    return draft._replace(numbering=old.numbering)


def _changed_meanwhile(place: str) -> EditWentWrong:
    return EditWentWrong(f"{place} was changed meanwhile; compare the versions again")


def _digest(path: Path) -> str:
    try:
        return file_digest(path)
    except OSError:
        return ""


def _moved_notes(folder: NotesFolder, accepted: Sequence[Affected]) -> list[MovedNote]:
    written: list[MovedNote] = []
    for each in accepted:
        found = folder.read(each.note) if each.note else None
        span = each.place.span
        if found is None or span is None or found.note.target.span == span:
            continue
        changed = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        target = found.note.target._replace(span=span)
        quote = found.note.quote.strip() if each.place.state in CERTAIN else each.proposed
        moved = found.note._replace(target=target, quote=quote, changed=changed)
        folder.save(moved, found)
        written.append(MovedNote(found.note, moved))
    return written


def _without_blanks(text: str, span: Span) -> Span:
    """Without white space at either end, which notes had that were written before it was left out:
    words are found without it."""
    words = text[slice(*span)]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


class _New:
    """The new version, as far as it is needed to find words in it."""

    def __init__(
        self, preview: Preview, old: OpenSource, described: tuple[YamlFile, SourceSchema]
    ) -> None:
        if preview.draft is None:
            raise ValueError(preview.document.shown)
        draft = preview.draft
        self.text = draft.text
        way = SourceMap("", draft.map, draft.furniture)
        told: list[Problem] = []  # what the description names and the new text has not
        plain = Haystack(self.text)
        furniture = furniture_in(plain, *described, way, told)
        self.haystack = plain.broken_by(passed_over(furniture))
        self.layout = lay_out(
            self.text, furniture, draft.numbering, draft.map.pages, draft.map.lines
        )
        self._same = self.text == old.text.text and set_off(draft.map.set_in) == set_off(
            old.source.set_in
        )
        self._old = old
        self._map = draft.map

    @cached_property
    def _versions(self) -> Versions:
        old = self._old
        return Versions(
            Version(
                old.haystack,
                Bearings(old.haystack, old.layout, old.source.headings, old.source.set_in),
            ),
            Version(
                self.haystack,
                Bearings(self.haystack, self.layout, self._map.headings, self._map.set_in),
            ),
            NearestMatches(self.haystack).nearest,
        )

    def place_of(self, words: str, old_span: Span) -> RevisedPlace:
        if self._same:
            return RevisedPlace(QuotationState.EXACT, old_span)
        return self._versions.place(words, old_span)

    def told(self, place: RevisedPlace) -> tuple[str, str]:
        """How the place is cited, and what stands there."""
        span = place.span
        if span is None:
            return "", ""
        words = self.haystack.cut(span)
        return self.layout.place_of(span), words
