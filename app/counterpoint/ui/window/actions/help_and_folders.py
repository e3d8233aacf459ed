"""What a menu entry shows beside the work: the help pages, the folder of the notes."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from counterpoint.labels.translation import tr
from counterpoint.ui.theme.theme import Theme


def show_keys(theme: Theme, window: QWidget) -> None:
    """The page of all keys."""
    from counterpoint.ui.window.frame.help_page import HelpPage, keys_html

    HelpPage(theme, tr("Keys"), keys_html(theme), window).show()


def show_about(theme: Theme, window: QWidget) -> None:
    """Version, licences, and what the program does not do."""
    from counterpoint.ui.window.frame.help_page import HelpPage, about_html

    HelpPage(theme, tr("About Counterpoint"), about_html(), window, 280).show()


def show_notes_folder(folder: Path) -> str:
    """The notes of a library in the system's own window of files; what to say where there are
    none, else ""."""
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    if not folder.is_dir():
        return tr("There is no note yet; the folder is made with the first one.")
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
    return ""
