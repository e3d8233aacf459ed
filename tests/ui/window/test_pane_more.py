"""A pane more is a line in the table: it is walked to, left and come back to like any other."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from counterpoint.ui.session.participant import Participant
from counterpoint.ui.window import panes
from counterpoint.ui.window.panes import Pane
from tests.at_window import Sit
from tests.library_on_disk import LibraryOnDisk


def _make(_participant: Participant, parent: QWidget) -> QWidget:
    made = QListWidget(parent)
    made.addItems(["1979", "1986"])
    return made


TIMELINE = Pane("timeline", "Timeline", "What happened when", _make)


@pytest.fixture
def view(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panes, "VIEWS", (*panes.VIEWS, TIMELINE))


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panes, "BESIDE", (*panes.BESIDE, TIMELINE._replace(share=50)))


@pytest.mark.usefixtures("view")
def test_a_view_more_is_walked_to_and_come_back_to(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.click(at.window.bar.views.button("timeline"))
    space = at.window.space
    assert space.views.currentWidget() is space.pane("timeline")
    at.key(Qt.Key.Key_F6)
    assert not space.pane("timeline").hasFocus()
    at.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert space.pane("timeline").hasFocus()
    at.window.close()

    again = sit(disk.folder)

    assert again.window.space.view_name() == "timeline"
    assert again.window.bar.views.choice() == "timeline"
    assert again.window.space.pane("timeline").hasFocus()


def test_a_view_that_is_no_more_leaves_the_first(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(panes, "VIEWS", (*panes.VIEWS, TIMELINE))
        at = sit(disk.folder)
        at.click(at.window.bar.views.button("timeline"))
        at.window.close()

    assert sit(disk.folder).window.space.view_name() == panes.VIEWS[0].name


@pytest.mark.usefixtures("beside")
def test_a_pane_beside_more_has_its_share_and_keeps_it(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    space = at.window.space
    assert space.side.sizes()[2] == pytest.approx(sum(space.side.sizes()) / 3, abs=20)
    at.window.menus.trigger("transpose")
    walked: set[QWidget | None] = set()
    for _ in range(4):
        at.key(Qt.Key.Key_F6)
        walked.add(QApplication.focusWidget())
    assert space.pane("timeline") in walked
    space.side.set_sizes([250, 200, 260])
    left = space.side.sizes()
    at.window.close()

    again = sit(disk.folder).window

    assert again.space.side.sizes() == left
    assert again.space.pane("timeline").height() == left[2]


@pytest.mark.usefixtures("beside")
def test_of_three_that_are_shown_by_turns_none_loses_its_share(
    sit: Sit, disk: LibraryOnDisk
) -> None:
    at = sit(disk.folder)
    space = at.window.space
    space.side.set_sizes([250, 200, 260])
    left = space.side.sizes()
    for name in ("timeline", "reader", "notebook", "timeline"):
        space.show_pane(name, False)
        at.qtbot.waitUntil(lambda: sum(space.side.splitter.sizes()) >= sum(left))
        space.show_pane(name, True)
        at.qtbot.waitUntil(lambda: len(space.side.splitter.sizes()) == 3)
        assert space.side.sizes() == pytest.approx(left, abs=3)


@pytest.mark.usefixtures("beside")
def test_in_a_low_window_those_that_are_wanted_take_turns(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    side, space = at.window.space.side, at.window.space
    space.show_pane("reader", False)
    at.window.resize(1280, 420)
    at.qtbot.waitUntil(lambda: side.choice.isVisible())
    assert not side.choice.button("reader").isVisible()
    at.click(side.choice.button("timeline"))
    assert space.pane("timeline").isVisible()
    assert not space.notebook.isVisible()


def test_a_pane_more_takes_its_first_share_of_a_window_that_knew_it_not(
    sit: Sit, disk: LibraryOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = sit(disk.folder)
    at.window.space.across.setSizes([700, 580])
    across = at.window.space.across.sizes()
    at.window.menus.trigger("show-notebook")
    at.window.close()
    monkeypatch.setattr(panes, "BESIDE", (*panes.BESIDE, TIMELINE._replace(share=50)))

    again = sit(disk.folder)
    space = again.window.space

    assert space.across.sizes() == across
    assert not space.is_shown("notebook")
    space.show_pane("timeline", True)
    again.qtbot.waitUntil(lambda: space.pane("timeline").height() > 200)
