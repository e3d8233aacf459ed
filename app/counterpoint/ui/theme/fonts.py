"""The letters that are shipped: the serif always, the interface's where the system has none."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

FALLBACK = "Inter"


def load_fonts(folder: Path, application: QApplication, *, system: bool) -> None:
    """Loads the fonts in `folder`; where not `system`, the shipped interface font is used, so
    that pictures are the same everywhere. A file that is missing costs only its letters."""
    for path in sorted(folder.glob("SourceSerifPro-*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    if system and QFontDatabase.families():
        return
    for path in sorted(folder.glob("Inter-*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    application.setFont(QFont(FALLBACK))
