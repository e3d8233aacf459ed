"""Names of files, and asking for them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

_FORBIDDEN = '<>:"/\\|?*'
"""What some system does not let stand in the name of a file."""
_OLD = 4
"""Signs of an ending that is the beginning of another: .doc, .xls, .htm."""
Format = tuple[str, str]
"""What a format is called, and the ending of its files, with its dot."""


def as_file_name(title: str, otherwise: str) -> str:
    """A name that every system lets a file have; `otherwise` where nothing is left of it."""
    kept = "".join(" " if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in title)
    return " ".join(kept.split())[:60].rstrip(". ") or otherwise


def documents_folder() -> Path:
    """Where a person's documents are by the system's reckoning."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place) or Path.home())


def free_folder(folder: Path) -> Path:
    """`folder`, or with the first number behind it of which there is none yet."""
    number, found = 2, folder
    while found.exists():
        found = folder.with_name(f"{folder.name} {number}")
        number += 1
    return found


def ask_where(
    parent: QWidget, title: str, first: Path, formats: Sequence[Format]
) -> tuple[Path, int] | None:
    """Asks for a file to be written, `first` being offered; the file, with the ending of one of
    `formats`, and which of them was chosen, or None."""
    filters = [f"{words} (*{ending})" for words, ending in formats]
    endings = {ending for _, ending in formats}
    chosen = next((line for line in filters if line.endswith(f"(*{first.suffix})")), filters[0])
    while True:
        name, kind = QFileDialog.getSaveFileName(
            parent, title, str(first), ";;".join(filters), chosen
        )
        if not name:
            return None
        path = Path(name)
        at = filters.index(kind) if kind in filters else 0
        ending = formats[at][1]
        if path.suffix.casefold() in endings:
            if path.suffix.casefold() != ending:
                at = next(n for n, each in enumerate(formats) if each[1] == path.suffix.casefold())
            return path, at
        # What has no ending gets it, and is asked for again where a file of that name is there.
        old = len(path.suffix) >= _OLD and ending.startswith(path.suffix.casefold())
        path = path.with_name(f"{path.stem if old else path.name}{ending}")
        if not path.exists():
            return path, at
        first, chosen = path, filters[at]
