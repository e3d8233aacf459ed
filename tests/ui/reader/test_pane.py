"""The reader as a whole, with the mouse and with the keyboard."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QGuiApplication,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.source import Numbering
from counterpoint.domain.span import Span
from counterpoint.ui.reader import pane as pane_module
from counterpoint.ui.reader.highlights.highlight import Highlight
from counterpoint.ui.reader.pane import ReaderPane
from tests.ears import listen
from tests.ui.reader.material import highlight, long_text, source_of, span_of

TEXT = long_text(400)
MARKED = (20, 200, 380)


def highlights() -> list[Highlight]:
    return [highlight(span_of(TEXT, f"Paragraph {n} seeks"), f"k{n}") for n in MARKED]


def open_text(
    pane: ReaderPane, text: str = TEXT, made: Sequence[Highlight] = (), id: str = "a"
) -> None:
    pane.open(*source_of(text, id=id), made)


def centre(pane: ReaderPane, span: Span) -> QPoint:
    view = pane.view
    return view.viewport().mapFromGlobal(view.screen_rectangle(span).center())


def top(pane: ReaderPane, key: str) -> float | None:
    found = pane.view.highlights.find(key)
    assert found
    return pane.view.top_of_line(found.span.start)


def jumped_to(pane: ReaderPane) -> Span | None:
    return pane.view.jump_span


def third(pane: ReaderPane) -> float:
    return pane.view.viewport().height() / 3


# Qt's plugin for windows that nobody sees says what it cannot do.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def key(pane: ReaderPane, pressed: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(pane.view, pressed, held)


class TestOpen:
    def test_without_a_source_it_says_what_to_do(self, pane: ReaderPane) -> None:
        assert pane.notice.isVisible()
        assert pane.notice.title.text() == "No source is open"
        assert "press Enter" in pane.notice.message.text()
        assert not pane.header.back.isEnabled()

    def test_a_source_is_shown_with_its_header(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        assert pane.view.isVisible()
        assert pane.header.title.text() == "Hard-headed engagement"
        assert pane.header.count.text() == "3"
        assert pane.view.accessibleName() == "Source text: Hard-headed engagement"

    def test_a_source_that_cannot_be_read_is_told_and_leaves_nothing(
        self, pane: ReaderPane
    ) -> None:
        open_text(pane, made=highlights())
        pane.show_problem("cable.txt cannot be read", "It is not UTF-8. Save it as UTF-8.")
        assert pane.notice.title.text() == "cable.txt cannot be read"
        assert pane.source is None
        assert pane.header.count.text() == ""
        assert not pane.jump("k20")
        open_text(pane, made=highlights())
        assert pane.view.isVisible()

    def test_the_title_leads_to_the_sources_page(self, pane: ReaderPane, qtbot: QtBot) -> None:
        open_text(pane)
        with qtbot.waitSignal(pane.source_page_requested) as caught:
            QTest.mouseClick(pane.header.title, Qt.MouseButton.LeftButton)
        assert caught.args == ["a"]


class TestPassages:
    def test_a_jump_puts_the_passage_a_third_down_and_counts_it(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        assert pane.jump("k200")
        assert top(pane, "k200") == pytest.approx(third(pane))
        assert pane.header.count.text() == "2 of 3"
        assert pane.view.jump_span == highlights()[1].span

    def test_a_key_of_another_source_is_refused(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        assert not pane.jump("elsewhere")
        assert pane.view.jump_span is None

    def test_a_jump_is_announced(self, pane: ReaderPane, monkeypatch: pytest.MonkeyPatch) -> None:
        said: list[str] = []
        monkeypatch.setattr(pane_module, "announce", lambda _, words: said.append(words))
        moved = highlight(span_of(TEXT, "Paragraph 7 seeks"), "k", state=QuotationState.MOVED)
        open_text(pane, made=[moved])
        pane.jump("k")
        assert said == [
            "Passage 1 of 1. A Option A: describes, Embassy London, Michael Davenport, Moved: the "
            "words stand elsewhere in the source, or beside other words, than when they were "
            "quoted. §7: Paragraph 7 seeks"
        ]
        pane.jump_span(span_of(TEXT, "Paragraph 9 seeks"))
        assert said[1] == "Passage. §9: Paragraph 9 seeks"

    def test_one_that_only_follows_is_not(
        self, pane: ReaderPane, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        open_text(pane, made=highlights())
        heard = listen(monkeypatch)
        assert pane.jump("k20", aloud=False)
        pane.jump_span(span_of(TEXT, "Paragraph 9 seeks"), aloud=False)
        assert heard == []

    def test_where_there_is_no_further_passage_it_says_so(
        self, pane: ReaderPane, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        open_text(pane, made=highlights())
        pane.jump("k380")
        heard = listen(monkeypatch)
        pane.next_passage()
        assert heard == ["No further passage"]

    def test_an_announcement_is_an_event_that_qt_takes(self, pane: ReaderPane) -> None:
        event = QAccessibleAnnouncementEvent(pane.view, "Passage")
        assert event.type() == QAccessible.Event.Announcement

    def test_keys_and_buttons_step_through_the_passages(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        key(pane, Qt.Key.Key_N)
        assert top(pane, "k20") == pytest.approx(third(pane))
        key(pane, Qt.Key.Key_Down, ALT)
        QTest.mouseClick(pane.header.next, Qt.MouseButton.LeftButton)
        assert top(pane, "k380") == pytest.approx(third(pane))
        assert not pane.header.next.isEnabled()
        key(pane, Qt.Key.Key_P)
        assert pane.header.count.text() == "2 of 3"

    def test_without_a_current_passage_the_next_one_below_is_meant(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        pane.view.put(span_of(TEXT, "Paragraph 100 ").start, 0.0)
        pane.next_passage()
        assert pane.header.count.text() == "2 of 3"
        pane.jump_span(span_of(TEXT, "Paragraph 300 "))
        assert pane.header.count.text() == "3"
        pane.previous_passage()
        assert pane.header.count.text() == "2 of 3"

    def test_a_walk_may_lead_to_another_source(self, pane: ReaderPane, qtbot: QtBot) -> None:
        open_text(pane, made=highlights())
        pane.set_passages(["k200", "elsewhere", "k20"], "of this claim")
        pane.jump("k200")
        assert pane.header.count.text() == "1 of 3"
        with qtbot.waitSignal(pane.passage_requested) as caught:
            pane.next_passage()
        assert caught.args == ["elsewhere"]
        other = "Another text that says so."
        open_text(pane, other, [highlight(span_of(other, "says"), "elsewhere")], id="b")
        assert pane.jump("elsewhere")
        assert pane.header.count.text() == "2 of 3"
        with qtbot.waitSignal(pane.passage_requested) as caught:
            pane.next_passage()
        assert caught.args == ["k20"]

    def test_a_jump_outside_the_walk_goes_back_to_all_passages(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        pane.set_passages(["k200"], "of this claim")
        pane.jump("k380")
        assert pane.header.count.text() == "3 of 3"

    def test_other_marks_keep_the_current_passage_where_it_still_is(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        pane.jump("k380")
        pane.set_highlights(highlights()[1:])
        assert pane.header.count.text() == "2 of 2"
        pane.set_highlights(highlights()[:1])
        assert pane.header.count.text() == "1"

    def test_a_click_on_a_mark_and_enter_lead_to_its_claim(
        self, pane: ReaderPane, qtbot: QtBot
    ) -> None:
        open_text(pane, made=highlights())
        pane.view.put(highlights()[1].span.start, 100.0)
        with qtbot.waitSignal(pane.highlight_activated) as caught:
            at = centre(pane, highlights()[1].span)
            QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert caught.args == ["k200"]
        assert pane.header.count.text() == "2 of 3"
        with qtbot.waitSignal(pane.highlight_activated) as caught:
            key(pane, Qt.Key.Key_Return)
        assert caught.args == ["k200"]

    def test_enter_without_a_current_passage_does_nothing(
        self, pane: ReaderPane, qtbot: QtBot
    ) -> None:
        open_text(pane, made=highlights())
        with qtbot.assertNotEmitted(pane.highlight_activated):
            key(pane, Qt.Key.Key_Return)

    def test_where_marks_overlap_a_menu_asks_which(self, pane: ReaderPane, qtbot: QtBot) -> None:
        span = span_of(TEXT, "Paragraph 1 seeks")
        open_text(pane, made=[highlight(span, "one"), highlight(span, "two", "B")])
        at = centre(pane, span)
        QTest.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        menu = pane.words.menu
        assert menu is not None
        assert [action.text() for action in menu.actions()] == [
            "A  describes: The claim of one",
            "B  describes: The claim of two",
        ]
        with qtbot.waitSignal(pane.highlight_activated) as caught:
            QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)
        assert caught.args == ["two"]

    def test_escape_puts_away_one_thing_at_a_time_and_then_leaves(
        self, pane: ReaderPane, qtbot: QtBot
    ) -> None:
        open_text(pane, made=highlights())
        pane.jump("k200")
        pane.finding.open()
        QTest.keyClick(pane.finding.bar.field, Qt.Key.Key_Escape)
        assert jumped_to(pane) == highlights()[1].span
        assert not pane.finding.bar.isVisible()
        with qtbot.assertNotEmitted(pane.left):
            key(pane, Qt.Key.Key_Escape)
        assert jumped_to(pane) is None
        with qtbot.waitSignal(pane.left):
            key(pane, Qt.Key.Key_Escape)


class TestHistory:
    def test_back_and_forward_return_to_the_pixel(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        pane.jump("k20")
        pane.view.scroll_by(77)
        left = pane.view.first_visible()
        pane.jump("k380")
        arrived = pane.view.first_visible()
        key(pane, Qt.Key.Key_Left, ALT)
        assert pane.view.first_visible() == left
        assert pane.header.count.text() == "1 of 3"
        assert pane.view.jump_span == highlights()[0].span
        QTest.mouseClick(pane.header.forward, Qt.MouseButton.LeftButton)
        assert pane.view.first_visible() == arrived
        assert pane.view.jump_span == highlights()[2].span
        assert not pane.header.forward.isEnabled()

    def test_opening_and_jumping_at_once_is_one_place(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        pane.jump("k380")
        assert not pane.history.can_go_back
        pane.jump("k20")
        pane.go_back()
        assert pane.header.count.text() == "3 of 3"
        assert not pane.history.can_go_back

    def test_scrolling_before_a_jump_makes_it_another_place(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        pane.view.scroll_by(500)
        here = pane.view.first_visible()
        pane.jump("k380")
        pane.go_back()
        assert pane.view.first_visible() == here
        assert pane.view.jump_span is None

    def test_back_across_sources_asks_for_the_other_and_goes_to_the_place(
        self, pane: ReaderPane, qtbot: QtBot
    ) -> None:
        open_text(pane, made=highlights())
        pane.jump("k200")
        open_text(pane, "Another text.", id="b")
        with qtbot.waitSignal(pane.history.open_requested) as caught:
            pane.go_back()
        assert caught.args[0] == "a"
        open_text(pane, made=highlights())
        assert top(pane, "k200") == pytest.approx(third(pane))
        assert pane.view.jump_span == highlights()[1].span
        with qtbot.waitSignal(pane.history.open_requested) as caught:
            pane.go_forward()
        assert caught.args == ["b", 0]

    def test_a_source_opened_instead_is_a_new_place(self, pane: ReaderPane) -> None:
        open_text(pane, made=highlights())
        pane.jump("k200")
        open_text(pane, "Another text.", id="b")
        pane.go_back()
        open_text(pane, id="c")
        assert pane.source and pane.source.id == "c"
        assert pane.view.first_visible()[0] == 0
        assert pane.view.jump_span is None

    def test_where_one_scrolled_to_is_kept_when_another_source_is_opened(
        self, pane: ReaderPane
    ) -> None:
        open_text(pane)
        pane.view.scroll_by(5000)
        left = pane.view.first_visible()
        open_text(pane, "Another text.", id="b")
        pane.go_back()
        open_text(pane)
        assert pane.view.first_visible() == left


class TestFind:
    def type(self, pane: ReaderPane, qtbot: QtBot, words: str) -> None:
        key(pane, Qt.Key.Key_F, CONTROL)
        field = pane.finding.bar.field
        qtbot.waitUntil(field.hasFocus)
        QTest.keyClicks(field, words)
        qtbot.waitUntil(lambda: not pane.finding.finder.running)

    def test_finds_are_counted_and_stepped_through(self, pane: ReaderPane, qtbot: QtBot) -> None:
        open_text(pane)
        self.type(pane, qtbot, "paragraph 39")
        bar = pane.finding.bar
        assert bar.count.text() == "1 of 11"
        QTest.keyClick(bar.field, Qt.Key.Key_Return)
        assert bar.count.text() == "2 of 11"
        hit = pane.finding.finder.hit
        assert hit and pane.view.model
        where = pane.view.top_of_line(hit.start)
        assert where is not None and 0 <= where < pane.view.viewport().height()
        QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        QTest.keyClick(bar.field, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
        assert bar.count.text() == "11 of 11"
        QTest.mouseClick(bar.next, Qt.MouseButton.LeftButton)
        assert bar.count.text() == "1 of 11"

    def test_typing_on_narrows_from_where_one_read(self, pane: ReaderPane, qtbot: QtBot) -> None:
        open_text(pane)
        pane.view.put(span_of(TEXT, "Paragraph 50 ").start, 0.0)
        self.type(pane, qtbot, "paragraph 1")
        first = pane.finding.finder.hit
        assert first and TEXT[first.start :].startswith("Paragraph 100 ")
        QTest.keyClicks(pane.finding.bar.field, "23")
        qtbot.waitUntil(lambda: pane.finding.bar.count.text() == "1 of 1")

    def test_what_is_not_there_is_said(self, pane: ReaderPane, qtbot: QtBot) -> None:
        open_text(pane)
        self.type(pane, qtbot, "absent")
        assert pane.finding.bar.count.text() == "not found"
        assert not pane.finding.bar.next.isEnabled()

    def test_closing_selects_the_find_and_gives_the_text_the_focus(
        self, pane: ReaderPane, qtbot: QtBot
    ) -> None:
        open_text(pane)
        self.type(pane, qtbot, "paragraph 39 ")
        QTest.keyClick(pane.finding.bar.field, Qt.Key.Key_Escape)
        assert pane.selection() == span_of(TEXT, "Paragraph 39")
        qtbot.waitUntil(pane.view.hasFocus)
        assert pane.finding.finder.count == 0

    def test_selected_words_are_what_is_sought(self, pane: ReaderPane, qtbot: QtBot) -> None:
        open_text(pane)
        words = span_of(TEXT, "Paragraph 399")
        pane.view.select(words.start, words.end)
        key(pane, Qt.Key.Key_F3)
        assert pane.finding.bar.field.text() == "Paragraph 399"
        qtbot.waitUntil(lambda: pane.finding.bar.count.text() == "1 of 1")

    def test_another_source_keeps_the_words_and_stays_where_it_was_opened(
        self, pane: ReaderPane, qtbot: QtBot
    ) -> None:
        open_text(pane, "One sees Moscow.", id="a")
        self.type(pane, qtbot, "moscow")
        made = highlight(span_of(TEXT, "Paragraph 200 "), "k")
        open_text(pane, TEXT, made=[made], id="b")
        pane.jump("k")
        top = pane.view.first_visible()
        qtbot.waitUntil(lambda: not pane.finding.finder.running)
        assert pane.finding.bar.isVisible()
        assert pane.finding.bar.field.text() == "moscow"
        assert pane.finding.finder.count > 400
        assert pane.view.first_visible() == top
        assert pane.view.jump_span == made.span

        QTest.keyClick(pane.finding.bar.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not pane.finding.finder.running)
        hit = pane.finding.finder.hit
        assert hit is not None
        assert hit.start >= top[0]
        assert hit.start < made.span.end + 1000
        QTest.keyClick(pane.finding.bar.field, Qt.Key.Key_Return)
        after = pane.finding.finder.hit
        assert after is not None
        assert after.start > hit.start

    def test_closing_it_over_another_source_selects_nothing_there(
        self, pane: ReaderPane, qtbot: QtBot
    ) -> None:
        open_text(pane, "One sees Moscow.", id="a")
        self.type(pane, qtbot, "moscow")
        open_text(pane, TEXT, id="b")
        qtbot.waitUntil(lambda: not pane.finding.finder.running)
        QTest.keyClick(pane.finding.bar.field, Qt.Key.Key_Escape)
        assert pane.selection() is None
        assert pane.finding.finder.count == 0

    def test_where_no_text_is_open_one_is_asked_for(self, pane: ReaderPane, qtbot: QtBot) -> None:
        def answer() -> None:
            open_text(pane)

        pane.source_wanted.connect(answer)
        QTest.mouseClick(pane.header.find_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(pane.finding.bar.field.hasFocus)

    def test_where_there_is_none_to_open_it_says_so(self, pane: ReaderPane, qtbot: QtBot) -> None:
        with qtbot.waitSignals([pane.source_wanted, pane.said]):
            QTest.mouseClick(pane.header.find_button, Qt.MouseButton.LeftButton)
        assert not pane.finding.bar.isVisible()


class TestWords:
    TEXT = "¶4. (C) The UK sees\nit so.\n\n¶5. (C) Looking ahead."

    def open(self, pane: ReaderPane) -> None:
        made = [highlight(span_of(self.TEXT, "Looking"), "k")]
        pane.open(*source_of(self.TEXT, numbering=Numbering.PILCROW), made)

    def test_copying_gives_the_words_with_line_breaks_as_spaces(self, pane: ReaderPane) -> None:
        self.open(pane)
        span = span_of(self.TEXT, "sees", "so.")
        pane.view.select(span.start, span.end)
        key(pane, Qt.Key.Key_C, CONTROL)
        assert QGuiApplication.clipboard().text() == "sees it so."

    def test_copying_nothing_leaves_the_clipboard_alone(self, pane: ReaderPane) -> None:
        self.open(pane)
        QGuiApplication.clipboard().setText("kept")
        key(pane, Qt.Key.Key_C, CONTROL)
        assert QGuiApplication.clipboard().text() == "kept"

    def test_copying_with_citation_adds_source_and_paragraphs(self, pane: ReaderPane) -> None:
        self.open(pane)
        span = span_of(self.TEXT, "sees", "so.")
        pane.view.select(span.start, span.end)
        key(pane, Qt.Key.Key_C, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        assert QGuiApplication.clipboard().text() == "“sees it so.” (London cable, ¶4)"

    def test_another_style_of_citing_can_be_given(self, pane: ReaderPane) -> None:
        self.open(pane)
        pane.words.cite = lambda words, source, place: f"{place}: {words} [{source.id}]"
        pane.jump("k")
        pane.words.copy_cited()
        assert QGuiApplication.clipboard().text() == "¶5: Looking [cable]"

    def test_the_selection_is_told(self, pane: ReaderPane, qtbot: QtBot) -> None:
        self.open(pane)
        with qtbot.waitSignal(pane.selection_changed) as caught:
            pane.view.select(4, 7)
        assert caught.args == [Span(4, 7)]
        assert pane.selection() == Span(4, 7)

    def menu_titles(self, pane: ReaderPane) -> dict[str, bool]:
        assert pane.words.menu
        return {a.text(): a.isEnabled() for a in pane.words.menu.actions() if a.text()}

    def choose(self, pane: ReaderPane, title: str) -> None:
        assert pane.words.menu
        (action,) = [a for a in pane.words.menu.actions() if a.text() == title]
        action.trigger()
        pane.words.menu.close()

    def test_the_menu_notes_the_selection(self, pane: ReaderPane, qtbot: QtBot) -> None:
        self.open(pane)
        pane.view.select(4, 7)
        pane.view.menu_wanted.emit(5, pane.mapToGlobal(QPoint(5, 5)))
        assert self.menu_titles(pane) == {
            "Copy": True,
            "Copy with citation": True,
            "Reply to…": True,
            "Link to a claim…": True,
            "New note on this passage": True,
            "More like this": True,
        }
        with qtbot.waitSignal(pane.note_requested) as caught:
            self.choose(pane, "New note on this passage")
        assert caught.args == [Span(4, 7)]

    def test_the_menu_on_a_mark_notes_cites_and_leads_to_its_claim(
        self, pane: ReaderPane, qtbot: QtBot
    ) -> None:
        self.open(pane)
        span = span_of(self.TEXT, "Looking")
        pane.view.menu_wanted.emit(span.start, pane.mapToGlobal(QPoint(5, 5)))
        assert not self.menu_titles(pane)["Copy"]
        with qtbot.waitSignal(pane.note_requested) as caught:
            self.choose(pane, "New note on this passage")
        assert caught.args == [span]
        self.choose(pane, "Copy with citation")
        assert QGuiApplication.clipboard().text() == "“Looking” (London cable, ¶5)"
        with qtbot.waitSignal(pane.highlight_activated) as caught:
            self.choose(pane, "A  describes: The claim of k")
        assert caught.args == ["k"]

    def test_the_menu_elsewhere_notes_the_paragraph(self, pane: ReaderPane, qtbot: QtBot) -> None:
        self.open(pane)
        pane.view.menu_wanted.emit(10, pane.mapToGlobal(QPoint(5, 5)))
        with qtbot.waitSignal(pane.note_requested) as caught:
            self.choose(pane, "New note on this passage")
        assert caught.args == [span_of(self.TEXT, "¶4.", "so.")]

    def test_the_menu_key_opens_the_menu_at_the_caret(self, pane: ReaderPane) -> None:
        self.open(pane)
        pane.view.setFocus()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        QApplication.sendEvent(pane.view, event)
        assert pane.words.menu is not None
        pane.words.menu.close()


def test_moving_is_told_with_the_source(pane: ReaderPane, qtbot: QtBot) -> None:
    open_text(pane)
    with qtbot.waitSignal(pane.moved) as caught:
        pane.view.put(span_of(TEXT, "Paragraph 300 ").start, 0.0)
    assert caught.args == ["a", span_of(TEXT, "Paragraph 300 ").start]


def test_the_pane_hands_its_focus_to_the_text(pane: ReaderPane, qtbot: QtBot) -> None:
    open_text(pane)
    pane.setFocus()
    qtbot.waitUntil(pane.view.hasFocus)
    assert QApplication.focusWidget() is pane.view
