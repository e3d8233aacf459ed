"""How the system can refuse, in words, for those who know no files."""

from counterpoint.labels import refusal
from counterpoint.storage.files.atomic import NotWritten

__all__ = ["NotWritten", "reason", "remedy", "told"]


def reason(error: NotWritten) -> str:
    """What happened, without a full stop."""
    return refusal.reason(error.refusal, error.said)


def remedy(error: NotWritten) -> str:
    """What to do, without a full stop."""
    return refusal.remedy(error.refusal)


def told(error: NotWritten) -> str:
    """To which file, what happened and what to do."""
    return f"{error.file}: {refusal.told(error.refusal, error.said)}"
