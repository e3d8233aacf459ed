"""Whether there is a screen to open a window on."""

import ctypes
import os
import sys
from pathlib import Path

PATIENCE = 2.0
"""Seconds."""


def has_screen() -> bool:
    """True on Windows and macOS; on Linux where the display that the environment names answers.

    Asked before Qt is started, which would end the process where it does not.
    """
    if not sys.platform.startswith("linux"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform.startswith(("offscreen", "minimal")):
        return False
    if platform and not platform.startswith(("xcb", "wayland")):
        return True  # whoever names another, such as vnc or linuxfb, has one
    return _wayland_answers() or _x_answers()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    import socket

    path = Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name
    with socket.socket(socket.AF_UNIX) as asking:
        asking.settimeout(PATIENCE)
        try:
            asking.connect(str(path))
        except OSError:  # not there, or left behind by a compositor that has ended
            return False
    return True


def _x_answers() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
