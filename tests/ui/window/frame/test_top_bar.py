"""The bar at the top looks the same in the same window and view, however one came to it."""

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.arrangement import Depth
from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.ui.window.seen_whole import not_whole

SIZES = [(2.0, 1280), (2.0, 1366), (1.5, 1024), (1.5, 1280), (1.0, 800), (1.0, 1280)]
WAY = ["notes", "sources", "notes", "compare", "sources", "compare"]


def look(at: AtWindow) -> dict[str, QRect]:
    """What is seen of the bar and where, once all that is due is done."""
    for _ in range(20):
        QApplication.processEvents()
    bar = at.window.bar
    parts = {
        "title": bar.title,
        "detail": bar.detail,
        "search": bar.search,
        "depths": bar.depths,
        "rows": bar.rows,
        "views": bar.views,
        **{f"filter {at}": chip for at, chip in enumerate(bar.chips)},
    }
    seen = {
        name: QRect(part.mapTo(bar, QPoint(0, 0)), part.size())
        for name, part in parts.items()
        if part.isVisible()
    }
    return {"bar": bar.geometry(), **seen}


def afresh(at: AtWindow) -> dict[str, QRect]:
    """As it looks once the window was made wider and then as it was."""
    size = at.window.size()
    at.window.resize(size.width() + 200, size.height())
    QApplication.processEvents()
    at.window.resize(size)
    return look(at)


@pytest.mark.parametrize(("zoom", "width"), SIZES)
def test_a_filter_leaves_no_trace_in_the_bar(
    sit: Sit, disk: LibraryOnDisk, zoom: float, width: int
) -> None:
    at = sit(disk.folder)
    at.window.resize(width, 720)
    at.window.theme.set_zoom(zoom)
    before = look(at)
    at.window.menus.trigger("stance-criticises")
    filtered = look(at)
    assert "filter 0" in filtered
    assert filtered == afresh(at)
    assert [line for line in not_whole(at.window, zoom) if "Only what" in line] == []
    at.window.menus.trigger("stance-any")
    assert look(at) == before == afresh(at)


@pytest.mark.parametrize(("zoom", "width"), SIZES)
def test_each_view_has_its_bar_by_whatever_way_one_comes(
    sit: Sit, disk: LibraryOnDisk, zoom: float, width: int
) -> None:
    at = sit(disk.folder)
    at.window.resize(width, 720)
    at.window.theme.set_zoom(zoom)
    looks: dict[str, dict[str, QRect]] = {"compare": look(at)}
    for view in WAY:
        at.window.space.session.show_view(view)
        assert look(at) == looks.setdefault(view, afresh(at)), view


def test_the_search_field_keeps_to_its_width_where_there_is_room(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.resize(1366, 720)
    at.window.theme.set_zoom(2.0)
    for view in ("notes", "sources"):
        at.window.space.session.show_view("compare")
        at.window.space.session.show_view(view)
        assert "title" in look(at)


def test_the_depth_is_chosen_in_the_bar_and_follows_the_menu(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    bar, session = at.window.bar, at.window.space.session
    for depth in (Depth.ANSWERS, Depth.MAP, Depth.CLAIMS):
        at.click(bar.depths.button(depth.value))
        assert session.arrangement.depth is depth
    at.window.menus.trigger("depth-answers")
    assert bar.depths.choice() == "answers"
    session.show_view("sources")
    assert not bar.depths.isVisible()
    session.show_view("compare")
    assert bar.depths.isVisible()


@pytest.mark.parametrize(("zoom", "width"), [(2.0, 800), (2.0, 1280), (1.0, 620)])
def test_the_choices_go_below_and_on_to_further_lines_before_any_is_cut(
    sit: Sit, disk: LibraryOnDisk, zoom: float, width: int
) -> None:
    at = sit(disk.folder)
    at.window.theme.set_zoom(zoom)
    at.window.space.side.show_pane("reader", False)
    at.window.space.side.show_pane("notebook", False)
    at.window.resize(width, 700)
    at.window.menus.trigger("stance-criticises")
    seen = look(at)
    assert at.window.width() == width
    assert seen["rows"].top() > seen["views"].bottom()
    assert all(seen["bar"].contains(part.translated(0, seen["bar"].y())) for part in seen.values())
    assert not_whole(at.window, zoom) == []
    at.window.resize(2600, 700)
    wide = look(at)
    assert wide["rows"].top() == wide["views"].top() == wide["depths"].top()
    assert wide["bar"].height() < seen["bar"].height()


def test_a_bar_that_is_arranged_is_at_rest(sit: Sit, disk: LibraryOnDisk) -> None:
    """To arrange itself asks Qt to lay it out, which told it to arrange itself."""
    at = sit(disk.folder)
    look(at)
    asked = Counted(QEvent.Type.LayoutRequest, at.window.bar)

    look(at)
    assert asked.times == 0

    at.window.bar.show_library("Another title", "")
    look(at)
    assert 0 < asked.times < 10


class Counted(QObject):
    """How often a widget gets an event of one kind."""

    def __init__(self, kind: QEvent.Type, widget: QWidget) -> None:
        super().__init__(widget)
        self._kind = kind
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == self._kind
        return False


def test_a_library_that_is_read_again_shows_no_choices_of_another_view(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("sources")
    before = look(at)
    assert "rows" not in before
    at.read_again()
    assert look(at) == before
