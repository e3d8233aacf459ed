"""Words that are spelt otherwise in a text are found, whole, with what is unlike in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.folding import fold_spelling
from counterpoint.domain.haystack import Haystack
from counterpoint.domain.span import Span
from counterpoint.domain.spelling import Spelling, odd_signs


def found(words: str, text: str, *holes: Span) -> list[str]:
    spelling = Spelling(Haystack(text, holes).unbroken)
    return [text[span.start : span.end] for span in spelling.places(words)]


@pytest.mark.parametrize(
    ("words", "there", "how"),
    [
        ("efficient", "eﬃcient", "there with ﬃ (U+FB03 latin small ligature ffi)"),
        ("cooperation", "co\u00adoperation", "there with U+00AD (soft hyphen)"),
        ("co\u200boperation", "cooperation", "here with U+200B (zero width space)"),
        ("went on...", "went on…", "there with … (U+2026 horizontal ellipsis), here with ."),
        ("went on…", "went on...", "there with ., here with … (U+2026 horizontal ellipsis)"),
        (
            "café",
            "cafe\u0301",
            "there with U+0301 (combining acute accent), "
            "here with é (U+00E9 latin small letter e with acute)",
        ),
        (
            "cafe\u0301 x",
            "café x",
            "there with é (U+00E9 latin small letter e with acute), "
            "here with U+0301 (combining acute accent)",
        ),
        ("well-deserved praise", "well-\ndeserved praise", ""),
        ("international law", "inter-\nnational law", "there with -"),
        ("Talks  should", "talks\nshould", ""),
        (
            '"no" to it - twice',
            "“no”\nto it – twice",
            "there with “ (U+201C left double quotation mark), "
            '” (U+201D right double quotation mark), – (U+2013 en dash), here with ", -',
        ),
        ("it's", "it’s", "there with ’ (U+2019 right single quotation mark), here with '"),
        ("x²", "x2", "here with ² (U+00B2 superscript two)"),
    ],
)
def test_words_spelt_otherwise_are_found_with_how(words: str, there: str, how: str) -> None:
    assert found(words, f"Before all,\n{there}, and after.") == [there]
    signs = {"there": odd_signs(there, words), "here": odd_signs(words, there)}
    assert ", ".join(f"{where} with {each}" for where, each in signs.items() if each) == how


@pytest.mark.parametrize(
    ("words", "text", "there"),
    [
        ("kept... so far as", "It is well\u00adkept… so far as we know.", None),
        ("so well... it is", "They keep it so well\u00ad… it is new.", "so well\u00ad… it is"),
        ("the well…", "It is the well\u00adkept... thing.", None),
        ("are frozen ... from May", "They are frozen… from May on.", "are frozen… from May"),
        ("are frozen...from May", "They are frozen … from May on.", "are frozen … from May"),
        ("are frozen . . . from May", "They are frozen …from May on.", "are frozen …from May"),
        ("are frozen… from May", "They are frozen . . . from May.", "are frozen . . . from May"),
        ("are frozen ...", "They are frozen… from May on.", "are frozen…"),
        ("... from May", "They are frozen… from May on.", "… from May"),
        ("so well", "It is so well\u00adkept.", None),
        ("ile", "A ﬁle of his.", None),
    ],
)
def test_dots_and_their_spaces_are_a_matter_of_spelling(
    words: str, text: str, there: str | None
) -> None:
    assert found(words, text) == ([] if there is None else [there])


def test_parts_of_longer_words_are_asked_for_apart() -> None:
    text = "It is well\u00adkept… so far as we know."
    (span,) = Spelling(Haystack(text).unbroken).places("kept... so far", parts=True)
    assert text[span.start : span.end] == "kept… so far"


def test_dots_where_a_long_text_is_cut_into_parts() -> None:
    for before in range(4080, 4100):
        text = f"{'word ' * 2000}"[:before].rstrip() + " end … from May." + " tail" * 2000
        assert found("end... from May", text) == ["end … from May"], before


@pytest.mark.parametrize("words", ["realistic", "Non", "cafe", "“”", "-"])
def test_parts_of_words_are_not(words: str) -> None:
    assert found(words, "Nonsense, it is unrealistic, and so is the café.") == []


def test_what_interrupts_is_passed_over() -> None:
    text = "The debate ran over\n\nPAGE 2\n\ninto “THE” next page."
    hole = Span(text.index("\n\nPAGE"), text.index("into"))

    assert found("ran over into 'the' next", text, hole) == [text[11:-6]]


WORD = st.text(alphabet="abé “”’-–…ﬁ\u00ad\u0301\u200b\n.", max_size=40).map("b{}b".format)


@given(st.lists(WORD, min_size=1, max_size=400), st.data())
def test_words_of_a_text_are_found_where_they_stand(words: list[str], data: st.DataObject) -> None:
    text = " x ".join(words)
    number = data.draw(st.integers(0, len(words) - 1))
    start = sum(len(word) + 3 for word in words[:number])

    spans = list(Spelling(Haystack(text).unbroken).places(words[number]))

    assert Span(start, start + len(words[number])) in spans
    assert {fold_spelling(text[span.start : span.end]) for span in spans} == {
        fold_spelling(words[number])
    }
