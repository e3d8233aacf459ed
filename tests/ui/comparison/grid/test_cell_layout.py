"""Cells: what is clicked is what is painted."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF

from counterpoint.domain.approach import Claim, Colour, Coverage, Position, Stance
from counterpoint.ui.comparison.grid.cell_layout import CellLayout, Fold, Spot
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.theme.theme import Density, Look
from tests.ui.comparison.material import claim, gap, piece, six, with_eleven_claims


def _style(look: Look, stance: Stance | None = None) -> Style:
    return Style(look, {"cable": "London cable"}, stance)


def _eleven() -> Position:
    return with_eleven_claims(six()[0]).position("diagnosis")


def _layout(look: Look, claims: tuple[Claim, ...], width: int = 220) -> CellLayout:
    position = Position("diagnosis", Coverage.FULL, "", claims)
    return CellLayout(position, claims, Colour.BLUE, width, _style(look))


@pytest.mark.parametrize("width", [130, 220, 700])
@pytest.mark.parametrize("zoom", [0.6, 1, 2])
def test_every_claim_and_mark_is_hit_in_the_middle_of_its_rectangle(
    look: Look, width: int, zoom: float
) -> None:
    look.set_zoom(zoom)
    position = _eleven()
    layout = _layout(look, position.claims, width)
    for n, one in enumerate(position.claims):
        rect = layout.rect(Spot(n))
        assert layout.hit(QPointF(rect.center().x(), rect.top() + 3)) == Spot(n)
        for m in range(len(one.evidence)):
            mark = layout.rect(Spot(n, m))
            assert rect.top() <= mark.top()
            assert mark.bottom() <= rect.bottom()
            assert mark.right() <= width
            assert layout.hit(mark.center()) == Spot(n, m)


def test_claims_do_not_overlap_and_all_are_in_the_cell(look: Look) -> None:
    layout = _layout(look, _eleven().claims)
    rects = [layout.rect(Spot(n)) for n in range(11)]
    assert all(one.bottom() <= other.top() for one, other in pairwise(rects))
    assert rects[-1].bottom() <= layout.height


def test_below_the_last_claim_is_the_position(look: Look) -> None:
    layout = _layout(look, (claim("1", "Short.", piece("k")),))
    assert layout.hit(QPointF(50, layout.height + 40)) == Spot()
    assert layout.hit(QPointF(50, 1)) == Spot()


def test_a_gap_is_one_place(look: Look) -> None:
    layout = CellLayout(gap("diagnosis"), (), Colour.BLUE, 220, _style(look))
    assert layout.hit(QPointF(50, 20)) == Spot()
    assert 30 < layout.height < 60


def test_a_narrower_cell_is_taller_and_a_compact_one_lower(look: Look) -> None:
    claims = _eleven().claims
    wide, narrow = _layout(look, claims, 400), _layout(look, claims, 150)
    assert narrow.height > wide.height
    look.set_density(Density.COMPACT)
    assert _layout(look, claims, 400).height < wide.height


def test_a_reason_for_being_partial_takes_room(look: Look) -> None:
    claims = (claim("1", "Short.", piece("k")),)
    full = _layout(look, claims)
    partial = Position("diagnosis", Coverage.PARTIAL, "the rest is left open " * 4, claims)
    layout = CellLayout(partial, claims, Colour.BLUE, 220, _style(look))
    assert layout.height > full.height + 40


def test_what_is_missing_takes_room(look: Look) -> None:
    claims = (claim("1", "Short.", piece("k")),)
    less = Position("diagnosis", Coverage.FULL, "", claims, 1)
    layout = CellLayout(less, claims, Colour.BLUE, 220, _style(look))
    assert layout.height > _layout(look, claims).height + 20


def test_a_folded_cell_is_one_line_with_no_claims_to_hit(look: Look) -> None:
    position = _eleven()
    style = _style(look)
    layout = CellLayout(position, position.claims, Colour.BLUE, 220, style, fold=Fold.ROW)
    assert layout.height == style.folded_height
    assert layout.hit(QPointF(30, 12)) == Spot()


def test_filtered_claims_leave_a_line(look: Look) -> None:
    style = _style(look, Stance.CONCEDES)
    layout = CellLayout(_eleven(), (), Colour.BLUE, 220, style)
    assert layout.height < 80
