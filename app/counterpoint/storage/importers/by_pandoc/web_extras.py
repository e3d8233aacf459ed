"""What a page or a book says beside its words: letters set above others, words that its style
sheets add, and words for browsers without scripts."""

import re
from collections.abc import Iterator
from typing import Any

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.text.phrases import quoted

from .hidden_words import rules_of
from .packed import remove, words_of

_ADDED = re.compile(r"(.*?)::?(before|after)\s*", re.IGNORECASE | re.DOTALL)
_CONTENT = re.compile(r"(?<![\w-])content\s*:\s*((?:\"[^\"]*\"|'[^']*'|[^;\"'])*)", re.IGNORECASE)
_PIECE = re.compile(
    r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'|attr\(\s*([\w-]+)\s*\)|(counters?)\("
)
_ESCAPED = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(.)")
_MOST_RULES = 400
_LAST = re.compile(r"(?:^|[\s>+~])([^\s>+~]*)$")
_PART = re.compile(r"([.#]?)([\w-]+)")


class Extras:
    """Those of a page, or of all pages of a book."""

    def __init__(self) -> None:
        self.glosses: list[str] = []
        self.without_scripts: list[str] = []
        self.added: list[str] = []
        self.numbers = 0

    def take_out(self, root: Any, css: str = "") -> None:
        """Takes glosses, and what is for browsers without scripts, out of `root`, and notes what
        the style sheets in it add, and those in other files, which say `css`."""
        for each in list(root.iter("rp", "rt", "rtc")):
            if next(each.iterancestors("ruby"), None) is None:
                continue
            if each.tag != "rp" and (words := words_of(each)):
                self.glosses.append(words)
            remove(each)
        for each in list(root.iter("noscript")):
            if next(each.iterancestors("head"), None) is None and (words := words_of(each)):
                self.without_scripts.append(words)
            remove(each)
        for selector, said in _rules(root, css):
            for element in _named_by(root, selector):
                words, counts = _content(element, said)
                self.numbers += counts
                if any(map(str.isalnum, words)):
                    self.added.append(words)

    def told(self) -> list[str]:
        """What is to be told of them."""
        told: list[str] = []
        if self.glosses:
            what = counted(len(self.glosses), "gloss", "glosses")
            told.append(f"{what} set above words: {quoted(self.glosses)}")
        if self.without_scripts:
            told.append(f"words for browsers without scripts: {quoted(self.without_scripts)}")
        if self.added:
            where, each = counted(len(self.added), "place"), quoted([*dict.fromkeys(self.added)])
            told.append(f"words that a style sheet adds in {where}: {each}")
        if self.numbers:
            told.append(f"numbers that a style sheet adds in {counted(self.numbers, 'place')}")
        return told


def _rules(root: Any, css: str) -> Iterator[tuple[str, str]]:
    many = 0
    for selectors, said in rules_of(root, css):
        content = _CONTENT.findall(said) if "content" in said.lower() else []
        for selector in selectors.split(",") if content else ():
            plain = _ADDED.fullmatch(selector.strip())
            if plain is not None and many < _MOST_RULES:
                many += 1
                yield plain[1], content[-1]


def _named_by(root: Any, selector: str) -> Iterator[Any]:
    """What the last name of a selector is for; of what stands above, nobody asks: better told once
    too often."""
    last = _LAST.search(re.sub(r"\[[^\]]*\]|:[\w-]+(?:\([^)]*\))?", "", selector.strip()))
    parts = _PART.findall(last[1]) if last is not None else []
    tags = [name.lower() for sign, name in parts if not sign]
    classes = {name for sign, name in parts if sign == "."}
    ids = {name for sign, name in parts if sign == "#"}
    if not parts:
        return
    for each in root.iter(*tags) if tags else root.iter("*"):
        own = set(str(each.get("class") or "").split())
        if classes <= own and ids <= {str(each.get("id") or "")}:
            yield each


def _content(element: Any, said: str) -> tuple[str, bool]:
    """The words that are added, and whether a number is."""
    words, counts = "", False
    for double, single, name, counter in _PIECE.findall(said):
        words += _ESCAPED.sub(_letter, double or single) if double or single else ""
        words += str(element.get(name) or "") if name else ""
        counts = counts or bool(counter)
    return " ".join(words.split()), counts


def _letter(found: "re.Match[str]") -> str:
    code = int(found[1], 16) if found[1] else 0
    if not found[1]:
        return found[2]
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
