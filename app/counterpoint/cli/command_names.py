"""Which commands there are: one for each file here whose name ends in `_command`."""

from collections.abc import Iterator
from importlib.util import find_spec

COMPLETING = "_COUNTERPOINT_COMPLETE"
"""The variable by which a shell asks for completions: the shell's name, and `_complete`."""
_PACKAGE = "counterpoint.cli"
_ENDING = "_command"


def is_command(word: str) -> bool:
    """True if `word` is the name of a command. None is imported: the window's start asks this."""
    stem = word.replace("-", "_")
    return "_" not in word and stem.isidentifier() and find_spec(module_of(word)) is not None


def module_of(name: str) -> str:
    """The module in which the command `name` is `command`."""
    return f"{_PACKAGE}.{name.replace('-', '_')}{_ENDING}"


def command_names() -> Iterator[str]:
    """Every command, by its name."""
    from pkgutil import iter_modules

    import counterpoint.cli

    for module in iter_modules(counterpoint.cli.__path__):
        if module.name.endswith(_ENDING):
            yield module.name.removesuffix(_ENDING).replace("_", "-")
