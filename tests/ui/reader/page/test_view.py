"""The page as it is painted, and the words chosen in it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counterpoint.domain.approach import Colour
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.source import FurnitureKind
from counterpoint.domain.span import Span
from counterpoint.ui.reader.cursor.keys import Act
from counterpoint.ui.reader.highlights.highlight import Highlight, Highlights
from counterpoint.ui.reader.page.view import ReaderView
from counterpoint.ui.theme import colours
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from tests.ui.reader.material import highlight, long_text, model_of, piece, span_of

TEXT = "🇬🇧 The UK sees recent actions as a “continuum” in Moscow’s goal.\n\n😀 Second paragraph."


def show(view: ReaderView, text: str, *highlights: Highlight) -> None:
    view.show_model(model_of(text), Highlights(highlights))


def centre(view: ReaderView, span: Span) -> QPoint:
    """The middle of a span's words, in the viewport."""
    return view.viewport().mapFromGlobal(view.screen_rectangle(span).center())


def picture(view: ReaderView) -> QImage:
    return view.viewport().grab().toImage()


def behind(view: ReaderView, span: Span) -> str:
    """The colour behind a span's words: most frequent in their box."""
    box = view.screen_rectangle(span)
    corner = view.viewport().mapFromGlobal(box.topLeft())
    image = picture(view)
    counts: dict[str, int] = {}
    for x in range(corner.x() + 1, corner.x() + box.width() - 1):
        name = image.pixelColor(x, corner.y() + 2).name()
        counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name])


def holds(view: ReaderView, colour: str, left: int, right: int) -> bool:
    """True where the viewport holds the colour between two x."""
    image, wanted = picture(view), QColor(colour)
    return any(
        image.pixelColor(x, y) == wanted for x in range(left, right) for y in range(image.height())
    )


class TestPainting:
    def test_page_furniture_stands_back_unless_a_colour_lies_behind_it(
        self, view: ReaderView, theme: Theme
    ) -> None:
        text = "Words of the text.\n\nPAGE 2 OF 14 LONDON 00002643\n\nMore words."
        furniture = piece(text, "PAGE 2 OF 14 LONDON 00002643")
        view.show_model(model_of(text, [furniture]), Highlights([]))

        def is_in(colour: str) -> bool:
            box = view.screen_rectangle(furniture.span)
            corner = view.viewport().mapFromGlobal(box.topLeft())
            image, wanted = picture(view), QColor(colour)
            across = range(corner.x(), corner.x() + box.width())
            down = range(corner.y(), corner.y() + box.height())
            return any(image.pixelColor(x, y) == wanted for x in across for y in down)

        assert is_in(theme.colours.ink_faint)
        view.select_all()
        assert is_in(theme.colours.ink)
        assert not is_in(theme.colours.ink_faint)
        view.select(0, 0)
        view.jump_to(furniture.span)
        assert is_in(theme.colours.ink)

    def test_a_passage_after_emoji_is_tinted_and_its_neighbours_are_not(
        self, view: ReaderView, theme: Theme
    ) -> None:
        show(view, TEXT, highlight(span_of(TEXT, "sees", "actions"), "k", "A", Colour.GREEN))
        tint = theme.colours.approach(Colour.GREEN).tint
        assert behind(view, span_of(TEXT, "recent")) == tint
        assert behind(view, span_of(TEXT, "The UK")) == theme.colours.paper
        assert behind(view, span_of(TEXT, "as a")) == theme.colours.paper

    def test_the_margin_has_the_approaches_rule_and_cue(
        self, view: ReaderView, theme: Theme
    ) -> None:
        show(view, TEXT, highlight(span_of(TEXT, "sees"), "k", "A", Colour.GREEN))
        assert view.flow
        left = view.flow.measures.text_left
        assert holds(view, theme.colours.approach(Colour.GREEN).rule, left - 12, left)
        assert holds(view, theme.colours.approach(Colour.GREEN).text, 0, left - 12)

    def test_a_passage_that_has_moved_is_not_tinted_and_the_margin_says_so(
        self, view: ReaderView, theme: Theme
    ) -> None:
        span = span_of(TEXT, "sees", "actions")
        show(view, TEXT, highlight(span, "k", "A", Colour.GREEN, QuotationState.MOVED))
        assert behind(view, span) == theme.colours.paper
        assert view.flow
        assert holds(view, theme.colours.warning, 0, view.flow.measures.text_left)

    def test_the_passage_jumped_to_is_marked_until_it_is_cleared(
        self, view: ReaderView, theme: Theme
    ) -> None:
        span = span_of(TEXT, "sees", "actions")
        show(view, TEXT, highlight(span, "k"))
        view.jump_to(span)
        assert behind(view, span) == theme.colours.jump
        assert holds(view, theme.colours.jump_rule, 0, view.viewport().width())
        view.clear_jump()
        assert behind(view, span) == theme.colours.approach(Colour.BLUE).tint
        assert not holds(view, theme.colours.jump_rule, 0, view.viewport().width())

    def test_words_only_like_the_quotation_are_framed_and_not_filled(
        self, view: ReaderView, theme: Theme
    ) -> None:
        span = span_of(TEXT, "sees", "actions")
        show(view, TEXT, highlight(span, "k", state=QuotationState.CHANGED))
        view.jump_to(span, exact=False)
        assert behind(view, span) == theme.colours.paper
        assert not holds(view, theme.colours.jump, 0, view.viewport().width())
        assert not holds(view, theme.colours.jump_rule, 0, view.viewport().width())
        assert view.flow
        left = view.flow.measures.text_left
        assert holds(view, theme.colours.warning, left, view.viewport().width())

    @pytest.mark.parametrize("width", [320, 420, 560, 900])
    def test_the_margin_has_room_for_the_word_changed(
        self, view: ReaderView, theme: Theme, width: int
    ) -> None:
        view.resize(width, 600)
        show(view, TEXT, highlight(span_of(TEXT, "sees"), "k", state=QuotationState.CHANGED))
        assert view.flow
        small = QFontMetricsF(theme.fonts.ours(Size.SMALL))
        assert view.flow.measures.labels_right >= small.horizontalAdvance("changed")

    def test_a_header_within_the_passage_jumped_to_is_not_marked(
        self, view: ReaderView, theme: Theme
    ) -> None:
        text = "The sentence goes\n\nLONDON 002\n\nto its end."
        header = piece(text, "LONDON 002", FurnitureKind.HEADER, interrupts=True)
        view.show_model(model_of(text, [header]), Highlights())
        view.jump_to(span_of(text, "sentence", "end."))
        assert behind(view, span_of(text, "goes")) == theme.colours.jump
        assert behind(view, header.span) == theme.colours.paper
        assert behind(view, span_of(text, "its end")) == theme.colours.jump

    def test_finds_are_framed_and_the_one_looked_at_is_filled(
        self, view: ReaderView, theme: Theme
    ) -> None:
        show(view, TEXT)
        hits = [span_of(TEXT, "actions"), span_of(TEXT, "goal")]
        assert not holds(view, theme.colours.accent, 4, view.viewport().width())
        view.show_hits(lambda span: [hit for hit in hits if hit.overlaps(span)], hits[1])
        assert behind(view, hits[1]) == theme.colours.jump
        assert behind(view, hits[0]) == theme.colours.paper
        assert holds(view, theme.colours.accent, 4, view.viewport().width())

    def test_a_fourth_approach_at_one_place_is_told_in_the_margin_only(
        self, view: ReaderView, theme: Theme
    ) -> None:
        span = span_of(TEXT, "sees", "actions")
        cues = zip("ABCD", Colour, strict=False)
        show(view, TEXT, *(highlight(span, cue, cue, colour) for cue, colour in cues))
        assert view.flow
        left, right = view.flow.measures.text_left, view.viewport().width()
        last = theme.colours.approach(list(Colour)[3]).rule
        assert holds(view, last, 0, left)
        assert not holds(view, last, left, right)

    def test_a_line_of_dashes_is_not_marked_with_its_heading(
        self, view: ReaderView, theme: Theme
    ) -> None:
        text = "Heading\n-------\n\nText."
        heading = piece(text, "Heading", FurnitureKind.HEADING)
        span = Span(0, len(text))
        view.show_model(model_of(text, [heading]), Highlights([highlight(span, "k")]))
        assert behind(view, span_of(text, "-------")) == theme.colours.paper
        view.jump_to(span)
        assert behind(view, span_of(text, "-------")) == theme.colours.paper
        assert behind(view, span_of(text, "Heading")) == theme.colours.jump

    def test_the_selection_shows_behind_the_words(self, view: ReaderView, theme: Theme) -> None:
        show(view, TEXT)
        span = span_of(TEXT, "actions")
        view.select(span.start, span.end)
        assert behind(view, span) != theme.colours.paper
        assert behind(view, span_of(TEXT, "Moscow")) == theme.colours.paper

    def test_marks_stay_with_their_words_when_the_width_changes(
        self, view: ReaderView, theme: Theme
    ) -> None:
        span = span_of(TEXT, "continuum", "goal")
        show(view, TEXT, highlight(span, "k", "A", Colour.GREEN))
        picture(view)
        view.resize(360, 600)
        assert behind(view, span_of(TEXT, "Moscow")) == theme.colours.approach(Colour.GREEN).tint
        assert behind(view, span_of(TEXT, "sees")) == theme.colours.paper

    def test_the_focus_is_seen_at_the_edge(self, view: ReaderView, theme: Theme) -> None:
        show(view, TEXT)
        assert holds(view, theme.colours.accent, 0, 2)
        view.clearFocus()
        assert not holds(view, theme.colours.accent, 0, 2)

    def test_dark_colours_are_taken_up_at_once(self, view: ReaderView, theme: Theme) -> None:
        show(view, TEXT)
        theme.set_colours(colours.dark())
        assert behind(view, span_of(TEXT, "actions")) == colours.dark().paper


class TestJump:
    def test_a_passage_is_put_a_third_from_the_top(self, view: ReaderView) -> None:
        text = long_text(3000)
        show(view, text)
        for number in (1500, 40, 2999, 700):
            span = span_of(text, f"Paragraph {number} seeks")
            view.jump_to(span)
            assert view.top_of_line(span.start) == pytest.approx(view.viewport().height() / 3)

    def test_a_keyboard_selection_begins_at_the_passage_jumped_to(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        show(view, TEXT)
        view.jump_to(span_of(TEXT, "recent"))
        for _ in range(6):
            QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        assert view.selection() == span_of(TEXT, "recent")


class TestMouse:
    def test_a_drag_selects_from_letter_to_letter(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, TEXT)
        words = span_of(TEXT, "recent actions")
        start = view.screen_rectangle(Span(words.start, words.start + 1))
        end = view.screen_rectangle(Span(words.end - 1, words.end))
        port = view.viewport()
        first = port.mapFromGlobal(QPoint(start.left() + 1, start.center().y()))
        last = port.mapFromGlobal(QPoint(end.right(), end.center().y()))
        with qtbot.waitSignal(view.selection_changed):
            QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
            QTest.mouseMove(port, last)
            QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=last)
        assert view.selection() == words

    def test_a_double_click_selects_a_word_and_a_third_the_paragraph(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        show(view, TEXT)
        at = centre(view, span_of(TEXT, "Moscow’s"))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert view.selection() == span_of(TEXT, "Moscow’s")
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert view.selection() == span_of(TEXT, "🇬🇧", "goal.")

    def test_a_drag_after_a_double_click_goes_on_by_words(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        show(view, TEXT)
        port = view.viewport()
        first = centre(view, span_of(TEXT, "recent"))
        QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=first)
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=first)
        QTest.mouseMove(port, centre(view, span_of(TEXT, "sees")))
        assert view.selection() == span_of(TEXT, "sees recent")
        QTest.mouseMove(port, centre(view, span_of(TEXT, "actions")))
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton)
        assert view.selection() == span_of(TEXT, "recent actions")

    def test_shift_and_a_click_extend_the_selection(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, TEXT)
        view.select(span_of(TEXT, "sees").start, span_of(TEXT, "sees").end)
        at = centre(view, span_of(TEXT, "actions"))
        QTest.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at
        )
        selected = view.selection()
        assert selected and selected.start == span_of(TEXT, "sees").start
        assert span_of(TEXT, "actions").start < selected.end < span_of(TEXT, "actions").end

    def test_a_drag_beyond_the_bottom_scrolls(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, long_text(200))
        port = view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(200, 100))
        QTest.mouseMove(port, QPoint(200, port.height() + 60))
        qtbot.waitUntil(lambda: view.first_visible()[0] > 500)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(200, 590))
        stopped = view.first_visible()
        selected = view.selection()
        assert selected and selected.length > 500
        assert view.first_visible() == stopped

    def test_a_click_on_a_mark_tells_its_key(self, view: ReaderView, qtbot: QtBot) -> None:
        show(
            view,
            TEXT,
            highlight(span_of(TEXT, "recent"), "one"),
            highlight(span_of(TEXT, "goal"), "two"),
        )
        with qtbot.waitSignal(view.marks_clicked) as caught:
            at = centre(view, span_of(TEXT, "goal"))
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert caught.args[0] == ["two"]

    def test_a_click_where_marks_overlap_tells_all_their_keys(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        show(
            view,
            TEXT,
            highlight(span_of(TEXT, "sees", "goal"), "one"),
            highlight(span_of(TEXT, "recent"), "two", "B"),
        )
        with qtbot.waitSignal(view.marks_clicked) as caught:
            at = centre(view, span_of(TEXT, "recent"))
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert caught.args[0] == ["one", "two"]

    def test_a_click_beside_the_marks_tells_nothing(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, TEXT, highlight(span_of(TEXT, "goal"), "two"))
        with qtbot.assertNotEmitted(view.marks_clicked):
            at = centre(view, span_of(TEXT, "recent"))
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
            below = QPoint(200, view.viewport().height() - 5)
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=below)

    def test_a_drag_over_a_mark_selects_and_tells_nothing(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        show(view, TEXT, highlight(span_of(TEXT, "sees", "goal"), "k"))
        port = view.viewport()
        with qtbot.assertNotEmitted(view.marks_clicked):
            at = centre(view, span_of(TEXT, "sees"))
            QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=at)
            QTest.mouseMove(port, centre(view, span_of(TEXT, "actions")))
            end = centre(view, span_of(TEXT, "actions"))
            QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
        assert view.selection() is not None

    def test_the_pointer_is_a_hand_over_a_mark(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, TEXT, highlight(span_of(TEXT, "goal"), "two"))
        QTest.mouseMove(view.viewport(), centre(view, span_of(TEXT, "goal")))
        assert view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
        QTest.mouseMove(view.viewport(), centre(view, span_of(TEXT, "recent")))
        assert view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class TestKeys:
    def test_shift_and_arrows_select_by_letter_word_line_and_to_the_ends(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        show(view, TEXT)
        start = span_of(TEXT, "sees").start
        view.select(start, start)
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT | CONTROL)
        assert view.selection() == span_of(TEXT, "sees")
        QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
        assert view.selection() == span_of(TEXT, "see")
        QTest.keyClick(view, Qt.Key.Key_End, SHIFT | CONTROL)
        assert view.selection() == Span(start, len(TEXT))
        QTest.keyClick(view, Qt.Key.Key_Home, SHIFT | CONTROL)
        assert view.selection() == Span(0, start)
        QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
        assert view.caret() > 0

    def test_line_ends_are_reached_and_stayed_on(self, view: ReaderView, qtbot: QtBot) -> None:
        text = long_text(3)
        show(view, text)
        assert view.flow
        second = view.flow.paragraph(0).breaks[1]
        view.select(second + 5, second + 5)
        QTest.keyClick(view, Qt.Key.Key_Home, SHIFT)
        assert view.caret() == second
        QTest.keyClick(view, Qt.Key.Key_End, SHIFT)
        assert view.caret() == view.flow.paragraph(0).breaks[2] - 1
        QTest.keyClick(view, Qt.Key.Key_End, SHIFT)
        assert view.caret() == view.flow.paragraph(0).breaks[2] - 1

    def test_up_and_down_keep_their_column(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, long_text(3))
        view.select(40, 40)
        carets = []
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up):
            QTest.keyClick(view, key, SHIFT)
            carets.append(view.caret())
        assert carets[3] == 40
        assert carets[2] == carets[0] < carets[1]

    def test_a_short_line_on_the_way_does_not_change_the_column(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        text = "A long line of words at the top.\n\nShort.\n\nA long line of words below."
        show(view, text)
        start = span_of(text, "words at").start
        view.select(start, start)
        for _ in range(2):
            QTest.keyClick(view, Qt.Key.Key_Down, SHIFT)
        assert view.caret() == span_of(text, "words below").start

    def test_the_ends_are_reached_without_a_caret(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, long_text(100))
        QTest.keyClick(view, Qt.Key.Key_End, CONTROL)
        assert view.visible_rows().stop == 100
        assert view.caret() == 0

    def test_the_arrows_scroll_until_there_is_a_caret(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, long_text(100))
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.first_visible()[0] > 0
        view.put(0, 20.0)
        QTest.keyClick(view, Qt.Key.Key_F7)
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.first_visible()[0] == 0
        assert view.caret() > 0
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert view.first_visible()[0] > 0

    def test_pages_and_ends_are_reached(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, long_text(100))
        QTest.keyClick(view, Qt.Key.Key_End)
        assert view.visible_rows().stop == 100
        QTest.keyClick(view, Qt.Key.Key_Home)
        assert view.first_visible()[0] == 0
        QTest.keyClick(view, Qt.Key.Key_Space)
        after_space = view.first_visible()
        QTest.keyClick(view, Qt.Key.Key_Space, SHIFT)
        assert view.first_visible()[0] == 0
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        assert view.first_visible() == after_space
        assert after_space[0] > 0

    def test_the_caret_is_kept_in_sight(self, view: ReaderView, qtbot: QtBot) -> None:
        show(view, long_text(100))
        QTest.keyClick(view, Qt.Key.Key_F7)
        for _ in range(60):
            QTest.keyClick(view, Qt.Key.Key_Down)
        top = view.top_of_line(view.caret())
        assert top is not None and 0 <= top < view.viewport().height()

    def test_everything_is_selected_from_the_first_word_to_the_last(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        show(view, f"\n {TEXT} \n")
        QTest.keyClick(view, Qt.Key.Key_A, CONTROL)
        assert view.selection() == Span(2, 2 + len(TEXT))

    @pytest.mark.parametrize(
        ("key", "held", "act"),
        [
            (Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier, Act.NEXT_PASSAGE),
            (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier, Act.PREVIOUS_PASSAGE),
            (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, Act.NEXT_PASSAGE),
            (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, Act.PREVIOUS_PASSAGE),
            (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, Act.TO_CLAIM),
            (Qt.Key.Key_C, CONTROL, Act.COPY),
            (Qt.Key.Key_C, CONTROL | SHIFT, Act.COPY_CITED),
            (Qt.Key.Key_F, CONTROL, Act.FIND),
            (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, Act.FIND_NEXT),
            (Qt.Key.Key_F3, SHIFT, Act.FIND_PREVIOUS),
            (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, Act.BACK),
            (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier, Act.FORWARD),
            (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, Act.ESCAPE),
        ],
    )
    def test_other_keys_are_asked_of_the_pane(
        self,
        view: ReaderView,
        qtbot: QtBot,
        key: Qt.Key,
        held: Qt.KeyboardModifier,
        act: Act,
    ) -> None:
        show(view, TEXT)
        with qtbot.waitSignal(view.asked) as caught:
            QTest.keyClick(view, key, held)
        assert caught.args == [act]

    def test_keys_without_a_meaning_are_left_to_the_window(
        self, view: ReaderView, qtbot: QtBot
    ) -> None:
        show(view, TEXT)
        with qtbot.assertNotEmitted(view.asked):
            QTest.keyClick(view, Qt.Key.Key_F9)
            QTest.keyClick(view, Qt.Key.Key_K, CONTROL)
