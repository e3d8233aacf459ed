"""How the system can refuse, for those who know no files."""

from counterpoint.storage.files.atomic import NotWritten, Weaker

__all__ = ["NotWritten", "Weaker"]
