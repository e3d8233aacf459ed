"""Words that were being typed and are kept: where that was."""

from .text import set_apart
from .translation import tr

_MOST = 90
"""Letters of what was typed that are told."""


def kept(place: str, words: str, at: int, of: int) -> str:
    """That they are kept. `at` says which of how many places it is, from 1."""
    told = _told(place, words)
    if of > 1:
        told = tr("({at} of {of}) {told}", at=at, of=of, told=told)
    return told


def _told(place: str, words: str) -> str:
    words = set_apart(words)
    if len(words) > _MOST:
        words = f"{words[:_MOST].rstrip()}…"
    if not words:
        return tr("What you were choosing when Counterpoint ended was kept: {place}.", place=place)
    return tr(
        "What you were typing when Counterpoint ended was kept: {place}, “{words}”",
        place=place,
        words=words,
    )


def gone(place: str) -> str:
    """Of a place that the library does not have any more."""
    return tr("{place}, which is not there any more", place=place)


def go_on() -> str:
    return tr("Go on there")


def copy_words() -> str:
    return tr("Copy the words")


def forget() -> str:
    return tr("Forget them")


def next_one() -> str:
    return tr("The next")


def later() -> str:
    return tr("Later")
