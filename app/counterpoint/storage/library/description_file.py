"""The description of a new source as YAML, written so that a person likes to go on with it."""

import json
import re
from typing import NamedTuple

from counterpoint.domain.source import Numbering, Original
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.yaml.yaml_file import YamlFile, parse_yaml

from .anchor_writer import EditWentWrong

NOT_STATED = "not stated"
_PLAIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ][\w ,.()/'’–-]*[\w.)’]")
_TAKEN = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n", ".nan", ".inf"})


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


_OF_THE_IMPORT = ("original", "lost", "digest")
"""The keys that tell of the file, not of what a person knows of the source."""
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


def with_new_original(old: YamlFile, new: YamlFile) -> str:
    """The description `old` with what `new` says of its file: the original, what was lost of it,
    the digest. All else stays as it stands. Raises EditWentWrong if it would not."""
    rest = "".join(
        chunk for key, chunk in description_chunks(old.text) if key not in _OF_THE_IMPORT
    )
    told = "".join(chunk for key, chunk in description_chunks(new.text) if key in _OF_THE_IMPORT)
    text = rest.rstrip("\n") + "\n" + told
    kept = {key: value for key, value in old.value.items() if key not in _OF_THE_IMPORT}
    wanted = kept | {key: new.value[key] for key in _OF_THE_IMPORT if key in new.value}
    try:
        found = parse_yaml(text, old.name).value
    except Unreadable as error:
        raise EditWentWrong(_REFUSAL) from error
    if found != wanted:
        raise EditWentWrong(_REFUSAL)
    return text


_REFUSAL = (
    "the new file cannot be named in this description without changing something else in it; write "
    "its keys one to a line"
)


def description_chunks(text: str) -> list[tuple[str, str]]:
    """Of the text of a description: the lines of each key at the left margin, with those that
    follow it."""
    starts = [(found[1], found.start()) for found in _KEY.finditer(text)]
    if not starts:
        return [("", text)]
    ends = [start for _, start in starts[1:]] + [len(text)]
    chunks = [(key, text[start:end]) for (key, start), end in zip(starts, ends, strict=True)]
    return [("", text[: starts[0][1]]), *chunks]


def written_scalar(value: str) -> str:
    """A value as YAML, on one line: plain where nobody can take it for anything else, else as
    JSON, which is YAML too."""
    line = " ".join(value.split()) or NOT_STATED
    if _PLAIN.fullmatch(line) and line.lower() not in _TAKEN and len(line) < 100:
        return line
    quoted = json.dumps(line, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in quoted)
