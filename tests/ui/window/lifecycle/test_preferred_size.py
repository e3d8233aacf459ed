"""The window's own size comes back, whatever its contents needed meanwhile and whenever."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from counterpoint.ui.window.lifecycle.preferred_size import PreferredSize

Step = tuple[str, int]
"""The person gives the window a width, its contents need one, or so many rounds of events pass."""
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("give"), st.integers(300, 1200)),
        st.tuples(st.just("need"), st.integers(100, 1500)),
        st.tuples(st.just("rounds"), st.integers(1, 3)),
    ),
    max_size=12,
)


def held() -> tuple[QMainWindow, QWidget]:
    """A window of 500 × 400, shown, and its contents, which need nothing yet."""
    window = QMainWindow()
    contents = QWidget(window)
    window.setCentralWidget(contents)
    PreferredSize(window)
    window.resize(500, 400)
    window.show()
    return window, contents


def settle() -> None:
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=STEPS)
def test_after_every_need_the_window_has_the_size_it_was_given_last(
    qapp: QApplication, steps: list[Step]
) -> None:
    window, contents = held()
    given, need = 500, 0
    for what, number in steps:
        match what:
            case "give":
                settle()  # else the window would not know yet what it may be given
                before = window.width()
                window.resize(number, 400)
                if window.width() != before:
                    given = window.width()
            case "need":
                need = number
                contents.setMinimumWidth(need)
            case _:
                for _ in range(number):
                    QCoreApplication.sendPostedEvents()
    settle()
    assert window.width() == max(given, need)
    contents.setMinimumWidth(0)
    settle()
    assert window.size() == QSize(given, 400)
    window.hide()
    window.deleteLater()


def test_a_maximised_window_keeps_the_size_it_had_before(qtbot: QtBot) -> None:
    window, contents = held()
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowMaximized)
    qtbot.waitUntil(lambda: window.width() != 500)
    contents.setMinimumWidth(700)
    settle()
    window.setWindowState(Qt.WindowState.WindowNoState)
    qtbot.waitUntil(lambda: window.width() == 700)
    contents.setMinimumWidth(0)
    qtbot.waitUntil(lambda: window.size() == QSize(500, 400))
