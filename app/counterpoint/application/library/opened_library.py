"""The library that a window shows: contents at once, approaches and texts when asked for."""

from collections import OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from counterpoint.domain.approach import Approach
from counterpoint.domain.library import Library
from counterpoint.domain.note import Target, TargetKind
from counterpoint.domain.source import Source, SourceText
from counterpoint.domain.span import Span
from counterpoint.labels.paragraph import in_source
from counterpoint.labels.translation import tr
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.library_cache import (
    CacheGone,
    ReadLibrary,
    cached,
    is_large_cache,
    read_afresh,
)
from counterpoint.storage.library.library_place import Progress, check_place
from counterpoint.storage.library.stamp import State

from .evidence_index import EvidenceIndex, EvidenceInPlace, ReplyHere, ReplyIndex, in_place

if TYPE_CHECKING:
    from counterpoint.domain.layout import Layout
    from counterpoint.domain.problem import Problem

__all__ = [
    "KEPT_TEXTS",
    "EvidenceInPlace",
    "OpenedLibrary",
    "ReplyHere",
    "SourceAltered",
    "Unreadable",
]

KEPT_TEXTS = 4
"""Texts kept in memory, so that going back and forth between them does not read them again."""


class SourceAltered(Exception):
    """A text is not the one that the quotations were verified in; open the library again."""


_State = tuple[int, int, int] | None


def _state(path: Path) -> _State:
    """Stands for the bytes of a file without reading them; None if it is not there."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns, state.st_ino


class OpenedLibrary:
    """One library, read. Nothing here writes to it."""

    def __init__(self, folder: Path, read: ReadLibrary) -> None:
        self.folder = folder
        self.contents: Library = read.contents
        self._read = read
        self._texts: OrderedDict[str, tuple[_State, SourceText]] = OrderedDict()
        self._layouts: dict[str, Layout] = {}
        """Of the sources that have notes on passages."""
        self._places: dict[Target, str] = {}
        self._evidence = EvidenceIndex(self.approach)
        self._replies: ReplyIndex | None = None

    @classmethod
    def from_cache(cls, folder: Path, cache: Path | None) -> Self | None:
        """The library in `folder` if the cache has it as its files are now: quick enough for the
        window's own thread. Raises Unreadable if `folder` is no library."""
        check_place(folder)
        read = cached(folder, cache) if cache is not None else None
        return None if read is None else cls(folder, read)

    @staticmethod
    def takes_long(folder: Path, cache: Path | None) -> bool:
        """Whether even from the cache it takes longer than a window should wait."""
        return cache is not None and is_large_cache(folder, cache)

    @classmethod
    def open(
        cls,
        folder: Path,
        cache: Path | None,
        progress: Progress = lambda done, total, name: None,
    ) -> Self:
        """The library in `folder`, read from its files; the cache in the folder `cache` is
        renewed. May be called on a worker thread. Raises Unreadable if `folder` is none."""
        return cls(folder, read_afresh(folder, cache, progress))

    @property
    def states(self) -> dict[str, State]:
        """How the files were when they were read, by their names relative to the library."""
        return self._read.states

    def with_changes(
        self, contents: Library, approaches: Mapping[str, Approach], changed: Collection[str]
    ) -> Self:
        """The same library with other contents, of whose approaches those are others that
        `changed` names. What was read of the texts stays."""
        read = ReadLibrary(contents, None, dict(approaches), self._read.states)
        return self._with(read, changed)

    def with_told(self, problems: "tuple[Problem, ...]", remarks: "tuple[Problem, ...]") -> Self:
        """The same library, of which other problems are told."""
        contents = self.contents._replace(problems=problems, remarks=remarks)
        return self._with(self._read._replace(contents=contents), ())

    def apart(self) -> Self:
        """The same library for another thread: what it reads of the texts is its own."""
        return type(self)(self.folder, self._read)

    def _with(self, read: ReadLibrary, changed: Collection[str]) -> Self:
        made = type(self)(self.folder, read)
        made._texts, made._layouts, made._places = self._texts, self._layouts, self._places
        made._evidence = self._evidence.without(changed, made.approach)
        if read.contents.replies == self.contents.replies:
            made._replies = self._replies
        return made

    def approach(self, id: str) -> Approach:
        """Raises KeyError if there is none, Unreadable where the cache is damaged and the
        library, which is then read from its files, is gone too."""
        return self._approach(id, keep=True)

    def _approach(self, id: str, *, keep: bool) -> Approach:
        try:
            return self._read.approach(id, keep=keep)
        except CacheGone:
            self._read = read_afresh(self.folder, None, lambda done, total, name: None)
            return self._read.approach(id)

    def text(self, source: str) -> SourceText:
        """The text of a source, read when first asked for and whenever its file has changed.

        Raises KeyError if the library has no such source, Unreadable where its file cannot be
        read now, SourceAltered where it is no longer the text that was verified.
        """
        from counterpoint.storage.files.text_file import read_source_text

        description = self.contents.source(source)
        path = self.folder / "corpus" / f"{source}.txt"
        state = _state(path)
        found = self._texts.get(source)
        if found is None or found[0] != state:
            text, digest = read_source_text(path, f"corpus/{source}.txt")
            if digest != description.digest:
                raise SourceAltered(source)
            found = self._texts[source] = (state, SourceText(source, text, digest))
            while len(self._texts) > KEPT_TEXTS:
                self._texts.popitem(last=False)
        self._texts.move_to_end(source)
        return found[1]

    def verify(self) -> tuple[str, ...]:
        """The sources that are missing, altered, or lack a quotation that was exact when the
        library was read. Reads every text and every option: for a worker thread, after the
        window is painted."""
        exact: dict[str, list[tuple[str, Span]]] = {}
        for placed in self.placed(head.id for head in self.contents.approaches):
            piece = placed.evidence
            if piece.standing.exact and piece.standing.span is not None:
                passage = piece.quotation.words, piece.standing.span
                exact.setdefault(piece.source, []).append(passage)
        return tuple(
            source.id
            for source in self.contents.sources
            if not self._holds(source, exact.get(source.id, ()))
        )

    def _holds(self, source: Source, standing: Sequence[tuple[str, Span]]) -> bool:
        """Whether its text is the one that was read, with these words where they stood."""
        # Only here: what is verified is verified after the first paint.
        from counterpoint.domain.anchoring import not_exact
        from counterpoint.storage.files.text_file import read_source_text

        try:
            text, digest = read_source_text(
                self.folder / "corpus" / f"{source.id}.txt", f"corpus/{source.id}.txt"
            )
        except Unreadable:
            return False
        if digest != source.digest:
            return False
        return not not_exact(text, standing, source.passed_over)

    def placed(self, approaches: Iterable[str]) -> Iterator[EvidenceInPlace]:
        """Every piece of evidence of `approaches`, one by one, in the order of the cells. It is
        for whoever goes through them once, on whatever thread: nothing of it is kept."""
        for id in approaches:
            yield from in_place(self._approach(id, keep=False))

    def placed_in(self, source: str, approaches: Iterable[str]) -> list[EvidenceInPlace]:
        """Those from one source. An approach is gone through when it is first asked for."""
        return self._evidence.in_source(source, approaches)

    def find(self, key: str) -> EvidenceInPlace:
        """The evidence named `key`. Raises KeyError if there is none."""
        return self._evidence.find(key)

    def replies_at(self, source: str, span: Span | None) -> tuple[ReplyHere, ...]:
        """What replies to, or is replied to by, a passage that shares words with `span`."""
        if self._replies is None:
            self._replies = ReplyIndex(self.contents.replies)
        return self._replies.at(source, span)

    def still_there(self, target: Target) -> bool:
        """Whether the thing that `target` names is in the library."""
        try:
            match target.kind:
                case TargetKind.COMPARISON:
                    return True
                case TargetKind.APPROACH:
                    self.contents.approach(target.approach)
                case TargetKind.POSITION:
                    self.approach(target.approach).position(target.dimension)
                case TargetKind.CLAIM:
                    claims = self.approach(target.approach).position(target.dimension).claims
                    return any(claim.id == target.claim for claim in claims)
                case TargetKind.EVIDENCE:
                    self.find(target.evidence)
                case TargetKind.SOURCE | TargetKind.PASSAGE:
                    self.contents.source(target.source)
                case TargetKind.QUESTION:
                    self.contents.dimension(target.dimension)
                case TargetKind.PAIR:
                    self.contents.approach(target.approach)
                    self.contents.approach(target.other)
        except KeyError:
            return False
        return True

    def title_of(self, target: Target) -> str:
        """What to call a target: "A · Diagnosis", "Diagnosis", "A and B", "London cable ¶4"."""
        match target.kind:
            case TargetKind.COMPARISON:
                return tr("the whole comparison")
            case TargetKind.SOURCE:
                return self._source_title(target.source)
            case TargetKind.PASSAGE:
                name, place = self._source_title(target.source), self._cited(target)
                return in_source(name, place) if place else tr("a passage in {source}", source=name)
            case TargetKind.QUESTION:
                return self._dimension_title(target.dimension)
            case TargetKind.PAIR:
                return self._pair_title(target)
        try:
            head = self.contents.approach(target.approach)
        except KeyError:
            return target.approach
        if target.kind is TargetKind.APPROACH:
            return head.title
        row = self._dimension_title(target.dimension)
        title = f"{head.cue} · {row}"
        if target.kind is TargetKind.POSITION:
            return title
        try:
            if target.kind is TargetKind.EVIDENCE:
                piece = self.find(target.evidence).evidence
                return f"{title} · {in_source(self._source_title(piece.source), piece.paragraph)}"
            claims = self.approach(target.approach).position(target.dimension).claims
            text = next(claim.text for claim in claims if claim.id == target.claim)
        except (KeyError, StopIteration):
            return f"{title} · {target.claim}"
        return f"{title} · {text}"

    def _cited(self, target: Target) -> str:
        """The paragraphs of a passage, "¶4" or "¶4–¶6"; "" where they are not known."""
        if target.span is None:
            return ""
        if target not in self._places:
            # Only here: few notes are on passages, and none is named before the first paint.
            from counterpoint.domain.layout import lay_out_source

            try:
                text, source = self.text(target.source), self.contents.source(target.source)
            except (KeyError, Unreadable, SourceAltered):
                return ""
            if target.source not in self._layouts:
                self._layouts[target.source] = lay_out_source(text.text, source)
            self._places[target] = self._layouts[target.source].cited(target.span)
        return self._places[target]

    def _source_title(self, id: str) -> str:
        try:
            return self.contents.source(id).short
        except KeyError:
            return id

    def _pair_title(self, target: Target) -> str:
        """ "A and B", in the order of the library."""
        ids = (target.approach, target.other)
        there = [head for head in self.contents.approaches if head.id in ids]
        names = [head.cue for head in there] + [
            id for id in ids if id not in [head.id for head in there]
        ]
        return tr("{one} and {other}", one=names[0], other=names[-1])

    def _dimension_title(self, id: str) -> str:
        try:
            return self.contents.dimension(id).title
        except KeyError:
            return id
