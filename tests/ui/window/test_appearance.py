"""Colours, zoom and density changed at run time reach every pane; what is announced."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from counterpoint.ui.theme.colours import Colours, dark, light
from counterpoint.ui.widgets.elided_label import ElidedLabel
from tests.at_window import GO_ON, NOT_REAL, AtWindow, Sit
from tests.ears import listen
from tests.library_on_disk import LibraryOnDisk


def backgrounds(at: AtWindow) -> dict[str, str]:
    """The colour behind each part, near a corner where nothing stands."""
    window, space = at.window, at.window.space
    places: dict[str, tuple[QWidget, QPoint]] = {
        "bar": (window.bar, QPoint(3, 3)),
        "menu bar": (window.menuBar(), QPoint(window.menuBar().width() - 3, 3)),
        "status line": (window.status, QPoint(3, 3)),
        "notebook": (space.notebook, QPoint(3, space.notebook.height() - 3)),
        "note": (space.notebook.editor.viewport(), QPoint(4, 60)),
        "reader": (space.reader.view.viewport(), QPoint(2, 2)),
        "reader head": (space.reader.header, QPoint(2, 2)),
        "grid": (at.grid.viewport(), at.grid.viewport().rect().bottomLeft() + QPoint(2, -2)),
    }
    picture = window.grab().toImage()
    return {
        name: QColor(picture.pixel(part.mapTo(window, spot))).name()
        for name, (part, spot) in places.items()
    }


def test_dark_and_light_again_leave_no_pane_behind(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("colours-light")
    at.jump_to(GO_ON)
    at.window.menus.trigger("note-here")
    first = backgrounds(at)
    assert set(first.values()) <= {light().paper, light().panel}, first

    at.window.menus.trigger("colours-dark")
    changed = backgrounds(at)
    assert set(changed.values()) <= {dark().paper, dark().panel}, changed

    at.window.menus.trigger("colours-light")
    assert backgrounds(at) == first


@pytest.mark.parametrize("view", ["sources", "notes"])
def test_views_made_before_and_after_a_change_are_in_its_colours(
    sit: Sit, disk: LibraryOnDisk, view: str
) -> None:
    at = sit(disk.folder)
    at.type("A note.", on=GO_ON)
    for scheme, colours in (("dark", dark()), ("light", light()), ("dark", dark())):
        at.window.menus.trigger(f"colours-{scheme}")
        at.window.space.session.show_view(view)
        part = at.window.space.pane(view)
        picture = part.grab().toImage()
        allowed = {colours.paper, colours.panel, colours.accent}  # the edge shows the focus
        corners = [(2, 2), (picture.width() - 3, picture.height() - 3), (2, picture.height() - 3)]
        assert {QColor(picture.pixel(x, y)).name() for x, y in corners} <= allowed


def test_the_page_of_a_failed_opening_and_the_problems_change_too(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    disk.replace("options/firm.yaml", "colour: orange", "colour: beige")
    at, page = sit(disk.folder), sit(disk.folder / "none")
    at.window.reports.open_panel()

    def in_colours(part: QWidget, colours: Colours) -> bool:
        colour = QColor(part.grab().toImage().pixel(2, part.height() - 3)).name()
        return colour in {colours.paper, colours.panel}

    for scheme, colours in (("dark", dark()), ("light", light())):
        for each, part in ((at, at.window.reports.panel), (page, page.window.lifecycle.page)):
            each.window.menus.trigger(f"colours-{scheme}")
            at.qtbot.waitUntil(partial(in_colours, part, colours))


def test_the_list_of_approaches_changes_too(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    for scheme, colours in (("light", light()), ("dark", dark()), ("light", light())):
        at.window.menus.trigger(f"colours-{scheme}")
        at.window.menus.trigger("approaches")
        part = at.window.approaches.picker.list.viewport()
        picture = part.grab().toImage()
        assert QColor(picture.pixel(2, part.height() - 3)).name() == colours.paper


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_field_invites_to_can_be_read(sit: Sit, disk: LibraryOnDisk, scheme: str) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger(f"colours-{scheme}")
    at.jump_to(GO_ON)
    at.window.menus.trigger("find")
    at.window.menus.trigger("approaches")
    at.key(Qt.Key.Key_Escape)
    at.window.space.session.show_view("notes")
    at.window.menus.trigger("go-to")
    fields: list[QLineEdit | QPlainTextEdit] = [*at.window.findChildren(QLineEdit)]
    fields.append(at.window.space.notebook.editor)
    seen: list[str] = []
    for field in fields:
        if field.placeholderText():
            seen.append(field.placeholderText())
            field.ensurePolished()
            colour = field.palette().color(QPalette.ColorRole.PlaceholderText)
            assert colour == QColor(at.window.theme.colours.ink_faint), seen[-1]
    assert len(seen) >= 6, seen


def test_zoom_scales_every_letter_and_comes_back(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)

    def sizes() -> list[int]:
        window, space = at.window, at.window.space
        parts = (window.bar.title, space.notebook.editor, space.reader.header.title)
        return [part.font().pixelSize() for part in parts]

    before = sizes()
    for _ in range(10):
        at.window.menus.trigger("zoom-in")
    assert sizes() == [2 * size for size in before]
    at.window.menus.trigger("zoom-reset")
    assert sizes() == before


def test_at_twice_the_size_the_window_still_fits_a_small_screen(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.theme.set_zoom(2.0)
    for view in ("compare", "sources", "notes"):
        at.window.space.session.show_view(view)
        at.qtbot.waitUntil(lambda: at.window.minimumSizeHint().width() <= 1280)


def test_a_long_message_does_not_widen_the_window(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    before = at.window.minimumSizeHint().width()

    at.window.status.say("What happened, to which file, and what to do about it. " * 20)

    at.qtbot.waitUntil(lambda: at.window.status.findChildren(ElidedLabel)[1].toolTip() != "")
    assert at.window.minimumSizeHint().width() == before
    assert at.window.width() == 1280


def test_what_was_jumped_to_stays_in_sight_through_zoom_and_density(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    for action in ("zoom-in", "zoom-in", "compact", "transpose", "colours-dark", "zoom-out"):
        at.window.menus.trigger(action)
        assert at.jumped_to() == "Talks should go on."
        assert at.window.space.session.target == GO_ON


def test_the_zones_have_names_for_those_who_do_not_see_them(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.jump_to(GO_ON)
    at.window.space.session.show_view("sources")
    at.window.space.session.show_view("notes")
    space, window = at.window.space, at.window
    for part in (
        at.grid,
        space.reader.view,
        space.notebook.editor,
        space.notebook,
        window.bar.views,
        window.bar.rows,
        window.bar.search,
        space.sources.list,
        space.notes.list,
    ):
        interface = QAccessible.queryAccessibleInterface(part)
        name = interface.text(QAccessible.Text.Name)
        assert name, part


def test_a_jump_and_a_sentence_in_the_status_line_are_announced(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from counterpoint.ui.reader import pane

    said: list[str] = []
    monkeypatch.setattr(pane, "announce", lambda _widget, words: said.append(words))
    at = sit(disk.folder)

    at.jump_to(GO_ON)

    assert len(said) == 1
    assert "Talks should go on." in said[0]
    assert "¶2" in said[0]


def test_a_reader_that_follows_the_cursor_says_nothing(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    at.window.space.comparison.select(NOT_REAL)
    at.grid.setFocus()
    heard = listen(monkeypatch)
    at.key(Qt.Key.Key_Up)
    at.qtbot.waitUntil(lambda: at.jumped_to() == "Talks should go on.")
    assert heard == ["Talks should continue."]


def test_a_window_that_large_letters_made_larger_goes_back_to_its_size(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    window = at.window
    window.resize(700, 500)
    window.theme.set_zoom(2.0)
    at.qtbot.waitUntil(lambda: window.width() > 700)
    window.theme.set_zoom(1.8)
    window.theme.set_zoom(1.0)
    at.qtbot.waitUntil(lambda: (window.width(), window.height()) == (700, 500))

    window.theme.set_zoom(2.0)
    at.qtbot.waitUntil(lambda: window.width() > 700)
    window.resize(1500, 900)
    window.theme.set_zoom(1.0)
    at.qtbot.waitUntil(lambda: window.minimumWidth() < 700)
    assert (window.width(), window.height()) == (1500, 900)
