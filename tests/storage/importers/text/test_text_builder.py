"""The text and the way back: whatever is put together, every letter has its place."""

from bisect import bisect_right

from hypothesis import example, given
from hypothesis import strategies as st

from counterpoint.domain.layout import BlockKind, lay_out
from counterpoint.domain.source import Furniture, FurnitureKind, Numbering
from counterpoint.domain.span import Span
from counterpoint.storage.importers.text.characters import put_right
from counterpoint.storage.importers.text.text_builder import Built, Paragraph, Run, build

LETTERS = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("abc de\u0301\u00e9-\u00ad\u200d\r\n\t\x00\u2028😀"),
    ),
    max_size=12,
)
KINDS = st.sampled_from(
    [None, None, *(each for each in FurnitureKind if each is not FurnitureKind.HEADING)]
)


@st.composite
def documents(draw: st.DrawFn) -> list[Paragraph]:
    page, at, line = 0, 0, 0
    paragraphs: list[Paragraph] = []
    for _ in range(draw(st.integers(0, 5))):
        runs: list[Run] = []
        for _ in range(draw(st.integers(1, 4))):
            page += draw(st.integers(0, 1))
            line += draw(st.integers(0, 1))
            text = draw(LETTERS)
            placed = draw(st.booleans())
            kind = draw(st.sampled_from([None, None, FurnitureKind.FOOTNOTE_MARK]))
            runs.append(Run(text, page, at if placed else -1, line, kind, draw(st.booleans())))
            at += len(text)
        level = draw(st.integers(0, 2))
        paragraphs.append(Paragraph(runs, None if level else draw(KINDS), level))
    return paragraphs


def built(paragraphs: list[Paragraph]) -> Built:
    return build(paragraphs, [f"p{number}" for number in range(40)])


@given(documents())
def test_the_text_is_canonical(paragraphs: list[Paragraph]) -> None:
    text = built(paragraphs).text

    assert put_right(text) == (text, 0)
    assert not text or (text.endswith("\n") and not text[0].isspace())
    assert len(text.encode()) >= len(text), "it can be written as UTF-8"


@given(documents())
def test_every_letter_has_a_page_and_stands_in_a_paragraph(paragraphs: list[Paragraph]) -> None:
    found = built(paragraphs)
    headings = [Furniture(each.span, FurnitureKind.HEADING, False) for each in found.map.headings]
    furniture = sorted([*found.furniture, *headings], key=lambda piece: piece.span)
    layout = lay_out(found.text, furniture, Numbering.PAGE, found.map.pages)
    starts = [page.start for page in found.map.pages]

    for at, letter in enumerate(found.text):
        if not letter.isspace():
            assert bisect_right(starts, at) > 0
            block = layout.block(layout.index_at(at))
            assert block.span.start <= at < block.span.end
            if block.kind is BlockKind.TEXT:
                assert layout.label_at(at).startswith("p. p")


@given(documents())
@example([Paragraph([Run("\ufb2a0", 0, 0)])])
@example([Paragraph([Run("de\u0301e", 0, 0)])])
@example([Paragraph([Run("\r0\n11", 0, 0)])])
def test_every_place_leads_back_to_the_letters_it_was_taken_from(
    paragraphs: list[Paragraph],
) -> None:
    found = built(paragraphs)
    original = {
        (run.page, run.at + at): letter
        for paragraph in paragraphs
        for run in paragraph.runs
        if run.at >= 0
        for at, letter in enumerate(run.text)
    }
    reached = 0
    for place in found.map.places:
        assert place.start >= reached
        reached = place.start + place.length
        for step in range(place.length):
            there = original[place.page, place.at + step]
            here = found.text[place.start + step]
            # A letter that was composed or taken apart stands alone.
            assert place.length == 1 or there == here
    assert reached <= len(found.text)


@given(documents(), st.data())
def test_places_of_a_span_are_within_it_and_in_order(
    paragraphs: list[Paragraph], data: st.DataObject
) -> None:
    found = built(paragraphs)
    start = data.draw(st.integers(0, len(found.text)))
    end = data.draw(st.integers(start, len(found.text)))

    reached = start
    for place in found.map.places_of(Span(start, end)):
        assert reached <= place.start
        reached = place.start + place.length
        assert reached <= end


@given(documents())
@example([Paragraph([Run("0"), Run("\r", kind=FurnitureKind.FOOTNOTE_MARK), Run("0")])])
def test_furniture_and_headings_are_apart_and_on_words(paragraphs: list[Paragraph]) -> None:
    found = built(paragraphs)

    for piece in found.furniture:
        words = found.text[slice(*piece.span)]
        assert words.strip()
    for heading in found.map.headings:
        words = found.text[slice(*heading.span)]
        assert words == words.strip() != ""


def test_paragraphs_within_one_are_counted_as_they_are_read() -> None:
    built = build([Paragraph.of("One.\n\nTwo.\n\nThree.\nStill three.")])

    assert built.paragraphs == 3
