"""The fonts that are shipped: the serif always, the interface's where the system has none."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FALLBACK = "Inter"


def load_interface_font(folder: Path, application: QApplication, *, system: bool) -> None:
    """Where not `system`, or where the system has no fonts at all, the interface font in `folder`
    is used, so that pictures are the same everywhere. A file that is missing costs only its
    glyphs."""
    if system and QFontDatabase.families():
        return
    _load(folder, "Inter-*.otf")
    application.setFont(QFont(FALLBACK))


@cache
def load_serif(folder: Path) -> None:
    """The fonts of the sources, from `folder`, once. Nothing in the comparison is set in them,
    so that they can come after its first paint."""
    _load(folder, "SourceSerifPro-*.ttf")


def _load(folder: Path, pattern: str) -> None:
    for path in sorted(folder.glob(pattern)):
        QFontDatabase.addApplicationFont(str(path))
