"""A damaged file of settings, kept beside as it was."""

from pathlib import Path

MOST = 20
"""Copies."""


def kept_beside(file: Path) -> Path | None:
    """The copy of `file`, under a name that no other has; one that is there already if it is the
    same. None where it cannot be kept. Never raises."""
    try:
        data = file.read_bytes()
        for number in range(1, MOST + 1):
            copy = file.with_name(f"{file.name}.bad{'' if number == 1 else f'-{number}'}")
            if not copy.exists() and _written(copy, data):
                return copy
            if copy.is_file() and copy.read_bytes() == data:
                return copy
    except OSError:
        return None
    return None


def _written(copy: Path, data: bytes) -> bool:
    """False where somebody else has made it meanwhile. Raises OSError; then it is not there."""
    try:
        with copy.open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except OSError:
                copy.unlink(missing_ok=True)
                raise
    except FileExistsError:
        return False
    return True
