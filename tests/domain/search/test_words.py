"""What the words of a text are when it is searched."""

import pytest
import tantivy
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.search.words import halves, searchable, words_at, words_of

ENGINE = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).build()
"""As the index parts words."""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Don't", ["don", "t"]),
        ("non-proliferation, 20.04", ["non", "proliferation", "20", "04"]),
        ("Café CAFÉ Cafe\u0301", ["cafe"] * 3),
        ("ﬁnal o\ufb03ce", ["final", "office"]),
        ("sanc\u00adtions", ["sanctions"]),
        ("sanc-\n  tions", ["sanctions"]),
        ("Straße, Łódź", ["strasse", "lodz"]),
        ("北京 is", ["北", "京", "is"]),
        ("ＮＡＴＯ", ["nato"]),
        ("e\u200bu a\u2060b", ["eu", "ab"]),
        ("“Talks”—soon", ["talks", "soon"]),
        ("👍 \x00 … -", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_the_halves_of_a_broken_word_are_kept_beside_it() -> None:
    assert halves("about drug-\ntrafficking") == "drug trafficking"
    assert halves("about drug-trafficking") == ""


def test_words_at_says_where_they_stand() -> None:
    text = "The ﬁrst: “sanc-\ntions”, ½ of\u00adfice"
    there = {word: text[start:end] for word, start, end in words_at(text)}
    assert there["first"] == "ﬁrst"
    assert there["sanctions"] == "sanc-\ntions"
    assert there["office"] == "of\u00adfice"


@given(st.text())
def test_words_are_the_same_with_and_without_their_places(text: str) -> None:
    assert [word for word, _, _ in words_at(text)] == words_of(text)


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "S", "Z", "Cc", "Cf"])))
def test_the_engine_parts_words_alike(text: str) -> None:
    assert ENGINE.analyze(searchable(text)) == words_of(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert words_of(" ".join(words_of(text))) == words_of(text)
