"""What is printed, from the preview to the sheet."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from counterpoint.application.report.handover.printing import PdfPages
from counterpoint.ui.window.frame.print_preview import PrintPreview
from tests.answered_library import ANSWER, with_answers
from tests.at_window import GO_ON, AtWindow, Sit
from tests.library_on_disk import LibraryOnDisk

WORDS = "Talks should go on."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def at(sit: Sit, disk: LibraryOnDisk) -> AtWindow:
    return sit(with_answers(disk).folder)


def preview(at: AtWindow) -> PrintPreview:
    """Opened by its key, once its first page is drawn."""
    at.key(Qt.Key.Key_P, CTRL)
    found = next(
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, PrintPreview) and each.isVisible()
    )
    at.qtbot.waitUntil(
        lambda: found.pages is not None and found.sheets.lacking() is None, timeout=20_000
    )
    return found


def words_of(shown: PrintPreview) -> str:
    """All letters on its pages, without white space."""
    assert shown.pages is not None
    pages = list(shown.pages._document)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in pages)


def squeezed(words: str) -> str:
    return "".join(words.split())


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ((), ANSWER),
        (("depth-map",), "not said by:"),
        (("question-page",), "Who talks to whom?"),
        (("pair-page",), "Firmness first"),
        (("replies-page",), "Who answers whom:"),
        (("handover",), "The approaches at a glance"),
        (("letter",), "asked for firmness first"),
    ],
)
def test_what_is_seen_is_what_is_printed(at: AtWindow, actions: tuple[str, ...], said: str) -> None:
    for action in actions:
        if action == "letter":
            at.window.space.navigator.show_source(action)
        else:
            at.window.menus.trigger(action)
    shown = preview(at)

    assert squeezed(said) in words_of(shown)
    assert "page" in shown.words.text()
    shown.close()


def test_the_text_with_the_focus_is_printed(at: AtWindow) -> None:
    at.jump_to(GO_ON)
    at.window.space.enter(at.window.space.reader)
    shown = preview(at)

    assert squeezed(WORDS) in words_of(shown)
    assert squeezed("Nobody spoke of the neighbours.") in words_of(shown)
    shown.close()


def test_it_is_printed_page_by_page(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.pdf"
    monkeypatch.setattr(QPrintDialog, "exec", _into(out))
    at.window.menus.trigger("handover")
    shown = preview(at)
    at.click(shown.print_button)
    at.qtbot.waitUntil(lambda: shown.words.text() == "Printed.", timeout=30_000)

    assert shown.pages is not None
    printed = pypdfium2.PdfDocument(out)
    assert len(printed) == len(shown.pages.sizes)
    for number, (width, height) in enumerate(shown.pages.sizes):
        assert printed.get_page_size(number) == pytest.approx((width, height), abs=2)
    ours = shown.pages.draw(0, 1)
    theirs = printed[0].render(scale=1, prefer_bgrx=True)
    dark = [
        sum(picture[at] < 128 for at in range(0, len(picture), 4))
        for picture in (ours.pixels, bytes(theirs.buffer))
    ]
    assert dark[1] == pytest.approx(dark[0], rel=0.3)
    printed.close()
    shown.close()


def test_pages_laid_across_among_others_are_turned(
    at: AtWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mixed = pypdfium2.PdfDocument.new()
    for width, height in ((595, 842), (842, 595), (595, 842)):
        mixed.new_page(width, height)
    made = BytesIO()
    mixed.save(made)
    window = at.window
    shown = PrintPreview(window.theme, "Mixed", lambda _: PdfPages(made.getvalue()), window)
    shown.show()
    at.qtbot.waitUntil(shown.print_button.isEnabled)
    out = tmp_path / "out.pdf"
    monkeypatch.setattr(QPrintDialog, "exec", _into(out))
    at.click(shown.print_button)
    at.qtbot.waitUntil(lambda: shown.words.text() == "Printed.", timeout=30_000)

    printed = pypdfium2.PdfDocument(out)
    across = [width > height for width, height in map(printed.get_page_size, range(len(printed)))]
    assert across == [False, True, False]
    printed.close()
    shown.close()


def _into(out: Path) -> Callable[[QPrintDialog], int]:
    """Somebody who chooses a file in place of a printer."""

    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(out))
        return int(QDialog.DialogCode.Accepted)

    return choose


def test_closed_before_it_is_made_it_is_gone(at: AtWindow) -> None:
    at.key(Qt.Key.Key_P, CTRL)
    shown = next(each for each in QApplication.topLevelWidgets() if isinstance(each, PrintPreview))
    assert shown.words.text() == "The pages are being made…"
    assert not shown.print_button.isEnabled()
    shown.close()

    at.qtbot.waitUntil(
        lambda: not any(isinstance(each, PrintPreview) for each in QApplication.topLevelWidgets())
    )


def test_without_anything_to_print_it_says_what_to_do(at: AtWindow) -> None:
    at.window.menus.trigger("notes")
    at.window.menus.trigger("print")

    assert at.window.status.message().startswith("Open what is to be printed")
