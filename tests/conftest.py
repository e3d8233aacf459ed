"""Fixtures for every test: no test touches the person's own data, settings or screen."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from tests.library_on_disk import LibraryOnDisk

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# How long an example takes tells of the machine's other work, and nothing of ours.
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """COUNTERPOINT_HOME in a folder of the test's own."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("COUNTERPOINT_HOME", str(home))
    return home


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A folder for the caches of what Qt uses, as of fonts: not every person has a home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True)
def plain_application() -> Iterator[None]:
    """What a window put on the whole application is taken off again after each test."""
    yield
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet():
        application.setStyleSheet("")
        application.setPalette(QPalette())
        application.setFont(QFont())


@pytest.fixture(autouse=True, scope="session")
def collecting_off() -> Iterator[None]:
    """Python's collector runs on whichever thread happens to allocate, and Qt crashes where it
    takes a widget down on another than its own: it is off, as in the program."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def collecting(collecting_off: None) -> Iterator[None]:
    """What a test leaves behind is collected here, on the window's thread."""
    yield
    gc.collect(2 if gc.get_count()[2] > 10 else 1)


@pytest.fixture
def disk(tmp_path: Path) -> "LibraryOnDisk":
    """A small library that is all right, anchored."""
    # Only here: on an installed wheel, where journeys run, there is no package `tests`.
    from tests.library_on_disk import LibraryOnDisk

    return LibraryOnDisk.make(tmp_path / "small")
