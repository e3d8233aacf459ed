"""Words are found wherever they stand, and the work is linear whatever repeats itself."""

import re

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.flat import occurrences
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.span import Span
from tests.steps import steps

TEXT = st.text(alphabet="ab \n\u00a0", max_size=40)


def naive(needle: str, text: str) -> list[int]:
    return [at for at in range(len(text)) if text.startswith(needle, at)]


@given(st.text(alphabet="ab", min_size=1, max_size=9), st.text(alphabet="ab", max_size=60))
def test_every_occurrence_is_found_overlapping_or_not(needle: str, text: str) -> None:
    assert list(occurrences(needle, text)) == naive(needle, text)


@given(st.text(alphabet="ab", min_size=1, max_size=3), st.integers(1, 5), st.integers(0, 30))
def test_so_are_those_of_what_repeats_itself(unit: str, often: int, more: int) -> None:
    needle, text = unit * often, "b" + unit * more + "a" + unit * (more + 1)

    assert list(occurrences(needle, text)) == naive(needle, text)


class Counted(str):
    """A text that counts how much of it is searched, in code points."""

    searched = 0

    def find(self, needle: str, start: int = 0) -> int:  # type: ignore[override]
        found = str.find(self, needle, start)
        self.searched += (len(self) if found < 0 else found + len(needle)) - start
        return found


def test_a_long_repetition_is_searched_once_and_not_once_for_each_place() -> None:
    text = Counted("so he said " * 5_000)
    needle = "so he said " * 2_500

    assert len(list(occurrences(needle, text))) == 2_501
    assert text.searched < 3 * len(text)


@given(TEXT, TEXT, st.data())
def test_white_space_may_differ_and_positions_are_the_texts_own(
    words: str, text: str, data: st.DataObject
) -> None:
    ends = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    holes = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    haystack = Haystack(text, holes)

    found = haystack.places(words)

    assert found == sorted(set(found))
    assert all(text[start].strip() and text[end - 1].strip() for start, end in found)
    parts = words.split()
    if not parts:
        assert found == []
        return
    pattern = re.compile(r"(?=(" + r"\s+".join(map(re.escape, parts)) + "))")
    plain = [Span(*match.span(1)) for match in pattern.finditer(text)]
    assert set(plain) <= set(found)
    if not holes:
        assert found == plain


def test_what_is_made_of_a_text_is_shared_when_its_interruptions_are_known() -> None:
    text = "a page\n\n3\n\nbreak"
    plain = Haystack(text)
    assert plain.places("page 3") == [Span(2, 9)]

    broken = plain.broken_by([Span(8, 9)])

    assert broken.flat is plain.flat
    assert broken.places("page break") == [Span(2, 16)]
    assert broken.places("page 3") == [Span(2, 9)]
    assert plain.broken_by(()).places("page break") == []


def test_flags_in_a_row_are_not_counted_from_the_first_each_time() -> None:
    from counterpoint.domain.anchoring import find

    def seek(many: int) -> None:
        assert len(find("🇩🇪", Haystack("🇩🇪" * many))) == many

    assert steps(lambda: seek(400)) < 2.2 * steps(lambda: seek(200))
