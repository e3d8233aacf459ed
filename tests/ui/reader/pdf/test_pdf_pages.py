"""The reader on a source that came from a PDF: its text, its pages, or both."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication

from counterpoint.application.library.anchor import anchor_library
from counterpoint.domain.approach import Colour
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.accessibility.factory import install
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.reader.participation import ReaderParticipation
from counterpoint.ui.reader.pdf.sides import PdfSides
from counterpoint.ui.reader.pdf.view import PdfView
from counterpoint.ui.theme.colours import light
from tests.at_window import PLAIN, AtWindow
from tests.ears import listen
from tests.made_documents import lines, pdf
from tests.report_library import FOURTH, OVER, THIRD, report_library

Sit = Callable[[Path], AtWindow]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

JUMP = light().jump
OF_TALK = light().approach(Colour.BLUE).tint


class AtPages(NamedTuple):
    """Somebody who reads the report."""

    at: AtWindow

    @property
    def reader(self) -> ReaderPane:
        return self.at.window.space.reader

    @property
    def sides(self) -> PdfSides:
        joined = self.reader.findChild(ReaderParticipation)
        assert isinstance(joined, ReaderParticipation)
        return joined.pdf_sides

    @property
    def view(self) -> PdfView:
        return self.sides.view

    def jump(self, id: str) -> None:
        """To the passage of a claim, as one does from the comparison."""
        approach = "firm" if id == "third" else "talk"
        target = Target(TargetKind.CLAIM, approach, "objections", id)
        placed = self.at.window.space.session.leads_to(target, "report")
        assert placed is not None
        self.at.window.space.navigator.jump(placed.evidence.key)

    def choose(self, shows: str) -> None:
        self.at.click(self.sides.bar.choice.button(shows))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        self.at.key(key, held)

    def read_again(self) -> None:
        """F5, until all is as it was."""
        with self.at.qtbot.waitSignal(self.at.window.lifecycle.ready, timeout=20_000):
            self.at.window.menus.trigger("reload")

    def told(self) -> str:
        """What the bar says of the page."""
        return self.sides.bar.page.text()

    def stretches(self, colour: str) -> int:
        """In how many places, one below the other, something of this colour is seen."""
        picture = self.view.viewport().grab().toImage()
        rows = [y for y in range(picture.height()) if _has(picture, y, QColor(colour).rgb())]
        return sum(1 for before, y in zip([-99, *rows], rows, strict=False) if y - before > 20)

    def wait_for(self, stretches: int, colour: str = JUMP) -> None:
        self.at.qtbot.waitUntil(lambda: self.stretches(colour) == stretches, timeout=20_000)

    def spot(self, colour: str) -> QPoint:
        """Where the first of this colour is seen."""
        picture, rgb = self.view.viewport().grab().toImage(), QColor(colour).rgb()
        y = next(y for y in range(picture.height()) if _has(picture, y, rgb))
        x = next(x for x in range(picture.width()) if picture.pixel(x, y) == rgb)
        return QPoint(x + 3, y + 3)


def _has(picture: QImage, y: int, rgb: int) -> bool:
    return any(picture.pixel(x, y) == rgb for x in range(picture.width()))


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return report_library(tmp_path)


@pytest.fixture
def reads(library: Path, sit: Sit) -> AtPages:
    """At the passage of the third page, in the text."""
    found = AtPages(sit(library))
    found.at.window.space.show_pane("notebook", False)
    found.jump("third")
    found.at.qtbot.waitUntil(lambda: found.at.jumped_to() == THIRD, timeout=20_000)
    return found


class TestChoosing:
    def test_text_first_then_the_page_of_the_passage_with_it_drawn(self, reads: AtPages) -> None:
        assert reads.reader.view.isVisible()
        assert not reads.view.isVisible()

        reads.choose("page")
        reads.wait_for(1)

        assert not reads.reader.view.isVisible()
        assert reads.told() == "Page vi (3 of 4)"

        reads.choose("text")
        assert reads.reader.view.isVisible()
        assert not reads.view.isVisible()
        assert not reads.sides.bar.page.isVisible()

    def test_both_by_key_and_from_the_menu(self, reads: AtPages) -> None:
        reads.key(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
        reads.wait_for(1)
        assert reads.reader.view.isVisible()
        menus = reads.at.window.menus
        assert menus.action("read-both").isChecked()

        menus.trigger("read-page")
        assert not reads.reader.view.isVisible()
        assert reads.sides.bar.choice.choice() == "page"

    def test_both_are_side_by_side_in_a_wide_window_and_the_comparison_gets_its_room_back(
        self, reads: AtPages
    ) -> None:
        space, sides = reads.at.window.space, reads.reader.sides
        reads.at.window.resize(2300, 1000)
        reads.at.qtbot.waitUntil(lambda: space.width() > 2000)
        before = space.side.width()

        reads.choose("both")
        reads.at.qtbot.waitUntil(lambda: sides.orientation() is Qt.Orientation.Horizontal)
        reads.wait_for(1)
        assert space.side.width() > before
        assert space.sizes()["across"][-1] == before, "what is kept for another day"

        reads.choose("text")
        reads.at.qtbot.waitUntil(lambda: space.side.width() == before)

    def test_both_follow_the_window_that_grows_and_shrinks(self, reads: AtPages) -> None:
        window, sides = reads.at.window, reads.reader.sides
        reads.choose("both")
        reads.at.qtbot.waitUntil(lambda: sides.orientation() is Qt.Orientation.Vertical)
        before = window.space.side.width()

        window.resize(2300, 1000)
        reads.at.qtbot.waitUntil(lambda: sides.orientation() is Qt.Orientation.Horizontal)
        assert window.space.views.width() >= 900

        window.resize(1280, 800)
        reads.at.qtbot.waitUntil(lambda: sides.orientation() is Qt.Orientation.Vertical)
        reads.at.qtbot.waitUntil(lambda: abs(window.space.side.width() - before) < 20)

    def test_who_gives_both_another_width_keeps_it(self, reads: AtPages) -> None:
        space = reads.at.window.space
        reads.at.window.resize(2300, 1000)
        reads.at.qtbot.waitUntil(lambda: space.width() > 2000)
        before = space.side.width()
        reads.choose("both")
        reads.at.qtbot.waitUntil(lambda: space.side.width() > before)
        whole = sum(space.across.sizes())
        space.across.setSizes([whole - 700, 700])
        reads.choose("text")
        reads.at.qtbot.wait(50)
        assert space.side.width() == 700

    def test_what_came_from_no_pdf_has_no_choice_and_its_text_is_shown(
        self, reads: AtPages
    ) -> None:
        reads.choose("page")
        reads.at.window.space.navigator.open_source("letter")
        reads.at.qtbot.waitUntil(lambda: not reads.view.isVisible())
        assert not reads.sides.bar.isVisible()
        assert reads.reader.view.isVisible()
        assert not reads.at.window.menus.action("read-page").isEnabled()
        assert not reads.at.window.menus.action("read-page").isChecked()

        reads.jump("end")
        reads.wait_for(1)
        assert reads.told() == "Page vii (4 of 4)", "and it was remembered for the next one"

    def test_the_focus_goes_with_what_is_shown(self, reads: AtPages) -> None:
        reads.reader.setFocus()
        reads.key(Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
        assert QApplication.focusWidget() is reads.view
        reads.key(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
        assert QApplication.focusWidget() is reads.reader.view


class TestTurning:
    def test_by_keys_and_buttons_and_the_text_goes_with_it(self, reads: AtPages) -> None:
        reads.choose("page")
        reads.wait_for(1)
        reads.reader.setFocus()

        reads.key(Qt.Key.Key_PageDown)
        assert reads.told() == "Page vii (4 of 4)"
        assert not reads.sides.bar.next.isEnabled()
        reads.key(Qt.Key.Key_PageUp)
        reads.at.click(reads.sides.bar.previous)
        assert reads.told() == "Page v (2 of 4)"
        reads.key(Qt.Key.Key_Home)
        assert reads.told() == "Page iv (1 of 4)"
        assert not reads.sides.bar.previous.isEnabled()
        reads.key(Qt.Key.Key_End)
        assert reads.told() == "Page vii (4 of 4)"

        model = reads.reader.view.model
        assert model is not None
        here = reads.reader.view.first_visible()[0]
        whole = reads.reader.view.verticalScrollBar().maximum() == 0
        assert whole or model.text[here:].startswith(FOURTH)

    def test_a_passage_over_two_pages_is_shown_with_both_its_ends(self, reads: AtPages) -> None:
        reads.choose("page")
        reads.wait_for(1)
        reads.jump("over")
        reads.wait_for(2)
        assert reads.told() == "Page iv (1 of 4)"

    def test_next_passage_turns_to_its_page(self, reads: AtPages) -> None:
        reads.choose("page")
        reads.wait_for(1)
        reads.at.window.space.navigator.open_source("report")
        reads.reader.set_passages((), "")
        reads.reader.setFocus()
        reads.key(Qt.Key.Key_N)
        reads.at.qtbot.waitUntil(lambda: reads.told() == "Page vii (4 of 4)")

    def test_back_leads_to_the_page_before(self, reads: AtPages) -> None:
        reads.choose("page")
        reads.jump("over")
        reads.wait_for(2)
        reads.reader.setFocus()
        reads.key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        reads.at.qtbot.waitUntil(lambda: reads.told() == "Page vi (3 of 4)")

    def test_what_is_found_is_marked_on_its_page(self, reads: AtPages) -> None:
        reads.choose("page")
        reads.wait_for(1)
        reads.reader.setFocus()
        reads.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        reads.at.qtbot.keyClicks(QApplication.focusWidget(), "in sight")
        reads.at.qtbot.waitUntil(lambda: reads.told() == "Page vii (4 of 4)")
        reads.wait_for(1)


class TestMarks:
    def test_passages_have_their_approachs_colour_and_a_click_goes_to_the_claim(
        self, reads: AtPages
    ) -> None:
        reads.choose("page")
        reads.wait_for(1)
        reads.reader.setFocus()
        reads.key(Qt.Key.Key_PageDown)
        reads.wait_for(1, OF_TALK)

        spot = reads.spot(OF_TALK)
        reads.at.qtbot.mouseClick(reads.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert reads.at.window.space.session.target.claim == "end"

    def test_the_page_stays_paper_in_dark_colours(self, reads: AtPages) -> None:
        reads.choose("page")
        reads.wait_for(1)
        reads.at.window.menus.trigger("colours-dark")
        picture = reads.view.viewport().grab().toImage()
        middle = picture.width() // 2
        assert QColor(picture.pixel(middle, picture.height() // 2)).name() == "#ffffff"
        assert reads.stretches(JUMP) == 1

    def test_the_zoom_of_the_window_makes_the_page_larger(self, reads: AtPages) -> None:
        reads.choose("page")
        reads.wait_for(1)
        bar = reads.view.horizontalScrollBar()
        assert bar.maximum() == 0
        for _ in range(10):
            reads.at.window.menus.trigger("zoom-in")
        assert bar.maximum() > 0
        assert reads.told() == "Page vi (3 of 4)"
        reads.jump("over")
        reads.at.qtbot.waitUntil(lambda: reads.stretches(JUMP) >= 1, timeout=20_000)


class TestReadAgain:
    """A claim rests on two passages; the second one is jumped to."""

    @pytest.fixture
    def second(self, library: Path, sit: Sit) -> AtPages:
        file = library / "options" / "talk.yaml"
        words = file.read_text(encoding="utf-8")
        again = (
            f"          - source: report\n            quote: {FOURTH}\n"
            "            stance: describes\n            voice: [the report]\n"
        )
        before, over, rest = words.partition(
            f"          - source: report\n            quote: {OVER}"
        )
        file.write_text(before + over + rest.replace("[the report]\n", "[the report]\n" + again, 1))
        anchor_library(library)
        found = AtPages(sit(library))
        found.at.window.space.show_pane("notebook", False)
        claim = Target(TargetKind.CLAIM, "talk", "objections", "over")
        found.at.window.space.navigator.go_to(claim)
        found.choose("both")
        found.reader.setFocus()
        found.reader.next_passage()
        found.at.qtbot.waitUntil(lambda: found.at.jumped_to() == FOURTH)
        found.at.qtbot.waitUntil(lambda: found.told() == "Page vii (4 of 4)")
        return found

    def test_the_passage_jumped_to_stays_the_one_it_was(self, second: AtPages) -> None:
        second.read_again()
        assert second.at.jumped_to() == FOURTH
        assert second.told() == "Page vii (4 of 4)"
        second.wait_for(1)

    def test_so_it_does_where_the_description_of_the_source_is_another(
        self, second: AtPages, library: Path
    ) -> None:
        file = library / "corpus" / "report.yaml"
        file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: The new ", 1))
        second.read_again()
        assert second.reader.source is not None
        assert second.reader.source.title.startswith("The new")
        assert second.at.jumped_to() == FOURTH
        second.wait_for(1)

    def test_so_it_does_when_another_document_comes_in(
        self, second: AtPages, tmp_path: Path
    ) -> None:
        file = tmp_path / "speech.txt"
        file.write_text("A speech.\n\nIt was short, and it was given twice in that year.\n")
        space = second.at.window.space
        space.live_sources.brought.emit([file])

        def is_there() -> bool:
            library = space.session.library
            return library is not None and "speech" in {s.id for s in library.contents.sources}

        second.at.qtbot.waitUntil(is_there, timeout=20_000)
        second.read_again()
        assert second.at.jumped_to() == FOURTH
        second.wait_for(1)

    def test_none_is_marked_again_where_the_mark_was_taken_away(self, second: AtPages) -> None:
        second.reader.setFocus()
        second.key(Qt.Key.Key_Escape)
        assert not second.at.jumped_to()
        second.read_again()
        assert not second.at.jumped_to()


class TestWithoutTheOriginal:
    @pytest.mark.parametrize(
        ("damage", "title"),
        [("missing", "The original is not there"), ("changed", "The original was changed")],
    )
    def test_it_says_so_and_the_page_comes_once_it_is_back(
        self, reads: AtPages, library: Path, damage: str, title: str
    ) -> None:
        original = library / "originals" / "report.pdf"
        data = original.read_bytes()
        if damage == "missing":
            original.unlink()
        else:
            original.write_bytes(data + b" ")
        reads.choose("page")
        notice = reads.sides.notice
        reads.at.qtbot.waitUntil(notice.isVisible)
        assert notice.title.text() == title
        assert "originals/report.pdf" in notice.message.text()

        original.write_bytes(data)
        reads.choose("both")
        reads.wait_for(1)
        assert not notice.isVisible()


class TestScreenReader:
    def test_the_page_is_named_and_its_words_are_told(
        self, reads: AtPages, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        install()
        reads.choose("page")
        reads.wait_for(1)
        page = QAccessible.queryAccessibleInterface(reads.view)
        assert page.text(QAccessible.Text.Name) == "Page vi (3 of 4): report"
        assert page.childCount() == 1
        words = page.child(0)
        assert words.text(QAccessible.Text.Name).startswith(THIRD)
        assert "Firmness first" in words.text(QAccessible.Text.Description)

        heard = listen(monkeypatch)
        reads.reader.setFocus()
        reads.key(Qt.Key.Key_PageDown)
        assert "Page vii (4 of 4)" in heard


class TestCiting:
    def test_a_copied_quotation_carries_the_pages_that_it_stands_on(self, reads: AtPages) -> None:
        reads.choose("page")
        reads.jump("over")
        reads.wait_for(2)
        reads.reader.setFocus()
        reads.key(
            Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        assert QApplication.clipboard().text() == f"“{OVER}” (report, pp. iv–v)"

        reads.jump("end")
        reads.wait_for(1)
        reads.key(
            Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        )
        assert QApplication.clipboard().text() == f"“{FOURTH}” (report, p. vii)"

    def test_the_comparison_tells_of_them_too(self, reads: AtPages) -> None:
        placed = reads.at.window.space.session.leads_to(
            Target(TargetKind.CLAIM, "talk", "objections", "over"), "report"
        )
        assert placed is not None
        assert placed.evidence.paragraph == "p. iv ¶1–p. v ¶1"


def test_the_page_follows_the_text_down_the_page(tmp_path: Path, sit: Sit) -> None:
    """As where a paragraph is longer than what is seen of its page."""
    each = (f"and in line {line:03} a delegate spoke on, and" for line in range(200))
    full = [[*islice(each, 24), words, *islice(each, 24)] for words in (OVER, THIRD, FOURTH)]
    report = pdf(*(lines(*page, top=720, pitch=13) for page in full))
    reads = AtPages(sit(report_library(tmp_path, report)))
    reads.at.window.space.show_pane("notebook", False)
    reads.jump("third")
    reads.at.qtbot.waitUntil(lambda: reads.at.jumped_to() == THIRD)
    reads.choose("both")
    reads.wait_for(1)
    text, bar = reads.reader.view, reads.view.verticalScrollBar()
    assert text.model is not None
    stood: list[int] = []
    for line in (60, 68, 76):  # of the second page
        with reads.at.qtbot.waitSignal(bar.valueChanged, timeout=20_000):
            text.put(text.model.text.index(f"line {line:03}"), 0.0)
            text.scrolled_by_hand.emit()
        stood.append(bar.value())
        assert reads.view.page == 1
    assert stood == sorted(set(stood))


def test_what_is_read_of_a_pdf_is_kept_for_another_day(reads: AtPages, sit: Sit) -> None:
    reads.choose("both")
    folder = reads.at.window.space.live_sources.folder
    reads.at.window.close()

    again = AtPages(sit(folder))

    assert again.sides.shows.value == "both"
