"""Putting what a bibliography, or a new file, says into the description of a source, touching
nothing else."""

import re
from collections.abc import Mapping

from counterpoint.storage.yaml.yaml_edit import Delete, Set, edited
from counterpoint.storage.yaml.yaml_file import YamlFile

from .description_file import NOT_STATED, is_by_import

_REFUSAL = (
    "this description cannot be changed without changing something else in it; write its keys one "
    "to a line"
)
_NO_ORIGINAL = (
    "the new file cannot be named in this description without changing something else in it; write "
    "its keys one to a line"
)
_LEFT_OUT = ("language", "address", "accessed", "doi")
"""The keys that are not there where nothing is stated."""
_OF_THE_IMPORT = ("original", "lost", "digest")
"""The keys that tell of the file, not of what a person knows of the source."""


def with_fields(file: YamlFile, fields: Mapping[str, str]) -> str:
    """The text of the description with each of `fields` in the place of what it has there, or
    before `digest` where it has none. Raises EditWentWrong where that would change anything else,
    as where keys do not stand one to a line."""
    before = "digest" if "digest" in file.value else ""
    sets = (
        Set((key,), " ".join(value.split()) or NOT_STATED, before=before)
        for key, value in fields.items()
    )
    return edited(file, *sets, refusal=_REFUSAL).text


def with_words(file: YamlFile, fields: Mapping[str, str]) -> str:
    """The same, of words that a person has written: their paragraphs are kept, and a language, an
    address or a DOI that is not stated is left out."""
    before = "digest" if "digest" in file.value else ""
    edits: list[Set | Delete] = []
    for key, value in fields.items():
        paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", value))
        words = "\n\n".join(filter(None, paragraphs))
        if words or key not in _LEFT_OUT:
            edits.append(Set((key,), words or NOT_STATED, before=before))
        elif key in file.value:
            edits.append(Delete((key,)))
    return edited(file, *edits, refusal=_REFUSAL).text


def with_new_original(old: YamlFile, new: YamlFile) -> str:
    """The description `old` with what `new` says of its file: the original, what was lost of it,
    the digest, how it is cited, and how it reached us where nobody but the import has said so. All
    else stays as it stands. Raises EditWentWrong if it would not."""
    said = [key for key in ("numbering",) if old.value.get(key) != new.value[key]]
    if is_by_import(str(old.value.get("reached_us", ""))):
        said.append("reached_us")
    cited = [Set((key,), new.value[key]) for key in said]
    gone = [Delete((key,)) for key in _OF_THE_IMPORT if key in old.value]
    told = [Set((key,), new.value[key]) for key in _OF_THE_IMPORT if key in new.value]
    return edited(old, *cited, *gone, *told, refusal=_NO_ORIGINAL).text
