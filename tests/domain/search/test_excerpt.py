"""What is shown of a text that was found."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.search.excerpt import LENGTH, Sought, excerpt

LONG = "Nothing of it here. " * 40 + "Then the sanctions relief came. " + "Nor here. " * 60


def test_a_short_text_is_shown_whole_with_what_was_sought_marked() -> None:
    text = "Talks should go on."
    shown = excerpt(text, [Sought(("talks",)), Sought(("go", "on"))])
    assert text[shown.span.start : shown.span.end] == text
    assert [text[a:b] for a, b in shown.found] == ["Talks", "go on"]


def test_of_a_long_text_the_part_that_has_most_of_it() -> None:
    shown = excerpt(LONG, [Sought(("sanctions",)), Sought(("relief",)), Sought(("nothing",))])
    words = LONG[shown.span.start : shown.span.end]
    assert "sanctions relief" in words
    assert len(words) <= LENGTH
    assert [LONG[a:b] for a, b in shown.found if "i" in LONG[a:b]][-2:] == ["sanctions", "relief"]


def test_other_forms_beginnings_and_parts_are_marked() -> None:
    text = "Sanctioned members of proliferation"

    def marked(sought: Sought) -> list[str]:
        return [
            text[a:b] for a, b in excerpt(text, [sought], lambda word: frozenset((word[:8],))).found
        ]

    assert marked(Sought(("sanctions",))) == ["Sanctioned"]
    assert marked(Sought(("sanctions",), forms=False)) == []
    assert marked(Sought(("memb",), prefix=True)) == ["members"]
    assert marked(Sought(("lifer",), within=True)) == ["proliferation"]


@given(st.text(max_size=2000), st.lists(st.text(min_size=1, max_size=6), max_size=4))
def test_it_is_a_stretch_of_the_text_whatever_is_in_it(text: str, words: list[str]) -> None:
    shown = excerpt(text, [Sought((word.lower(),)) for word in words])
    assert 0 <= shown.span.start <= shown.span.end <= len(text)
    assert shown.span.length <= max(LENGTH, 0) or len(text) <= LENGTH
    ends = 0
    for span in shown.found:
        assert shown.span.contains(span)
        assert span.start >= ends
        ends = span.end
