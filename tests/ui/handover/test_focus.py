"""Going about the page by keys, and what a screen reader says of its links."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.ui.accessibility.factory import install
from counterpoint.ui.handover.view import HandOverView
from tests.answered_library import with_answers
from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(with_answers(disk).folder, beside=False)


def handing(at: AtWindow, paper: str = "two-page") -> HandOverView:
    at.window.menus.trigger("handover")
    view = at.window.space.pane("handover")
    assert isinstance(view, HandOverView)
    view.form.paper.setCurrentIndex(view.form.paper.findData(paper))
    view.form.paper.activated.emit(view.form.paper.currentIndex())

    def there() -> bool:
        made = view.made is not None and not view.paper.waiting and view.paper.is_whole
        return made and view.wanted.paper == paper

    at.qtbot.waitUntil(there, timeout=20_000)
    at.qtbot.wait(300)  # a choice is followed a little later
    at.qtbot.waitUntil(there, timeout=20_000)
    return view


def test_f6_goes_through_what_is_chosen_what_to_know_and_the_paper(at: AtWindow) -> None:
    view = handing(at)
    stops = [view.form.paper, view.checks.toggle, view.paper]
    stops[0].setFocus()

    for stop in (*stops[1:], stops[0], stops[1]):
        at.key(Qt.Key.Key_F6)
        assert QApplication.focusWidget() is stop
    at.key(Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is stops[0]

    at.click(view.checks.toggle)
    view.form.fields["title"].setFocus()
    at.key(Qt.Key.Key_F6)
    assert QApplication.focusWidget() is view.checks.rows


def test_the_paper_is_one_stop_of_tab(at: AtWindow) -> None:
    view = handing(at)
    view.paper.setFocus()
    assert "next link" in at.window.status.hints()

    at.key(Qt.Key.Key_Right)
    first = view.paper.current()
    assert first[0] == "read"
    at.key(Qt.Key.Key_Right)
    assert view.paper.current() not in (first, ("", ""))
    at.key(Qt.Key.Key_Left)
    assert view.paper.current() == first
    at.key(Qt.Key.Key_Left)
    assert view.paper.current() == first

    at.key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not view.paper
    at.key(Qt.Key.Key_Tab, SHIFT)
    assert QApplication.focusWidget() is view.paper
    assert view.paper.current() == first


def test_links_say_their_sources(at: AtWindow) -> None:
    install()
    view = handing(at, "full")
    page = QAccessible.queryAccessibleInterface(view.paper)
    names = [page.child(n).text(QAccessible.Text.Name) for n in range(page.childCount())]
    short = at.window.space.session.short_of("letter")

    assert short
    assert f"{short}, paragraph 2" in names
    assert any(name.endswith(f", from {short}") for name in names)
    assert "Note 1" in names
    assert "Back to the mark of note 1" in names
    assert [name for name in names if name.strip("0123456789 ,¶§–") == ""] == []


def test_tab_reaches_all_that_can_be_done(at: AtWindow) -> None:
    view = handing(at, "full")
    view.form.paper.setFocus()
    stops: list[QWidget] = []
    while view.form.paper not in stops and len(stops) < 60:
        at.key(Qt.Key.Key_Tab)
        stop = QApplication.focusWidget()
        assert stop is not None
        stops.append(stop)

    bar = [view.bar.back, view.bar.print, view.bar.export]
    assert [each for each in stops if each in bar] == bar
    assert stops.index(view.bar.export) + 1 == stops.index(view.form.paper)
    assert {view.form.reference, view.checks.toggle, view.paper} <= set(stops)
    down = [each.mapTo(view, QPoint()).y() for each in stops if view.form.isAncestorOf(each)]
    assert down[:-1] == sorted(down[:-1])

    at.key(Qt.Key.Key_Tab, SHIFT)
    assert QApplication.focusWidget() is view.bar.export


def test_what_lends_its_styles_is_named_for_a_screen_reader(at: AtWindow) -> None:
    form = handing(at).form
    assert form.reference.accessibleName() == "Choose a document that lends its styles"
    form.show_wanted(form.wanted._replace(reference="/somewhere/ours.docx"))
    said = form.reference.accessibleName()
    assert said == "Choose a document that lends its styles: ours.docx"
    assert form.no_reference.accessibleName() == "No document that lends its styles"
