"""The citations of a copy, and the list of sources that it ends with."""

from collections.abc import Iterator

from counterpoint.application.library.citation import CitationStyle, cite_passage, cite_source
from counterpoint.domain.library import Library
from counterpoint.domain.report.blocks import Block, Heading, Paragraph, Role, Strong, Text
from counterpoint.labels import cited_sources as words
from counterpoint.labels.text import set_apart


class Citing:
    """Cites for one copy, and knows what it has cited."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._cited: dict[str, None] = {}
        self._counted = False

    def place(self, source: str, paragraph: str) -> str:
        """ "Klijn, §9". That the number is ours is said once, at the end. Raises KeyError where the
        library has no such source."""
        found = self._library.source(source)
        self._cited[source] = None
        if not paragraph.startswith("§"):
            return set_apart(cite_passage(found, paragraph, CitationStyle.INLINE))
        self._counted = True
        return set_apart(f"{found.short}, {paragraph}")

    def sources(self) -> Iterator[Block]:
        """Whatever was cited so far, in that order: its short name, then author, date, title and
        publisher; nothing where nothing was."""
        if not self._cited:
            return
        yield Heading(2, (Text(words.sources()),))
        for id in self._cited:
            source = self._library.source(id)
            full = set_apart(cite_source(source, CitationStyle.AUTHOR_DATE))
            name = Strong((Text(f"{set_apart(source.short)}:"),))
            yield Paragraph((name, Text(f" {full}")), Role.REFERENCE)
        if self._counted:
            yield Paragraph((Text(words.counted_by_us()),), Role.DETAIL)
