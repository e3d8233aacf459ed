"""Putting what a bibliography says into the description of a source, touching nothing else."""

from collections.abc import Mapping

from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.storage.yaml.yaml_file import YamlFile, parse_yaml

from .anchor_writer import EditWentWrong
from .description_file import description_chunks, written_scalar


def with_fields(file: YamlFile, fields: Mapping[str, str]) -> str:
    """The text of the description with each of `fields` in the place of what it has there, or
    before `digest` where it has none. Raises EditWentWrong if that would change anything else,
    as where keys do not stand one to a line."""
    written = {key: f"{key}: {written_scalar(value)}\n" for key, value in fields.items()}
    chunks = description_chunks(file.text)
    there = {key for key, _ in chunks}
    parts: list[str] = []
    for key, chunk in chunks:
        if key == "digest":
            parts += [line for name, line in written.items() if name not in there]
        parts.append(written.get(key, chunk))
    if "digest" not in there:
        parts += [line for name, line in written.items() if name not in there]
    text = "".join(parts)
    wanted = {**file.value, **{key: " ".join(value.split()) for key, value in fields.items()}}
    try:
        found = parse_yaml(text, file.name).value
    except Unreadable as error:
        raise EditWentWrong(_REFUSAL) from error
    if found != wanted:
        raise EditWentWrong(_REFUSAL)
    return text


_REFUSAL = (
    "this description cannot be changed without changing something else in it; write its keys one "
    "to a line"
)
