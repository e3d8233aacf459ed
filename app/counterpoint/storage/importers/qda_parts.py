"""The parts of a packed project of qualitative data analysis (.qdpx)."""

import zipfile
import zlib
from pathlib import PurePosixPath

from .refusal import Reason, Refused

MOST_DESCRIBED = 200 * 2**20
"""Bytes of its description, unpacked."""
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, RuntimeError)
"""What a damaged one raises."""


class Inside:
    """The parts of a .qdpx. Nothing is unpacked to the disk."""

    def __init__(self, packed: zipfile.ZipFile) -> None:
        self._packed = packed
        self._names = {_folded(name): name for name in packed.namelist()}
        self._folder = ""
        """That of the description, as where the unpacked folder was packed again."""

    def description(self) -> bytes:
        """The one in the outermost folder. Raises Refused."""
        found = [
            folded
            for folded in self._names
            if folded.endswith(".qde") and not folded.startswith("__macosx/")
        ]
        if not found:
            raise Refused(Reason.UNKNOWN_KIND, "it is no project: it has no project.qde")
        folded = min(found, key=lambda each: each.count("/"))
        self._folder = folded[: folded.rfind("/") + 1]
        return self.read(self._names[folded], MOST_DESCRIBED)

    def find(self, path: str) -> str:
        """The part that an address as `internal://x.txt` or `relative:///sources/x.txt` means,
        whatever its capitals; "" where there is none."""
        name = path.partition("://")[2] if "://" in path else path
        name = name.lstrip("/")
        tail = PurePosixPath(name.replace("\\", "/")).name
        for candidate in (f"sources/{name}", name, f"sources/{tail}", tail):
            found = self._names.get(f"{self._folder}{_folded(candidate)}")
            if found is not None:
                return found
        return ""

    def read(self, name: str, most: int) -> bytes:
        """Raises Refused."""
        try:
            with self._packed.open(name) as part:
                data = part.read(most + 1)
        except BROKEN as error:
            raise Refused(Reason.DAMAGED, f"{name} is damaged in it; get it again") from error
        if len(data) > most:
            raise Refused(Reason.TOO_LARGE_INSIDE, f"{name} is larger than we take")
        return data


def _folded(name: str) -> str:
    return name.replace("\\", "/").lstrip("./").casefold()
