"""Finding what other tools have marked: the words decide, their position helps."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from counterpoint.application.library.opened_library import OpenedLibrary, SourceAltered
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.span import Span
from counterpoint.domain.whole_words import made_whole
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.importers.text.characters import composed

_CONTEXT = 16
"""Code points on either side that tell one place from another."""
_NEAR = 2_000
"""Code points that a position may be off where the words stand in several places."""


class Located(NamedTuple):
    source: str
    span: Span
    """Whole words."""
    words: str
    """Those that were sought, in the letters of the text."""


class Marked(NamedTuple):
    """What another tool says of a place. `start` in code points, or None."""

    words: str
    before: str = ""
    after: str = ""
    start: int | None = None


class NotLocated(Exception):
    """Why nobody can say where it stands, as an ending to "…"."""


class TextLocator:
    """The texts of a library, each read once and made ready for finding."""

    def __init__(self, library: OpenedLibrary) -> None:
        self._library = library
        self._texts: dict[str, Haystack | None] = {}

    def locate(self, marked: Marked, among: Iterable[str]) -> Located:
        """The one place of the words in the sources `among`. Raises NotLocated."""
        if not marked.words.strip():
            raise NotLocated("it has no words to find it by")
        among = tuple(among)
        found = self._found(marked, among)
        right = composed(marked.words)
        if not found and right != marked.words:  # texts that came in have accents on their letters
            marked = marked._replace(words=right)
            found = self._found(marked, among)
        if not found:
            raise NotLocated("its words stand in no text of the library")
        if len(found) > 1:
            found = self._narrowed(found, marked)
        if len(found) > 1:
            raise NotLocated(f"its words stand in {len(found)} places, and nothing says in which")
        source, span = found[0]
        text = self._texts[source]
        return Located(source, made_whole(text.text, span) if text else span, marked.words)

    def _found(self, marked: Marked, among: Iterable[str]) -> list[tuple[str, Span]]:
        return [(source, span) for source in among for span in self._places(source, marked.words)]

    def _narrowed(self, found: list[tuple[str, Span]], marked: Marked) -> list[tuple[str, Span]]:
        tests: list[Callable[[tuple[str, Span]], bool]] = [
            lambda place: self._between(place, marked.before, marked.after),
            lambda place: self._between(place, marked.before, ""),
            lambda place: self._between(place, "", marked.after),
        ]
        for test in tests if marked.before or marked.after else []:
            kept = [place for place in found if test(place)]
            if len(kept) == 1:
                return kept
            found = kept or found
        start = marked.start
        if start is None:
            return found
        distances = sorted((abs(span.start - start), source, span) for source, span in found)
        nearest, source, span = distances[0]
        if nearest <= _NEAR and (len(distances) < 2 or distances[1][0] > nearest):
            return [(source, span)]
        return found

    def _between(self, place: tuple[str, Span], before: str, after: str) -> bool:
        source, span = place
        text = self._texts[source]
        if text is None:
            return False
        reach = 4 * _CONTEXT
        left = _flat(text.text[max(0, span.start - reach) : span.start])
        right = _flat(text.text[span.end : span.end + reach])
        return left.endswith(_flat(before)[-_CONTEXT:]) and right.startswith(
            _flat(after)[:_CONTEXT]
        )

    def _places(self, source: str, words: str) -> list[Span]:
        if source not in self._texts:
            self._texts[source] = self._read(source)
        text = self._texts[source]
        return text.places(words) if text is not None else []

    def _read(self, source: str) -> Haystack | None:
        try:
            described = self._library.contents.source(source)
            return Haystack(self._library.text(source).text, described.passed_over)
        except (KeyError, SourceAltered, Unreadable):
            return None


def _flat(words: str) -> str:
    return composed(" ".join(words.split()))
