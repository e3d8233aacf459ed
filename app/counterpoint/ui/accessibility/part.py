"""Handing Qt a part of an accessible object, such as its text, by `interface_cast`."""

from typing import Any

import shiboken6


def address(part: shiboken6.Shiboken.Object | shiboken6.VoidPtr | None) -> Any:
    """What `interface_cast` is to return: where `part` is, which somebody has to keep alive. What
    Qt's own gave (an address, or None) can be handed on so too.

    Qt wants an address. Shiboken makes one of nothing but its own VoidPtr: whatever else Python
    returns, None too, ends the process.
    """
    if isinstance(part, shiboken6.VoidPtr):
        return part
    return shiboken6.VoidPtr(0 if part is None else shiboken6.getCppPointer(part)[0])
