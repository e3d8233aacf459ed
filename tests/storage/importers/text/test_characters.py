"""What is put right in letters, and where each of them came from."""

from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.storage.importers.text.characters import pieces, put_right

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
