"""A source that is open while quotations are being located in it."""

from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from counterpoint.domain.haystack import Haystack
from counterpoint.domain.layout import Layout
from counterpoint.domain.source import Source, SourceText

from .likeness import Likenesses

_PLAIN = str.maketrans("‘’‚‛“”„‟′″–—‐‑−\u00a0", "''''\"\"\"\"'\"----- ")
_UNSEEN = {ord(sign): None for sign in "\u00ad\u200b\u200c\u200d\u2060\ufeff"}


@dataclass(frozen=True)
class OpenSource:
    """`haystack` is the text with what interrupts it. What else is made of the text is made when
    it is first asked for, and once: only where a quotation has failed."""

    source: Source
    text: SourceText
    layout: Layout
    haystack: Haystack

    @cached_property
    def plain(self) -> Haystack:
        """The text as `plain` makes it; positions are those of the text."""
        return Haystack(plain(self.text.text))

    @cached_property
    def composed(self) -> Haystack:
        """The text as `composed` makes it; positions are not those of the text."""
        return Haystack(composed(self.text.text))

    @cached_property
    def likenesses(self) -> Likenesses:
        return Likenesses(self.haystack)


def plain(text: str) -> str:
    """`text` in small letters, with the marks and dashes of a typewriter, one for one."""
    folded = text.translate(_PLAIN)
    lowered = folded.lower()
    if len(lowered) == len(folded):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in folded)


def composed(text: str) -> str:
    """`text` with those code points made the same that look the same, in small letters."""
    return normalize("NFKC", text.translate(_UNSEEN)).casefold()
