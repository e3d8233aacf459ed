"""What a document says of itself in Pandoc's tree: its title page, its front matter."""

from collections.abc import Collection
from typing import Any

from .inline_words import plain_words
from .pandoc_tree import MARKS, Node

_TITLE_PAGE = ("title", "subtitle", "author", "date", "abstract")


def title_page(tree: Node) -> list[Node]:
    """What Pandoc takes out of a Word file by its styles, as the blocks that it was: its title, who
    wrote it and when, what it is about."""
    found: list[Node] = []
    for key in _TITLE_PAGE:
        value = tree["meta"].get(key)
        for entry in value["c"] if value is not None and value["t"] == "MetaList" else [value]:
            found += _blocks(entry, heading=key == "title") if entry is not None else []
    return found


def _blocks(value: Node, *, heading: bool) -> list[Node]:
    content: Any = value["c"]
    match value["t"]:
        case "MetaBlocks":
            return list(content)
        case "MetaInlines":
            inlines = content
        case _:
            inlines = [{"t": "Str", "c": _said(value)}]
    if heading:
        return [{"t": "Header", "c": [1, ["", [], []], inlines]}]
    return [{"t": "Para", "c": inlines}]


def said_of_itself(tree: Node, key: str) -> str:
    """What the document's own front matter says under `key`, several joined by commas; else ""."""
    return _said(tree["meta"].get(key))


def said_besides(tree: Node, known: Collection[str]) -> list[str]:
    """What the front matter says under other keys than those `known`, as "abstract: On trade"."""
    said = ((key, _said(value)) for key, value in tree["meta"].items() if key not in known)
    return [f"{key}: {words}" for key, words in said if words]


def _said(value: Node | None) -> str:
    if value is None:
        return ""
    content: Any = value.get("c")
    match value["t"]:
        case "MetaInlines":
            return " ".join(MARKS.sub("", plain_words(content)).split())
        case "MetaString":
            return " ".join(str(content).split())
        case "MetaBlocks":
            words = [
                _said({"t": "MetaInlines", "c": block.get("c", [])})
                for block in content
                if block["t"] in ("Para", "Plain")
            ]
            return " ".join(words)
        case "MetaList":
            return ", ".join(said for item in content if (said := _said(item)))
        case "MetaMap":
            return _said(content.get("text") or content.get("name"))
    return ""
