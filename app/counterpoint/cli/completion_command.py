"""`counterpoint completion`: the shell completes commands, options and files."""

import click

from .command import Command
from .completion import SHELLS, script
from .exit_code import ExitCode
from .output import say


@click.command(
    "completion",
    cls=Command,
    help="Print what makes a shell complete commands, options and files.\n\n"
    "Put the line of the example into ~/.bashrc or ~/.zshrc. For fish: "
    "counterpoint completion fish > ~/.config/fish/completions/counterpoint.fish",
    example='eval "$(counterpoint completion bash)"',
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """The exit code."""
    return ExitCode.WELL if say(script(ctx.find_root().command, shell)) else ExitCode.WRONG
