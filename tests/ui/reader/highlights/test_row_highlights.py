"""How overlapping passages are told apart."""

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QColor

from counterpoint.domain.approach import Colour
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.source import Furniture, FurnitureKind
from counterpoint.domain.span import Span
from counterpoint.ui.reader.highlights.highlight import Highlight, Highlights
from counterpoint.ui.reader.highlights.row_highlights import RowHighlights, highlights_of_row
from counterpoint.ui.reader.layout.measures import Measures
from counterpoint.ui.reader.layout.paragraph import Paragraph
from counterpoint.ui.theme.fonts import Fonts
from tests.ui.reader.material import highlight, model_of, piece, span_of

TEXT = "The UK sees recent Russian foreign policy actions as a continuum. " * 6


def decor_of(
    highlights: Sequence[Highlight], text: str = TEXT, furniture: Sequence[Furniture] = ()
) -> tuple[RowHighlights, Paragraph]:
    model = model_of(text, furniture)
    measures = Measures.fitted(Fonts(), 560, rules=1, label_width=24, cue_width=12)
    paragraph = Paragraph(model, 0, measures, QColor("#888888"))
    return highlights_of_row(paragraph, model, Highlights(highlights)), paragraph


@pytest.mark.usefixtures("fonts")
class TestDecor:
    def test_a_row_without_marks_is_plain(self) -> None:
        row_highlights, _ = decor_of([])
        assert row_highlights == RowHighlights()
        assert row_highlights.lanes == 0

    def test_a_passage_has_its_approaches_tint_and_a_rule_on_its_lines(self) -> None:
        row_highlights, paragraph = decor_of([highlight(Span(70, 200), "k", "A", Colour.TEAL)])
        assert {tint.colour for tint in row_highlights.tints} == {Colour.TEAL}
        boxes = [tint.box for tint in row_highlights.tints]
        assert boxes == paragraph.rectangles(Span(70, 200))
        (rule,) = row_highlights.rules
        assert (rule.first, rule.last) == (paragraph.line_of(70), paragraph.line_of(199))
        assert (rule.lane, rule.cue, rule.dashed) == (0, "A", False)
        assert row_highlights.underlines == []

    def test_where_two_approaches_overlap_the_shorter_tints_and_the_other_underlines(self) -> None:
        long = highlight(Span(0, 60), "long", "A", Colour.BLUE)
        short = highlight(Span(10, 20), "short", "B", Colour.ORANGE)
        row_highlights, paragraph = decor_of([long, short])
        (inner,) = [t.box for t in row_highlights.tints if t.colour is Colour.ORANGE]
        assert inner == paragraph.rectangles(Span(10, 20))[0]
        (line,) = row_highlights.underlines
        assert (line.box, line.colour, line.nth, line.dashed) == (inner, Colour.BLUE, 0, False)

    def test_three_approaches_at_one_place_have_underlines_one_below_the_other(self) -> None:
        highlights = [
            highlight(Span(5, 30), cue, cue, colour)
            for cue, colour in zip("ABC", Colour, strict=False)
        ]
        row_highlights, _ = decor_of(highlights)
        assert sorted(line.nth for line in row_highlights.underlines) == [0, 1]
        assert sorted(rule.lane for rule in row_highlights.rules) == [0, 1, 2]

    def test_one_approaches_overlapping_passages_share_tint_and_rule(self) -> None:
        row_highlights, _ = decor_of([highlight(Span(0, 60), "1"), highlight(Span(10, 90), "2")])
        assert row_highlights.underlines == []
        assert [rule.lane for rule in row_highlights.rules] == [0]

    def test_rules_on_different_lines_share_a_lane(self) -> None:
        row_highlights, paragraph = decor_of(
            [highlight(Span(0, 20), "1", "A"), highlight(Span(250, 300), "2", "B", Colour.ROSE)]
        )
        assert paragraph.line_of(20) < paragraph.line_of(250)
        assert [rule.lane for rule in row_highlights.rules] == [0, 0]

    @pytest.mark.parametrize("state", [QuotationState.MOVED, QuotationState.CHANGED])
    def test_a_passage_that_is_not_exact_is_never_tinted(self, state: QuotationState) -> None:
        row_highlights, paragraph = decor_of([highlight(Span(70, 90), "k", state=state)])
        assert row_highlights.tints == []
        assert [line.dashed for line in row_highlights.underlines] == [True]
        assert [rule.dashed for rule in row_highlights.rules] == [True]
        assert row_highlights.words == [(paragraph.line_of(70), str(state))]

    def test_what_interrupts_a_passage_is_not_tinted(self) -> None:
        text = "The sentence\n\nLONDON 002 OF 002\n\ngoes on to its end."
        header = piece(text, "LONDON 002 OF 002", FurnitureKind.HEADER, interrupts=True)
        row_highlights, paragraph = decor_of([highlight(Span(4, len(text)), "k")], text, [header])
        tinted = [tint.box for tint in row_highlights.tints]
        assert paragraph.rectangles(header.span)[0] not in tinted
        assert not any(
            box.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1))
            for box in tinted
            for other in paragraph.rectangles(header.span)
        )
        assert tinted[0].left() == paragraph.x_of(4)

    def test_a_passage_over_several_paragraphs_marks_its_part_of_each(self) -> None:
        text = "First paragraph.\n\nSecond paragraph."
        row_highlights, paragraph = decor_of(
            [highlight(span_of(text, "paragraph", "Second"), "k")], text
        )
        assert [t.box for t in row_highlights.tints] == paragraph.rectangles(Span(6, 16))
