"""What somebody's own reference document has place for."""

import zipfile
import zlib
from pathlib import Path

from lxml import etree

from counterpoint.storage.exporters.failing import NotExported
from counterpoint.storage.foreign_xml import foreign_xml

from .docx_finish import MARKING

_NEEDED = {"docx": "word/document.xml", "odt": "content.xml"}
_CALLED = {"docx": "Word document", "odt": "OpenDocument text"}
_BROKEN = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
)
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
    except _BROKEN:
        return True


def check_reference(reference: Path, kind: str) -> None:
    """Raises NotExported where `reference` is no document of `kind`, "docx" or "odt"."""
    made = (
        f"as a .{kind}, or choose another document, or none for the styles that come with the app"
    )
    try:
        with zipfile.ZipFile(reference) as packed:
            if _NEEDED[kind] not in packed.namelist():
                raise NotExported(
                    f"{reference}: what is to lend its styles is no {_CALLED[kind]}, whatever its "
                    f"name says; save it anew {made}"
                )
            for part in packed.infolist():
                if part.filename.endswith(".xml") and part.file_size <= _MOST:
                    foreign_xml(packed.read(part))
    except FileNotFoundError as error:
        raise NotExported(
            f"{reference}: what is to lend its styles is not there; choose another document, "
            "or none"
        ) from error
    except (*_BROKEN, etree.XMLSyntaxError) as error:
        raise NotExported(
            f"{reference}: what is to lend its styles is no {_CALLED[kind]}, or a damaged one; "
            f"save it anew {made}"
        ) from error
