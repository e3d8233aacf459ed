"""The widths of the reader's columns."""

import pytest

from counterpoint.domain.layout import BlockKind
from counterpoint.ui.reader.layout.measures import Measures
from counterpoint.ui.theme.fonts import Fonts


def fitted(width: int, zoom: float = 1.0, rules: int = 1) -> Measures:
    return Measures.fitted(Fonts(zoom), width, rules=rules, label_width=24, cue_width=12)


@pytest.mark.usefixtures("fonts")
class TestMeasures:
    @pytest.mark.parametrize("width", [300, 480, 560, 900, 2000])
    @pytest.mark.parametrize("rules", [1, 3, 9])
    def test_the_columns_stand_side_by_side_within_the_width(self, width: int, rules: int) -> None:
        made = fitted(width, rules=rules)
        assert made.cues_right >= 12
        assert made.cues_right + 24 < made.labels_right
        assert made.labels_right < made.rules_right - made.rules_width
        assert made.rules_right < made.text_left
        assert made.text_left + made.text_width <= width

    def test_a_wide_pane_keeps_its_measure_and_centres_the_text(self) -> None:
        wide, wider = fitted(1200), fitted(2000)
        assert wide.text_width == wider.text_width
        assert wider.text_left - wide.text_left == 400

    def test_zoom_scales_every_column(self) -> None:
        once, twice = fitted(1000), fitted(2000, 2.0)
        assert twice.text_width == pytest.approx(2 * once.text_width, abs=4)
        assert twice.rules_width == 2 * once.rules_width

    def test_lines_are_spaced_by_one_and_near_a_half(self) -> None:
        line = fitted(560).line(BlockKind.TEXT)
        assert line.pitch == round(line.font.pixelSize() * 1.45)
        assert fitted(560).line(BlockKind.HEADING).font.italic()
