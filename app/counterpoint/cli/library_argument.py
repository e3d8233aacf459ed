"""The library that a command works on."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from counterpoint.storage.library.library_place import library_around
from counterpoint.storage.place import is_checkout, real, shipped_library

from .command import FOLDER

_F = TypeVar("_F", bound=Callable[..., Any])


def library_argument(function: _F) -> _F:
    """A command that takes the library as its argument `library`; None where none is named."""
    return click.argument("library", required=False, type=FOLDER)(function)


def library_option(function: _F) -> _F:
    """A command that takes the library as its option `library`; None where none is named."""
    text = "The library's folder. [default: that in which one stands, else the app's own]"
    return click.option("--library", type=FOLDER, metavar="FOLDER", help=text)(function)


def new_library_option(function: _F) -> _F:
    """A command that takes a library as its option, which is made where there is none."""
    text = "The library's folder; it is made where there is none."
    return click.option("--library", type=FOLDER, metavar="FOLDER", required=True, help=text)(
        function
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
