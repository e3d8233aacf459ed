"""What a library says of one of its sources, corrected by a person in the file that says it."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from counterpoint.application.editing.checks import NotToBeWritten
from counterpoint.domain.source import NOT_STATED, Source
from counterpoint.labels.description import changed_meanwhile
from counterpoint.labels.description import field as field_label
from counterpoint.storage.files import atomic
from counterpoint.storage.library.description_editor import with_words
from counterpoint.storage.library.schema import SourceSchema
from counterpoint.storage.library.validation import validated
from counterpoint.storage.yaml.yaml_edit import EditWentWrong
from counterpoint.storage.yaml.yaml_file import parse_yaml, read_yaml

MEANWHILE = "the file was changed by another program meanwhile; try again"


class Field(NamedTuple):
    name: str
    """The key in the file."""
    long: bool = False
    """Whether it may have paragraphs."""
    needed: bool = False
    """Whether it cannot be "not stated"."""


FIELDS = (
    Field("title", needed=True),
    Field("short", needed=True),
    Field("author"),
    Field("publisher"),
    Field("date"),
    Field("language"),
    Field("kind"),
    Field("marking"),
    Field("address"),
    Field("accessed"),
    Field("doi"),
    Field("about", long=True),
    Field("reached_us", long=True),
    Field("access", long=True),
    Field("rights", long=True),
    Field("statement", long=True),
)
"""What of a description a person knows better than a program, in the order of a form."""


def described(source: Source) -> dict[str, str]:
    """What is said of a source now, by field; "" of what is not stated."""
    said = {field.name: str(getattr(source, field.name)) for field in FIELDS}
    return {name: "" if words == NOT_STATED else words for name, words in said.items()}


def describe(folder: Path, id: str, fields: Mapping[str, str], before: Mapping[str, str]) -> None:
    """Writes `fields` into the description of a source, where they say `before`; "" is "not
    stated". All else in the file stays as it is. Raises NotToBeWritten where a field cannot say
    that, EditWentWrong, also where others have changed a field since, Unreadable or NotWritten."""
    name = f"corpus/{id}.yaml"
    path = folder / "corpus" / f"{id}.yaml"
    file = read_yaml(path, name)
    there = path.read_bytes()
    for field, words in fields.items():
        now = _in_one_line(str(file.value.get(field, "")))
        now = "" if now == NOT_STATED else now
        if field in file.value and now not in (_in_one_line(before[field]), _in_one_line(words)):
            raise EditWentWrong(changed_meanwhile(field_label(field), now))
    known = validated(file, SourceSchema)[1]
    text = with_words(file, fields)
    wrong = validated(parse_yaml(text, name), SourceSchema)[1]
    new = [problem for problem in wrong if problem.fault not in {each.fault for each in known}]
    if new:
        raise NotToBeWritten(*new)

    def unchanged() -> None:
        if path.read_bytes() != there:
            raise EditWentWrong(MEANWHILE)

    newline = "\r\n" if b"\r\n" in there else "\n"
    atomic.write(path, text.replace("\r\n", "\n").replace("\n", newline).encode(), check=unchanged)


def _in_one_line(words: str) -> str:
    """Its paragraphs may be set otherwise in the file."""
    return " ".join(words.split())
