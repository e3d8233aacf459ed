"""Words of others cannot turn round what stands beside them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.approach import NamedAnswer
from counterpoint.domain.note import Note, NoteKind, question_target
from counterpoint.labels import claim_filter, held_map, note, page
from counterpoint.labels.names import briefly, chained
from counterpoint.labels.paragraph import in_source
from counterpoint.labels.text import isolated, sentence, set_apart
from tests.ui.comparison.material import DIMENSIONS, six

SIGNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
BEGIN, END = "\u2068", "\u2069"
TURNED = "Lon\u202edon"
LONG = "A na\u202eme that is much longer than there is room for, " + "and more " * 9


def leaks(words: str) -> str:
    """The signs that turn round what stands beside them: those outside of what is isolated."""
    found, deep = "", 0
    for sign in words:
        if sign == END:
            found += "" if deep else sign
            deep = max(0, deep - 1)
        elif sign in "\u2066\u2067\u2068":
            deep += 1
        elif sign in SIGNS and not deep:
            found += sign
    return found + "?" * deep


@given(st.text(alphabet=SIGNS + "ab ", max_size=12))
def test_nothing_leaks_and_all_else_is_kept(text: str) -> None:
    once = isolated(text)
    assert leaks(once) == ""
    letters = str.maketrans(dict.fromkeys(BEGIN + END))
    assert once.translate(letters) == text.translate(letters)
    assert isolated(once) == once


def test_what_has_no_such_sign_stays_as_it_is() -> None:
    for text in ("", "London", "\u05dc\u05d5\u05e0\u05d3\u05d5\u05df 2008"):
        assert isolated(text) is text


def test_a_sentence_has_one_full_stop() -> None:
    assert sentence("They go \u202eon.") == f"{BEGIN}They go \u202eon.{END}"
    assert sentence("They go \u202eon") == f"{BEGIN}They go \u202eon{END}."
    assert sentence("as “Is this right?”") == "as “Is this right?”"
    assert sentence("as “courses-paper”") == "as “courses-paper”."


def a_note(body: str) -> str:
    made = Note("n", question_target("x"), NoteKind.OBSERVATION, (), "", "", "", body)
    return f"Your note: {note.first_words(made)} (1)"


@pytest.mark.parametrize(
    "words",
    [
        lambda turned: f"{set_apart(turned)} after",
        lambda turned: in_source(turned, "¶4"),
        lambda turned: chained([turned, "a minister"]),
        lambda turned: f"{briefly(turned)} after",
        claim_filter.by_voice,
        claim_filter.by_source,
        lambda turned: page.pair_name(turned, "Containment"),
        lambda turned: page.speaker(turned, [turned, "another"]),
        lambda turned: held_map.answer_name(
            DIMENSIONS[0], NamedAnswer("x", turned, "It means."), []
        ),
        lambda turned: held_map.one_chosen(six()[0].head._replace(title=turned)),
        a_note,
    ],
)
@pytest.mark.parametrize("turned", [TURNED, LONG, "\u2066Lon", "don\u2069"])
def test_wherever_names_join_other_words(words: Callable[[str], str], turned: str) -> None:
    said = words(turned)
    assert leaks(said) == ""
    assert any(sign in said for sign in SIGNS)
