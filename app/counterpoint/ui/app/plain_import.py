"""Importing without PySide's look for its features.

PySide puts an `__import__` of its own before the one there is, for `from __feature__ import …`, of
which nothing here makes use. It looks for "PySide6" in the source of every module that is imported
from then on. For modules as small as ours that costs as much as importing them: 15 ms of a start.
"""

import builtins


def restore_import() -> None:
    """Puts the `__import__` back that was there before. Where PySide's does not stand there, as
    under a debugger, or where it keeps the one before no longer, nothing is changed."""
    looks, before = (getattr(builtins, f"__{each}_import__", None) for each in ("feature", "orig"))
    if before is not None and builtins.__import__ is looks:
        builtins.__import__ = before
