"""Python's garbage in the window: collected by the clock, and not while files are written."""

import gc
import importlib
from collections.abc import Iterator
from pathlib import Path

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
    gc.unfreeze()
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


def test_what_was_imported_is_not_gone_through_for_garbage(
    qtbot: QtBot, collected: Collected, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(garbage_collection, "EVERY", 5)
    monkeypatch.syspath_prepend(str(tmp_path))
    names = [f"imported_for_garbage_{number}" for number in range(30)]
    for name in names:
        (tmp_path / f"{name}.py").write_text("values = [[n] for n in range(1000)]")
    parent = QObject()
    GarbageCollector(parent)
    qtbot.waitUntil(lambda: collected.times > 1)
    frozen, before = gc.get_freeze_count(), collected.times

    for name in names:
        importlib.import_module(name)
    qtbot.waitUntil(lambda: collected.times > before)

    assert gc.get_freeze_count() >= frozen + 30_000
    parent.deleteLater()
