"""Notes leave their sign in the comparison, where they are."""

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage

from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.ui.comparison.grid.layout_cache import LayoutCache
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.grid.noted import Noted
from counterpoint.ui.comparison.grid.spoken import with_notes
from counterpoint.ui.comparison.grid.spot import Spot
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.comparison.peek import peek_text
from counterpoint.ui.comparison.view import ComparisonView
from counterpoint.ui.theme.theme import Density, Theme

HEAD = Target(TargetKind.APPROACH, "a")
CELL = Target(TargetKind.POSITION, "a", "pressure")
CLAIM = Target(TargetKind.CLAIM, "a", "pressure", "pressure-0")


def evidence(view: ComparisonView) -> Target:
    return view.grid.grid_model.target(GridPosition(2, 0, 0, 1))


def show(view: ComparisonView, *targets: Target) -> None:
    view.set_noted(Noted(dict.fromkeys(targets, 1)), lambda target: ["My words."])


def picture(view: ComparisonView, place: GridPosition) -> QImage:
    grid = view.grid
    owner = grid.columns_header.viewport() if place.row < 0 else grid.viewport()
    if place.column < 0:
        owner = grid.rows_header.viewport()
    return owner.grab().toImage()


def changed(before: QImage, after: QImage) -> QRect:
    """Around all that is painted otherwise."""
    around = QRect()
    for y in range(before.height()):
        for x in range(before.width()):
            if before.pixel(x, y) != after.pixel(x, y):
                around = around.united(QRect(x, y, 1, 1))
    return around


@pytest.mark.parametrize(
    ("target", "place"),
    [
        (HEAD, GridPosition(-1, 0)),
        (CELL, GridPosition(2, 0)),
        (CLAIM, GridPosition(2, 0, 0)),
        (None, GridPosition(2, 0, 0, 1)),
        (Target(TargetKind.POSITION, "b", "pressure"), GridPosition(2, 1)),
    ],
    ids=["head", "cell", "claim", "evidence", "gap"],
)
@pytest.mark.parametrize("transposed", [False, True])
def test_a_sign_stands_beside_what_the_note_is_on_and_moves_nothing(
    view: ComparisonView, target: Target | None, place: GridPosition, transposed: bool
) -> None:
    target = target or evidence(view)
    if transposed:
        view.arranger.transpose()
        place = GridPosition(place.column, place.row, place.claim, place.evidence)
    view.grid.reveal(place)
    box = view.grid.rect_of(place)
    before = picture(view, place)
    show(view, target)
    found = changed(before, picture(view, place))
    assert not found.isEmpty()
    assert found.height() <= 12
    assert found.width() <= 12
    cell = view.grid.rect_of(GridPosition(place.row, place.column))
    assert cell.contains(found)
    assert found.left() > cell.right() - 14
    if place.claim is not None:
        assert abs(found.center().y() - box.top()) < 24
    show(view)
    assert changed(before, picture(view, place)).isEmpty()


def test_the_sign_is_seen_on_the_chosen_claim_too(view: ComparisonView, theme: Theme) -> None:
    view.select(CLAIM)
    before = picture(view, GridPosition(2, 0))
    show(view, CLAIM)
    after = picture(view, GridPosition(2, 0))
    found = changed(before, after)
    inside = [
        after.pixelColor(x, y)
        for x in range(found.left(), found.right() + 1)
        for y in range(found.top(), found.bottom() + 1)
    ]
    darkest = min(inside, key=lambda colour: colour.lightness())
    assert abs(darkest.lightness() - QColor(theme.colours.ink_quiet).lightness()) < 40


def test_what_is_folded_or_filtered_shows_at_its_cell(view: ComparisonView) -> None:
    model = view.grid.grid_model
    show(view, CLAIM, evidence(view))
    assert set(model.noted_places(2, 0)) == {GridPosition(2, 0, 0), GridPosition(2, 0, 0, 1)}
    assert model.notes_at(GridPosition(2, 0)) == 0
    view.arranger.fold("pressure")
    assert model.noted_places(2, 0) == [GridPosition(2, 0)]
    assert model.notes_at(GridPosition(2, 0)) == 2


def test_notes_on_other_things_leave_no_sign_here(view: ComparisonView) -> None:
    before = (
        picture(view, GridPosition(2, 0)),
        picture(view, GridPosition(-1, 0)),
        picture(view, GridPosition(0, -1)),
    )
    show(view, WHOLE_COMPARISON, Target(TargetKind.SOURCE, source="cable"))
    after = (
        picture(view, GridPosition(2, 0)),
        picture(view, GridPosition(-1, 0)),
        picture(view, GridPosition(0, -1)),
    )
    assert before == after


def test_the_peek_gives_the_first_words(view: ComparisonView) -> None:
    show(view, CLAIM)
    view.select(CLAIM)
    view.peek()
    assert "Your note: My words." in view.peeker.card.accessibleName()
    (many,) = peek_text.of_notes([str(number) for number in range(7)])
    assert [part.text for part in many][-1] == "4 more."
    assert peek_text.of_notes([]) == ()


def test_a_screen_reader_is_told_how_many() -> None:
    assert with_notes("Words.", 0) == "Words."
    assert with_notes("Words.", 1) == "Words. 1 note."
    assert with_notes("", 3) == "3 notes."


def test_the_sign_is_within_the_padding_in_any_density(view: ComparisonView, theme: Theme) -> None:
    for density in Density:
        theme.set_density(density)
        layout = LayoutCache(view.grid.grid_model, Style(theme, {}, None)).cell(2, 0, 208)
        for spot in (Spot(), Spot(0), Spot(0, 1)):
            box = layout.note_box(spot)
            assert QRectF(208 - density.padding, 0, density.padding, 9999).contains(box)
            assert box.height() >= 7


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.0])
def test_the_sign_does_not_stick_out_of_what_is_selected(
    view: ComparisonView, theme: Theme, zoom: float
) -> None:
    theme.set_zoom(zoom)
    for density in Density:
        theme.set_density(density)
        style = Style(theme, {}, None)
        width = style.px(208)
        layout = LayoutCache(view.grid.grid_model, style).cell(2, 0, width)
        selected, sign = layout.rect(Spot(0)), layout.note_box(Spot(0))
        assert selected.contains(sign)
        assert sign.left() >= width - style.padding
