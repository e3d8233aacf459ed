"""Where the code points of a laid-out row stand."""

import pytest
from PySide6.QtGui import QColor

from counterpoint.domain.source import FurnitureKind, Numbering
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import Heading, Page, SetIn
from counterpoint.ui.reader.layout.measures import Measures
from counterpoint.ui.reader.layout.model import ReaderModel
from counterpoint.ui.reader.layout.paragraph import Paragraph
from counterpoint.ui.theme.fonts import Fonts
from tests.ui.reader.material import model_of, piece, source_of, span_of

EMOJI = "🇬🇧 London 😀 and 🇷🇺 Moscow 👩‍👩‍👧 “hit and miss,” " * 6


def paragraph_of(model: ReaderModel, row: int = 0, width: int = 560) -> Paragraph:
    measures = Measures.fitted(Fonts(), width, rules=1, label_width=24, cue_width=12)
    return Paragraph(model, row, measures, QColor("#888888"))


@pytest.mark.usefixtures("fonts")
class TestParagraph:
    def test_lines_begin_where_words_do_and_follow_on_one_another(self) -> None:
        text = "Davenport explained that HMG was conducting parallel exercises. " * 8
        paragraph = paragraph_of(model_of(text))
        assert len(paragraph.breaks) > 5
        assert all(position == 0 or text[position - 1] == " " for position in paragraph.breaks)
        spans = [paragraph.line_span(line) for line in range(len(paragraph.breaks))]
        assert [s.end for s in spans[:-1]] == [s.start for s in spans[1:]]
        assert (spans[0].start, spans[-1].end) == (0, len(text.rstrip()))

    def test_a_line_holds_sixty_to_seventy_five_characters_where_there_is_room(self) -> None:
        text = "the quick brown fox jumps over the lazy dog, and then it rests. " * 30
        paragraph = paragraph_of(model_of(text), width=1200)
        lengths = [paragraph.line_span(line).length for line in range(len(paragraph.breaks) - 1)]
        assert 60 <= sum(lengths) / len(lengths) <= 75

    @pytest.mark.parametrize("text", [EMOJI, "é—中 " * 60, "\u05d0\u05d1 abc \u05d2 " * 30])
    def test_a_position_has_an_x_that_leads_back_to_it(self, text: str) -> None:
        paragraph = paragraph_of(model_of(text))
        position = paragraph.span.start
        seen = 0
        while position < paragraph.span.end:
            line = paragraph.line_of(position)
            y = paragraph.line_top(line) + 5
            if "\u05d0" not in text:
                assert paragraph.position_at(paragraph.x_of(position), y) == position
            position = paragraph.next_position(position, forward=True)
            seen += 1
        assert seen > 40

    @pytest.mark.parametrize(
        ("numbering", "shown"),
        [(Numbering.NUMBER, "Objections"), (Numbering.PAGE, "2. Objections")],
    )
    def test_a_number_is_shown_where_the_margin_does_not(
        self, numbering: Numbering, shown: str
    ) -> None:
        source, text = source_of("2. Objections of the towns", numbering=numbering)
        model = ReaderModel(source._replace(pages=(Page(0, "12"),)), text)
        words = paragraph_of(model).words.replace("\u200b", "")
        assert words.startswith(shown)

    @pytest.mark.parametrize("text", [EMOJI, "\u05d0\u05d1 abc \u05d2 " * 30])
    def test_what_stands_in_has_its_words_there(self, text: str) -> None:
        source, whole = source_of(text)
        stands = (SetIn(0, len(text.rstrip()), 1, quoted=True),)
        flush = paragraph_of(ReaderModel(source, whole))
        paragraph = paragraph_of(ReaderModel(source._replace(set_in=stands), whole))

        assert paragraph.indent == 40
        assert paragraph.layout.lineAt(0).width() == flush.layout.lineAt(0).width() - 40
        boxes = paragraph.rectangles(paragraph.span)
        assert min(box.left() for box in boxes) == pytest.approx(40, abs=1)
        assert max(box.right() for box in boxes) <= 40 + paragraph.layout.lineAt(0).width()
        y = paragraph.line_top(0) + 5
        assert not paragraph.holds(20, y)
        assert paragraph.holds(45, y)
        if text is EMOJI:
            assert paragraph.position_at(paragraph.x_of(4), y) == 4

    def test_the_levels_of_headings_are_told_apart(self) -> None:
        text = "One\n\nTwo\n\nThree\n\nFour"
        headings = tuple(
            Heading(text.index(words), text.index(words) + len(words), level)
            for level, words in enumerate(("One", "Two", "Three"), 1)
        )
        pieces = [piece(text, w, FurnitureKind.HEADING) for w in ("One", "Two", "Three", "Four")]
        source, whole = source_of(text, pieces)
        model = ReaderModel(source._replace(headings=headings), whole)

        fonts = [paragraph_of(model, row).line.font for row in range(4)]
        assert [(font.bold(), font.italic()) for font in fonts] == [
            *((True, False), (True, True), (False, True)),
            (False, True),  # of a level that nobody knows
        ]

    def test_boxes_of_words_after_emoji_cover_just_those_words(self) -> None:
        model = model_of(EMOJI)
        paragraph = paragraph_of(model)
        for words in ("London", "Moscow", "“hit and miss,”"):
            span = span_of(EMOJI, words)
            boxes = paragraph.rectangles(span)
            line = paragraph.line_of(span.start)
            assert boxes[0].left() == pytest.approx(paragraph.x_of(span.start, line))
            if paragraph.line_of(span.end - 1) == line:
                assert boxes[0].right() == pytest.approx(paragraph.x_of(span.end, line), abs=0.6)

    def test_a_flag_or_family_is_one_step_for_a_caret(self) -> None:
        model = model_of("🇬🇧x👩‍👩‍👧y")
        paragraph = paragraph_of(model)
        steps = [0]
        while steps[-1] < paragraph.span.end:
            steps.append(paragraph.next_position(steps[-1], forward=True))
        assert steps == [0, 2, 3, 8, 9]

    def test_boxes_of_a_span_over_several_lines_are_one_a_line(self) -> None:
        text = "Davenport explained that HMG was conducting parallel exercises. " * 8
        paragraph = paragraph_of(model_of(text))
        boxes = paragraph.rectangles(Span(-50, 10_000))
        assert len(boxes) == len(paragraph.breaks)
        assert paragraph.rectangles(Span(len(text), len(text) + 9)) == []

    def test_hebrew_in_a_line_is_boxed_where_it_is_painted(self) -> None:
        text = "abc \u05d0\u05d1\u05d2 def"
        paragraph = paragraph_of(model_of(text))
        first, last = Span(4, 5), Span(6, 7)
        assert paragraph.rectangles(first)[0].left() > paragraph.rectangles(last)[0].left()
        whole = paragraph.rectangles(Span(4, 7))
        assert len(whole) == 1
        assert whole[0].left() >= paragraph.rectangles(Span(0, 3))[0].right() - 0.5

    @pytest.mark.parametrize("odd", ["\u2028", "\u2029", "\x85", "\x0b", "\t", "\u00a0", "\ufffc"])
    def test_odd_separators_neither_break_a_line_nor_move_a_position(self, odd: str) -> None:
        model = model_of(f"before{odd}after")
        paragraph = paragraph_of(model)
        assert paragraph.breaks == [0]
        plain = paragraph_of(model_of("before after"))
        assert paragraph.x_of(12) - paragraph.x_of(7) == pytest.approx(
            plain.x_of(12) - plain.x_of(7), abs=0.5
        )

    @pytest.mark.parametrize("text", ["Davenport explained it. " * 12, "x" * 400, "😀" * 90])
    def test_beside_the_end_of_a_line_is_still_that_line(self, text: str) -> None:
        paragraph = paragraph_of(model_of(text))
        assert len(paragraph.breaks) > 2
        for line in range(len(paragraph.breaks)):
            position = paragraph.position_at(5000.0, paragraph.line_top(line) + 5)
            assert paragraph.line_of(position) == line

    def test_a_letter_is_found_under_either_half_of_it(self) -> None:
        paragraph = paragraph_of(model_of("Moscow"))
        left, right = paragraph.x_of(2), paragraph.x_of(3)
        y = paragraph.line_top(0) + 5
        assert paragraph.letter_at(left + 1, y) == 2
        assert paragraph.letter_at(right - 1, y) == 2
        assert paragraph.holds(left, y)
        assert not paragraph.holds(paragraph.x_of(6) + 20, y)
        assert not paragraph.holds(left, y - 40)

    def test_a_footnote_mark_is_smaller_than_the_text(self) -> None:
        text = "pillars[2] of strategy"
        plain = paragraph_of(model_of(text))
        faint = paragraph_of(
            model_of(text, [piece(text, "[2]", FurnitureKind.FOOTNOTE_MARK, interrupts=True)])
        )
        assert faint.x_of(10) - faint.x_of(7) < plain.x_of(10) - plain.x_of(7)
        assert faint.x_of(7) == plain.x_of(7)

    def test_furniture_is_smaller_and_its_lines_are_kept(self) -> None:
        text = "FM AMEMBASSY LONDON\nTO RUEHC"
        paragraph = paragraph_of(model_of(text, [piece(text, text)]))
        assert paragraph.breaks == [0, 20]
        assert paragraph.line.pitch < paragraph_of(model_of(text)).line.pitch

    def test_the_number_of_a_paragraph_is_left_to_the_margin(self) -> None:
        text = "¶4. (C) The UK"
        numbered = paragraph_of(model_of(text, numbering=Numbering.PILCROW))
        assert numbered.x_of(4) == 0
        assert paragraph_of(model_of(text)).x_of(4) > 0


@pytest.mark.usefixtures("fonts")
def test_signs_of_direction_are_seen_and_turn_nothing() -> None:
    paragraph = paragraph_of(model_of("The minister \u202esaid so\u202c to all."))
    assert paragraph.words == "The minister ◊said so◊ to all."
    assert paragraph.x_of(14) < paragraph.x_of(20), "from left to right"
