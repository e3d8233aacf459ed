"""Heads fit their text, and a cue can be read on its colour."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from counterpoint.domain.approach import Colour
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.comparison.header.header_layout import (
    ApproachHeadLayout,
    DimensionHeaderLayout,
)
from counterpoint.ui.painting.text_block import Run, longest_word
from counterpoint.ui.theme.colours import Colours, dark, light
from counterpoint.ui.theme.theme import Theme
from tests.ui.comparison.material import DIMENSIONS, approach, six, with_long_title


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colours", [light(), dark()], ids=["light", "dark"])
@pytest.mark.parametrize("colour", Colour)
def test_a_cue_has_contrast_on_its_square(theme: Theme, colours: Colours, colour: Colour) -> None:
    theme.set_colours(colours)
    style = Style(theme, {}, None)
    lights = sorted((_luminance(style.paper), _luminance(style.text(colour))))
    assert (lights[1] + 0.05) / (lights[0] + 0.05) >= 4.5


def test_a_very_long_title_makes_a_taller_head(theme: Theme) -> None:
    style = Style(theme, {}, None)
    usual = ApproachHeadLayout(six()[1].head, 208, style, across=True)
    long = ApproachHeadLayout(with_long_title(six()[1]).head, 208, style, across=True)
    assert long.height > usual.height + 5 * 19


def test_a_word_too_wide_beside_the_cue_goes_below_it(theme: Theme) -> None:
    style = Style(theme, {}, None)
    title = "Abschreckungsbereitschaft"
    width = longest_word(Run(title, style.body_bold, style.ink)) + 2 * style.padding + 10
    heads = [approach("x", name, "Gist.", "X", Colour.BLUE, ()).head for name in ("Short", title)]
    beside, below = (ApproachHeadLayout(head, width, style, across=True) for head in heads)
    assert below.height == beside.height + 22


def test_a_dimension_folds_by_its_title_only(theme: Theme) -> None:
    style = Style(theme, {}, None)
    open_ = DimensionHeaderLayout(DIMENSIONS[5], 156, style, folded=False, across=False)
    folded = DimensionHeaderLayout(DIMENSIONS[0], 156, style, folded=True, across=False)
    assert open_.on_fold_mark(QPointF(10, 20))
    assert not open_.on_fold_mark(QPointF(30, 20)), "a click on the title chooses the question"
    assert not open_.on_fold_mark(QPointF(30, open_.height - 12))
    assert folded.height <= style.folded_height


def test_what_is_counted_stays_whole_where_the_question_has_no_room(theme: Theme) -> None:
    style = Style(theme, {}, None).closer
    remark = "9\u00a0of 15\u00a0pairs part, 5\u00a0with one\u00a0silent"

    def head(room: int) -> DimensionHeaderLayout:
        return DimensionHeaderLayout(
            DIMENSIONS[0]._replace(question="What drives Moscow, and since when has it?"),
            148, style, folded=False, across=False, room=room, remark=remark,
        )  # fmt: skip

    whole, none = head(0), head(1)
    line = round(style.small.pixelSize() * style.spacing)
    assert whole.height == whole.whole
    assert none.height == whole.whole - 3 * line - 2, "all but the question"
    assert head(none.height + line).height == none.height, "there is no room for a line of it"
    assert head(none.height + line + 2).height == none.height + line + 2


def test_quotations_that_are_not_exact_are_told_in_words_where_the_status_is_cut(
    theme: Theme,
) -> None:
    style = Style(theme, {}, None)
    head = approach("x", "Short", "Gist.", "X", Colour.BLUE, ()).head
    head = head._replace(
        tally=head.tally._replace(not_exact=2, claims=30, advocates=9),
        status_note="one side in a debate of many years",
    )
    layout = ApproachHeadLayout(head, 190, style, across=True)
    low = ApproachHeadLayout(head, 190, style, across=True, room=layout.height - 30)
    for each in (layout, low):
        last = each.words()[-1]
        assert last.startswith("2\u00a0quotations not exact"), last
