"""The memory of a process, where the system tells it."""

import sys
from pathlib import Path


def resident() -> int:
    """The resident memory of this process now, in bytes; 0 where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return 0
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * 4096
