"""Documents into a library: first a preview of each, which a person may correct; then storing.

The window and the command line do the same with it:

    with Importing(library) as importing:
        for preview in importing.previews(find_documents(paths), progress, cancelled):
            ...                                   # shown, corrected, put aside
        outcomes = importing.store(previews, progress, cancelled)

Both may run on a worker thread; `progress` and `cancelled` are called there.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Container, Iterable, Iterator, Sequence, Sized
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.made_names import id_for
from counterpoint.domain.document_likeness import Likeness
from counterpoint.domain.invisible_characters import unseen
from counterpoint.domain.source import Original
from counterpoint.domain.text_map import TextMap
from counterpoint.labels import refusal
from counterpoint.labels.arrival import stored_as_guessed
from counterpoint.labels.translation import tr
from counterpoint.storage.files.atomic import NotWritten
from counterpoint.storage.files.closing import Closing
from counterpoint.storage.files.file_digest import file_digest
from counterpoint.storage.importers.draft import Choices, Draft
from counterpoint.storage.importers.reader_process.process import Cancelled, Readers, Request
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.library.description_file import (
    NOT_STATED,
    Description,
    reached_us,
    written_description,
)
from counterpoint.storage.library.source_map import SourceMap, written
from counterpoint.storage.library.source_writer import (
    OriginalAltered,
    Written,
    clear_staging,
    finish_interrupted,
    write_sources,
)

from .documents import Document, check_readable
from .import_lock import ImportLock
from .known import KnownSources, Like
from .short_name import short_name

Progress = Callable[[int, int, str], None]
"""Told how many documents are done, of how many, and which is next."""
_BATCH = 32
"""Sources that are written together."""
_BATCH_BYTES = 64 * 2**20
_AHEAD = 12
"""Documents that are read while others are looked at and stored."""
_AHEAD_BYTES = 4 * 2**20
"""Of them: of larger documents fewer are read ahead."""
_FEW_AHEAD = 4


class Preview(NamedTuple):
    """A document as it would come in, or why it does not.

    Of `draft` and `refusal` one is None. `description` may be replaced before it is stored:
    `preview._replace(description=…)`; so may `id`, by one that the library has not.
    """

    document: Document
    digest: str
    """sha256 of the document's bytes; "" where they could not be read."""
    id: str
    draft: Draft | None
    description: Description | None
    refusal: Refused | None
    like: Like | None
    """A source that this is, or may be a version of. What is there already is refused."""
    text_digest: str = ""
    """sha256 of the text as its file will hold it; "" for none."""
    beside: str = ""
    """The name of the document that `like` is, where that was brought too and is no source yet."""

    @property
    def noticed(self) -> tuple[str, ...]:
        """What a person should know who stores it unseen, each a phrase: what was guessed and might
        well be otherwise, what is odd about its letters, of what it may be a version."""
        if self.draft is None:
            return ()
        doubts = (guess for guess in self.draft.guesses if not guess.sure)
        guessed = [stored_as_guessed(each.what, each.chosen, each.why) for each in doubts]
        like = (self.like.words,) if self.like is not None else ()
        return (*guessed, *self.draft.noticed, *like)


class Outcome(NamedTuple):
    """What became of a document: `source` is the id that it has in the library, or None."""

    preview: Preview
    source: str | None
    problem: str | None
    """Why it did not come in; None if it did."""

    @property
    def noticed(self) -> tuple[str, ...]:
        """What a person should know that is no problem, each a phrase."""
        return self.preview.noticed if self.problem is None else ()


def _quiet(done: int, total: int, name: str) -> None:
    """Nobody asked to be told."""


def _never() -> bool:
    return False


class Importing(Closing):
    """Imports into the library in `folder`. To be used in a `with` block, which ends its
    processes and lets others import."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._readers = Readers()
        self._known: KnownSources | None = None

    def close(self) -> None:
        """Ends the processes that read."""
        self._readers.close()

    @property
    def known(self) -> KnownSources:
        if self._known is None:
            finish_interrupted(self.folder)
            self._known = KnownSources(self.folder)
        return self._known

    def previews(
        self,
        documents: Sequence[Document],
        progress: Progress = _quiet,
        cancelled: Cancelled = _never,
        choices: Choices | None = None,
    ) -> Iterator[Preview]:
        """A preview of each document, in order. After `cancelled` has said yes, the rest are
        refused as cancelled."""
        wanted = choices or Choices()
        taken = set(self.known.ids)
        seen = _Seen({}, {})
        waiting: deque[_Begun] = deque()
        for number, document in enumerate(documents):
            waiting.append(self._begin(document, wanted, cancelled))
            ahead = sum(begun.size for begun in waiting)
            while len(waiting) > (_AHEAD if ahead < _AHEAD_BYTES else _FEW_AHEAD):
                progress(number - len(waiting) + 1, len(documents), waiting[0].document.shown)
                yield self._preview(waiting.popleft(), taken, seen)
        while waiting:
            progress(len(documents) - len(waiting), len(documents), waiting[0].document.shown)
            yield self._preview(waiting.popleft(), taken, seen)
        progress(len(documents), len(documents), "")

    def preview_of(self, document: Document, id: str, choices: Choices | None = None) -> Preview:
        """A preview of a document that is to take the place of the source `id`."""
        begun = self._begin(document, choices or Choices(), _never, new=False)
        preview = self._preview(begun, set(), _Seen({}, {}))
        return preview._replace(id=id) if preview.refusal is None else preview

    def again(self, preview: Preview, choices: Choices) -> Preview:
        """The document of `preview` read anew, with what a person has decided. Its id and the
        description that he has written stay."""
        request = Request(preview.document.path, preview.document.ending, choices)
        try:
            draft = self._readers.read(request)
        except Refused as refused:
            return preview._replace(draft=None, refusal=refused)
        description = preview.description or _described(preview.document, draft, self.known.shorts)
        return preview._replace(
            draft=draft,
            refusal=None,
            text_digest=_digest(draft.text),
            description=description._replace(
                numbering=draft.numbering, unseen=_why_unseen(draft.text)
            ),
        )

    def store(
        self,
        previews: Iterable[Preview],
        progress: Progress = _quiet,
        cancelled: Cancelled = _never,
    ) -> list[Outcome]:
        """Puts those that are not refused into the library, each whole or not at all. What was
        read of a document is let go when it is stored.

        Raises ImportRunning if another process is importing into it, NotWritten where the
        library may not be written to.
        """
        total = len(previews) if isinstance(previews, Sized) else 0
        found: dict[int, Outcome] = {}
        batch: list[_Job] = []
        size = 0
        with ImportLock(self.folder), ThreadPoolExecutor(1, "storing") as thread:
            clear_staging(self.folder)
            written: Future[list[_Stored]] | None = None
            for number, preview in enumerate(previews):
                progress(number, total, preview.document.shown)
                refusal = preview.refusal
                if refusal is None and cancelled():
                    message = tr("it was not stored: the import was cancelled")
                    refusal = Refused(Reason.CANCELLED, message)
                if refusal is not None:
                    found[number] = _not_in(preview, refusal)
                    continue
                files = files_of(preview)
                self._comes_in(preview)
                batch.append(_Job(number, preview, files))
                size += sum(len(file.data) for file in files)
                if len(batch) >= _BATCH or size > _BATCH_BYTES:
                    found |= self._taken(written)
                    written, batch, size = thread.submit(_write, self.folder, batch), [], 0
            found |= self._taken(written)
            found |= self._taken(thread.submit(_write, self.folder, batch))
        progress(len(found), len(found), "")
        return [found[number] for number in sorted(found)]

    def _begin(
        self, document: Document, choices: Choices, cancelled: Cancelled, *, new: bool = True
    ) -> "_Begun":
        if cancelled():
            message = tr("it was not read: the import was cancelled")
            return _Begun(document, "", Refused(Reason.CANCELLED, message))
        try:
            size = check_readable(document)
            digest = file_digest(document.path)
        except Refused as refused:
            return _Begun(document, "", refused)
        except OSError as error:
            why = tr("it cannot be read ({why})", why=str(error.strerror))
            return _Begun(document, "", Refused(Reason.NOT_READABLE, why))
        there = self.known.same_file(digest) if new else None
        if there is not None:
            return _Begun(document, digest, there)
        request = Request(document.path, document.ending, choices)
        return _Begun(document, digest, self._readers.submit(request, cancelled), size)

    def _preview(self, begun: "_Begun", taken: set[str], seen: "_Seen") -> Preview:
        document, digest, begun_with, _ = begun
        what = begun_with.result() if isinstance(begun_with, Future) else begun_with
        if not isinstance(what, Draft):
            return _refused(document, digest, what)
        if digest in seen.files:
            return _refused(document, digest, Like(Likeness.SAME_FILE, seen.files[digest]))
        id = id_for(document.path.stem, taken)
        taken.add(id)
        seen.files[digest] = id
        description = _described(document, what, self.known.shorts)
        text_digest = _digest(what.text)
        like = self.known.like(what.sketch, text_digest, document.path.stem, description.title)
        first = seen.texts.setdefault(text_digest, id)
        if first != id:
            like = Like(Likeness.SAME_TEXT, first)
        # Known before anybody has decided on it: another version of it may be read right after.
        self.known.add(id, description.title, what.sketch, text_digest, digest)
        self.known.shorts.add(description.short)
        return Preview(document, digest, id, what, description, None, like, text_digest)

    def _comes_in(self, preview: Preview) -> None:
        """Known by the id and the title that it is stored with."""
        if preview.draft is not None and preview.description is not None:
            title, sketch = preview.description.title, preview.draft.sketch
            self.known.add(preview.id, title, sketch, preview.text_digest, preview.digest)

    def _taken(self, written: "Future[list[_Stored]] | None") -> dict[int, Outcome]:
        """What became of a batch, by the numbers of its documents, when it is written."""
        found: dict[int, Outcome] = {}
        for (number, preview, _), problem in written.result() if written is not None else ():
            if problem is not None:
                self.known.drop(preview.id)
            id = preview.id if problem is None else None
            found[number] = Outcome(let_go(preview), id, problem)
        return found


class _Seen(NamedTuple):
    """The ids of those that came before in the same import, by digest of file and of text."""

    files: dict[str, str]
    texts: dict[str, str]


class _Begun(NamedTuple):
    """A document on its way: refused, there already, or being read."""

    document: Document
    digest: str
    what: "Refused | Like | Future[Draft | Refused]"
    size: int = 0
    """Bytes that are being read."""


class _Job(NamedTuple):
    number: int
    preview: Preview
    files: list[Written]


class _Stored(NamedTuple):
    job: _Job
    problem: str | None
    """Why it was not stored; None if it was."""


def _write(folder: Path, batch: Sequence[_Job]) -> list[_Stored]:
    """All at once; where that fails, one by one, so that one costs no other."""
    try:
        if batch:
            write_sources(folder, [file for job in batch for file in job.files])
    except (NotWritten, OriginalAltered) as error:
        if len(batch) == 1:
            return [_Stored(batch[0], _why_not_written(error))]
        return [stored for job in batch for stored in _write(folder, [job])]
    return [_Stored(job, None) for job in batch]


def _not_in(preview: Preview, refusal: Refused) -> Outcome:
    there = preview.like
    same = there is not None and there.likeness is Likeness.SAME_FILE
    preview = let_go(preview)._replace(refusal=refusal)
    return Outcome(preview, there.id if there is not None and same else None, refusal.message)


def let_go(preview: Preview) -> Preview:
    """Without the text, which may be long, and of which there may be thousands."""
    if preview.draft is None:
        return preview
    draft = preview.draft._replace(text="", map=TextMap(), furniture=(), sketch=())
    return preview._replace(draft=draft)


def files_of(preview: Preview, *, replaces: bool = False) -> list[Written]:
    """What a preview is stored as: its original, the map where there is anything in it, the text
    and last the description."""
    draft, description = preview.draft, preview.description
    if draft is None or description is None:
        raise ValueError(f"{preview.document.shown} was refused")
    text, digest = draft.text.encode(), preview.text_digest
    original = Original(
        f"originals/{preview.id}.{draft.kind}",
        preview.document.path.name,
        str(draft.kind),
        preview.digest,
    )
    way = SourceMap(digest, draft.map, draft.furniture)
    described = written_description(description, digest, original, draft.lost)
    id = preview.id
    files = [
        Written(
            original.file,
            copied=preview.document.path,
            digest=preview.digest,
            replaces=replaces,
        ),
        Written(f"corpus/{id}.txt", text, replaces=replaces),
        Written(f"corpus/{id}.yaml", described.encode(), replaces=replaces),
    ]
    if replaces or not way.empty:
        files.insert(1, Written(f"corpus/{id}.map.json", written(way).encode(), replaces=replaces))
    return files


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _refused(document: Document, digest: str, why: Refused | Like) -> Preview:
    if isinstance(why, Like):
        refusal = Refused(Reason.HERE_ALREADY, why.words)
        return Preview(document, digest, why.id, None, None, refusal, why)
    return Preview(document, digest, "", None, None, why, None)


def _described(document: Document, draft: Draft, taken: Container[str]) -> Description:
    """`taken`: the short names of others."""
    said = draft.proposal
    name, today = document.path.name, datetime.now().astimezone().date().isoformat()
    return Description(
        title=said.title or document.path.stem,
        short=short_name(said.title, said.author, said.date, document.path.stem, taken),
        author=said.author or NOT_STATED,
        publisher=said.publisher or NOT_STATED,
        date=said.date or NOT_STATED,
        reached_us=reached_us(today, name),
        numbering=draft.numbering,
        language=said.language,
        unseen=_why_unseen(draft.text),
    )


def _why_unseen(text: str) -> str:
    return "They stand so in the document." if next(unseen(text), None) else ""


def _why_not_written(error: NotWritten | OriginalAltered) -> str:
    if isinstance(error, OriginalAltered):
        return "it was altered while it was imported; import it again"
    return f"it could not be stored: {refusal.told(error.refusal, error.said)}"
