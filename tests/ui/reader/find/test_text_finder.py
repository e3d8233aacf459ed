"""A search runs between the events of the window."""

import pytest
from pytestqt.qtbot import QtBot

from counterpoint.domain.span import Span
from counterpoint.ui.reader.find import text_finder as finder_module
from counterpoint.ui.reader.find.search import SLICE
from counterpoint.ui.reader.find.text_finder import TextFinder


def finished(qtbot: QtBot, finder: TextFinder) -> None:
    qtbot.waitUntil(lambda: not finder.running, timeout=20_000)


def start(finder: TextFinder) -> int:
    assert finder.hit
    return finder.hit.start


def test_the_find_nearest_below_the_place_of_reading_comes_first(qtbot: QtBot) -> None:
    finder = TextFinder()
    with qtbot.waitSignal(finder.found) as caught:
        finder.begin("Moscow London Moscow London Moscow", "moscow", 10)
    assert caught.args == [Span(14, 20)]
    finished(qtbot, finder)
    assert (finder.number, finder.count) == (2, 3)


def test_where_nothing_is_below_the_first_of_the_text_comes_first(qtbot: QtBot) -> None:
    finder = TextFinder()
    finder.begin("Moscow London", "moscow", 9)
    finished(qtbot, finder)
    assert (start(finder), finder.number, finder.count) == (0, 1, 1)


def test_finds_further_down_come_before_those_above(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder_module, "_BUDGET", 0.0)
    text = "Moscow " + "pressure " * (SLICE // 3) + "Moscow"
    finder = TextFinder()
    with qtbot.waitSignal(finder.found) as caught:
        finder.begin(text, "moscow", 10)
    assert caught.args == [Span(len(text) - 6, len(text))]
    finished(qtbot, finder)
    assert (finder.number, finder.count) == (2, 2)


def test_steps_go_round_both_ends(qtbot: QtBot) -> None:
    finder = TextFinder()
    finder.begin("Moscow London Moscow", "moscow", 0)
    finished(qtbot, finder)
    finder.step(forward=False)
    assert (start(finder), finder.number) == (14, 2)
    finder.step(forward=True)
    assert start(finder) == 0


def test_a_long_text_is_searched_in_short_turns(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder_module, "_BUDGET", 0.0)
    text = ("pressure and dialogue " * 20 + "\n\n") * (8 * SLICE // 442) + "Détente"
    finder = TextFinder()
    finder.begin(text, "détente", len(text) // 2)
    assert finder.running
    finished(qtbot, finder)
    assert (start(finder), finder.number, finder.count) == (len(text) - 7, 1, 1)


def test_a_new_search_replaces_one_that_runs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder_module, "_BUDGET", 0.0)
    text = "pressure " * SLICE
    finder = TextFinder()
    finder.begin(text, "absent", 0)
    assert finder.running
    finder.begin("London", "london", 0)
    finished(qtbot, finder)
    assert finder.count == 1


def test_the_search_stops_where_there_are_too_many(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finder_module, "MOST", 1000)
    finder = TextFinder()
    finder.begin("e " * 4 * SLICE, "e", 0)
    finished(qtbot, finder)
    assert finder.capped
    assert 1000 <= finder.count <= SLICE


def test_stopping_forgets_everything(qtbot: QtBot) -> None:
    finder = TextFinder()
    finder.begin("Moscow", "moscow", 0)
    with qtbot.waitSignal(finder.changed):
        finder.stop()
    assert (finder.hit, finder.count, finder.number, finder.running) == (None, 0, 0, False)
    finder.step(forward=True)
    assert finder.hit is None
