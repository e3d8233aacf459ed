"""The words of what stands within a paragraph of Pandoc's tree."""

from typing import Any

from .raised import lowered, raised

Node = dict[str, Any]


def plain_words(nodes: list[Node]) -> str:
    """The words of inlines, for titles and names, with what is raised as in the text."""
    return _words_of(nodes, written=True)


def bare_words(nodes: list[Node]) -> str:
    """The words of inlines as if nothing were raised or lowered."""
    return _words_of(nodes, written=False)


def _words_of(nodes: list[Node], *, written: bool) -> str:
    found = ""
    for node in nodes:
        content: Any = node.get("c")
        match node["t"]:
            case "Str":
                found += content
            case "Space" | "SoftBreak" | "LineBreak":
                found += " "
            case "Quoted" | "Cite" | "Link" | "Span":
                found += _words_of(content[1], written=written)
            case "Emph" | "Strong" | "Underline" | "SmallCaps":
                found += _words_of(content, written=written)
            case "Superscript" | "Subscript":
                words = _words_of(content, written=False)
                if written:
                    write = raised if node["t"] == "Superscript" else lowered
                    words = write(words, found)
                found += words
            case "Code":
                found += content[1]
    return found
