"""Bibliographies that come in: what they say of sources that the library has goes into the
descriptions, where these say nothing yet."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.failures import told
from counterpoint.application.library.citation import name_in
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.person_names import in_a_list, listed_persons, names
from counterpoint.domain.report.reference import Name, Reference
from counterpoint.domain.source import NOT_STATED, UNDATED, Source
from counterpoint.labels.translation import tr
from counterpoint.storage.files import atomic
from counterpoint.storage.files.unbroken import all_or_nothing
from counterpoint.storage.importers.references import read_bibliography
from counterpoint.storage.importers.text.phrases import sample
from counterpoint.storage.library.description_editor import with_fields
from counterpoint.storage.library.kept_files import KeptFiles
from counterpoint.storage.yaml.yaml_edit import EditWentWrong
from counterpoint.storage.yaml.yaml_file import read_yaml

from .source_step import GOES_NOT, Batch
from .stopping import Stopping

_WORDS = re.compile(r"\w+")
_NOTHING = re.compile(r"^(?:not stated(?: in the text)?|unknown|none)?\.?$", re.IGNORECASE)
_WHOLE = ("address", "accessed", "doi")
"""Fields that say the same only where they are the same."""
_LONGEST_TAG = 12
_ENOUGH = 3
"""Words of the beginning of a title that tell it from others."""


class Change(NamedTuple):
    source: str
    field: str
    was: str
    now: str

    def __str__(self) -> str:
        return f"corpus/{self.source}.yaml: {self.field}: {self.now} (was: {self.was})"


class ReferencesIn(NamedTuple):
    changes: tuple[Change, ...]
    matched: int
    unmatched: tuple[str, ...]
    """The titles of references that no source of the library has."""
    kept: tuple[Change, ...]
    """What the bibliography says otherwise than the description, which is kept."""
    not_written: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()
    """The entries that cannot be read: where, and why."""
    batch: Batch | None = None
    """What was written, as a step that can be undone; None where nothing was."""
    left_out: tuple[str, ...] = ()
    """What the entries say for which a description has no field: a line for each of them."""


def import_references(
    library: OpenedLibrary,
    file: Path,
    *,
    overwrite: bool = False,
    dry: bool = False,
    stopping: Stopping | None = None,
) -> ReferencesIn:
    """Fills in author, publisher, date, kind, language and address of the sources that `file` has
    too; with `overwrite`, also where the description says otherwise. Raises Refused, as where it is
    cancelled, and NotWritten where nobody could take it back; then nothing has changed."""
    stopping = stopping or Stopping()
    kept: list[Change] = []
    unmatched: list[str] = []
    wanted: list[list[Change]] = []
    left_out: list[str] = []
    matched = 0
    stopping.tell(tr("reading the references"))
    bibliography = read_bibliography(file, stopping.is_cancelled)
    for reference in stopping.each(bibliography.references, tr("finding the sources")):
        source = _source_of(reference, library.contents.sources)
        if source is None:
            unmatched.append(reference.title or reference.id)
            continue
        matched += 1
        ours: list[Change] = []
        for change in _changes(reference, source):
            known = not _NOTHING.match(change.was) and change.was != UNDATED
            (kept if known and not overwrite else ours).append(change)
        wanted += [ours] if ours else []
        if more := ", ".join(f"{name} ({sample(words)})" for name, words in _more(reference)):
            left_out.append(f"{_place(source.id)}: {more}")
    done = _Written() if dry or not wanted else _written(library.folder, wanted, stopping)
    changes = [change for ours in wanted for change in ours] if dry else done.changes
    return ReferencesIn(
        tuple(changes),
        matched,
        tuple(unmatched),
        tuple(kept),
        tuple(done.refused),
        bibliography.bad,
        done.batch,
        tuple(left_out),
    )


class _Written(NamedTuple):
    changes: Sequence[Change] = ()
    refused: Sequence[str] = ()
    batch: Batch | None = None


def _written(folder: Path, wanted: Sequence[list[Change]], stopping: Stopping) -> _Written:
    """The changes in the files, each list of them in its one file. Raises as import_references."""
    changes: list[Change] = []
    refused: list[str] = []
    sources = tuple(dict.fromkeys(ours[0].source for ours in wanted))
    files = KeptFiles(folder, map(_place, sources))
    batch = Batch(folder, sources, files, takes_away=None)
    with all_or_nothing:
        try:
            for ours in stopping.each(wanted, tr("writing the descriptions")):
                place = _place(ours[0].source)
                try:
                    _write(folder, place, ours)
                except atomic.NotWritten as error:
                    refused.append(f"{place}: {told(error)}")
                except EditWentWrong as error:
                    refused.append(f"{place}: {error}")
                else:
                    changes += ours
            stopping.check()
        except BaseException:
            files.written()
            with suppress(*GOES_NOT):
                batch.exchange()
            raise
        files.written()
    return _Written(changes, refused, batch if changes else None)


def _source_of(reference: Reference, sources: Iterable[Source]) -> Source | None:
    """By its id or its title; None if that is no one source."""
    sources = tuple(sources)
    for source in sources:
        if reference.id == source.id:
            return source
    title = _folded(reference.title)
    if not title:
        return None
    same = [source for source in sources if _folded(source.title) == title]
    if not same and len(title) >= _ENOUGH:  # a subtitle is left out now and then
        same = [
            source
            for source in sources
            if _folded(source.title)[: len(title)] == title
            or (
                title[: len(_folded(source.title))] == _folded(source.title)
                and len(_folded(source.title)) >= _ENOUGH
            )
        ]
    return same[0] if len(same) == 1 else None


def _folded(title: str) -> list[str]:
    return [word.casefold() for word in _WORDS.findall(title)]


def _changes(reference: Reference, source: Source) -> Iterator[Change]:
    author = _authors(reference.authors)
    said = {
        "author": author,
        "publisher": reference.container or reference.publisher,
        "date": reference.date,
        "kind": reference.genre,
        "language": reference.language if len(reference.language) <= _LONGEST_TAG else "",
        "address": reference.address,
        "accessed": reference.accessed,
        "doi": reference.doi,
    }
    for field, now in said.items():
        was = str(getattr(source, field)) or NOT_STATED
        line = " ".join(now.split())
        known = (field == "author" and names(name_in(was)) == reference.authors) or (
            was == line if field in _WHOLE else line.casefold() in was.casefold()
        )
        if line and not known:
            yield Change(source.id, field, was, line)


def _authors(authors: tuple[Name, ...]) -> str:
    """As they are read, or as a list of a catalogue where that alone tells what a family's name
    is."""
    read = [name.whole for name in authors]
    said = " and ".join([", ".join(read[:-1]), read[-1]]) if len(read) > 1 else "".join(read)
    listed = in_a_list(authors)
    return listed if names(said) != authors and listed_persons(listed) == authors else said


def _more(reference: Reference) -> Iterator[tuple[str, str]]:
    """What a description has no field for, but what stands in its other fields: how the entry, or
    CSL, calls it, and the words."""
    said = {
        "type": "" if reference.genre or reference.type == "document" else reference.type,
        "publisher": reference.publisher if reference.container else "",
        "place": reference.place,
        "volume": reference.volume,
        "issue": reference.issue,
        "pages": reference.pages,
        "language": reference.language if len(reference.language) > _LONGEST_TAG else "",
        "note": reference.note,
        "abstract": reference.abstract,
    }
    yield from ((name, words) for name, words in said.items() if words)
    yield from reference.more


def _place(source: str) -> str:
    return f"corpus/{source}.yaml"


def _write(folder: Path, place: str, changes: Iterable[Change]) -> None:
    path = folder / place
    file = read_yaml(path, place)
    text = with_fields(file, {change.field: change.now for change in changes})
    before = path.read_bytes()

    def unchanged() -> None:
        if path.read_bytes() != before:
            raise EditWentWrong("the file was changed meanwhile; try again")

    newline = "\r\n" if b"\r\n" in before else "\n"
    data = text.replace("\r\n", "\n").replace("\n", newline).encode()
    atomic.write(path, data, check=unchanged)
