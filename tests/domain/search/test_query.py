"""What is asked for, as it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.search.query import (
    MOST_WORDS,
    All,
    Either,
    Field,
    FieldName,
    Near,
    Not,
    Phrase,
    Query,
    Words,
    plainly,
    read_query,
)

A, B, C = Words("a"), Words("b"), Words("c")


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("a", A),
        ("a b", All((A, B))),
        ("a AND b", All((A, B))),
        ("a OR b c", Either((A, All((B, C))))),
        ("(a OR b) c", All((Either((A, B)), C))),
        ("a NOT b", All((A, Not(B)))),
        ("NOT (a b)", Not(All((A, B)))),
        ('"a  b" c', All((Phrase("a b"), C))),
        ("“a b”", Phrase("a b")),
        ('"a b"*', Phrase("a b", prefix=True)),
        ("sanct*", Words("sanct", prefix=True)),
        ("a NEAR/5 b", Near("a", "b", 5)),
        ("source:letter", Field(FieldName.SOURCE, "letter")),
        ('stance:"tells for"', Field(FieldName.STANCE, "tells for")),
        ("date:2008..2017", Field(FieldName.DATE, "2008..2017")),
        ("don't", Words("don't")),
        ("http://x.y", Words("http://x.y")),
    ],
)
def test_syntax(typed: str, query: Query) -> None:
    assert read_query(typed).query == query


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("NEAR", Words("NEAR")),
        ("OR", Words("OR")),
        ("NOT", Words("NOT")),
        ("a OR", A),
        ("a NOT", A),
        ("a NEAR", A),
        ('"a', A),
        ("((a", A),
        ("a) b", All((A, B))),
        ("a or b", All((A, Words("or"), B))),
        ("unknown:a", Words("unknown:a")),
        ("*", All(())),
        ('""', All(())),
        ("👍", All(())),
    ],
)
def test_what_is_no_syntax_is_words(typed: str, query: Query) -> None:
    assert read_query(typed).query == query


def test_while_one_types_the_last_word_may_go_on() -> None:
    assert read_query("nato memb", typing=True).query == All(
        (Words("nato"), Words("memb", prefix=True))
    )
    assert read_query("nato ", typing=True).query == Words("nato")
    assert read_query('"nato memb"', typing=True).query == Phrase("nato memb")


def test_of_too_many_words_it_says_how_many_are_left_out() -> None:
    asked = read_query(" ".join(["word"] * 100))
    assert asked.left_out == 100 - MOST_WORDS
    assert isinstance(asked.query, All)
    assert len(asked.query.parts) == MOST_WORDS


PIECES = ["a", "b", "(", ")", "OR", "NOT", "AND", "NEAR", "NEAR/3", '"', "“", "”", "*", " "]
PIECES += ["source:", "date:2008..", "-", "\x00", "👍", "+", "^", "~", "[", "{", "\\", ":"]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.booleans())
def test_nothing_that_is_typed_is_an_error(typed: str, typing: bool) -> None:
    plainly(read_query(typed, typing=typing).query)


@given(st.text(), st.booleans())
def test_nor_is_any_text(typed: str, typing: bool) -> None:
    plainly(read_query(typed, typing=typing).query)


@pytest.mark.parametrize("typed", ["(" * 10_000, "NOT " * 10_000 + "a", "a OR " * 10_000])
def test_nor_ten_thousand_signs(typed: str) -> None:
    plainly(read_query(typed).query)


@pytest.mark.parametrize(
    "typed", ["a (b OR c) NOT d", '"a b" source:letter', "a NEAR/3 b", "NOT (a b)", "a OR b c"]
)
def test_what_is_said_to_be_sought_can_be_typed(typed: str) -> None:
    query = read_query(typed).query
    again = read_query(plainly(query)).query
    assert plainly(again) == plainly(query)
