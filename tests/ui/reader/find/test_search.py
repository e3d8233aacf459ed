"""Finding typed words, a slice at a time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.span import Span
from counterpoint.ui.reader.find import search
from counterpoint.ui.reader.find.search import Search

SMALL = 16


@pytest.fixture
def small_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "SLICE", SMALL)


def everywhere(text: str, query: str) -> Search:
    found = Search(text, query)
    for number in range(found.slices):
        found.keep(number, found.look(number))
    return found


def hits(text: str, query: str) -> list[str]:
    found = everywhere(text, query)
    return [text[s.start : s.end] for s in found.touching(Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Moscow and MOSCOW", "moscow", ["Moscow", "MOSCOW"]),
        ("seeing eye to eye on\nmajor issues", "ON MAJOR", ["on\nmajor"]),
        ("Moscow’s “goal”", 'moscow\'s "goal"', ["Moscow’s “goal”"]),
        ("ΟΔΟΣ οδος", "οδοσ", ["ΟΔΟΣ", "οδος"]),
        ("Straße İstanbul", "istanbul", ["İstanbul"]),
        ("20\u00a0October", "20 october", ["20\u00a0October"]),
        ("a.c abc", "a.c", ["a.c"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("words", "  ", []),
        ("new sanc-\n  tions came", "sanctions came", ["sanc-\n  tions came"]),
        ("new sanc\u00adtions", "sanctions", ["sanc\u00adtions"]),
        ("ten\u200bfold \u2060gain", "tenfold gain", ["ten\u200bfold \u2060gain"]),
        ("tenfold gain", "ten\u200bfold gain", ["tenfold gain"]),
        ("نمی\u200cخواهم", "نمیخواهم", ["نمی\u200cخواهم"]),
        ("drug-\ntrafficking", "drug-trafficking", ["drug-\ntrafficking"]),
        ("a-b", "ab", []),
        ("😀 détente", "DÉTENTE", ["détente"]),
    ],
)
def test_what_is_typed_is_found(text: str, query: str, expected: list[str]) -> None:
    assert hits(text, query) == expected


@given(st.text(st.sampled_from("ab \n"), max_size=120), st.text(st.sampled_from("ab"), min_size=1))
def test_slices_make_no_difference(text: str, query: str) -> None:
    whole = everywhere(text, query)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search, "SLICE", SMALL)
        sliced = everywhere(text, query)
        found = list(sliced.touching(Span(0, len(text))))
    expected = list(whole.touching(Span(0, len(text))))
    # Repeated letters may be taken from another start at the edge of a slice.
    assert {s.start for s in found} >= {s.start for s in expected if s.end < SMALL}
    for span in found:
        assert text[span.start : span.end] == query


@pytest.mark.usefixtures("small_slices")
def test_finds_are_numbered_and_neighbours_found_across_slices() -> None:
    text = ("x" * 20 + "Moscow") * 5
    found = everywhere(text, "moscow")
    starts = [20, 46, 72, 98, 124]
    assert found.count == 5
    assert [found.number(Span(start, start + 6)) for start in starts] == [1, 2, 3, 4, 5]
    after, before = found.at_or_after(47), found.before(46)
    assert after and after.start == 72
    assert before and before.start == 20
    assert found.at_or_after(125) is None
    assert found.before(20) is None
    assert [s.start for s in found.touching(Span(50, 99))] == [46, 72, 98]


@pytest.mark.usefixtures("small_slices")
def test_slices_not_yet_searched_hold_nothing() -> None:
    found = Search("Moscow" + "x" * 40 + "Moscow", "moscow")
    assert list(found.look(2)[0]) == [46]
    assert found.count == 0
    found.keep(2, found.look(2))
    first = found.at_or_after(0)
    assert found.count == 1 and first and first.start == 46


def test_what_interrupts_is_passed_over_and_found_itself() -> None:
    text = "The debate ran over\n\nPAGE 2\n\ninto the next page."
    start = text.index("PAGE")
    holes = [Span(start, start + 6)]

    def found(query: str) -> list[str]:
        search = Search(text, query, holes)
        search.keep(0, search.look(0))
        return [text[s.start : s.end] for s in search.touching(Span(0, len(text)))]

    assert found("over into the") == ["over\n\nPAGE 2\n\ninto the"]
    assert found("page") == ["PAGE", "page"]
    assert found("over page 2") == ["over\n\nPAGE 2"]
