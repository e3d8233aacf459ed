"""`counterpoint new`: a library to begin with."""

from pathlib import Path

import click

from .command import FOLDER, Command
from .exit_code import ExitCode
from .output import complain, say

_TEMPLATES = ("empty", "questions", "shipped")


@click.command(
    "new",
    cls=Command,
    help="Make a new library.\n\nFOLDER must not be there yet, or be empty.",
    example="counterpoint new my-library\ncounterpoint new my-library --template questions",
)
@click.argument("folder", type=FOLDER)
@click.option(
    "--template",
    type=click.Choice(_TEMPLATES),
    default="empty",
    show_default=True,
    help="What it begins with: nothing, the questions of the library that comes with the app, or "
    "all of that library.",
)
def command(folder: Path, template: str) -> int:
    """The exit code."""
    from counterpoint.application.failures import NotWritten, told
    from counterpoint.application.library.new_library import Template, new_library

    try:
        new_library(folder, Template(template))
    except NotWritten as error:
        complain(told(error))
        return ExitCode.WRONG
    return ExitCode.WELL if say([f"wrote {folder}"]) else ExitCode.WRONG
