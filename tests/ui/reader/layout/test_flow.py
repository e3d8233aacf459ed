"""Which rows are on the screen, and exactly where."""

import random
from itertools import pairwise

import pytest
from PySide6.QtGui import QColor

from counterpoint.ui.reader.layout.flow import Flow, Top
from counterpoint.ui.reader.layout.measures import Measures
from counterpoint.ui.theme.fonts import Fonts
from tests.ui.reader.material import long_text, model_of

HEIGHT = 600
FAINT = QColor("#888888")


def measures(width: int = 560, zoom: float = 1.0) -> Measures:
    return Measures.fitted(Fonts(zoom), width, rules=1, label_width=24, cue_width=12)


def flow_of(text: str, height: int = HEIGHT) -> Flow:
    return Flow(model_of(text), measures(), height, FAINT)


def line_y(flow: Flow, position: int) -> float:
    row = flow.model.row_at(position)
    y = flow.y_of(row)
    assert y is not None
    paragraph = flow.paragraph(row)
    return y + paragraph.line_top(paragraph.line_of(position))


@pytest.mark.usefixtures("fonts")
class TestFlow:
    def test_a_place_anywhere_is_put_to_the_pixel(self) -> None:
        flow = flow_of(long_text(4000))
        chance = random.Random(5)
        for _ in range(60):
            position = flow.model.span(chance.randrange(20, 4000)).start + chance.randrange(150)
            flow.place(position, 200.0)
            assert line_y(flow, position) == pytest.approx(200.0)

    def test_the_last_line_too_is_put_a_third_from_the_top(self) -> None:
        flow = flow_of(long_text(50))
        last = flow.model.span(49).end - 1
        flow.place(last, 200.0)
        assert line_y(flow, last) == pytest.approx(200.0)

    def test_at_the_start_a_place_is_put_as_near_as_can_be(self) -> None:
        flow = flow_of(long_text(50))
        flow.place(3, 200.0)
        assert flow.top == Top(0, 0.0)
        assert line_y(flow, 3) == flow.measures.top

    def test_the_first_line_has_its_margin_where_it_is_at_the_top(self) -> None:
        flow = flow_of(long_text(50))
        flow.place(0, 0.0)
        assert flow.top == Top(0, 0.0)
        second = flow.model.span(1).start
        flow.place(second, 0.0)
        assert line_y(flow, second) == 0.0

    def test_a_text_that_fits_does_not_scroll(self) -> None:
        flow = flow_of("One.\n\nTwo.")
        flow.scroll(500)
        assert (flow.top, flow.most, flow.value) == (Top(0, 0.0), 0, 0)

    def test_a_text_that_just_fits_does_not_scroll(self) -> None:
        flow = flow_of(long_text(3), height=450)
        assert sum(paragraph.height for paragraph, _ in flow.on_screen()) > 300
        flow.place(flow.model.span(2).start, 100.0)
        assert (flow.top, flow.most) == (Top(0, 0.0), 0)

    def test_scrolling_there_and_back_ends_at_the_same_pixel(self) -> None:
        flow = flow_of(long_text(300))
        flow.place(flow.model.span(100).start, 100.0)
        before = flow.top
        for pixels in (37, 500, 1200, -900, -837):
            flow.scroll(pixels)
        assert flow.top == before

    def test_rows_on_the_screen_join_without_gap_or_overlap(self) -> None:
        flow = flow_of(long_text(300))
        flow.scroll(3333)
        rows = flow.on_screen()
        for (above, y), (below, following) in pairwise(rows):
            assert below.row == above.row + 1
            assert following == pytest.approx(y + above.height)
        assert rows[0][1] <= 0
        assert rows[-1][1] + rows[-1][0].height >= HEIGHT

    def test_only_what_is_near_the_screen_is_laid_out(self) -> None:
        flow = flow_of(long_text(5000))
        flow.place(flow.model.span(2500).start, 200.0)
        flow.on_screen()
        assert len(flow._rows) < 60

    def test_the_bars_value_grows_with_the_place_and_ends_at_its_most(self) -> None:
        flow = flow_of(long_text(200))
        values = []
        for _ in range(400):
            values.append(flow.value)
            flow.scroll(90)
        assert values == sorted(values)
        assert values[0] == 0
        assert flow.value == flow.most

    def test_the_bar_leads_to_the_place_that_it_shows(self) -> None:
        flow = flow_of(long_text(2000))
        for row in (1, 700, 1500, 1990):
            flow.place(flow.model.span(row).start, -20.0)
            value = flow.value
            flow.seek(0)
            flow.seek(value)
            assert abs(flow.value - value) <= 1
            assert flow.top.row == flow.model.row_at(flow.model.span(row).start)

    def test_seeking_the_most_leads_to_the_end(self) -> None:
        flow = flow_of(long_text(200))
        flow.seek(flow.most)
        assert flow.on_screen()[-1][0].row == 199

    def test_the_end_key_puts_the_last_line_at_the_bottom(self) -> None:
        flow = flow_of(long_text(200))
        flow.to_end()
        paragraph, y = flow.on_screen()[-1]
        assert (paragraph.row, y + paragraph.height) == (199, HEIGHT)

    def test_after_a_reset_a_place_is_put_to_the_pixel_again(self) -> None:
        flow = flow_of(long_text(300))
        position = flow.model.span(150).start
        flow.place(position, 200.0)
        flow.reset(measures(400, 2.0), 900, FAINT)
        flow.place(position, 300.0)
        assert line_y(flow, position) == pytest.approx(300.0)
