"""What Qt needs of the system and a bare Linux lacks: which of it, and may we install it here."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0

# The library that Qt loads, and the package of Debian and Ubuntu that brings it.
OFF_SCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
}
X_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_SCREEN = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}

# What the tests do in which a screen reader asks: a screen, and the buses of a desktop.
TEST_PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus"}
TEST_FILES = {"/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core"}


def missing_packages(screen: bool, testing: bool = False) -> list[str]:
    """The packages to install. `screen` asks for a window that can be seen, where there is one;
    `testing` for what only the tests need."""
    if sys.platform != "linux":
        return []
    needed = dict(OFF_SCREEN)
    if screen and os.environ.get("WAYLAND_DISPLAY"):
        needed |= WAYLAND_SCREEN
    elif screen and os.environ.get("DISPLAY"):
        needed |= X_SCREEN
    if testing:
        needed |= X_SCREEN
    missing = [package for library, package in needed.items() if not loads(library)]
    if testing:
        missing += [name for program, name in TEST_PROGRAMS.items() if not shutil.which(program)]
        missing += [name for file, name in TEST_FILES.items() if not Path(file).exists()]
    return missing


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_line(packages: list[str]) -> list[str]:
    become_root = [] if IS_ROOT else ["sudo"]
    return [*become_root, "apt-get", "install", "-y", "--no-install-recommends", *packages]


def may_install() -> bool:
    """Whether we are root where nobody minds: in a container, a change of root, or with CI set."""
    if not IS_ROOT or not shutil.which("apt-get"):
        return False
    files = ("/.dockerenv", "/run/.containerenv", "/run/systemd/container")
    marked = "CI" in os.environ or "container" in os.environ or any(map(os.path.exists, files))
    return marked or subprocess.call(["ischroot", "--default-true"]) == 0
