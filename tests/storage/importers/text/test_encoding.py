"""Letters that were guessed can be decided otherwise, and otherwise again."""

import codecs

import pytest

from counterpoint.domain.because import Because
from counterpoint.storage.importers.draft import Choices, Guess
from counterpoint.storage.importers.refusal import Refused
from counterpoint.storage.importers.text.plain_text import read_plain_text

WESTERN = (
    "“L’Assemblée décide” – so the rapporteur’s note began, and the façade of agreement fell.\n\n"
    "The naïve reading was the délégué’s own, and nobody else’s.\n"
).encode("cp1252")
RUSSIAN = ("Прежде всего необходимо сказать, что делегация голосует за.\n\n" * 3).encode("cp866")


def letters(data: bytes, encoding: str | None = None) -> Guess:
    guesses = read_plain_text(data, Choices(encoding=encoding)).guesses
    return next(guess for guess in guesses if guess.what == "encoding")


@pytest.mark.parametrize("data", [WESTERN, RUSSIAN])
def test_what_else_it_may_be_is_offered_once_and_can_be_read(data: bytes) -> None:
    found = letters(data)
    names = [codecs.lookup(name).name for name in (found.chosen, *found.others)]
    assert len(names) == len(set(names)) > 1
    for other in found.others:
        assert letters(data, other).chosen == other


def test_the_choice_stays_once_it_was_made() -> None:
    found = letters(RUSSIAN)
    again = letters(RUSSIAN, found.chosen)
    assert (again.chosen, again.why, again.sure) == (found.chosen, Because.CHOSEN, True)
    assert set(again.others) == set(found.others)
    otherwise = letters(RUSSIAN, found.others[0])
    assert found.chosen in otherwise.others, "the way back"


def test_one_in_which_it_cannot_be_written_is_refused_and_not_offered() -> None:
    assert "cp1253" not in letters("İyi bir gün, “ÿ” Ò\n".encode("cp1252", "ignore")).others
    with pytest.raises(Refused, match="cp1253"):
        read_plain_text(b"\xd2\xd2\xd2 \xff", Choices(encoding="cp1253"))
