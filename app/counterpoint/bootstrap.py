"""Where the program begins: the application and its window are made, and joined to the system."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint.application.console import shown_on_console
from counterpoint.application.log import USUAL_LEVEL, log
from counterpoint.cli.command_names import COMPLETING, is_command
from counterpoint.cli.exit_code import ExitCode
from counterpoint.storage.place import (
    NoHome,
    resources,
    shipped_library,
    user_cache,
    user_data,
    user_settings_file,
)

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from counterpoint.application.clock import Clock
    from counterpoint.ui.window.main_window import MainWindow

PICTURE = "counterpoint-window.png"
PACKED = ".counterpoint"
"""The ending of a library in one file."""


class CannotStart(Exception):
    """Something is missing without which no window can be opened; what, and what to do."""


def main(arguments: Sequence[str] | None = None, *, icon: bool = False) -> int:
    """The console command: a sub-command, or the window; the exit code. `icon`: it was started
    where nobody reads what it writes."""
    with shown_on_console():
        try:
            return _main(list(sys.argv[1:] if arguments is None else arguments), icon=icon)
        except KeyboardInterrupt:  # while it begins: later the command or the window takes it
            return ExitCode.INTERRUPTED


def _main(given: list[str], *, icon: bool) -> int:
    def open_window(folder: Path | None, level: str = USUAL_LEVEL) -> int:
        return show_window_or_picture(folder or shipped_library(), level, icon=icon)

    if not given and COMPLETING not in os.environ:
        return open_window(None)
    if len(given) == 1 and given[0] and not is_command(given[0]) and Path(given[0]).is_dir():
        return open_window(Path(given[0]))
    # Only here: the window starts sooner without it.
    from counterpoint.cli.main import run

    return run(given, open_window)


def show_window_or_picture(folder: Path, level: str, *, icon: bool) -> int:
    """The window, or without a screen a picture of it; the exit code."""
    from counterpoint.ui.app.screen import has_screen

    screen = has_screen()
    try:
        look_for_what_is_missing(screen)
        return show_window(folder, level) if screen else picture_without_screen(folder, level)
    except CannotStart as error:
        from counterpoint.ui.app.without_qt import tell

        tell(str(error), dialog=icon)
        return ExitCode.NO_WINDOW


def desktop() -> int:
    """The command without a console, which always opens the window."""
    return main(icon=True)


def look_for_what_is_missing(screen: bool) -> None:
    """Raises `CannotStart` where no window can be opened on this machine. Asked before Qt is
    started, which ends in a traceback where it cannot, or ends the process."""
    from counterpoint.ui.system_libraries import how_to_install, missing_libraries

    if missing_libraries(screen):
        everything = missing_libraries(screen=True)  # so that nobody has to be told twice
        raise CannotStart(
            f"Qt needs system libraries that are missing. {how_to_install(everything)}"
        )
    try:
        for place in (user_data, user_cache, user_settings_file):
            place()
    except NoHome as error:
        from counterpoint.labels.refusal import no_home

        raise CannotStart(no_home()) from error


def make_application(*, screen: bool = True) -> "QApplication":
    """The one QApplication, with its letters loaded."""
    # What is imported stays, so there is nothing to collect; GarbageCollector does it from then on.
    gc.disable()
    from counterpoint.ui.app.plain_import import restore_import

    try:
        from PySide6.QtWidgets import QApplication
    except ImportError as error:  # as where a library is missing that nobody foresaw
        raise CannotStart(f"Qt cannot be loaded on this machine: {error}.") from error

    restore_import()
    from counterpoint.ui.app.garbage_collection import GarbageCollector
    from counterpoint.ui.theme.font_files import load_interface_font

    # The style by argument: setStyle would bring a QStyle into Python, which costs 5 ms.
    application = QApplication([sys.argv[0], "-style", "Fusion"])
    application.setApplicationName("counterpoint")
    application.setApplicationDisplayName("Counterpoint")
    application.setDesktopFileName("counterpoint")
    GarbageCollector(application)
    load_interface_font(resources() / "fonts", application, system=screen)
    return application


def make_window(
    folder: Path, *, as_left: bool = True, clock: "Clock | None" = None
) -> "MainWindow":
    """The window on the library in `folder`, not yet shown; as it was left, or as on the first
    day; with the system's clock, unless another is given. Where `folder` is a library in one file,
    as a double click gives it, it is asked where that is to be, over the library that comes with
    the app."""
    from counterpoint.ui.settings.store import SettingsStore
    from counterpoint.ui.window.lifecycle.window_state import WindowState
    from counterpoint.ui.window.main_window import MainWindow

    window_state = WindowState(SettingsStore(user_settings_file() if as_left else None))
    if folder.suffix.casefold() != PACKED or not folder.is_file():
        return MainWindow(folder, window_state, user_cache(), clock)
    window = MainWindow(shipped_library(), window_state, user_cache(), clock)
    window.open_packed_once_ready(folder)
    return window


def show_window(folder: Path, level: str = USUAL_LEVEL) -> int:
    """Opens the window and stays until it is closed."""
    application = make_application()
    _window = open_window(application, folder, level)
    return application.exec()


def open_window(
    application: "QApplication", folder: Path, level: str = USUAL_LEVEL
) -> "MainWindow":
    """The window on the library in `folder`, shown as it was left, joined to the system; `level` is
    how grave what is to be logged must be."""
    from PySide6.QtCore import Qt

    window = make_window(folder)
    keep_log(window, level)
    # Windows, macOS and some desktops ask so before they end the session.
    application.commitDataRequest.connect(window.leaving.end_session)
    end_on_signals(window)
    window.ready.connect(lambda: clear_left_behind(window), Qt.ConnectionType.SingleShotConnection)
    window.show()
    return window


def keep_log(window: "MainWindow", level: str) -> None:
    """What happens goes to the log; errors that nobody foresaw are told in the window too."""
    from counterpoint.ui.app.uncaught_errors import UncaughtErrors
    from counterpoint.ui.app.window_log import WindowLog

    uncaught_errors = UncaughtErrors(level, window)
    uncaught_errors.happened.connect(window.status.say)
    uncaught_errors.watch()
    WindowLog(window.lifecycle, level, window)


def clear_left_behind(window: "MainWindow") -> None:
    """Removes what a killed process left where it was exporting, or making a library."""
    from counterpoint.storage.files.half_made import clear_half_made
    from counterpoint.ui.tasks.task import Task

    Task(lambda _report: clear_half_made(), (), window).start()


def end_on_signals(window: "MainWindow") -> None:
    """Closes the window, its notes saved, when the system asks the process to end: from when it is
    painted, or from when a library that is not in the cache begins to be read."""
    from counterpoint.ui.app.signals import SystemSignals

    signals = SystemSignals(window)
    signals.received.connect(window.leaving.end)
    window.ready.connect(signals.watch)
    window.lifecycle.opener.progressed.connect(signals.watch)


def picture_without_screen(folder: Path, level: str = USUAL_LEVEL) -> int:
    """Where there is no screen: says so, verifies the library, paints the window to a file."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from counterpoint.application.library.check import check_library
    from counterpoint.cli.output import complain, say
    from counterpoint.labels.problem import in_a_line

    check, whole = check_library(folder)
    if whole is None:
        complain(*map(in_a_line, check.problems))
        return ExitCode.USAGE
    say(["No screen was found, so the window is opened off screen and painted to a file."])
    say(map(in_a_line, check.problems))
    application = make_application(screen=False)
    from counterpoint.ui.app.picture import paint_to_file

    window = make_window(folder, as_left=False)
    keep_log(window, level)
    painted = paint_to_file(application, window, Path(PICTURE))
    log.info("a picture of the window was painted" if painted else "no picture was painted")
    states = ", ".join(f"{count} {state}" for state, count in check.states.items() if count)
    say(
        [
            f"Verified {check.evidence} quotations: {states or 'none'}.",
            f"The picture of the window is {painted}."
            if painted
            else "No picture could be written.",
            "To see the window itself, run this where there is a screen.",
        ]
    )
    return 0 if check.ok and painted else 1
