"""What a menu entry shows beside the work: the help pages, the folder of the notes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from counterpoint.ui.window.main_window import MainWindow


def show_keys(window: "MainWindow") -> None:
    """The page of all keys."""
    from counterpoint.ui.window.frame.help_page import HelpPage, keys_html

    HelpPage(window.theme, "Keys", keys_html(window.theme), window).show()


def show_about(window: "MainWindow") -> None:
    """Version, licences, and what the program does not do."""
    from counterpoint.ui.window.frame.help_page import HelpPage, about_html

    HelpPage(window.theme, "About Counterpoint", about_html(), window, 280).show()


def show_notes_folder(window: "MainWindow") -> None:
    """The notes of this library in the system's own window of files."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    folder = window.notes_folder
    if folder.is_dir():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    else:
        window.status.say("There is no note yet; the folder is made with the first one.")
