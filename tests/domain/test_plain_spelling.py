"""Words are the same however they are set, and are not the same where a letter is another."""

import string
from unicodedata import normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.domain.plain_spelling import same_words

ODD = st.text(alphabet="ab é“”’-–…ﬁ\u00ad\u0301\u200b\n.½²Ａｶﾞ", max_size=12)


@given(ODD)
@example("é\xad a")
def test_words_are_the_same_as_themselves_however_composed(words: str) -> None:
    seen = any(sign.isalnum() for sign in words)

    assert same_words(words, words) or not seen
    assert same_words(normalize("NFC", words), normalize("NFD", words)) or not seen


@given(ODD, ODD)
def test_it_does_not_matter_which_is_asked_about(one: str, other: str) -> None:
    assert same_words(one, other) is same_words(other, one)


@given(st.text(alphabet=string.ascii_letters + string.digits, min_size=1), st.data())
def test_another_letter_makes_another_word(words: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    other = data.draw(st.sampled_from([s for s in string.ascii_letters if s != words[at]]))

    assert not same_words(words, words[:at] + other + words[at + 1 :])
    assert not same_words(words, words[:at] + words[at + 1 :])


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("co-\noperation", "cooperation", True),
        ("co-\noperation", "co-operation", True),
        ("co-\noperation", "co operation", False),
        ("co-operation", "cooperation", False),
        ("pre- and post-war", "pre and post-war", False),
        ("‘‘no’’", "“no”", True),
        ("a--b", "a — b", True),
        ("", "", False),
        ("\u00ad", "\u200b", False),
    ],
)
def test_hyphens_and_marks(one: str, other: str, same: bool) -> None:
    assert same_words(one, other) is same
