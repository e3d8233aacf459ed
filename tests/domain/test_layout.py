"""The paragraphs of a text, under the rules of docs/file-formats.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.domain.layout import BlockKind, Layout, lay_out
from counterpoint.domain.source import Furniture, FurnitureKind, Numbering
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import Line, Page

TEXT, HEADING, FURNITURE, RULE = BlockKind


def furniture(
    text: str, words: str, kind: FurnitureKind = FurnitureKind.HEADER, interrupts: bool = False
) -> Furniture:
    start = text.index(words)
    return Furniture(Span(start, start + len(words)), kind, interrupts)


def between(text: str, after: str, before: str, kind: FurnitureKind) -> Furniture:
    return Furniture(Span(text.index(after) + len(after), text.index(before)), kind, True)


def blocks(
    text: str, *pieces: Furniture, numbering: Numbering = Numbering.COUNT
) -> list[tuple[str, str, BlockKind]]:
    layout = lay_out(text, pieces, numbering)
    found = [layout.block(index) for index in range(len(layout))]
    return [(text[b.span.start : b.span.end], b.label, b.kind) for b in found]


def words(text: str, *pieces: Furniture) -> list[str]:
    return [block[0] for block in blocks(text, *pieces)]


@pytest.mark.parametrize("text", ["", "\n\n", " \n\t\n\u00a0"])
def test_a_text_without_words_has_no_blocks(text: str) -> None:
    layout = lay_out(text, (), Numbering.COUNT)
    assert len(layout) == 0
    assert layout.label_at(0) == ""
    with pytest.raises(IndexError):
        layout.index_at(0)


def test_blocks_are_parted_by_lines_of_white_space() -> None:
    assert words("\n  one\ntwo \n \t\u00a0\nthree\n\n\n  four\n") == ["one\ntwo", "three", "four"]


def test_a_bullet_begins_a_block_of_its_own() -> None:
    text = "Points:\n- one\n  goes on\n  * two\n• three\n-four\n*** five"
    assert words(text) == ["Points:", "- one\n  goes on", "* two", "• three\n-four\n*** five"]


def test_blocks_are_counted_and_headings_and_furniture_are_not() -> None:
    text = "HEADER\n\nWho blinks?\n\nFirst.\n\nSecond.\n\n41"
    pieces = (
        furniture(text, "HEADER"),
        furniture(text, "Who blinks?", FurnitureKind.HEADING),
        furniture(text, "41", FurnitureKind.PAGE_NUMBER),
    )
    assert blocks(text, *pieces) == [
        ("HEADER", "", FURNITURE),
        ("Who blinks?", "", HEADING),
        ("First.", "§1", TEXT),
        ("Second.", "§2", TEXT),
        ("41", "", FURNITURE),
    ]


def test_pilcrows_number_the_blocks_that_have_them() -> None:
    text = "¶1. One.\n\nNot numbered, see ¶9.\n\n¶12. Two."
    assert [b[1] for b in blocks(text, numbering=Numbering.PILCROW)] == ["¶1", "", "¶12"]


def test_numbers_number_the_blocks_that_have_them() -> None:
    text = "139. One.\n\n3.5 per cent\n\n144. Two."
    assert [b[1] for b in blocks(text, numbering=Numbering.NUMBER)] == ["139", "", "144"]


def test_a_line_of_dashes_under_a_heading_is_a_rule() -> None:
    text = "A More Resilient Approach\n------------------------- \n\n¶6. (C) As examples"
    heading = furniture(text, "A More Resilient Approach", FurnitureKind.HEADING)
    assert blocks(text, heading, numbering=Numbering.PILCROW) == [
        ("A More Resilient Approach", "", HEADING),
        ("-------------------------", "", RULE),
        ("¶6. (C) As examples", "¶6", TEXT),
    ]


def test_a_rule_named_with_its_heading_is_still_a_rule() -> None:
    text = "Some Kremlinology\n-----------------\nLONDON 002 OF 002\n\n¶7. (C) Within"
    heading = furniture(text, "Some Kremlinology\n-----------------", FurnitureKind.HEADING)
    kinds = [b[2] for b in blocks(text, heading, furniture(text, "LONDON 002 OF 002"))]
    assert kinds == [HEADING, RULE, FURNITURE, TEXT]


def test_dashes_that_are_not_under_a_heading_are_text() -> None:
    assert blocks("one\n-----\ntwo") == [("one\n-----\ntwo", "§1", TEXT)]


def test_furniture_lines_at_the_ends_of_a_block_are_parted_from_it() -> None:
    text = "HEADER\nOF TWO LINES\nTitle\nThe text\ngoes on.\nVisit the website\nLEBARON"
    pieces = (
        furniture(text, "HEADER\nOF TWO LINES"),
        furniture(text, "Title", FurnitureKind.HEADING),
        furniture(text, "Visit the website\nLEBARON", FurnitureKind.IMPRINT),
    )
    assert blocks(text, *pieces) == [
        ("HEADER\nOF TWO LINES", "", FURNITURE),
        ("Title", "", HEADING),
        ("The text\ngoes on.", "§1", TEXT),
        ("Visit the website\nLEBARON", "", FURNITURE),
    ]


def test_furniture_within_a_line_or_amid_a_block_does_not_part_it() -> None:
    text = "pillars[2] of\n41\nthe strategy"
    pieces = (furniture(text, "[2]", FurnitureKind.FOOTNOTE_MARK), furniture(text, "41"))
    assert blocks(text, *pieces) == [(text, "§1", TEXT)]


def test_a_page_break_that_interrupts_joins_the_blocks_it_parts() -> None:
    text = "that he would be \n\nrobust with Moscow.\n\nNext."
    pieces = (between(text, "would be", "robust", FurnitureKind.PAGE_BREAK),)
    assert blocks(text, *pieces) == [
        ("that he would be \n\nrobust with Moscow.", "§1", TEXT),
        ("Next.", "§2", TEXT),
    ]


def test_a_page_number_and_a_header_that_interrupt_join_what_they_part() -> None:
    text = "The sentence\n\n41\n\nHEADER\n\ngoes on.\n\nNext."
    pieces = (
        furniture(text, "41", FurnitureKind.PAGE_NUMBER, True),
        furniture(text, "HEADER", interrupts=True),
    )
    assert words(text, *pieces) == ["The sentence\n\n41\n\nHEADER\n\ngoes on.", "Next."]


def test_furniture_that_interrupts_beside_a_heading_joins_nothing() -> None:
    text = "The end.\n\n41\n\nHeading\n\nNext."
    pieces = (
        furniture(text, "41", FurnitureKind.PAGE_NUMBER, True),
        furniture(text, "Heading", FurnitureKind.HEADING),
    )
    assert words(text, *pieces) == ["The end.", "41", "Heading", "Next."]


def test_a_page_break_beneath_a_heading_joins_nothing() -> None:
    text = "Heading\n\n41\n\nText."
    pieces = (
        furniture(text, "Heading", FurnitureKind.HEADING),
        furniture(text, "41", FurnitureKind.PAGE_NUMBER, True),
    )
    assert words(text, *pieces) == ["Heading", "41", "Text."]


def test_a_footnote_mark_at_the_end_of_a_block_does_not_join_it_to_the_next() -> None:
    text = "One.¹\n\nTwo."
    pieces = (furniture(text, "¹", FurnitureKind.FOOTNOTE_MARK, True),)
    assert words(text, *pieces) == ["One.¹", "Two."]


def test_furniture_given_twice_or_overlapping_is_taken_once() -> None:
    text = "HEADER\nMORE\n\nText."
    pieces = (furniture(text, "HEADER\nMORE"), furniture(text, "MORE"), furniture(text, "MORE"))
    assert blocks(text, *pieces) == [("HEADER\nMORE", "", FURNITURE), ("Text.", "§1", TEXT)]


def test_positions_lead_to_their_blocks() -> None:
    text = "\none\n\ntwo\n\nHEADER"
    layout = lay_out(text, (furniture(text, "HEADER"),), Numbering.COUNT)
    assert [layout.index_at(p) for p in range(len(text))] == [0] * 6 + [1] * 5 + [2] * 6
    assert layout.label_at(text.index("two")) == "§2"
    assert layout.label_at(text.index("HEADER")) == ""


def test_the_labels_of_a_span_are_those_of_the_blocks_it_takes_words_from() -> None:
    text = "one\n\ntwo\n\nthree"
    layout = lay_out(text, (), Numbering.COUNT)
    assert layout.labels_in(Span(1, 6)) == ("§1", "§2")
    assert layout.labels_in(Span(3, 9)) == ("§2",)
    assert layout.labels_in(Span(4, 4)) == ()


def test_fifty_million_code_points_are_laid_out() -> None:
    """How fast is measured by the benchmark `scans`."""
    text = (
        "A paragraph of some hundred characters — about as long\nas those of a newspaper.\n\n"
        * 625_000
    )
    layout = lay_out(text, (), Numbering.COUNT)
    assert len(layout) == 625_000
    assert layout.label(624_999) == "§625000"


LINES = st.sampled_from(
    [
        "word",
        "two words",
        "",
        " ",
        "\xa0",
        "- item",
        "* item",
        "  • item",
        "-----",
        "***",
        "¶4. x",
        "144. x",
        "😀 smile",
        "41",
        " lead",
        "trail ",
        "\u2028",
        "x\u2028y",
    ]
)


@st.composite
def texts_with_furniture(draw: st.DrawFn) -> tuple[str, list[Furniture]]:
    text = "\n".join(draw(st.lists(LINES, max_size=14)))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    spans = draw(st.lists(ends, max_size=5))
    return text, [
        Furniture(
            Span(min(a, b), max(a, b)), draw(st.sampled_from(FurnitureKind)), draw(st.booleans())
        )
        for a, b in spans
        if a != b
    ]


@given(texts_with_furniture(), st.sampled_from(Numbering))
def test_blocks_hold_every_word_exactly_once_and_in_order(
    given_text: tuple[str, list[Furniture]], numbering: Numbering
) -> None:
    text, pieces = given_text
    layout = lay_out(text, pieces, numbering)
    found = [layout.block(index) for index in range(len(layout))]
    reached = 0
    for block in found:
        assert text[reached : block.span.start].strip() == ""
        assert block.span.length > 0
        shown = text[block.span.start : block.span.end]
        assert shown == shown.strip()
        reached = block.span.end
    assert text[reached:].strip() == ""


@given(texts_with_furniture(), st.sampled_from(Numbering))
def test_every_position_leads_to_the_block_that_holds_it(
    given_text: tuple[str, list[Furniture]], numbering: Numbering
) -> None:
    text, pieces = given_text
    layout = lay_out(text, pieces, numbering)
    for index in range(len(layout)):
        span = layout.span(index)
        assert {layout.index_at(position) for position in range(span.start, span.end)} == {index}


@given(texts_with_furniture())
def test_counted_labels_run_from_one_without_a_gap(
    given_text: tuple[str, list[Furniture]],
) -> None:
    layout: Layout = lay_out(*given_text, Numbering.COUNT)
    labels = [label for label in map(layout.label, range(len(layout))) if label]
    assert labels == [f"§{number}" for number in range(1, len(labels) + 1)]


def test_a_passage_that_runs_on_to_another_page_or_line_is_cited_from_where_to_where() -> None:
    text = "One paragraph stands whole and runs on.\n\nAnother begins here."
    pages = [Page(0, "iv"), Page(text.index("whole"), "v")]
    paged = lay_out(text, [], Numbering.PAGE, pages)
    over = Span(4, text.index(" runs"))
    assert paged.cited(over) == paged.place_of(over) == "p. iv ¶1–p. v ¶1"
    within = Span(4, 10)
    assert paged.cited(within) == paged.place_of(within) == "p. iv ¶1"

    lines = [Line(0, 1), Line(text.index("whole"), 2), Line(text.index("Another"), 4)]
    lined = lay_out(text, [], Numbering.LINE, [], lines)
    assert lined.place_of(over) == "l. 1–l. 2"
    assert lined.place_of(within) == "l. 1"

    counted = lay_out(text, [], Numbering.COUNT)
    assert counted.place_of(Span(4, len(text))) == "§1", "a paragraph is a place of its own"
