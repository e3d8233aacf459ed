"""A search runs between the events of the window."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from counterpoint.domain.span import Span
from counterpoint.ui.reader.find import text_finder as finder_module
from counterpoint.ui.reader.find.search import SLICE, Finds, Search
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


def test_finds_further_down_come_before_those_above(qtbot: QtBot) -> None:
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


def test_all_of_a_long_text_is_searched(qtbot: QtBot) -> None:
    text = ("pressure and dialogue " * 20 + "\n\n") * (8 * SLICE // 442) + "Détente"
    finder = TextFinder()
    finder.begin(text, "détente", len(text) // 2)
    assert finder.running
    finished(qtbot, finder)
    assert (start(finder), finder.number, finder.count) == (len(text) - 7, 1, 1)


def test_a_new_search_replaces_one_that_runs(qtbot: QtBot) -> None:
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


def test_only_the_place_of_reading_is_searched_on_the_windows_thread(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: dict[int, bool] = {}
    real = Search.look

    def look(search: Search, slice_: int) -> Finds:
        looked[slice_] = threading.current_thread() is threading.main_thread()
        return real(search, slice_)

    monkeypatch.setattr(Search, "look", look)
    finder = TextFinder()
    finder.begin("Moscow " * SLICE, "moscow", 2 * SLICE)
    qtbot.waitUntil(lambda: finder.capped)
    assert looked[2]
    assert len(looked) > 1
    assert not any(here for slice_, here in looked.items() if slice_ != 2)


def test_a_search_that_was_replaced_has_no_thread_and_no_say_any_more(qtbot: QtBot) -> None:
    finder = TextFinder()
    before = threading.active_count()
    finder.begin("Moscow " * SLICE, "moscow", 0)
    assert threading.active_count() == before + 1

    finder.begin("London", "moscow", 0)

    assert threading.active_count() == before
    qtbot.wait(1)  # what was on its way arrives
    assert (finder.count, finder.running) == (0, False)


def test_stopping_forgets_everything(qtbot: QtBot) -> None:
    finder = TextFinder()
    finder.begin("Moscow", "moscow", 0)
    with qtbot.waitSignal(finder.changed):
        finder.stop()
    assert (finder.hit, finder.count, finder.number, finder.running) == (None, 0, 0, False)
    finder.step(forward=True)
    assert finder.hit is None
