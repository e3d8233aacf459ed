"""What the system has to bring before anything can be set up: installed where we may, else told."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from counterpoint.ui.system_libraries import (
    X_SCREEN,
    Libraries,
    how_to_install,
    install_command,
    is_root,
    lacking,
    missing_libraries,
)

from . import pip
from .processes import call, own_environment

# Two set-ups in two folders wait for one another, in seconds.
WAIT = ["-o", "DPkg::Lock::Timeout=300"]


# What the tests do in which a screen reader asks: a screen, and the buses of a desktop.
TEST_PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus"}
TEST_FILES = {"/usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core"}


def missing(screen: bool, installing: bool, testing: bool) -> Libraries:
    """What is missing, and the package of Debian and Ubuntu that brings it. `screen` asks for a
    window that can be seen, where there is a screen; `testing` for what only the tests need."""
    found = missing_libraries(screen)
    if testing and sys.platform == "linux":
        found |= lacking(X_SCREEN)
        found |= {name: which for name, which in TEST_PROGRAMS.items() if not shutil.which(name)}
        found |= {name: which for name, which in TEST_FILES.items() if not Path(name).exists()}
    if installing and not pip.can_be_had():
        found |= {"Python's module ensurepip": f"python3.{sys.version_info.minor}-venv"}
    return found


def need(found: Libraries) -> None:
    """Installs it where it may; else says how to and exits with 3."""
    if may_install():
        print("Installing system packages:", *found.values(), flush=True)
        quietly = own_environment() | {"DEBIAN_FRONTEND": "noninteractive"}
        call("apt-get", *WAIT, "update", quiet=True, env=quietly)
        program, *words = install_command(found)
        call(program, *WAIT, *words, quiet=True, env=quietly)
        return
    print("Counterpoint needs what this machine lacks.", how_to_install(found))
    print("\nThen give the same command again.")
    sys.exit(3)


def may_install() -> bool:
    """Whether we are root where nobody minds: in a container, a change of root, or with CI set."""
    if not is_root() or not shutil.which("apt-get"):
        return False
    files = ("/.dockerenv", "/run/.containerenv", "/run/systemd/container")
    marked = "CI" in os.environ or "container" in os.environ or any(map(os.path.exists, files))
    return marked or subprocess.call(["ischroot", "--default-true"]) == 0
