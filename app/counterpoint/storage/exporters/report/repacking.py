"""A packed document written anew with some parts changed, the same bytes for the same parts."""

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime

_FIXED = (1980, 1, 1, 0, 0, 0)
_ABOUT = ("docProps/core.xml", "meta.xml", "EPUB/content.opf")
"""The parts of a docx, an odt and an epub that say when it was made."""
_PANDOCS = b"1970-01-01T00:00:00Z"
"""What Pandoc writes there: in its sandbox it knows neither the time nor SOURCE_DATE_EPOCH."""


def dated(data: bytes, epoch: int) -> bytes:
    """A document that Pandoc has written, as made `epoch` seconds after 1970."""
    return repacked(data, epoch, lambda _name, part: part)


def repacked(data: bytes, epoch: int, change: Callable[[str, bytes], bytes]) -> bytes:
    """The same, with each part as `change` gives it, in their order."""
    moment = datetime.fromtimestamp(epoch, UTC).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for info in old.infolist():
            kept = zipfile.ZipInfo(info.filename, _FIXED)
            kept.compress_type = info.compress_type
            kept.external_attr = 0o644 << 16
            part = change(info.filename, old.read(info.filename))
            if info.filename in _ABOUT:
                part = part.replace(_PANDOCS, moment)
            new.writestr(kept, part)
    return target.getvalue()
