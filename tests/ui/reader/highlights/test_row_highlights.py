"""How overlapping passages are told apart."""

from collections.abc import Sequence

import pytest
from PySide6.QtGui import QColor

from counterpoint.domain.approach import Colour
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.source import Furniture, FurnitureKind
from counterpoint.domain.span import Span
from counterpoint.ui.reader.highlights.highlight import Mark, Marks
from counterpoint.ui.reader.highlights.row_highlights import Decor, decorate
from counterpoint.ui.reader.page.measures import Measures
from counterpoint.ui.reader.page.paragraph import Paragraph
from counterpoint.ui.theme.fonts import Letters
from tests.ui.reader.material import mark, model_of, piece, span_of

TEXT = "The UK sees recent Russian foreign policy actions as a continuum. " * 6


def decor_of(
    marks: Sequence[Mark], text: str = TEXT, furniture: Sequence[Furniture] = ()
) -> tuple[Decor, Paragraph]:
    model = model_of(text, furniture)
    measures = Measures.fitted(Letters(), 560, rules=1, label_width=24, cue_width=12)
    paragraph = Paragraph(model, 0, measures, QColor("#888888"))
    return decorate(paragraph, model, Marks(marks)), paragraph


@pytest.mark.usefixtures("letters")
class TestDecor:
    def test_a_row_without_marks_is_plain(self) -> None:
        decor, _ = decor_of([])
        assert decor == Decor()
        assert decor.lanes == 0

    def test_a_passage_has_its_approaches_tint_and_a_rule_on_its_lines(self) -> None:
        decor, paragraph = decor_of([mark(Span(70, 200), "k", "A", Colour.TEAL)])
        assert {tint.colour for tint in decor.tints} == {Colour.TEAL}
        boxes = [tint.box for tint in decor.tints]
        assert boxes == paragraph.rectangles(Span(70, 200))
        (rule,) = decor.rules
        assert (rule.first, rule.last) == (paragraph.line_of(70), paragraph.line_of(199))
        assert (rule.lane, rule.cue, rule.dashed) == (0, "A", False)
        assert decor.underlines == []

    def test_where_two_approaches_overlap_the_shorter_tints_and_the_other_underlines(self) -> None:
        long = mark(Span(0, 60), "long", "A", Colour.BLUE)
        short = mark(Span(10, 20), "short", "B", Colour.ORANGE)
        decor, paragraph = decor_of([long, short])
        (inner,) = [t.box for t in decor.tints if t.colour is Colour.ORANGE]
        assert inner == paragraph.rectangles(Span(10, 20))[0]
        (line,) = decor.underlines
        assert (line.box, line.colour, line.nth, line.dashed) == (inner, Colour.BLUE, 0, False)

    def test_three_approaches_at_one_place_have_underlines_one_below_the_other(self) -> None:
        marks = [
            mark(Span(5, 30), cue, cue, colour) for cue, colour in zip("ABC", Colour, strict=False)
        ]
        decor, _ = decor_of(marks)
        assert sorted(line.nth for line in decor.underlines) == [0, 1]
        assert sorted(rule.lane for rule in decor.rules) == [0, 1, 2]

    def test_one_approaches_overlapping_passages_share_tint_and_rule(self) -> None:
        decor, _ = decor_of([mark(Span(0, 60), "1"), mark(Span(10, 90), "2")])
        assert decor.underlines == []
        assert [rule.lane for rule in decor.rules] == [0]

    def test_rules_on_different_lines_share_a_lane(self) -> None:
        decor, paragraph = decor_of(
            [mark(Span(0, 20), "1", "A"), mark(Span(250, 300), "2", "B", Colour.ROSE)]
        )
        assert paragraph.line_of(20) < paragraph.line_of(250)
        assert [rule.lane for rule in decor.rules] == [0, 0]

    @pytest.mark.parametrize("state", [QuotationState.MOVED, QuotationState.CHANGED])
    def test_a_passage_that_is_not_exact_is_never_tinted(self, state: QuotationState) -> None:
        decor, paragraph = decor_of([mark(Span(70, 90), "k", state=state)])
        assert decor.tints == []
        assert [line.dashed for line in decor.underlines] == [True]
        assert [rule.dashed for rule in decor.rules] == [True]
        assert decor.words == [(paragraph.line_of(70), str(state))]

    def test_what_interrupts_a_passage_is_not_tinted(self) -> None:
        text = "The sentence\n\nLONDON 002 OF 002\n\ngoes on to its end."
        header = piece(text, "LONDON 002 OF 002", FurnitureKind.HEADER, interrupts=True)
        decor, paragraph = decor_of([mark(Span(4, len(text)), "k")], text, [header])
        tinted = [tint.box for tint in decor.tints]
        assert paragraph.rectangles(header.span)[0] not in tinted
        assert not any(
            box.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1))
            for box in tinted
            for other in paragraph.rectangles(header.span)
        )
        assert tinted[0].left() == paragraph.x_of(4)

    def test_a_passage_over_several_paragraphs_marks_its_part_of_each(self) -> None:
        text = "First paragraph.\n\nSecond paragraph."
        decor, paragraph = decor_of([mark(span_of(text, "paragraph", "Second"), "k")], text)
        assert [t.box for t in decor.tints] == paragraph.rectangles(Span(6, 16))
