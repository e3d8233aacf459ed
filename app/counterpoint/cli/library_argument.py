"""The library that a command works on."""

import argparse
from pathlib import Path

from counterpoint.storage.library.library_place import library_around
from counterpoint.storage.place import is_checkout, real, shipped_library


def add_library(command: argparse.ArgumentParser) -> None:
    """The argument that names it."""
    command.add_argument(
        "library",
        nargs="?",
        type=Path,
        help="the library's folder (default: the one in which one stands; outside of any, the one "
        "that comes with the app)",
    )


def meant_library(named: Path | None) -> Path:
    """`named`, or the one in which one stands, or the one that comes with the app."""
    if named is not None:
        return named
    try:
        return library_around(Path.cwd()) or shipped_library()
    except FileNotFoundError:  # the folder in which one stands was removed
        return shipped_library()


def which_library(folder: Path) -> str:
    """Which library it is."""
    place = real(folder)
    what = ""
    if place == real(shipped_library()):
        what = ", that of this checkout" if is_checkout() else ", which comes with Counterpoint"
    return f"library: {place}{what}"
