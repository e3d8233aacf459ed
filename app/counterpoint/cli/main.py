"""The command line: what the window does, without a window."""

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from counterpoint import __version__
from counterpoint.storage.place import NoHome

from .command import FOLDER, Command, SpokenCommand
from .command_names import COMPLETING, command_names, is_command, module_of
from .completion import completions
from .exit_code import ExitCode
from .output import complain, say

OpenWindow = Callable[[Path | None], int]
"""Opens the window on a library, or on the one that comes with the app; the exit code."""


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
        # What begins with a dash got so far behind `--` alone.
        return "", window, ["--", *args] if args[0].startswith("-") else args

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        return super().shell_complete(ctx, incomplete) or FOLDER.shell_complete(
            ctx, click.Argument(["library"]), incomplete
        )


@click.command("", cls=Command)
@click.argument("library", type=FOLDER)
@click.pass_obj
def window(open_window: OpenWindow, library: Path) -> int:
    """Opens the window on a library."""
    return open_window(library)


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
@click.pass_context
def program(ctx: click.Context) -> int:
    """Opens the window where nothing is asked for."""
    open_window: OpenWindow = ctx.obj
    return open_window(None) if ctx.invoked_subcommand is None else ExitCode.WELL


def _no_window(_library: Path | None) -> int:
    complain("counterpoint: no command was given")
    return ExitCode.USAGE


def run(arguments: Sequence[str], open_window: OpenWindow = _no_window) -> int:
    """Runs what `arguments` ask for; the exit code, as `ExitCode` has it."""
    if COMPLETING in os.environ:
        return ExitCode.WELL if say(completions(program)) else ExitCode.WRONG
    try:
        with program.make_context("counterpoint", list(arguments), obj=open_window) as ctx:
            code: int = program.invoke(ctx)
            return code
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.UsageError as error:
        if error.ctx is not None:
            ctx = error.ctx.find_root() if error.ctx.command is window else error.ctx
            complain(*ctx.get_usage().split("\n"), f"Help: {ctx.command_path} --help")
        complain(f"counterpoint: {error.format_message()}")
        return ExitCode.USAGE
    except NoHome as error:  # from those that must write notes
        complain(f"counterpoint: {error}")
        return ExitCode.USAGE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
