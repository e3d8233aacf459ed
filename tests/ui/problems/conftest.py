"""What takes the place of the system's own editor."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices


class Editor(QObject):
    """Stands where the system's editor would be."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


@pytest.fixture
def editor(qapp: object) -> Iterator[Editor]:
    editor = Editor()
    # The stubs ask for bytes, PySide itself for a str.
    QDesktopServices.setUrlHandler("file", editor, "take")  # type: ignore[arg-type]
    yield editor
    QDesktopServices.unsetUrlHandler("file")
