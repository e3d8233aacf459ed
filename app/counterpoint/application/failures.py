"""How the system can refuse, in words, for those who know no files."""

import os
from pathlib import Path

from counterpoint.labels import refusal
from counterpoint.storage.files.atomic import NotWritten, not_written

__all__ = ["NotWritten", "not_foreseen", "reason", "remedy", "told"]


def not_foreseen(error: OSError, folder: Path) -> NotWritten:
    """What the system refused where nobody had thought of it, at work in `folder`."""
    return not_written(Path(os.fsdecode(error.filename)) if _named(error) else folder, error)


def _named(error: OSError) -> bool:
    return isinstance(error.filename, str | bytes)


def reason(error: NotWritten) -> str:
    """What happened, without a full stop."""
    return refusal.reason(error.refusal, error.said)


def remedy(error: NotWritten) -> str:
    """What to do, without a full stop."""
    return refusal.remedy(error.refusal)


def told(error: NotWritten) -> str:
    """To which file, what happened and what to do."""
    return f"{error.file}: {refusal.told(error.refusal, error.said)}"
