"""The look in force: what it may be, and that it is told only when it changes."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontInfo
from pytestqt.qtbot import QtBot

from counterpoint.storage import place
from counterpoint.ui.theme.colours import dark, light
from counterpoint.ui.theme.font_files import load_interface_font, load_serif
from counterpoint.ui.theme.fonts import LEAST_ZOOM, MOST_ZOOM, Letters, Size
from counterpoint.ui.theme.theme import Density, Look


def test_each_change_is_told_once_and_what_is_no_change_is_not(qtbot: QtBot) -> None:
    look = Look()
    told: list[None] = []
    look.changed.connect(lambda: told.append(None))

    look.set_colours(light())
    look.set_zoom(1.0)
    look.set_density(Density.COMFORTABLE)
    assert len(told) == 0
    look.set_colours(dark())
    look.set_zoom(1.1)
    look.set_density(Density.COMPACT)
    assert len(told) == 3
    look.set_colours(dark())
    look.set_zoom(1.1)
    look.set_density(Density.COMPACT)
    assert len(told) == 3


@pytest.mark.parametrize(
    ("asked", "given_"),
    [(0.0, LEAST_ZOOM), (-3, LEAST_ZOOM), (99, MOST_ZOOM), (1.234567, 1.23), (math.inf, MOST_ZOOM)],
)
def test_zoom_is_kept_within_bounds(qtbot: QtBot, asked: float, given_: float) -> None:
    look = Look()
    look.set_zoom(asked)
    assert look.letters.zoom == given_


def test_ten_steps_up_and_ten_down_lead_back(qtbot: QtBot) -> None:
    look = Look()
    for _ in range(10):
        look.set_zoom(look.letters.zoom + 0.1)
    for _ in range(10):
        look.set_zoom(look.letters.zoom - 0.1)
    assert look.letters.zoom == 1.0


@given(st.floats(LEAST_ZOOM, MOST_ZOOM), st.integers(1, 400))
def test_measures_scale_and_never_vanish(zoom: float, pixels: int) -> None:
    letters = Letters(zoom)
    assert letters.px(pixels) >= 1
    assert abs(letters.px(pixels) - pixels * zoom) <= 0.5 or letters.px(pixels) == 1


def test_four_sizes_of_two_families(qtbot: QtBot, qapp: object) -> None:
    load_interface_font(place.resources() / "fonts", qapp, system=False)  # type: ignore[arg-type]
    load_serif(place.resources() / "fonts")
    letters = Letters(2.0)

    for size in Size:
        assert letters.ours(size).pixelSize() == 2 * size.value
        assert letters.theirs(size).pixelSize() == 2 * size.value
    assert len(Size) == 4
    assert letters.ours(bold=True).weight() == QFont.Weight.DemiBold
    assert letters.ours(italic=True).italic()
    assert QFontInfo(letters.theirs()).family() == "Source Serif Pro"
    assert QFontInfo(letters.ours()).family() != "Source Serif Pro"


def test_compact_is_tighter() -> None:
    assert Density.COMPACT.padding < Density.COMFORTABLE.padding
    assert Density.COMPACT.between < Density.COMFORTABLE.between
