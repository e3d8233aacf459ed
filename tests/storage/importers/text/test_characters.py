"""What is put right in letters, and where each of them came from."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.storage.importers.text.characters import odd_letters, pieces, put_right

LETTERS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("ae\u0301\u0323\u00e9\r\n\x00\u2028\u212b\ufb2a\u1100\u1161\u11a8"),
    )
)


@given(LETTERS)
@example("e\x00\u0301")
@example("q\x00\u0301")
@example("\u1100\u1161\u11a8")
def test_the_pieces_of_a_text_are_what_is_made_of_it(text: str) -> None:
    found = pieces(text)

    assert "".join(piece.now for piece in found) == put_right(text).text
    assert [piece.at for piece in found] == sorted({piece.at for piece in found})
    assert all(text.startswith(piece.was, piece.at) for piece in found)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "co\u00adop\u00aderate ten\u200bfold",
            "3 signs that nobody sees, and they were kept: 2 × U+00AD (soft hyphen), "
            "1 × U+200B (zero width space)",
        ),
        ("of\u2060fer", "1 sign that nobody sees, and it was kept: 1 × U+2060 (word joiner)"),
        ("one \u200eword", "an unseen sign that turns the direction of writing; it was kept"),
        (
            "the Stаte, the Соmmission",
            "2 words with letters of two scripts that look alike, as “Stаte”",
        ),
    ],
)
def test_signs_that_nobody_sees_are_told(text: str, told: str) -> None:
    assert odd_letters(text) == (told,)


@pytest.mark.parametrize(
    "text", ["naïve – “so”", "نمی\u200cخواهم", "ខ្ញុំ\u200bទៅ", "5 kΩ", "Комиссия ООН", "👩🏽\u200d⚕️"]
)
def test_what_a_script_needs_is_not_told(text: str) -> None:
    assert odd_letters(text) == ()
