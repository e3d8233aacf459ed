"""Checking a YAML file against its form: every error at once, each where it stands, and as little
left out for it as can be."""

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from counterpoint.domain.faults.schema_fault import SchemaFault, Shape
from counterpoint.domain.forms import KeyPath
from counterpoint.domain.problem import Problem, ProblemKind
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.yaml.suggestion import nearest_name
from counterpoint.storage.yaml.yaml_doubts import doubts
from counterpoint.storage.yaml.yaml_file import Unquoted, YamlFile

from .schema import LooseSchema, Spare

Form = TypeVar("Form", bound=BaseModel)

_EXPECTED = {
    "string_type": Shape.TEXT,
    "int_type": Shape.WHOLE_NUMBER,
    "bool_type": Shape.TRUE_OR_FALSE,
    "list_type": Shape.LIST,
    "dict_type": Shape.KEYS,
    "model_type": Shape.KEYS,
    "model_attributes_type": Shape.KEYS,
}
_PATTERNS = {
    "^[a-z0-9]+(": SchemaFault.NO_ID,
    "^(?:undated": SchemaFault.NO_DATE,
    "^[0-9a-f]{6": SchemaFault.NO_DIGEST,
}
_LIMITS = {
    "string_too_long": (SchemaFault.TOO_LONG, "max_length"),
    "too_many_words": (SchemaFault.TOO_MANY_WORDS, "most"),
    "greater_than_equal": (SchemaFault.TOO_SMALL, "ge"),
}
"""What is told of a value, and what pydantic calls its limit."""
_BETWEEN = re.compile(", | or ")
"""What pydantic puts between the values of which one is right."""


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
    name = _named(file.original(path)) if path else (file.name, 0)
    found = _found(detail["input"])
    context = detail.get("ctx", {})
    wrong = ProblemKind.WRONG_VALUE
    match detail["type"]:
        case "missing":
            return file.problem(
                path[:-1], ProblemKind.MISSING_KEY, SchemaFault.MISSING, str(path[-1])
            )
        case "extra_forbidden":
            known = sorted(_known([*_steps(form, path)][-1].form))
            key, unknown = str(path[-1]), SchemaFault.UNKNOWN_KEY
            near = nearest_name(key, known)
            return file.problem(path, ProblemKind.UNKNOWN_KEY, unknown, key, near, *known, key=True)
        case "enum" | "literal_error":
            right = _BETWEEN.split(str(context.get("expected", "")))
            return file.problem(path, wrong, SchemaFault.NONE_OF_THESE, *name, *found, *right)
        case "string_pattern_mismatch":
            fault = _PATTERNS[str(context.get("pattern", ""))[:11]]
            return file.problem(path, wrong, fault, *name, *found)
        case "string_too_short":
            return file.problem(path, wrong, SchemaFault.WITHOUT_WORDS, *name)
        case "too_short":
            return file.problem(path, wrong, SchemaFault.WITHOUT_ENTRIES, *name)
        case "no_such_day":
            return file.problem(path, wrong, SchemaFault.NO_SUCH_DAY, *name, *found)
        case kind if kind in _LIMITS:
            fault, limit = _LIMITS[kind]
            return file.problem(path, wrong, fault, *name, *found, int(context[limit]))
        case kind if kind in _EXPECTED:
            if detail["input"] is None and file.original(path) in file.comments:
                return file.problem(path, ProblemKind.WRONG_TYPE, SchemaFault.ALL_COMMENT, *name)
            expected = _EXPECTED[kind]
            shape = SchemaFault.WRONG_SHAPE
            return file.problem(path, ProblemKind.WRONG_TYPE, shape, *name, *found, expected)
    return file.problem(path, wrong, SchemaFault.IN_THE_WORDS_OF_PYDANTIC, *name, detail["msg"])


def _named(path: KeyPath) -> tuple[str, int]:
    """The key, and the number in its list or 0, of what `path` leads to. No list of ours has
    lists in it."""
    last = path[-1]
    if isinstance(last, int) and len(path) > 1:
        return str(path[-2]), last + 1
    return str(last), 0


def _found(value: Any) -> tuple[Shape, str]:
    match value:
        case Unquoted(text):
            return Shape.NUMBER_OR_DATE, text
        case bool():
            return Shape.TRUE_OR_FALSE, ""
        case None:
            return Shape.EMPTY, ""
        case dict():
            return Shape.KEYS, ""
        case list():
            return Shape.LIST, ""
    return Shape.TEXT, str(value)
