"""How the paragraphs of a document are cited."""

from counterpoint.domain.source import Numbering
from counterpoint.storage.importers.text.numbering import numbering_of

ARGUMENT = ["The duck is"] * 35
REFERENCES = [f"{number}. Kear 20" for number in range(1, 160)]


def test_a_numbered_list_at_the_end_numbers_no_argument() -> None:
    found, guess = numbering_of([*ARGUMENT, *REFERENCES], None, lines=False)
    assert found is Numbering.COUNT
    assert guess.others[0] == Numbering.NUMBER, "and it can be chosen"
    assert guess.sure


def test_numbers_that_begin_after_a_few_words_of_front_matter_are_the_documents() -> None:
    found, guess = numbering_of([*ARGUMENT[:4], *REFERENCES], None, lines=False)
    assert found is Numbering.NUMBER
    assert not guess.sure
