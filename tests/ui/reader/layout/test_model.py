"""The rows of a source."""

from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.layout import BlockKind
from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.domain.span import Span
from counterpoint.ui.reader.layout.model import LONGEST_ROW, ReaderModel
from tests.ui.reader.material import model_of, piece, span_of

PARTS = st.sampled_from(["word ", "x" * 900 + " ", "\n\n", "\n", " " * 700, "😀", "y" * 2500])


@given(st.lists(PARTS, max_size=25).map("".join))
def test_rows_hold_every_word_once_in_order_and_are_short(text: str) -> None:
    model = model_of(text)
    reached = 0
    for row in range(len(model)):
        span = model.span(row)
        assert not text[reached : span.start].strip()
        assert 0 < span.length <= 1.5 * LONGEST_ROW
        assert {model.row_at(position) for position in (span.start, span.end - 1)} == {row}
        reached = span.end
    assert not text[reached:].strip()


def test_a_long_paragraph_is_cut_between_words_and_labelled_once() -> None:
    model = model_of("First.\n\n" + "pressure and dialogue " * 400)
    assert [model.label(row) for row in range(len(model))] == ["§1", "§2", "", "", "", ""]
    assert model.text[model.span(3).end] == " "
    assert model.begins_block(1) and not model.begins_block(2)


def test_kinds_and_labels_are_those_of_the_layout() -> None:
    text = "HEADER\n\n¶1. Text"
    model = model_of(text, [piece(text, "HEADER")], Numbering.PILCROW)
    assert [model.kind(row) for row in range(2)] == [BlockKind.FURNITURE, BlockKind.TEXT]
    assert [model.label(row) for row in range(2)] == ["", "¶1"]


def test_what_interrupts_is_cut_out_of_a_span() -> None:
    text = "The sentence [41] goes [42] on"
    highlights = [
        piece(text, words, FurnitureKind.PAGE_NUMBER, interrupts=True) for words in ("[41]", "[42]")
    ]
    model = model_of(text, highlights)
    assert model.without_breaks(Span(0, 13)) == (Span(0, 13),)
    assert model.without_breaks(Span(15, 22)) == (Span(17, 22),)
    assert [text[s.start : s.end] for s in model.without_breaks(Span(0, len(text)))] == [
        "The sentence ",
        " goes ",
        " on",
    ]
    assert model.furniture_in(Span(0, 15)) == [highlights[0]]


def test_the_first_word_of_a_span_is_found() -> None:
    text = "One.\n\nTwo."
    model = model_of(text)
    assert model.first_word(Span(4, 10)) == span_of(text, "Two.").start
    assert model.first_word(Span(4, 6)) == 4


def test_a_text_without_words_has_no_rows() -> None:
    model: ReaderModel = model_of(" \n\n ")
    assert len(model) == 0
