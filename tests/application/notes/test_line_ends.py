"""What a text field shows of a note's line ends, and what typing leaves of them."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterpoint.application.notes.line_ends import typed_into, with_line_feeds
from counterpoint.application.notes.note_edit import Typed

TEXTS = st.text("ab\r\n😀\x85", max_size=12)


@given(TEXTS, TEXTS, st.data())
@settings(max_examples=1000)
def test_a_field_shows_what_it_would_show_had_the_note_line_feeds_only(
    body: str, added: str, data: st.DataObject
) -> None:
    shown = with_line_feeds(body)
    at = data.draw(st.integers(0, len(shown)))
    removed = data.draw(st.integers(0, len(shown) - at))
    typed = typed_into(body, Typed(at, removed, added))
    assert with_line_feeds(typed) == shown[:at] + with_line_feeds(added) + shown[at + removed :]


@given(TEXTS, TEXTS)
@example("\r\n", "\r")
@example("\r", "\n")
def test_all_line_ends_before_and_after_stay(before: str, after: str) -> None:
    typed = typed_into(f"{before}x{after}", Typed(len(with_line_feeds(before)), 1, "y"))
    assert typed == f"{before}y{after}"


def test_a_line_end_that_is_taken_away_goes_whole() -> None:
    assert typed_into("a\r\nb\r\nc", Typed(1, 1, "")) == "ab\r\nc"


def test_line_ends_that_meet_remain_two() -> None:
    assert typed_into("a\rx\nb", Typed(2, 1, "")) == "a\n\nb"
    assert typed_into("a\r\r", Typed(3, 0, "\n")) == "a\n\n\n"
