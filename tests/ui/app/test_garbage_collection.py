"""Python's garbage in the window: collected by the clock, and not while files are written."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from pytestqt.qtbot import QtBot

from counterpoint.application.giving_way import giving_way
from counterpoint.ui.app import garbage_collection
from counterpoint.ui.app.garbage_collection import GarbageCollector


class Collected:
    """How often Python's collector ran."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, phase: str, _info: dict[str, int]) -> None:
        self.times += phase == "start"


@pytest.fixture
def collected(qapp: QCoreApplication) -> Iterator[Collected]:
    was_on = gc.isenabled()
    found = Collected()
    gc.callbacks.append(found)
    yield found
    gc.callbacks.remove(found)
    (gc.enable if was_on else gc.disable)()


def test_nothing_is_collected_while_work_on_a_file_gives_way(
    qtbot: QtBot, collected: Collected, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage_collection, "EVERY", 5)
    parent = QObject()
    GarbageCollector(parent)
    qtbot.waitUntil(lambda: collected.times > 0)

    with giving_way():
        before = collected.times
        qtbot.wait(60)
        assert collected.times == before

    qtbot.waitUntil(lambda: collected.times > before)
    parent.deleteLater()
