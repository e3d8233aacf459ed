"""Checking a YAML file against its form: every error at once, each where it stands."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from counterpoint.domain.problem import Problem, ProblemKind

from .unreadable import Unreadable
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


def check_form(file: YamlFile, form: type[Form]) -> Form:
    """`file` as `form`. Raises Unreadable with every problem that the form finds."""
    try:
        return form.model_validate(file.value)
    except ValidationError as error:
        raise Unreadable(
            *(_problem(file, form, detail) for detail in error.errors(include_url=False))
        ) from error


def _problem(file: YamlFile, form: type[BaseModel], detail: ErrorDetails) -> Problem:
    path = tuple(detail["loc"])
    name = _called(path) if path else f"`{file.name}`"
    match detail["type"]:
        case "missing":
            return file.problem(
                path[:-1],
                ProblemKind.MISSING_KEY,
                f"{name} is missing; add a line `{path[-1]}: …`",
            )
        case "extra_forbidden":
            known = _keys_at(form, path[:-1])
            near = get_close_matches(str(path[-1]), known, n=1)
            remedy = f"did you mean `{near[0]}`?" if near else "the keys here are " + _listed(known)
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


def _keys_at(form: type[BaseModel], path: Iterable[object]) -> list[str]:
    """The keys that the form knows at `path`."""
    schema = form.model_json_schema(by_alias=True)
    here: dict[str, Any] = schema
    for step in path:
        here = _resolve(schema, here)
        if isinstance(step, int):
            here = here.get("items", {})
        else:
            here = here.get("properties", {}).get(step) or here.get("additionalProperties", {})
    return sorted(_resolve(schema, here).get("properties", {}))


def _resolve(schema: dict[str, Any], here: dict[str, Any]) -> dict[str, Any]:
    for choice in here.get("anyOf", ()):
        if "$ref" in choice:
            here = choice
    if "$ref" in here:
        found: dict[str, Any] = schema["$defs"][str(here["$ref"]).rpartition("/")[2]]
        return found
    return here


def _listed(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
