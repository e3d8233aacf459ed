"""What is typed or pasted, and where it made a difference."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.ui.notebook.text_changes import changed_stretch, clean

text = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("a😀é")))


@given(text, text)
def test_the_changed_stretch_makes_the_one_of_the_other(old: str, new: str) -> None:
    at, removed, added = changed_stretch(old, new)
    assert old[:at] + added + old[at + removed :] == new
    assert (removed, added) != (0, "") or old == new


@given(text, text, text, text)
def test_the_changed_stretch_is_no_longer_than_it_must_be(
    before: str, old: str, new: str, after: str
) -> None:
    _, removed, added = changed_stretch(before + old + after, before + new + after)
    assert removed <= len(old)
    assert len(added) <= len(new)


def test_foreign_text_is_made_fit() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x0bf\x85g") == "a\nb\nc\nd\ne\nf\ng"
    assert clean("no\u00a0break 😀\t") == "no\u00a0break 😀\t"
    assert clean("half \ud83d\ufdd0\x00") == "half \ufffd"
