"""Contrast of every colour in both sets, as WCAG 2 reckons it: text 4.5:1, marks 3:1."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from pytestqt.qtbot import QtBot

from counterpoint.domain.approach import Colour
from counterpoint.ui.reader.page.row_painter import SELECTION_SHARE
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


def over(front: str, share: float, back: str) -> str:
    """`front` laid over `back`, as strongly as `share`."""
    one, other = QColor(front), QColor(back)
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a * share + b * (1 - share)) for a, b in pairs)).name()


def behind(colours: Colours) -> dict[str, str]:
    """Everything on which words or marks stand, by name."""
    found = {name: getattr(colours, name) for name in ("paper", "panel", "selection", "jump")}
    found["warning panel"] = colours.warning_panel
    found["accent"] = colours.accent
    for colour in Colour:
        found[f"tint {colour.value}"] = colours.approach(colour).tint
        found[f"badge {colour.value}"] = colours.approach(colour).text
    read = [name for name in found if name in ("paper", "jump") or name.startswith("tint")]
    for name in read:
        found[f"selected {name}"] = over(colours.accent, SELECTION_SHARE, found[name])
    return found


ANYWHERE = ("paper", "panel", "selection")
"""Behind the interface's own words."""
WORDS = {
    "ink": (*ANYWHERE, "jump", "warning panel", "tint", "selected"),
    "ink_quiet": ANYWHERE,
    "ink_faint": ANYWHERE,
    "accent": ANYWHERE,
    "warning": (*ANYWHERE, "warning panel"),
    "accent_ink": ("accent",),
    "paper": ("badge",),
}
"""The colours of words, and on what they are read; a kind such as "tint" stands for all of it."""
MARKS = {
    "control": ANYWHERE,
    "accent": (*ANYWHERE, "jump", "tint"),
    "ink_quiet": (*ANYWHERE, "jump", "tint"),
    "jump_rule": ("paper", "jump", "tint"),
    "warning": ("paper", "jump", "tint"),
}
OF_APPROACHES = {"text": ANYWHERE, "rule": (*ANYWHERE, "jump", "tint")}
"""An approach's own words and marks, which stand on the tints of others too."""


def too_weak(front: str, on: tuple[str, ...], colours: Colours, least: float) -> dict[str, float]:
    found = {
        name: contrast(front, back)
        for name, back in behind(colours).items()
        if name in on or name.partition(" ")[0] in on
    }
    assert len(found) >= len(on)
    return {name: round(ratio, 2) for name, ratio in found.items() if ratio < least}


@BOTH
@pytest.mark.parametrize("front", WORDS)
def test_words_can_be_read_on_all_that_lies_behind_them(colours: Colours, front: str) -> None:
    assert too_weak(getattr(colours, front), WORDS[front], colours, 4.5) == {}


@BOTH
@pytest.mark.parametrize("front", MARKS)
def test_marks_can_be_seen_on_all_that_lies_behind_them(colours: Colours, front: str) -> None:
    assert too_weak(getattr(colours, front), MARKS[front], colours, 3) == {}


@BOTH
@pytest.mark.parametrize("colour", Colour)
def test_every_approaches_words_and_marks_too(colours: Colours, colour: Colour) -> None:
    approach = colours.approach(colour)
    assert too_weak(approach.text, OF_APPROACHES["text"], colours, 4.5) == {}
    assert too_weak(approach.rule, OF_APPROACHES["rule"], colours, 3) == {}


@BOTH
def test_approaches_can_be_told_apart(colours: Colours) -> None:
    rules = [colours.approach(colour).rule for colour in Colour]
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
