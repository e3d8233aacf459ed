"""Where a field or a choice begins and ends can be seen: 3:1, in the pixels that are painted."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from counterpoint.ui.notebook.editor import NoteEditor
from counterpoint.ui.palette.field import SearchField
from counterpoint.ui.palette.query_edit import QueryEdit
from counterpoint.ui.settings.values import ColourScheme
from counterpoint.ui.widgets.line_field import LineField
from counterpoint.ui.widgets.plain_button import PlainButton
from counterpoint.ui.widgets.segments import Segments
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.ui.theme.test_colours import contrast

FIELDS = (QLineEdit, QPlainTextEdit, SearchField, Segments, PlainButton)
SHADOW = 16
"""Pixels round the palette at zoom 1."""


def places(at: AtWindow) -> Iterator[QWidget]:
    """Everything in which there are fields or choices, as it comes into sight one after the other,
    the focus elsewhere."""
    window = at.window
    at.jump_to(GO_ON)
    window.menus.trigger("find")
    at.grid.setFocus()
    yield window
    window.space.session.show_view("notes")
    window.space.reader.view.setFocus()
    yield window
    window.space.session.show_view("sources")
    window.space.reader.view.setFocus()
    yield window
    window.space.session.show_view("compare")
    window.approaches.open()
    window.approaches.picker.list.setFocus()
    yield window.approaches.picker
    window.approaches.picker.close_panel()
    window.go_to.open()
    yield window.go_to.palette


def box_of(part: QWidget, place: QWidget, window: QWidget) -> QRect:
    """Where in the window its border is; the palette, without its shadow, is its field's."""
    if not isinstance(part, QueryEdit):
        return part.rect().translated(part.mapTo(window, QPoint()))
    panel = place.rect().adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
    return panel.translated(place.mapTo(window, QPoint()))


def edge_contrast(image: QImage, box: QRect) -> float:
    """Of the border in the middle of each side, with what is outside and what is inside of it: the
    least that there is."""
    middle = box.center()
    sides = [
        (QPoint(box.left(), middle.y()), QPoint(1, 0)),
        (QPoint(box.right(), middle.y()), QPoint(-1, 0)),
        (QPoint(middle.x(), box.top()), QPoint(0, 1)),
        (QPoint(middle.x(), box.bottom()), QPoint(0, -1)),
    ]
    found: list[float] = []
    for edge, inwards in sides:
        colours = [image.pixelColor(edge + inwards * step).name() for step in range(-2, 5)]
        outside, inside = colours[0], colours[-1]
        found.append(max(min(contrast(each, outside), contrast(each, inside)) for each in colours))
    return min(found)


@pytest.mark.parametrize("scheme", [ColourScheme.LIGHT, ColourScheme.DARK])
def test_every_field_and_choice_has_a_border_that_can_be_seen(
    sit: Sit, disk: LibraryOnDisk, scheme: ColourScheme
) -> None:
    at = sit(disk.folder)
    window = at.window
    window.appearance.set_scheme(scheme)
    weak: dict[str, float] = {}
    seen: set[type[QWidget]] = set()
    for place in places(at):
        image = window.grab().toImage()
        for part in place.findChildren(QWidget):
            if not isinstance(part, FIELDS) or not part.isVisible() or not part.isEnabled():
                continue
            ratio = edge_contrast(image, box_of(part, place, window))
            seen.add(type(part))
            if ratio < 3:
                weak[part.accessibleName()] = round(ratio, 2)
    assert weak == {}
    assert {SearchField, Segments, PlainButton, NoteEditor, LineField, QueryEdit} <= seen
