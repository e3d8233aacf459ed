"""The drawn marks as images."""

import re

import pytest
from PySide6.QtGui import QColor

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import Stance
from counterpoint.ui.paper.mark_images import MarkImages
from counterpoint.ui.theme.theme import Theme


def url_of(tag: str) -> str:
    found = re.search(r'src="([^"]*)"', tag)
    assert found
    return found[1]


def test_a_cue_is_drawn_on_its_colour(theme: Theme, library: OpenedLibrary) -> None:
    marks = MarkImages(theme)
    image = marks.drawn(url_of(marks.cue(library.contents.approach("talk"), 18)), 2.0)
    assert image is not None
    assert image.height() == 36
    assert image.devicePixelRatio() == 2.0
    fill = QColor(theme.colours.approach(library.contents.approach("talk").colour).text)
    assert image.pixelColor(8, 18) == fill


@pytest.mark.parametrize("cue", ["Ä", '"/', "<b>", "%41"])
def test_any_cue_can_be_named(theme: Theme, library: OpenedLibrary, cue: str) -> None:
    marks = MarkImages(theme)
    tag = marks.cue(library.contents.approach("talk")._replace(cue=cue), 18)
    assert marks.drawn(url_of(tag), 1.0) is not None
    assert tag.count("<") == 1


@pytest.mark.parametrize("stance", Stance)
def test_each_stance_has_a_shape(theme: Theme, stance: Stance) -> None:
    marks = MarkImages(theme)
    image = marks.drawn(url_of(marks.stance(stance, "#0072b2", 10)), 1.0)
    assert image is not None
    drawn = [image.pixelColor(x, y).alpha() for x in range(10) for y in range(10)]
    assert any(drawn)
    assert not all(drawn)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname",
        "https://example.org/a.png",
        "mark:",
        "other:stance/advocates/0072b2/9/9",
        "mark:stance/hopes/0072b2/9/9",
        "mark:cue/A/9",
    ],
)
def test_nothing_else_is_an_image(theme: Theme, url: str) -> None:
    assert MarkImages(theme).drawn(url, 1.0) is None
