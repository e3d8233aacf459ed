"""Contrast of every colour in both sets, as WCAG 2 reckons it: text 4.5:1, marks 3:1."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from counterpoint.domain.option import Colour
from counterpoint.ui.theme.colours import Colours, dark, light, of_system

BOTH = pytest.mark.parametrize("colours", [light(), dark()], ids=["light", "dark"])


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    shade = QColor(colour)
    red, green, blue = (linear(part) for part in (shade.redF(), shade.greenF(), shade.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: str, back: str) -> float:
    one, other = sorted((luminance(front), luminance(back)))
    return (other + 0.05) / (one + 0.05)


def test_the_reckoning_itself() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@BOTH
@pytest.mark.parametrize("front", ["ink", "ink_quiet", "ink_faint", "accent", "warning"])
@pytest.mark.parametrize("back", ["paper", "panel"])
def test_words_can_be_read(colours: Colours, front: str, back: str) -> None:
    assert contrast(getattr(colours, front), getattr(colours, back)) >= 4.5


@BOTH
@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("ink", "selection"),
        ("ink_quiet", "selection"),
        ("accent", "selection"),
        ("accent_ink", "accent"),
        ("ink", "jump"),
        ("warning", "warning_panel"),
        ("ink", "warning_panel"),
    ],
)
def test_words_can_be_read_on_what_lies_behind_them(
    colours: Colours, front: str, back: str
) -> None:
    assert contrast(getattr(colours, front), getattr(colours, back)) >= 4.5


@BOTH
@pytest.mark.parametrize("mark", ["control", "accent", "jump_rule", "warning"])
@pytest.mark.parametrize("back", ["paper", "panel"])
def test_marks_can_be_seen(colours: Colours, mark: str, back: str) -> None:
    assert contrast(getattr(colours, mark), getattr(colours, back)) >= 3


@BOTH
@pytest.mark.parametrize("colour", Colour)
def test_every_options_colours(colours: Colours, colour: Colour) -> None:
    option = colours.option(colour)

    assert contrast(option.rule, colours.paper) >= 3
    assert contrast(option.text, colours.paper) >= 4.5
    assert contrast(option.text, colours.selection) >= 4.5
    assert contrast(colours.ink, option.tint) >= 4.5, "the words of a passage on its tint"
    assert contrast(colours.paper, option.text) >= 4.5, "the letter of an option on its badge"


@BOTH
def test_options_can_be_told_apart(colours: Colours) -> None:
    rules = [colours.option(colour).rule for colour in Colour]
    assert len(set(rules)) == len(Colour)


@BOTH
def test_every_colour_is_written_in_full(colours: Colours) -> None:
    for name in type(colours).__annotations__:
        value = getattr(colours, name)
        if isinstance(value, str):
            assert re.fullmatch("#[0-9a-f]{6}", value), name


def test_the_set_follows_the_system(qtbot: QtBot) -> None:
    hints = QGuiApplication.styleHints()
    for scheme, expected in ((Qt.ColorScheme.Dark, dark()), (Qt.ColorScheme.Light, light())):
        hints.setColorScheme(scheme)
        if hints.colorScheme() == scheme:
            assert of_system() == expected
    hints.unsetColorScheme()
