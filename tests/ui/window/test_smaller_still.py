"""At 200 % in a window of 1024 × 700 the comparison keeps its room from what is put round it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu

from counterpoint.domain.approach import Stance
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.storage.place import shipped_library
from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

WIDTH, HEIGHT = 1024, 700
FOUR = ClaimFilter(stance=Stance.ADVOCATES, own=True, source="london-cable-2008", voice="Klijn")


class Counted(QObject):
    """How often a widget is asked to arrange itself."""

    number = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.number += event.type() == QEvent.Type.LayoutRequest
        return False


def sit_small(sit: Sit, disk: LibraryOnDisk | None = None) -> AtWindow:
    at = sit(disk.folder if disk else shipped_library(), beside=False)
    at.window.resize(WIDTH, HEIGHT)
    at.window.theme.set_zoom(2.0)
    at.qtbot.waitUntil(lambda: at.window.width() == WIDTH and at.grid.settled)
    return at


def test_problems_leave_it_the_larger_part(sit: Sit, disk: LibraryOnDisk) -> None:
    for name in ("firm", "talk"):
        disk.replace(f"options/{name}.yaml", "colour: ", "colour: beige")
    at = sit_small(sit, disk)
    at.window.menus.trigger("problems")
    panel, work = at.window.reports.panel, at.window.space
    at.qtbot.waitUntil(lambda: panel.height() <= work.height())
    assert panel.isVisible()
    assert panel.list.isVisible()
    assert work.isVisible()
    assert (at.window.width(), at.window.height()) == (WIDTH, HEIGHT)


def menu_of_more(at: AtWindow) -> QMenu:
    at.window.bar.more.setFocus()
    at.key(Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_signs_take_one_line_more_and_the_rest_is_in_a_menu(sit: Sit) -> None:
    at = sit_small(sit)
    bar, before = at.window.bar, at.window.bar.height()
    at.window.space.comparison.arranger.show_claims(FOUR)
    at.qtbot.waitUntil(bar.more.isVisible)
    at.qtbot.waitUntil(lambda: bar.height() > before)
    line = bar.chips[0].height() + bar.depths.height()
    assert bar.height() <= before + line
    seen = [chip for chip in bar.chips if chip.isVisible()]
    assert len(seen) == 2
    assert bar.more.text() == "2 more"
    assert bar.more.accessibleName() == (
        "2 more filters: Only from London cable; Only the voice of Klijn"
    )

    menu = menu_of_more(at)
    assert [each.text() for each in menu.actions()] == [
        "Remove: Only from London cable",
        "Remove: Only the voice of Klijn",
    ]
    menu.actions()[0].trigger()
    menu.close()
    kept = at.window.space.session.arrangement.filter
    assert kept == FOUR._replace(source="")

    at.window.resize(2000, HEIGHT)
    at.qtbot.waitUntil(lambda: all(chip.isVisible() for chip in bar.chips))
    assert not bar.more.isVisible()


@pytest.mark.parametrize("pair", [(), ("containment",)])
def test_the_head_of_the_map_leaves_half_to_the_questions(sit: Sit, pair: tuple[str, ...]) -> None:
    at = sit_small(sit)
    at.window.menus.trigger("depth-map")
    depth = at.window.space.comparison.map
    at.qtbot.waitUntil(depth.view.isVisible)
    depth.view.choose_pair(*pair)
    layout = depth.view.layout_now()
    assert layout.head.height <= depth.view.viewport().height() / 2
    assert [entry.title for entry in layout.head.legend] == [""] * 6

    at.window.resize(1600, 1200)
    at.qtbot.waitUntil(lambda: not depth.view.layout_now().short)
    assert all(entry.title for entry in depth.view.layout_now().head.legend)


def test_a_bar_that_is_left_alone_does_nothing(sit: Sit) -> None:
    at = sit_small(sit)
    at.window.space.comparison.arranger.show_claims(FOUR)
    counted = Counted(at.window)
    at.window.bar.installEventFilter(counted)
    before = -1
    for _ in range(40):
        before = counted.number
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()
    assert counted.number == before


def test_what_stands_beside_a_view_takes_turns_with_it_where_both_have_no_room(sit: Sit) -> None:
    at = sit_small(sit)
    space = at.window.space
    at.grid.setFocus()
    at.key(Qt.Key.Key_Down)
    target = space.session.target
    at.window.menus.trigger("note-here")
    at.qtbot.waitUntil(lambda: space.notebook.editor.hasFocus())
    assert not space.views.isVisible()
    at.qtbot.keyClicks(space.notebook.editor, "Seen.")
    at.key(Qt.Key.Key_F6)
    assert at.grid.hasFocus()
    assert not space.side.isVisible()
    at.qtbot.waitUntil(lambda: at.grid.width() == WIDTH)
    at.key(Qt.Key.Key_F6)
    assert space.notebook.isVisible()
    space.show_pane("notebook", False)
    assert at.grid.isVisible()
    assert space.session.target == target

    at.click_claim(target)
    at.qtbot.waitUntil(lambda: space.reader.isVisible())
    at.qtbot.waitUntil(lambda: space.reader.width() == WIDTH)
    at.key(Qt.Key.Key_Escape)  # puts away the mark of the passage
    at.key(Qt.Key.Key_Escape)
    at.qtbot.waitUntil(at.grid.isVisible)
    assert at.grid.hasFocus()
    space.show_pane("reader", False)

    space.show_pane("notebook", True)
    at.window.resize(2000, HEIGHT)
    at.qtbot.waitUntil(lambda: at.grid.isVisible() and space.notebook.isVisible())
    at.grid.setFocus()
    at.window.resize(WIDTH, HEIGHT)
    at.qtbot.waitUntil(lambda: not space.notebook.isVisible())
    assert at.grid.hasFocus(), "who walks the grid goes on"
