"""A library of which every word that a person writes names a file in markup."""

import json
from pathlib import Path
from typing import Any

import yaml

from counterpoint.application.library.anchor import anchor_library
from tests.library_on_disk import LETTER, LibraryOnDisk

_NO_WORDS = frozenset(
    [
        *("id", "source", "option", "date", "digest", "kind", "stance", "coverage", "colour"),
        *("link", "numbering", "is", "paragraph", "cue", "tone"),
        *("quote", "text", "after", "before", "hedge"),
    ]
)
"""Keys of values that are no free words."""


def marked(file: Path) -> str:
    """Markup that names `file` by its whole path and by its name, after an ampersand."""
    return f'R&D <img src="{file.as_uri()}"> <img src="{file.name}"> <i>R&D'


def make_hostile(folder: Path, words: str) -> LibraryOnDisk:
    """The small library in `folder`, with `words` in every field, and in its text and quotations;
    with an approach that is wrong everywhere, and a file that is misnamed."""
    disk = LibraryOnDisk.make(folder, anchored=False)
    for path in sorted(folder.glob("*/*.yaml")):
        value = _with(yaml.safe_load(path.read_text("utf-8")), "", words)
        path.write_text(_json(value), "utf-8")
    go_on = f"Talks should go on {words}."
    disk.write("corpus/letter.txt", LETTER.replace("on.", f"on {words}."))
    quoted = f"{_json(go_on)}, {_json('hedge')}: {_json(f'on {words}')}"
    disk.replace("options/talk.yaml", '"Talks should go on."', quoted)
    disk.replace("options/talk.yaml", '"cue": "A"', '"cue": "<b>"')
    disk.replace("options/firm.yaml", '"cue": "B"', '"cue": "<u>"')
    by = {"source": "letter", "voice": [words], "quote": "asked for firmness first"}
    answer = {"kind": "rebuts", "why": words, "by": by, "to": by | {"quote": go_on}}
    disk.write("options/replies.yaml", _json({"replies": [answer]}))
    assert anchor_library(folder).problems == ()
    wrong = {"title": 1, words: words, "colour": words, "positions": {words: {"coverage": words}}}
    disk.write("options/wrong.yaml", _json(wrong))
    disk.write(f"corpus/{words.replace('/', '')[:60]}.yaml", "")
    return disk


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _with(value: Any, key: str, words: str) -> Any:
    if isinstance(value, dict):
        return {name: _with(inner, name, words) for name, inner in value.items()}
    if isinstance(value, list):
        return [_with(inner, key, words) for inner in value]
    return f"{value} {words}" if isinstance(value, str) and key not in _NO_WORDS else value
