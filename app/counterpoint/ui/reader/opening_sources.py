"""Putting a source into the reader: one asked for, the one read last, or one that was renewed."""

from collections.abc import Callable, Sequence

from counterpoint.application.library.opened_library import (
    OpenedLibrary,
    SourceAltered,
    Unreadable,
)
from counterpoint.domain.source import Source

from . import jump_words
from .highlights.highlight import Highlight
from .history import HistoryEntry
from .pane import ReaderPane

HighlightsIn = Callable[[str], Sequence[Highlight]]
"""The marks of a source, by its id."""


def open_source(
    reader: ReaderPane, library: OpenedLibrary, source: str, highlights: HighlightsIn
) -> bool:
    """Shows a source; False if the library does not have it, and the reader says why. Raises
    Unreadable or SourceAltered where its file is not what was read."""
    try:
        text = library.text(source)
    except KeyError:
        reader.show_problem(jump_words.not_shown(), _why_not(library, source))
        return False
    if reader.source is None or reader.source.id != source:
        reader.open(library.contents.source(source), text, highlights(source))
    return True


def renew(
    reader: ReaderPane, library: OpenedLibrary, was: Source, highlights: HighlightsIn
) -> None:
    """The source in the reader as the library has it now, at the same place; the passage jumped to
    stays the one it was, where it is still there. What is shown stays where the library's files
    are others by now, as it is read again then."""
    place, exact, old = reader.place(), reader.view.jump_exact, reader.view.model
    try:
        now, text = library.contents.source(was.id), library.text(was.id)
    except KeyError:
        reader.show_problem(jump_words.not_shown(), _why_not(library, was.id))
        return
    except (Unreadable, SourceAltered):
        return
    if now == was:
        reader.set_highlights(highlights(was.id))
    else:
        reader.open(now, text, highlights(was.id))
    if place.jump is not None:
        _mark_again(reader, place, exact=exact, same=old is not None and old.text == text.text)
    if now != was:  # after the mark: pages of a PDF go to it
        at = place.position if old is None else same_place(old.text, text.text, place.position)
        reader.view.put(at, None)


_WORDS = (160, 60, 25)
"""How many letters from a place on tell where it is in another version, best first."""


def same_place(was: str, now: str, position: int) -> int:
    """Where in the text `now` stands what stood at `position` in `was`: the nearest place with the
    same words, else the same number of letters on."""
    for length in _WORDS:
        words = was[position : position + length]
        before = now.rfind(words, 0, position + length)
        after = now.find(words, position)
        found = [at for at in (before, after) if at >= 0]
        if words and found:
            return min(found, key=lambda at: abs(at - position))
    return min(position, len(now))


def come_back(
    reader: ReaderPane, library: OpenedLibrary, place: HistoryEntry, highlights: HighlightsIn
) -> bool:
    """Shows a source that the library has again, where it was read before it was gone; False where
    it is not there."""
    try:
        now, text = library.contents.source(place.source), library.text(place.source)
    except (KeyError, Unreadable, SourceAltered):
        return False
    reader.open(now, text, highlights(now.id))
    reader.view.put(min(place.position, len(text.text)), None)
    reader.highlight(place.key)
    return True


def _why_not(library: OpenedLibrary, source: str) -> str:
    """It was left out as something is wrong with its files, or is there no more."""
    files = f"corpus/{source}."
    wrong = any(problem.file.startswith(files) for problem in library.contents.problems)
    return jump_words.left_out(source) if wrong else jump_words.gone(source)


def _mark_again(reader: ReaderPane, place: HistoryEntry, *, exact: bool, same: bool) -> None:
    """The passage that was jumped to, by its key, else where the text is the `same` by its place;
    else none, as nothing may seem to be it."""
    if reader.view.highlights.find(place.key) is not None:
        reader.highlight(place.key)
    elif same and place.jump is not None:
        reader.view.mark_jump(place.jump, exact=exact)
    else:
        reader.view.clear_jump()


def first_of(library: OpenedLibrary, wanted: Sequence[str]) -> str:
    """The first of these sources that the library has, or its own first; "" where it has none."""
    there = [source.id for source in library.contents.sources]
    return next((source for source in (*wanted, *there) if source in there), "")
