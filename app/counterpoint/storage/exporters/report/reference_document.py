"""What somebody's own reference document has place for."""

import zipfile
from pathlib import Path

from .docx_finish import MARKING

_PARTS = ("word/header", "word/footer", "styles.xml")
_MOST = 20 * 2**20
"""Bytes of one part."""


def has_place_for_marking(reference: Path) -> bool:
    """Whether its header or footer says where a marking stands; True where nobody can read it, as
    that is told when it is used."""
    try:
        with zipfile.ZipFile(reference) as packed:
            return any(
                MARKING.encode() in packed.read(part)
                for part in packed.infolist()
                if part.filename.startswith(_PARTS) and part.file_size <= _MOST
            )
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        return True
