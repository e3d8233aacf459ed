"""In another language and on small screens nothing of the page is cut, and all its words but the
document's pass the seam."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.ui.handover.view import HandOverView
from tests.answered_library import with_answers
from tests.at_window import AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk
from tests.pseudo_translation import plain_words, pseudo_translated
from tests.ui.window.seen_whole import not_whole


@pytest.fixture(autouse=True)
def another_language() -> Iterator[None]:
    with pseudo_translated():
        yield


def handing(at: AtWindow, paper: str) -> HandOverView:
    at.window.menus.trigger("handover")
    view = at.window.space.pane("handover")
    assert isinstance(view, HandOverView)
    at.qtbot.waitUntil(lambda: view.made is not None and view.paper.is_whole, timeout=20_000)
    if paper != view.wanted.paper:
        before = view.made
        view.form.paper.setCurrentIndex(view.form.paper.findData(paper))
        view.form.paper.activated.emit(view.form.paper.currentIndex())
        at.qtbot.waitUntil(lambda: view.made is not before, timeout=20_000)
    if view.checks.toggle.isVisible():
        at.click(view.checks.toggle)
    QApplication.processEvents()
    return view


@pytest.mark.parametrize("paper", ["two-page", "notes", "own"])
@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (640, 480)])
def test_nothing_is_cut(sit: Sit, disk: LibraryOnDisk, paper: str, size: tuple[int, int]) -> None:
    at = sit(with_answers(disk).folder, beside=False)
    at.window.resize(*size)
    handing(at, paper)

    # The bar above it is another's, and so long words have no room in it.
    at.qtbot.waitUntil(lambda: [x for x in not_whole(at.window) if "TopBar" not in x] == [])


def test_every_word_but_the_documents_passes_the_seam(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(with_answers(disk).folder)
    view = handing(at, "two-page")
    own = {word for path in disk.folder.rglob("*.yaml") for word in plain_words(path.read_text())}
    plain = []
    for widget in view.findChildren(QWidget):
        if widget.isVisible() and not view.paper.isAncestorOf(widget):
            said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
            said += [text() for text in (getattr(widget, "text", None),) if callable(text)]
            plain += [each for each in said if plain_words(each) - own - {"Alt", "Ctrl", "Esc"}]
    assert plain == []
