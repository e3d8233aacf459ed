"""What Qt needs of a Linux system and a bare one lacks, and the line that installs it.

Nothing of Qt is imported here: `dev.py` asks before there is an environment, and the installed
program before it starts Qt, which would end the process.
"""

import ctypes
import os
import shlex
import shutil
import sys

Libraries = dict[str, str]
"""The library that Qt loads, and the package of Debian and Ubuntu that brings it."""

OFF_SCREEN: Libraries = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
}
X_SCREEN: Libraries = {
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
WAYLAND_SCREEN: Libraries = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def missing_libraries(screen: bool) -> Libraries:
    """Those without which Qt does not start. `screen` asks for a window that can be seen, where
    the environment names a screen: of two kinds of screen, one that opens will do."""
    if sys.platform != "linux":
        return {}
    kinds = [lacking(libraries) for libraries in _screens()] if screen else []
    return lacking(OFF_SCREEN) | (min(kinds, key=bool) if kinds else {})


def _screens() -> list[Libraries]:
    """What each screen needs that Qt would try, in its order."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    wayland = not platform.startswith("xcb") and _named("WAYLAND_DISPLAY")
    x = not platform.startswith("wayland") and _named("DISPLAY")
    return [WAYLAND_SCREEN] * wayland + [X_SCREEN] * x


def _named(variable: str) -> bool:
    return bool(os.environ.get(variable))


def lacking(libraries: Libraries) -> Libraries:
    """Those of them that do not load."""
    return {name: package for name, package in libraries.items() if not loads(name)}


def loads(library: str) -> bool:
    """Whether the system's loader finds it, and all that it needs in turn."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def how_to_install(missing: Libraries) -> str:
    """A paragraph that ends with the line to give, where the system has apt-get; elsewhere with
    the names of the libraries, which a person then looks for."""
    if not shutil.which("apt-get"):
        return f"Install the packages of this system that bring {', '.join(missing)}."
    sudo = "sudo " if not is_root() and shutil.which("sudo") else ""
    as_root = "" if sudo or is_root() else " as root"
    line = f"{sudo}apt-get update && {sudo}{shlex.join(install_command(missing))}"
    return f"Install them{as_root}:\n\n    {line}"


def install_command(missing: Libraries) -> list[str]:
    packages = dict.fromkeys(missing.values())
    return ["apt-get", "install", "-y", "--no-install-recommends", *packages]


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
