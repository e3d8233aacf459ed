"""The ids of what is new, made of its words once: they stay when it is worded otherwise."""

from collections.abc import Container

from counterpoint.application.made_names import id_for
from counterpoint.storage.library.listing import OF_THE_WHOLE

_WORDS = 5
"""Of a claim or a title: enough to know it by in the file."""


def claim_id(text: str, taken: Container[str]) -> str:
    """ "Talks should go on." gives "talks-should-go-on"; "claim" where no letter can be used."""
    return _made(text, taken, "claim")


def question_id(title: str, taken: Container[str]) -> str:
    return _made(title, taken, "question")


def approach_id(title: str, taken: frozenset[str]) -> str:
    """Also the name of its file, so that it is none that other files have."""
    return _made(title, taken | set(OF_THE_WHOLE["options"]), "approach")


def _made(words: str, taken: Container[str], otherwise: str) -> str:
    return id_for(" ".join(words.split()[:_WORDS]), taken, otherwise)
