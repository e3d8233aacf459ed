"""The sources that a library has already, and whether a document is one of them."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from counterpoint.domain.document_likeness import Likeness
from counterpoint.domain.text_sketch import shared, sketch_of
from counterpoint.labels.document_likeness import alike
from counterpoint.storage.files.text_file import read_source_text
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.listing import listed
from counterpoint.storage.yaml.yaml_file import read_yaml

_WORDS = re.compile(r"\w+")
_ALIKE = 0.4
_LOOKED_AT = 5
"""Sources that share most with a text, of which the likest is told."""
_COMPARED = 30_000_000
"""Bytes of texts that are compared with; in larger libraries only those of a like name."""


class Like(NamedTuple):
    """How a document is like the source `id`."""

    likeness: Likeness
    id: str

    @property
    def words(self) -> str:
        return alike(self.likeness, self.id)


class Text(NamedTuple):
    """What of a text is compared with others; `id` is that of its source."""

    id: str
    sketch: frozenset[int]
    digest: str


def likest(text: Text, others: Iterable[Text]) -> Like | None:
    """That of some others which has the same text, or of which it is probably another version."""
    best, most = "", _ALIKE
    for other in others:
        if other.digest == text.digest:
            return Like(Likeness.SAME_TEXT, other.id)
        share = shared(text.sketch, other.sketch)
        if share >= most:
            best, most = other.id, share
    return Like(Likeness.NEW_VERSION, best) if best else None


class KnownSources:
    """Made once for an import; what is stored meanwhile is added."""

    def __init__(self, folder: Path) -> None:
        self._corpus = folder / "corpus"
        self.ids = {*listed(folder, "corpus", ".yaml"), *listed(folder, "corpus", ".txt")}
        self._files: dict[str, str] = {}
        self._texts: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._sketches: dict[str, frozenset[int]] = {}
        self.shorts: set[str] = set()
        """The short names of them all, also of those that are still looked at."""
        for id in sorted(self.ids):
            self._read(id)
        self._by_stretch: dict[int, list[str]] = {}
        self._not_indexed = list(self._titles)
        self._indexed: set[str] = set()
        self._few = sum(self._size(id) for id in self.ids) <= _COMPARED

    def _read(self, id: str) -> None:
        # Late, as these take a quarter of a second, and the window only names what is here.
        from counterpoint.storage.library.schema import SourceSchema
        from counterpoint.storage.library.validation import validated

        try:
            file = read_yaml(self._corpus / f"{id}.yaml", f"corpus/{id}.yaml")
            form, _ = validated(file, SourceSchema)
        except Unreadable:
            return  # it is told when the library is checked
        if form.original is not None:
            self._files[form.original.digest] = id
        if form.digest is not None:
            self._texts[form.digest] = id
            self._files.setdefault(form.digest, id)
        self._titles[id] = form.title
        self.shorts.add(form.short)

    def _size(self, id: str) -> int:
        try:
            return (self._corpus / f"{id}.txt").stat().st_size
        except OSError:
            return 0

    def add(self, id: str, title: str, sketch: Iterable[int], digest: str, original: str) -> None:
        """A source that is being stored; the digests are those of its text and of its original."""
        self.ids.add(id)
        self._files.setdefault(original, id)
        self._texts.setdefault(digest, id)
        if id not in self._titles:
            self._not_indexed.append(id)
        self._titles[id] = title
        self._sketches[id] = frozenset(sketch)

    def drop(self, id: str) -> None:
        """A source that was added and could not be stored."""
        self.ids.discard(id)
        self._titles.pop(id, None)
        for digests in (self._files, self._texts):
            for digest in [each for each, other in digests.items() if other == id]:
                del digests[digest]

    def same_file(self, digest: str) -> Like | None:
        id = self._files.get(digest)
        return Like(Likeness.SAME_FILE, id) if id is not None else None

    def like(self, sketch: Iterable[int], digest: str, stem: str, title: str) -> Like | None:
        """The source that has the same text as a document, or of which this is probably another
        version."""
        same = self._texts.get(digest)
        if same is not None:
            return Like(Likeness.SAME_TEXT, same)
        if not self._titles:
            return None
        ours = frozenset(sketch)
        found = self._index(self._candidates(stem, title))
        in_both = Counter(
            id for number in ours for id in found.get(number, ()) if id in self._titles
        )
        best, most = "", _ALIKE
        for id, _ in in_both.most_common(_LOOKED_AT):
            share = shared(ours, self._sketch(id))
            if share >= most:
                best, most = id, share
        return Like(Likeness.NEW_VERSION, best) if best else None

    def _index(self, ids: Iterable[str]) -> dict[int, list[str]]:
        """Which sources have a stretch of words."""
        for id in ids:
            if id not in self._indexed:
                self._indexed.add(id)
                for number in self._sketch(id):
                    self._by_stretch.setdefault(number, []).append(id)
        return self._by_stretch

    def _candidates(self, stem: str, title: str) -> list[str]:
        if self._few:
            waiting, self._not_indexed = self._not_indexed, []
            return waiting
        name = set(_WORDS.findall(f"{stem} {title}".casefold()))
        return [
            id
            for id, other in self._titles.items()
            if len(name & set(_WORDS.findall(f"{id} {other}".casefold()))) * 2 >= len(name)
        ]

    def _sketch(self, id: str) -> frozenset[int]:
        found = self._sketches.get(id)
        if found is None:
            try:
                text, _ = read_source_text(self._corpus / f"{id}.txt", f"corpus/{id}.txt")
            except Unreadable:
                text = ""
            found = self._sketches[id] = sketch_of(text)
        return found
