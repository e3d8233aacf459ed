"""The digest of a file, however large it is."""

import hashlib
from pathlib import Path


def file_digest(path: Path) -> str:
    """sha256 of its bytes, in hexadecimal digits. OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
