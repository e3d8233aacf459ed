"""The command line: what the window does, without a window."""

import os
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from counterpoint import __version__
from counterpoint.application.log import (
    LEVELS,
    USUAL_LEVEL,
    is_begun,
    log,
    log_error,
    what_was_not_logged,
    why_not_logged,
)
from counterpoint.labels.meant import did_you_mean
from counterpoint.labels.refusal import no_home
from counterpoint.storage.place import NoHome

from .command import FOLDER, Command, SpokenCommand
from .command_names import COMPLETING, command_names, command_near, is_command, module_of
from .completion import completions
from .ending import Ended, ending_in_order
from .exit_code import ExitCode
from .output import complain, say

_OF_CLICK = (click.exceptions.Exit, click.ClickException)
OpenWindow = Callable[[Path | None, str], int]
"""Opens the window on a library, or on the one that comes with the app, and logs what is as grave
as a level; the exit code."""


class Program(SpokenCommand, click.Group):
    """`counterpoint`: its commands, each read from its file when it is asked for; and the window,
    where the first word is none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(command_names())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if not is_command(cmd_name):
            return None
        command: click.Command = import_module(module_of(cmd_name)).command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if is_command(args[0]):
            return super().resolve_command(ctx, args)
        near = "" if os.path.lexists(args[0]) else command_near(args[0])
        if near:
            ctx.fail(f"No command, and no folder here, is called '{args[0]}'; {did_you_mean(near)}")
        # What begins with a dash got so far behind `--` alone.
        return "", window, ["--", *args] if args[0].startswith("-") else args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        return super().shell_complete(ctx, incomplete) or FOLDER.shell_complete(
            ctx, click.Argument(["library"]), incomplete
        )


@click.command("", cls=Command)
@click.argument("library", type=FOLDER)
@click.pass_context
def window(ctx: click.Context, library: Path) -> int:
    """Opens the window on a library."""
    open_window: OpenWindow = ctx.obj
    return open_window(library, ctx.find_root().params["log_level"] or USUAL_LEVEL)


def _show_version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        ctx.exit(0 if say([f"counterpoint {__version__}"]) else 1)


@click.command(
    cls=Program,
    invoke_without_command=True,
    subcommand_metavar="[LIBRARY | COMMAND [ARGS]...]",
    help="Compare policy options side by side.\n\n"
    "Without a command, opens the window on LIBRARY, a folder; without that, on the library that "
    "comes with the app. `counterpoint COMMAND --help` tells more of a command.",
    example="counterpoint my-library\ncounterpoint check my-library",
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_show_version,
    help="Say which version this is.",
)
@click.option(
    "--log-level",
    type=click.Choice(LEVELS),
    help="Write what is as grave as this to the log. [default: info for the window, nothing for a "
    "command]",
)
@click.pass_context
def program(ctx: click.Context, log_level: str | None) -> int:
    """Opens the window where nothing is asked for."""
    open_window: OpenWindow = ctx.obj
    if ctx.invoked_subcommand is None:
        return open_window(None, log_level or USUAL_LEVEL)
    if ctx.invoked_subcommand:  # the window sees to it itself
        ctx.with_resource(ending_in_order())
    if log_level is not None and ctx.invoked_subcommand:
        why_not = why_not_logged(log_level)
        if why_not:
            complain(f"counterpoint: nothing is logged: {why_not}")
        log.info("%s begins", ctx.invoked_subcommand)
    return ExitCode.WELL


def _no_window(_library: Path | None, _level: str) -> int:
    complain("counterpoint: no command was given")
    return ExitCode.USAGE


def _logged(ctx: click.Context) -> int:
    """Runs what was asked for; its end, and an error that nobody foresaw, go to the log."""
    try:
        code: int = program.invoke(ctx)
        log.info("it ends with %d", code)
        return code
    finally:
        error = sys.exception()
        if is_begun() and isinstance(error, Exception) and not isinstance(error, _OF_CLICK):
            log_error(type(error), error, error.__traceback__)
        if why_not := what_was_not_logged():
            complain(f"counterpoint: not all is logged: {why_not}")


def run(arguments: Sequence[str], open_window: OpenWindow = _no_window) -> int:
    """Runs what `arguments` ask for; the exit code, as `ExitCode` has it."""
    if COMPLETING in os.environ:
        return ExitCode.WELL if say(completions(program)) else ExitCode.WRONG
    try:
        with program.make_context("counterpoint", list(arguments), obj=open_window) as ctx:
            return _logged(ctx)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        if error.ctx is not None:
            ctx = error.ctx.find_root() if error.ctx.command is window else error.ctx
            complain(*ctx.get_usage().split("\n"), f"Help: {ctx.command_path} --help")
        # Of what is missing click says the choices on lines of their own.
        message = re.sub(r"(?<=[:,])\n\t", " ", error.format_message())
        complain(f"counterpoint: {message}")
        return ExitCode.USAGE
    except NoHome:  # from those that must write notes
        complain(f"counterpoint: {no_home()}")
        return ExitCode.USAGE
    except Ended as asked:
        return 128 + asked.number
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
