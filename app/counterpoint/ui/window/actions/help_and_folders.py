"""What a menu entry shows beside the work: the help pages, the folders of the notes and the log."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from counterpoint.application.log import log_folder
from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window.frame.help_page import HelpPage, about_html, keys_html


def show_keys(theme: Theme, window: QWidget) -> None:
    """The page of all keys."""
    HelpPage(theme, tr("Keys"), keys_html(theme), window).show()


def show_about(theme: Theme, window: QWidget) -> None:
    """Version, licences, and what the program does not do."""
    HelpPage(theme, tr("About Counterpoint"), about_html(), window, 280).show()


def show_notes_folder(folder: Path) -> str:
    """The notes of a library in the system's own window of files; what to say where there are
    none, else ""."""
    return _show_folder(folder, tr("There is no note yet; the folder is made with the first one."))


def show_log_folder() -> str:
    """The same for the log."""
    return _show_folder(log_folder(), tr("There is no log: it could not be written."))


def _show_folder(folder: Path, none: str) -> str:
    if not folder.is_dir():
        return none
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    return ""
