"""Cells: what is clicked is what is painted."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from counterpoint.domain.approach import Claim, Colour, Coverage, Position, Stance
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.ui.comparison.grid.cell_content import CellContent
from counterpoint.ui.comparison.grid.cell_layout import CellLayout
from counterpoint.ui.comparison.grid.fold import Fold
from counterpoint.ui.comparison.grid.spot import Spot
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.theme.theme import Density, Theme
from tests.ui.comparison.material import DIMENSIONS, claim, gap, piece, six, with_eleven_claims


def _style(theme: Theme, stance: Stance | None = None) -> Style:
    return Style(theme, {"cable": "London cable"}, ClaimFilter(stance))


def _eleven() -> Position:
    return with_eleven_claims(six()[0]).position("diagnosis")


def _content(position: Position, claims: tuple[Claim, ...]) -> CellContent:
    return CellContent(position, DIMENSIONS[0], Colour.BLUE, claims)


def _layout(theme: Theme, claims: tuple[Claim, ...], width: int = 220) -> CellLayout:
    position = Position("diagnosis", Coverage.FULL, "", claims)
    return CellLayout(_content(position, claims), width, _style(theme))


@pytest.mark.parametrize("width", [130, 220, 700])
@pytest.mark.parametrize("zoom", [0.6, 1, 2])
def test_every_claim_and_mark_is_hit_in_the_middle_of_its_rectangle(
    theme: Theme, width: int, zoom: float
) -> None:
    theme.set_zoom(zoom)
    position = _eleven()
    layout = _layout(theme, position.claims, width)
    for n, one in enumerate(position.claims):
        rect = layout.rect(Spot(n))
        assert layout.hit(QPointF(rect.center().x(), rect.top() + 3)) == Spot(n)
        for m in range(len(one.evidence)):
            mark = layout.rect(Spot(n, m))
            assert rect.top() <= mark.top()
            assert mark.bottom() <= rect.bottom()
            assert mark.right() <= width
            assert layout.hit(mark.center()) == Spot(n, m)


def test_claims_do_not_overlap_and_all_are_in_the_cell(theme: Theme) -> None:
    layout = _layout(theme, _eleven().claims)
    rects = [layout.rect(Spot(n)) for n in range(11)]
    assert all(one.bottom() <= other.top() for one, other in pairwise(rects))
    assert rects[-1].bottom() <= layout.height


def test_below_the_last_claim_is_the_position(theme: Theme) -> None:
    layout = _layout(theme, (claim("1", "Short.", piece("k")),))
    assert layout.hit(QPointF(50, layout.height + 40)) == Spot()
    assert layout.hit(QPointF(50, 1)) == Spot()


def test_a_gap_is_one_place(theme: Theme) -> None:
    layout = CellLayout(_content(gap("diagnosis"), ()), 220, _style(theme))
    assert layout.hit(QPointF(50, 20)) == Spot()
    assert 30 < layout.height < 60


def test_a_narrower_cell_is_taller_and_a_compact_one_lower(theme: Theme) -> None:
    claims = _eleven().claims
    wide, narrow = _layout(theme, claims, 400), _layout(theme, claims, 150)
    assert narrow.height > wide.height
    theme.set_density(Density.COMPACT)
    assert _layout(theme, claims, 400).height < wide.height


def test_a_reason_for_being_partial_takes_room(theme: Theme) -> None:
    claims = (claim("1", "Short.", piece("k")),)
    full = _layout(theme, claims)
    partial = Position("diagnosis", Coverage.PARTIAL, "the rest is left open " * 4, claims)
    layout = CellLayout(_content(partial, claims), 220, _style(theme))
    assert layout.height > full.height + 40


def test_what_is_missing_takes_room(theme: Theme) -> None:
    claims = (claim("1", "Short.", piece("k")),)
    less = Position("diagnosis", Coverage.FULL, "", claims, 1)
    layout = CellLayout(_content(less, claims), 220, _style(theme))
    assert layout.height > _layout(theme, claims).height + 20


def test_a_folded_cell_is_one_line_with_no_claims_to_hit(theme: Theme) -> None:
    position = _eleven()
    style = _style(theme)
    layout = CellLayout(_content(position, position.claims), 220, style, fold=Fold.ROW)
    assert layout.height == style.folded_height
    assert layout.hit(QPointF(30, 12)) == Spot()


def test_filtered_claims_leave_a_line(theme: Theme) -> None:
    style = _style(theme, Stance.CONCEDES)
    layout = CellLayout(_content(_eleven(), ()), 220, style)
    assert layout.height < 80
