"""Opening one of a library's files with the system's own editor."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from counterpoint.labels.translation import tr

TEXT_ENDINGS = frozenset({".yaml", ".yml", ".txt", ".md"})
"""What is opened: text. Anything else might be run by the system instead."""


def file_to_open(folder: Path, name: str) -> Path | None:
    """The file `name` (with forward slashes) inside the library `folder`; None if it is not
    there, is no text file, or lies outside, also by way of a link."""
    try:
        inside = folder.resolve(strict=True)
        path = (inside / name).resolve(strict=True)
    except OSError:
        return None
    if not path.is_relative_to(inside) or path.suffix.lower() not in TEXT_ENDINGS:
        return None
    return path if path.is_file() else None


def open_in_editor(folder: Path, name: str) -> str:
    """Opens the file and gives "", or a sentence that says why not and what to do."""
    path = file_to_open(folder, name)
    if path is None:
        return tr("{name} is not a text file inside the library, so it was not opened.", name=name)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        return tr(
            "The system has no program for {name}. Open it with a text editor: {path}",
            name=name,
            path=path,
        )
    return ""
