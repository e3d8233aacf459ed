"""One command of the command line: a function that answers with an exit code, and what it takes.

To add a command, add a file `NAME_command.py` with a `command` in it, and a section to
docs/commands.md.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from .output import say


class SpokenCommand(click.Command):
    """Has an example in its help, which is printed as all is that the commands print."""

    def __init__(self, name: str | None, example: str = "", **attributes: Any) -> None:
        attributes["context_settings"] = {"help_option_names": ["-h", "--help"]}
        super().__init__(name, **attributes)
        self.example = example
        """What a person may type, a line each."""

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first paragraph of its help, whole."""
        return (self.help or "").partition("\n\n")[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.callback = _show_help
        return option

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Example"):
            formatter.write_text(f"\b\n{self.example}")  # a line each, as it is


class Command(SpokenCommand):
    """A command that does something; its function answers with the exit code."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(self._one_by_one(ctx, args)))

    def _one_by_one(self, ctx: click.Context, args: Sequence[str]) -> Iterator[str]:
        """Each value of an option that takes several behind an option of its own, as click reads
        them: `--tags a b` as `--tags a --tags b`. Raises BadOptionUsage where another option stands
        for a value, which click would take for one."""
        taking = {
            name: each
            for each in self.params
            if isinstance(each, click.Option) and not each.is_flag
            for name in each.opts
        }
        option, left = "", list(args)
        while left:
            word = left.pop(0)
            if word == "--":
                yield from (word, *left)
                return
            if word in taking:
                if left and left[0].startswith("--"):
                    raise click.BadOptionUsage(word, f"Option '{word}' requires an argument.", ctx)
                option = word if isinstance(taking[word], Several) else ""
                yield from (word, *left[:1])
                left = left[1:]
            elif word.startswith("-") and len(word) > 1:
                option = ""
                yield word
            else:
                yield from (option, word) if option else (word,)


class Several(click.Option):
    """An option that takes one value or more: `--tags a b` or `--tags a,b`."""

    def __init__(self, names: Sequence[str], **attributes: Any) -> None:
        attributes["multiple"] = True
        super().__init__(names, **attributes)

    def process_value(self, ctx: click.Context, value: Any) -> Any:
        """Raises BadParameter where it is given and names nothing: that would not be all."""
        given: Sequence[str] = super().process_value(ctx, value)
        if given and not "".join(given).strip(" ,"):
            raise click.BadParameter("it names nothing", ctx, self)
        return given

    def make_metavar(self, ctx: click.Context) -> str:
        return f"{super().make_metavar(ctx)}..."


class FilePath(click.Path):
    """A file or a folder, which need not be there: each command says in its own words what is
    not. Nothing is no name of one, though the system takes it for where one stands."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("it names nothing", param, ctx)
        return super().convert(value, param, ctx)


class NameOrFile(click.ParamType[str]):
    """One of the `names`, which are asked for when a shell completes them, or a file of a person's
    own where there may be one."""

    name = "text"

    def __init__(self, names: Callable[[], Iterable[str]], *, file: bool = True) -> None:
        self._names = names
        self._file = file

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        found = [CompletionItem(name) for name in self._names() if name.startswith(incomplete)]
        if found or not self._file:
            return found
        return [CompletionItem(incomplete, type="file")]


class FolderPath(FilePath):
    """A folder."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        return [CompletionItem(incomplete, type="dir")]


FILE = FilePath(path_type=Path, readable=False)
FOLDER = FolderPath(path_type=Path, readable=False)


def _show_help(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        ctx.exit(0 if say(ctx.get_help().split("\n")) else 1)
