"""The description of a new source as YAML, written so that a person likes to go on with it."""

import re
from typing import NamedTuple

from counterpoint.domain.control_characters import without_controls
from counterpoint.domain.source import Numbering, Original
from counterpoint.storage.yaml.yaml_words import WIDTH, in_line, quoted

NOT_STATED = "not stated"
_IMPORTED = re.compile(r"Imported on \d{4}-\d\d-\d\d from the file “.*”\.")


def reached_us(day: str, file: str) -> str:
    """How a source reached us of which nothing is known but that it was imported on `day`."""
    return f"Imported on {day} from the file “{file}”."


def is_by_import(words: str) -> bool:
    """Whether `reached_us` says no more than the import did."""
    return _IMPORTED.fullmatch(" ".join(words.split())) is not None


class Description(NamedTuple):
    """What is said of a new source. What nobody knows is "not stated"."""

    title: str
    short: str
    author: str = NOT_STATED
    publisher: str = NOT_STATED
    date: str = NOT_STATED
    kind: str = NOT_STATED
    marking: str = NOT_STATED
    about: str = NOT_STATED
    reached_us: str = NOT_STATED
    access: str = NOT_STATED
    rights: str = NOT_STATED
    numbering: Numbering = Numbering.COUNT
    statement: str = NOT_STATED
    language: str = ""
    """A BCP 47 tag, or "" where it is not stated."""
    unseen: str = ""
    """Why the text keeps signs that a reader does not see; "" where it has none."""


def written_description(
    description: Description, digest: str, original: Original, lost: tuple[str, ...]
) -> str:
    """The text of `corpus/ID.yaml`. `digest` is that of the text."""
    fields = description._asdict()
    more = {key: str(fields.pop(key)) for key in ("language", "unseen")}
    rows = [f"{key}: {written_scalar(str(value))}" for key, value in fields.items()]
    rows += [f"{key}: {written_scalar(value)}" for key, value in more.items() if value]
    rows.append("original:")
    rows += [f"  {key}: {written_scalar(value)}" for key, value in original._asdict().items()]
    if lost:
        rows.append("lost:")
        rows += [f"  - {written_scalar(phrase)}" for phrase in lost]
    rows.append(f'digest: "{digest}"')
    return "\n".join(rows) + "\n"


def written_scalar(value: str) -> str:
    """A value as YAML, on one line: plain where nobody can take it for anything else. Whatever is
    in the value, as in the name of a file, it can be read again."""
    line = without_controls(" ".join(value.split())) or NOT_STATED
    return in_line(line) if len(line) < WIDTH else quoted(line)
