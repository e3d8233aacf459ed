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
from counterpoint.ui.theme.fonts import LEAST_ZOOM, MOST_ZOOM, Fonts, Size
from counterpoint.ui.theme.theme import Density, Theme


def test_each_change_is_told_once_and_what_is_no_change_is_not(qtbot: QtBot) -> None:
    theme = Theme()
    told: list[None] = []
    theme.changed.connect(lambda: told.append(None))

    theme.set_colours(light())
    theme.set_zoom(1.0)
    theme.set_density(Density.COMFORTABLE)
    assert len(told) == 0
    theme.set_colours(dark())
    theme.set_zoom(1.1)
    theme.set_density(Density.COMPACT)
    assert len(told) == 3
    theme.set_colours(dark())
    theme.set_zoom(1.1)
    theme.set_density(Density.COMPACT)
    assert len(told) == 3


@pytest.mark.parametrize(
    ("asked", "given_"),
    [(0.0, LEAST_ZOOM), (-3, LEAST_ZOOM), (99, MOST_ZOOM), (1.234567, 1.23), (math.inf, MOST_ZOOM)],
)
def test_zoom_is_kept_within_bounds(qtbot: QtBot, asked: float, given_: float) -> None:
    theme = Theme()
    theme.set_zoom(asked)
    assert theme.fonts.zoom == given_


def test_ten_steps_up_and_ten_down_lead_back(qtbot: QtBot) -> None:
    theme = Theme()
    for _ in range(10):
        theme.set_zoom(theme.fonts.zoom + 0.1)
    for _ in range(10):
        theme.set_zoom(theme.fonts.zoom - 0.1)
    assert theme.fonts.zoom == 1.0


@given(st.floats(LEAST_ZOOM, MOST_ZOOM), st.integers(1, 400))
def test_measures_scale_and_never_vanish(zoom: float, pixels: int) -> None:
    fonts = Fonts(zoom)
    assert fonts.px(pixels) >= 1
    assert abs(fonts.px(pixels) - pixels * zoom) <= 0.5 or fonts.px(pixels) == 1


def test_four_sizes_of_two_families(qtbot: QtBot, qapp: object) -> None:
    load_interface_font(place.resources() / "fonts", qapp, system=False)  # type: ignore[arg-type]
    load_serif(place.resources() / "fonts")
    fonts = Fonts(2.0)

    for size in Size:
        assert fonts.ours(size).pixelSize() == 2 * size.value
        assert fonts.theirs(size).pixelSize() == 2 * size.value
    assert len(Size) == 4
    assert fonts.ours(bold=True).weight() == QFont.Weight.DemiBold
    assert fonts.ours(italic=True).italic()
    assert QFontInfo(fonts.theirs()).family() == "Source Serif Pro"
    assert QFontInfo(fonts.ours()).family() != "Source Serif Pro"


def test_compact_is_tighter() -> None:
    assert Density.COMPACT.padding < Density.COMFORTABLE.padding
    assert Density.COMPACT.between < Density.COMFORTABLE.between
