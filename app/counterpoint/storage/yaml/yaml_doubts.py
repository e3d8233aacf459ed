"""What YAML takes otherwise than its writer may have meant it, though nothing in it is wrong."""

from collections.abc import Iterator
from typing import Any
from unicodedata import category

from pydantic import BaseModel

from counterpoint.domain.faults.yaml_fault import YamlFault
from counterpoint.domain.forms import KeyPath
from counterpoint.domain.invisible_characters import unseen
from counterpoint.domain.problem import Problem, ProblemKind

from .yaml_file import YamlFile

_NO_WORDS = frozenset(
    ("id", "source", "option", "date", "digest", "cue", "paragraph", "coverage", "tone")
)
"""Keys of text that is not free: what a comment cut off could not have belonged to it."""
_OF_TEXTS = frozenset(("quote", "hedge", "anchor"))
"""Keys whose values are words of a text."""
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their", "our", "one", "some"))
"""An entry that begins so is a voice of its own, and no title that stands behind a name."""


def doubts(file: YamlFile, form: BaseModel) -> list[Problem]:
    """What is doubtful in `file`, of which `form` was made."""
    return [
        *_cut_off(file, form, ()),
        *_parted(file, form, ()),
        *_unseen(file, form),
        *_controls(file, form, ()),
    ]


def _unseen(file: YamlFile, form: BaseModel) -> Iterator[Problem]:
    """The signs that are not seen in the file, each once: but for those in words of a text, which
    are judged by the text, and for those that are written by their numbers."""
    told = set[str]()
    words: list[tuple[int, int]] | None = None
    for one in unseen(file.text, file.lines.shift):
        if one.sign in told:
            continue
        words = _words_of_texts(file, form) if words is None else words
        if not any(start <= one.position < end for start, end in words):
            told.add(one.sign)
            code = ord(one.sign)
            number = f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
            yield Problem(
                file.name,
                *file.lines.place(one.position),
                ProblemKind.UNSEEN,
                YamlFault.UNSEEN_SIGN,
                (one.kind, one.called, number),
            )


def _controls(file: YamlFile, value: Any, path: KeyPath) -> Iterator[Problem]:
    """Where a value has a control character, which can only be written by its number."""
    if "\\" not in file.text:
        return
    if isinstance(value, str) and any(category(one.sign) == "Cc" for one in unseen(value)):
        yield file.problem(path, ProblemKind.UNSEEN, YamlFault.CONTROL_BY_NUMBER)
    for at, inner in _values(value, path):
        if at[-1] != "anchor":
            yield from _controls(file, inner, at)


def _words_of_texts(file: YamlFile, form: BaseModel) -> list[tuple[int, int]]:
    """From where to where in the file words of a text stand."""
    found: list[tuple[int, int]] = []
    waiting: list[tuple[KeyPath, Any]] = [((), form)]
    while waiting:
        path, value = waiting.pop()
        at = file.original(path)
        if path and at in file.ends and (path[-1] in _OF_TEXTS or "furniture" in path):
            found.append((file.starts[at], file.ends[at]))
        else:
            waiting += _values(value, path)
    return found


def _values(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    """The values that a value holds, with their paths."""
    if isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            yield (*path, field.alias or name), getattr(value, name)
    elif isinstance(value, dict):
        yield from (((*path, key), inner) for key, inner in value.items())
    elif isinstance(value, list):
        yield from (((*path, index), inner) for index, inner in enumerate(value))


def _cut_off(file: YamlFile, value: Any, path: KeyPath) -> Iterator[Problem]:
    """Where a comment stands behind free text in the same line: it may have belonged to it."""
    if not file.comments:
        return
    place = file.cut_off(path)
    free = (value is None or type(value) is str) and not _NO_WORDS & set(path[-1:])
    if place is not None and free and not file.lost(path):
        yield Problem(file.name, *place, ProblemKind.DOUBTFUL, YamlFault.CUT_BY_COMMENT)
    for at, inner in _values(value, path):
        yield from _cut_off(file, inner, at)


def _parted(file: YamlFile, value: Any, path: KeyPath) -> Iterator[Problem]:
    """Where a comma in a list of voices may belong to one of them: `[Ann Lee, Minister]`."""
    if not file.parted:
        return
    if path[-1:] == ("voice",):
        for index, voice in enumerate(value[1:], start=1):
            at = (*path, index)
            there = file.original(at)
            plain = there in file.parted and there not in file.letters
            if plain and voice.split()[0].lower() not in _ARTICLES:
                before = value[index - 1]
                kind = ProblemKind.DOUBTFUL
                yield file.problem(at, kind, YamlFault.PARTED_BY_COMMA, before, voice)
        return
    for at, inner in _values(value, path):
        yield from _parted(file, inner, at)
