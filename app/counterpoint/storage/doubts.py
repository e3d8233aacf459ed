"""What YAML takes otherwise than its writer may have meant it, though nothing in it is wrong."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from counterpoint.domain.problem import Problem, ProblemKind

from .yaml_file import Path_, YamlFile

_NO_WORDS = frozenset(
    ("id", "source", "option", "date", "digest", "cue", "paragraph", "coverage", "tone")
)
"""Keys of text that is not free: what a comment cut off could not have belonged to it."""
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "one", "some"))
"""An entry that begins so is a voice of its own, and no title that stands behind a name."""


def doubts(file: YamlFile, form: BaseModel) -> list[Problem]:
    """What is doubtful in `file`, of which `form` was made."""
    return [*_cut_off(file, form, ()), *_parted(file, form, ())]


def _values(value: Any, path: Path_) -> Iterator[tuple[Path_, Any]]:
    """The values that a value holds, with their paths."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield (*path, field.alias or name), getattr(value, name)
    elif isinstance(value, dict):
        yield from (((*path, key), inner) for key, inner in value.items())
    elif isinstance(value, list):
        yield from (((*path, index), inner) for index, inner in enumerate(value))


def _cut_off(file: YamlFile, value: Any, path: Path_) -> Iterator[Problem]:
    """Where a comment stands behind free text in the same line: it may have belonged to it."""
    if not file.comments:
        return
    place = file.comments.get(file.original(path))
    free = (value is None or type(value) is str) and not _NO_WORDS & set(path[-1:])
    if place is not None and free and not file.lost(path):
        yield Problem(
            file.name,
            *place,
            ProblemKind.DOUBTFUL,
            "# begins a comment here, and what follows is no part of the value; put the whole "
            "value in quotation marks if it is, else put the comment on a line of its own",
        )
    for at, inner in _values(value, path):
        yield from _cut_off(file, inner, at)


def _parted(file: YamlFile, value: Any, path: Path_) -> Iterator[Problem]:
    """Where a comma in a list of voices may belong to one of them: `[Ann Lee, Minister]`."""
    if not file.parted:
        return
    if path[-1:] == ("voice",):
        for index, voice in enumerate(value[1:], start=1):
            at = (*path, index)
            there = file.original(at)
            plain = there in file.parted and there not in file.letters
            if plain and voice.split()[0].lower() not in _ARTICLES:
                yield file.problem(
                    at,
                    ProblemKind.DOUBTFUL,
                    f"the comma makes “{value[index - 1]}” and “{voice}” two voices; put each "
                    "in quotation marks, or both together if they are one",
                )
        return
    for at, inner in _values(value, path):
        yield from _parted(file, inner, at)
