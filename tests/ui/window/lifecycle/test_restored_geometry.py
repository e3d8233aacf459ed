"""The window opens whole on a screen, wherever it was left."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counterpoint.bootstrap import make_window
from counterpoint.storage.place import user_settings_file
from counterpoint.ui.settings.store import SettingsStore
from counterpoint.ui.window.lifecycle.restored_geometry import whole
from counterpoint.ui.window.main_window import MainWindow
from tests.library_on_disk import LibraryOnDisk

ONE = [QRect(0, 0, 1366, 728)]
TWO = [QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 1024)]
FRAMES = st.builds(
    QRect,
    st.builds(QPoint, st.integers(-9000, 9000), st.integers(-9000, 9000)),
    st.builds(QSize, st.integers(200, 5000), st.integers(200, 5000)),
)


@given(frame=FRAMES, areas=st.sampled_from([ONE, TWO]))
def test_a_frame_is_always_whole_and_changed_only_where_it_was_not(
    frame: QRect, areas: list[QRect]
) -> None:
    free = QRegion(areas[0])
    for area in areas[1:]:
        free = free.united(area)
    found = whole(frame, areas)
    assert (QRegion(found) - free).isEmpty()
    if (QRegion(frame) - free).isEmpty():
        assert found == frame
    else:
        assert any(area.contains(found) for area in areas)
        assert found.width() == min(frame.width(), max(area.width() for area in areas)) or (
            found.width() in [area.width() for area in areas]
        )


def test_it_stays_on_the_screen_that_it_was_on() -> None:
    assert whole(QRect(1900, 900, 800, 600), TWO) == QRect(1920, 424, 800, 600)
    assert whole(QRect(1000, -200, 800, 600), TWO) == QRect(1000, 0, 800, 600)
    across = QRect(1500, 100, 800, 600)
    assert whole(across, TWO) == across
    assert whole(QRect(9000, 9000, 800, 600), []) == QRect(9000, 9000, 800, 600)


Open = Callable[..., MainWindow]


def left_at(place: QRect) -> None:
    """Keeps a window as it was left there, as `keep` does."""
    window = QWidget()
    window.setGeometry(place)
    window.show()
    geometry = bytes(window.saveGeometry().toBase64().data()).decode()
    store = SettingsStore(user_settings_file())
    assert store.save(store.settings._replace(geometry=geometry), {})
    window.close()


@pytest.fixture
def opened(qtbot: QtBot, fonts: None, disk: LibraryOnDisk) -> Iterator[Open]:
    """Opens the window as it was left, and given another size before it is shown, if any."""
    windows: list[MainWindow] = []

    def open_there(size: QSize | None = None) -> MainWindow:
        window = make_window(disk.folder)
        windows.append(window)
        if size is not None:
            window.resize(size)
        with qtbot.waitSignal(window.ready):
            window.show()
        return window

    yield open_there
    for window in windows:
        window.lifecycle.part()
        window.hide()
        window.deleteLater()


@pytest.mark.parametrize(
    "place",
    [
        QRect(5000, 300, 600, 500),
        QRect(-4000, -3000, 600, 500),
        QRect(300, 700, 600, 500),
        QRect(700, 100, 600, 500),
        QRect(100, 100, 3000, 2000),
    ],
)
def test_a_window_left_off_screen_comes_back_whole(
    qtbot: QtBot, opened: Open, place: QRect
) -> None:
    left_at(place)
    window = opened()
    area = QGuiApplication.primaryScreen().availableGeometry()
    qtbot.waitUntil(lambda: area.contains(window.frameGeometry()))
    assert window.height() >= min(500, area.height() - 60)


def test_a_window_left_on_the_screen_comes_back_where_it_was(qtbot: QtBot, opened: Open) -> None:
    left_at(QRect(60, 80, 600, 500))
    window = opened()
    assert window.geometry() == QRect(60, 80, 600, 500)


def test_the_first_window_is_no_larger_than_the_screen(qtbot: QtBot, opened: Open) -> None:
    window = opened()
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert area.contains(window.frameGeometry())


def test_one_that_was_given_a_size_meanwhile_keeps_it(qtbot: QtBot, opened: Open) -> None:
    left_at(QRect(5000, 300, 600, 500))
    window = opened(QSize(1280, 800))
    assert window.size() == QSize(1280, 800)
