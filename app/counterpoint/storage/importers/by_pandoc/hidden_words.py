"""Words of a web page or a book that its reader does not see, as they say where they stand."""

import re
from collections.abc import Sequence

from lxml import etree

from counterpoint.storage.importers.draft import Draft

from .missing import letters_of
from .packed import words_of

_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![\d.])"
    r"|opacity\s*:\s*0(?![\d.])"
    r"|(?<![\w-])color\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b|rgb\(\s*255\s*,\s*255\s*,\s*255)",
    re.IGNORECASE,
)


def hidden_words(root: "etree._Element") -> list[str]:
    """Of each part that is hidden, or white, its words; what hides it in a style sheet is not
    looked for."""
    found: list[str] = []
    hidden: set[etree._Element] = set()
    for element in root.iter("*"):
        if element.getparent() in hidden:
            hidden.add(element)
        elif element.get("hidden") is not None or _HIDING.search(str(element.get("style") or "")):
            hidden.add(element)
            found.append(words_of(element))
    return found


def with_hidden_told(draft: Draft, hidden: Sequence[str]) -> Draft:
    """`draft` with a note on those of the words that have come into its text."""
    if not hidden:
        return draft
    there = letters_of(draft.text)
    words = sum(len(part.split()) for part in hidden if part and letters_of(part) in there)
    if not words:
        return draft
    said = f"hidden words, which are in the text and not seen in the document: {words:,}"
    return draft._replace(noticed=(*draft.noticed, said))
