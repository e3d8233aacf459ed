"""Documents that are packed folders (docx, odt, epub): opened with an eye on what they unpack to.

Nothing is ever unpacked to the disk, so that a name with `..` in it leads nowhere.
"""

import io
import zipfile
import zlib
from collections.abc import Mapping

from lxml import etree

from counterpoint.storage.foreign_xml import foreign_xml
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.refusal import Reason, Refused, too_deep

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)


class Packed:
    """The parts of a packed document, each read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        """Raises Refused if it cannot be opened, or unpacks to more than is taken."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise _damaged() from error
        self.names = frozenset(self._zip.namelist())
        infos = self._zip.infolist()
        if len(infos) > LIMITS.members:
            raise Refused(
                Reason.TOO_LARGE_INSIDE,
                f"it is packed of {len(infos):,} parts, as no document is",
            )
        text = [info for info in infos if info.filename.endswith((".xml", "html", ".htm", ".rels"))]
        if sum(info.file_size for info in text) > LIMITS.unpacked:
            raise _bomb()
        if any(info.flag_bits & 1 for info in text):
            raise Refused(Reason.LOCKED, "it is locked with a password; save it without one")

    def read(self, name: str) -> bytes:
        """One part; b"" where there is none. Raises Refused."""
        if name not in self.names:
            return b""
        try:
            info = self._zip.getinfo(name)
            if info.file_size > LIMITS.member:
                raise _bomb()
            with self._zip.open(info) as part:
                data = part.read(LIMITS.member + 1)
        except (*_BROKEN, RuntimeError) as error:
            raise _damaged() from error
        if len(data) > LIMITS.member:
            raise _bomb()
        return data

    def xml(self, name: str) -> "etree._Element | None":
        """The root of one part; None if there is none. Raises Refused."""
        data = self.read(name)
        return parse_xml(data) if data else None

    def again(self, keep: tuple[str, ...], changed: Mapping[str, bytes]) -> bytes:
        """The document packed anew: the parts whose names end in one of `keep`, with those in
        `changed` in the place of what they were."""
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
            for name in dict.fromkeys(self._zip.namelist()):
                if name in changed:
                    new.writestr(name, changed[name])
                elif name.endswith(keep):
                    new.writestr(name, self.read(name))
        return target.getvalue()


def parse_xml(data: bytes) -> "etree._Element":
    """The root of an XML file, with nothing fetched and no entity put in. Raises Refused."""
    # A tree of any depth, with texts of any length: what either costs is bounded by other limits.
    try:
        return foreign_xml(data, huge=True)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise (too_deep() if "depth" in str(error) else _damaged()) from error


def words_of(element: "etree._Element") -> str:
    """The words of all that is in `element`, on one line."""
    return " ".join("".join(element.itertext()).split())


def remove(element: "etree._Element | None") -> None:
    """Takes `element` out and leaves the words that follow it."""
    parent = element.getparent() if element is not None else None
    if element is None or parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _damaged() -> Refused:
    return Refused(Reason.DAMAGED, "it is damaged or was not copied whole; get it again")


def _bomb() -> Refused:
    return Refused(
        Reason.TOO_LARGE_INSIDE,
        f"it unpacks to more than {LIMITS.unpacked // 2**20} MB of text, as no document does",
    )
