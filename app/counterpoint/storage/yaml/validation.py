"""Checking a YAML file against its form: every error at once, each where it stands, and as little
left out for it as can be."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from counterpoint.domain.forms import KeyPath
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.library.schema import LooseSchema, Spare

from .suggestion import did_you_mean
from .yaml_doubts import doubts
from .yaml_file import Unquoted, YamlFile

Form = TypeVar("Form", bound=BaseModel)

_EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}
_HOW = {
    "a list": "write each entry on a line of its own, after a hyphen: `- …`",
    "keys with values": "write each on a line of its own, below and further in: `key: value`",
}
_PATTERNS = {
    "^[a-z0-9]+(": "small letters and digits, parted by single hyphens, as in twin-track",
    "^(?:undated": 'a date in quotation marks as "2008-10-20", "2008-10" or "2008", or undated',
    "^[0-9a-f]{6": "a sha256 of 64 hexadecimal digits, or delete it and run counterpoint anchor",
}


def validated(file: YamlFile, form: type[Form]) -> tuple[Form, list[Problem]]:
    """`file` as `form`, and what is wrong with it but does not keep all of it out: that is left out
    of the form and noted in the file. Raises Unreadable if it keeps all of it out.
    """
    told: list[Problem] = []
    instead: _Instead = {}
    while True:
        try:
            made = form.model_validate(_kept(file.value, (), file, instead))
        except ValidationError as error:
            details = error.errors(include_url=False)
            told += [_problem(file, form, detail) for detail in details]
            mends = [_mend(file, form, detail) for detail in details]
            if None in mends:
                raise Unreadable(*told) from error
            for mend in mends:
                if mend is not None:
                    _apply(mend, file, instead)
        else:
            return made, [*told, *doubts(file, made)]


class _Mend(NamedTuple):
    """What is done about an error: the value at `path` is left out, or taken for `instead`."""

    path: KeyPath
    instead: Any
    lost: bool


_Instead = dict[KeyPath, dict[str | int, Any]]
"""What stands for values, by where their mapping or list is and by their key or number in it."""


def _apply(mend: _Mend, file: YamlFile, instead: _Instead) -> None:
    if mend.lost:
        file.left_out.add(mend.path)
    if mend.instead is not None:
        instead.setdefault(mend.path[:-1], {})[mend.path[-1]] = mend.instead


def _kept(value: Any, path: KeyPath, file: YamlFile, instead: _Instead) -> Any:
    """`value`, which stands in the file at `path`, without what is left out."""
    here = instead.get(path, {})
    if isinstance(value, dict):
        found = {
            key: _kept(inner, (*path, key), file, instead)
            for key, inner in value.items()
            if key not in here and (*path, key) not in file.left_out
        }
        return found | here
    if isinstance(value, list):
        return [
            here[index] if index in here else _kept(inner, (*path, index), file, instead)
            for index, inner in enumerate(value)
            if (*path, index) not in file.left_out
        ]
    return value


def _mend(file: YamlFile, form: type[BaseModel], detail: ErrorDetails) -> _Mend | None:
    """The least that can be done about an error; None if it spoils the whole file."""
    path = tuple(detail["loc"])
    at = file.original(path)
    if detail["type"] == "string_type" and at in file.letters:
        # What is meant is plain: nothing is lost but quotation marks.
        return _Mend(at, file.letters[at], lost=False)
    least: _Mend | None = None
    for step in _steps(form, path):
        field = step.field
        if field is None:
            if issubclass(step.form, LooseSchema):
                least = _Mend(at[: step.end], None, lost=True)
            break
        for spare in field.metadata:
            if not isinstance(spare, Spare):
                continue
            if not spare.entries and (spare.stub is not None or not field.is_required()):
                least = _Mend(at[: step.end], spare.stub, lost=True)
            elif spare.entries and len(path) > step.end:
                least = _Mend(at[: step.end + 1], None, lost=True)
                break
    return least


class _Step(NamedTuple):
    """One key on the way to a value: `form` has it, as `field` (None: it knows no such key);
    `end` counts the steps of the path up to the key."""

    form: type[BaseModel]
    field: FieldInfo | None
    end: int


def _steps(form: type[BaseModel], path: Sequence[object]) -> Iterator[_Step]:
    """The keys on the way along `path`, as far as there are forms."""
    here: type[BaseModel] | None = form
    end = 0
    while here is not None and end < len(path):
        field = _known(here).get(str(path[end]))
        end += 1
        yield _Step(here, field, end)
        if field is None:
            return
        here = _form_in(field.annotation)
        end += get_origin(field.annotation) in (list, dict)


def _known(form: type[BaseModel]) -> dict[str, FieldInfo]:
    """The fields of a form by their keys in a file."""
    return {field.alias or name: field for name, field in form.model_fields.items()}


def _form_in(annotation: Any) -> type[BaseModel] | None:
    """The form of a value, or of the entries of a list or mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((form for part in get_args(annotation) if (form := _form_in(part))), None)


def _problem(file: YamlFile, form: type[BaseModel], detail: ErrorDetails) -> Problem:
    path = tuple(detail["loc"])
    name = _called(file.original(path)) if path else f"`{file.name}`"
    match detail["type"]:
        case "missing":
            return file.problem(
                path[:-1],
                ProblemKind.MISSING_KEY,
                f"{name} is missing; add a line `{path[-1]}: …`",
            )
        case "extra_forbidden":
            known = sorted(_known([*_steps(form, path)][-1].form))
            remedy = did_you_mean(str(path[-1]), known) or "the keys here are " + _listed(known)
            return file.problem(
                path, ProblemKind.UNKNOWN_KEY, f"the key {name} is not known; {remedy}", key=True
            )
        case "enum" | "literal_error":
            context = detail.get("ctx", {})
            return file.problem(
                path,
                ProblemKind.WRONG_VALUE,
                f"{name} is {_shown(detail['input'])}; write {context.get('expected', '')}",
            )
        case "string_pattern_mismatch":
            pattern = str(detail.get("ctx", {}).get("pattern", ""))
            return file.problem(
                path,
                ProblemKind.WRONG_VALUE,
                f"{name} is {_shown(detail['input'])}; write {_PATTERNS[pattern[:11]]}",
            )
        case "string_too_short":
            return file.problem(path, ProblemKind.WRONG_VALUE, f"{name} is empty; write its words")
        case "too_short":
            return file.problem(path, ProblemKind.WRONG_VALUE, f"{name} is empty; add an entry")
        case "string_too_long":
            return file.problem(
                path,
                ProblemKind.WRONG_VALUE,
                f"{name} is {_shown(detail['input'])}; write at most "
                f"{detail.get('ctx', {}).get('max_length')} characters",
            )
        case "too_many_words":
            return file.problem(
                path,
                ProblemKind.WRONG_VALUE,
                f"{name} is {_shown(detail['input'])}; write at most "
                f"{detail.get('ctx', {}).get('most')} words",
            )
        case "no_such_day":
            return file.problem(
                path,
                ProblemKind.WRONG_VALUE,
                f"{name} is {_shown(detail['input'])}, which is in no calendar; correct the day",
            )
        case "greater_than_equal":
            return file.problem(
                path,
                ProblemKind.WRONG_VALUE,
                f"{name} is {_shown(detail['input'])}; write {detail.get('ctx', {}).get('ge')} "
                "or more",
            )
        case kind if kind in _EXPECTED:
            if detail["input"] is None and file.original(path) in file.comments:
                return file.problem(
                    path,
                    ProblemKind.WRONG_TYPE,
                    f"{name} is empty, as all that follows # is a comment to YAML; put the whole "
                    "value in quotation marks",
                )
            return file.problem(
                path, ProblemKind.WRONG_TYPE, _wrong_type(name, _EXPECTED[kind], detail["input"])
            )
    return file.problem(path, ProblemKind.WRONG_VALUE, f"{name}: {detail['msg']}")


def _called(path: tuple[int | str, ...]) -> str:
    """The key, or the place in the list, that `path` leads to."""
    if isinstance(path[-1], int) and len(path) > 1:
        return f"entry {path[-1] + 1} of {_called(path[:-1])}"
    return f"`{path[-1]}`"


def _wrong_type(name: str, expected: str, found: Any) -> str:
    remedy = _HOW.get(expected, f"write {expected}")
    if expected == "text" and not isinstance(found, (dict, list)) and found is not None:
        remedy = "put it in quotation marks"
    return f"{name} should be {expected} but is {_shown(found)}; {remedy}"


def _shown(value: Any) -> str:
    match value:
        case Unquoted(text):
            return f"{text}, which YAML takes for a number or a date"
        case bool():
            return "yes or no to YAML"
        case None:
            return "empty"
        case dict():
            return "keys with values"
        case list():
            return "a list"
    return f"“{value}”"


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
