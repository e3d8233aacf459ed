"""Which commands there are: one for each file here whose name ends in `_command`."""

from collections.abc import Iterator
from importlib.util import find_spec

COMPLETING = "_COUNTERPOINT_COMPLETE"
"""The variable by which a shell asks for completions: the shell's name, and `_complete`."""
_PACKAGE = "counterpoint.cli"
_ENDING = "_command"
_LONG = 6
"""Letters of a name in which two may be wrong: more makes other words of a short one."""


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


def command_near(word: str) -> str:
    """The command that `word` is but for a slip or two of the fingers; "" where there is none."""
    from rapidfuzz.distance.OSA import distance

    slips = {name: distance(word, name) for name in command_names()}
    near = min(slips, key=slips.__getitem__)
    return near if slips[near] <= (1 if len(near) < _LONG else 2) else ""
