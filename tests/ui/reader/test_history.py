"""Back and forward."""

from counterpoint.ui.reader.history import History, HistoryEntry


def test_back_and_forward_go_through_the_places_visited() -> None:
    history = History()
    places = [HistoryEntry("cable", 0), HistoryEntry("cable", 90), HistoryEntry("report", 5)]
    for place in places:
        history.visit(place)
    assert history.step(back=True) == places[1]
    assert history.step(back=True) == places[0]
    assert history.step(back=True) is None
    assert history.step(back=False) == places[1]


def test_a_visit_forgets_what_lay_forward() -> None:
    history = History()
    for position in (0, 10, 20):
        history.visit(HistoryEntry("cable", position))
    history.step(back=True)
    history.visit(HistoryEntry("cable", 99))
    assert not history.can_go_forward
    assert history.step(back=True) == HistoryEntry("cable", 10)


def test_the_current_place_is_not_visited_twice() -> None:
    history = History()
    history.visit(HistoryEntry("cable", 5))
    history.visit(HistoryEntry("cable", 5))
    assert not history.can_go_back


def test_updating_changes_the_current_place_only() -> None:
    history = History()
    history.update(HistoryEntry("cable", 1))
    history.visit(HistoryEntry("cable", 2))
    history.update(HistoryEntry("cable", 3))
    assert history.step(back=True) == HistoryEntry("cable", 1)
    assert history.step(back=False) == HistoryEntry("cable", 3)


def test_only_the_last_two_hundred_places_are_kept() -> None:
    history = History()
    for position in range(250):
        history.visit(HistoryEntry("cable", position))
    steps = 0
    while history.step(back=True):
        steps += 1
    assert steps == 199
