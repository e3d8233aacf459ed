"""How the system can refuse, for those who know no files."""

from counterpoint.storage.files.atomic import NotWritten, Weaker
from counterpoint.storage.place import NoHome

__all__ = ["NoHome", "NotWritten", "Weaker"]
