"""The next day: everything stands as it was left."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from counterpoint.domain.note import Target, TargetKind
from counterpoint.storage.place import shipped_library
from counterpoint.ui.theme.colours import dark
from tests.at_window import Sit
from tests.library_on_disk import LibraryOnDisk


def test_the_passage_is_marked_again_where_it_stood(sit: Sit) -> None:
    """In the library that is shipped: its texts are longer than the reader."""
    before = sit(shipped_library())
    library = before.window.space.session.library
    assert library is not None
    *_, far = (placed for placed in library.placed(["hard-headed-engagement"]))
    target = Target(TargetKind.CLAIM, far.approach.id, far.dimension, far.claim.id)
    before.jump_to(target)
    words, count = before.jumped_to(), before.window.space.reader.header.count.text()
    before.window.close()
    tops = []
    for _ in range(3):
        at = sit(shipped_library())
        assert at.window.space.session.target == target
        assert (at.jumped_to(), at.window.space.reader.header.count.text()) == (words, count)
        view = at.window.space.reader.view
        assert view.jump_span is not None
        assert view.screen_rectangle(view.jump_span).isValid()
        place = at.grid.place()
        assert place is not None
        assert at.grid.viewport().rect().intersects(at.grid.rect_of(place))
        tops.append(view.first_visible()[0])
        at.window.close()
    assert len(set(tops)) == 1


@pytest.mark.parametrize("view", ["compare", "sources", "notes"])
def test_the_view_comes_back_with_what_was_chosen(sit: Sit, disk: LibraryOnDisk, view: str) -> None:
    before = sit(disk.folder)
    before.click(before.window.bar.views.button("notes" if view == "compare" else "compare"))
    before.click(before.window.bar.views.button(view))
    if view == "sources":
        before.window.space.navigator.show_source("letter")
    target = before.window.space.session.target
    before.window.close()

    at = sit(disk.folder)

    assert at.window.space.view_name() == view
    zone = at.window.space.views.currentWidget()
    assert zone is getattr(at.window.space, {"compare": "comparison"}.get(view, view))
    assert at.window.bar.views.choice() == view
    assert at.window.space.session.target == target
    focus = QApplication.focusWidget()
    assert focus is not None and zone is not None
    assert focus is zone or zone.isAncestorOf(focus)
    if view == "sources":
        assert at.window.space.sources.current_source() == "letter"
        assert target == Target(TargetKind.SOURCE, source="letter")


def test_each_library_has_its_view(sit: Sit, disk: LibraryOnDisk, tmp_path: Path) -> None:
    other = LibraryOnDisk.make(tmp_path / "other")
    at = sit(disk.folder)
    at.click(at.window.bar.views.button("notes"))
    at.window.close()

    assert sit(other.folder).window.space.view_name() == "compare"
    assert sit(disk.folder).window.space.view_name() == "notes"


@pytest.mark.parametrize("pane", ["reader", "notebook"])
def test_a_pane_that_was_hidden_stays_hidden_until_it_is_shown(
    sit: Sit, disk: LibraryOnDisk, pane: str
) -> None:
    other = {"reader": "notebook", "notebook": "reader"}[pane]
    for shown in (False, False, True):
        at = sit(disk.folder)
        if at.window.space.is_shown(pane) != shown:
            at.window.menus.trigger(f"show-{pane}")
        at.window.close()

        again = sit(disk.folder)

        assert again.window.space.is_shown(pane) == shown
        assert again.window.space.is_shown(other)
        assert again.window.menus.action(f"show-{pane}").isChecked() == shown
        again.window.close()


def test_a_window_left_dark_comes_back_dark_all_over(
    sit: Sit, disk: LibraryOnDisk, own_home: Path
) -> None:
    (own_home / "settings.ini").write_text("[General]\ncolour_scheme=dark\n", encoding="utf-8")
    at = sit(disk.folder)

    for segments, choice in ((at.window.bar.rows, "differ"), (at.window.bar.views, "notes")):
        picture = segments.button(choice).grab().toImage()
        assert picture.pixelColor(QPoint(5, 6)).name() == dark().paper


@pytest.mark.parametrize("hidden", ["reader", "notebook"])
def test_the_heights_come_back_with_what_was_hidden(
    sit: Sit, disk: LibraryOnDisk, hidden: str
) -> None:
    at = sit(disk.folder)
    at.window.space.side.set_sizes([200, 560])
    left = at.window.space.side.sizes()
    at.window.menus.trigger(f"show-{hidden}")
    at.window.close()

    again = sit(disk.folder)
    assert not again.window.space.is_shown(hidden)
    again.window.menus.trigger(f"show-{hidden}")
    space = again.window.space
    again.qtbot.waitUntil(lambda: [space.reader.height(), space.notebook.height()] == left)
    assert space.side.sizes() == left


@pytest.mark.parametrize("how", ["in the window", "read again", "the next day"])
def test_an_approach_that_was_away_stands_where_it_stood(
    sit: Sit, disk: LibraryOnDisk, how: str
) -> None:
    """As when git checks out a branch without it, and the first one again."""
    at = sit(disk.folder)
    session = at.window.space.session
    assert list(session.arrangement.columns) == ["talk", "firm"]
    first = disk.read("options/talk.yaml")

    def away(yes: bool) -> None:
        nonlocal at, session
        if yes:
            disk.path("options/talk.yaml").unlink()
        else:
            disk.write("options/talk.yaml", first)
        if how == "in the window":
            at.qtbot.waitUntil(
                lambda: (len(session.arrangement.columns) == 1) is yes, timeout=20_000
            )
        elif how == "read again":
            at.read_again()
        else:
            at.window.close()
            at = sit(disk.folder)
            session = at.window.space.session

    away(True)
    assert list(session.arrangement.columns) == ["firm"]
    away(False)

    assert list(session.arrangement.columns) == ["talk", "firm"]
    seen = at.window.space.comparison.grid.grid_model.arrangement.columns
    assert list(seen) == ["talk", "firm"]
