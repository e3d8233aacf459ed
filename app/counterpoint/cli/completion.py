"""Completion in the shells that click knows."""

import os
from collections.abc import Iterable

import click
from click.shell_completion import get_completion_class

from .command_names import COMPLETING

SHELLS = ("bash", "zsh", "fish")


def script(program: click.Command, shell: str) -> Iterable[str]:
    """The lines with which one of `SHELLS` learns to complete `counterpoint`."""
    kind = get_completion_class(shell)
    assert kind is not None
    return kind(program, {}, "counterpoint", COMPLETING).source().splitlines()


def completions(program: click.Command) -> Iterable[str]:
    """What may stand where the person is, for the shell that asks in the environment. Nothing for a
    shell that is not known, where no shell asks, or behind what is wrong."""
    kind = get_completion_class(os.environ[COMPLETING].partition("_")[0])
    if kind is None:
        return
    shell = kind(program, {}, "counterpoint", COMPLETING)
    try:
        words, incomplete = shell.get_completion_args()
    except (KeyError, ValueError):  # the other variables are not there, or say nothing
        return
    try:
        found = shell.get_completions(words, incomplete)
    except click.UsageError:
        return
    for item in found:
        yield from shell.format_completion(item).splitlines()
