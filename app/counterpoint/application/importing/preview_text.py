"""The paragraphs of a document that is not stored yet, as the reader will show and cite them."""

from collections.abc import Iterator
from typing import NamedTuple

from counterpoint.domain.layout import BlockKind, Layout, lay_out
from counterpoint.domain.text_map import heading_path, set_in_at
from counterpoint.storage.importers.draft import Draft
from counterpoint.storage.library.source_file import with_furniture_of_map
from counterpoint.storage.library.source_map import SourceMap


class PreviewParagraph(NamedTuple):
    label: str
    """As it will be cited; "" where it has no number."""
    text: str
    aside: bool
    """Whether it is none of the author's argument: a running head, a footnote."""
    level: int = 0
    """That of a heading; 0 for what is none."""
    depth: int = 0
    """How far it stands in from the margin."""
    quoted: bool = False
    """Whether it stands as another's words."""


class PreviewText:
    def __init__(self, draft: Draft) -> None:
        self._text = draft.text
        way = draft.map
        furniture = with_furniture_of_map((), SourceMap("", way, draft.furniture))
        self._map = way
        self.layout: Layout = lay_out(draft.text, furniture, draft.numbering, way.pages, way.lines)

    @property
    def count(self) -> int:
        return len(self.layout)

    def first(self, most: int) -> Iterator[PreviewParagraph]:
        """At most so many, from the top."""
        for index in range(min(most, len(self.layout))):
            block = self.layout.block(index)
            words = self._text[block.span.start : block.span.end]
            start = block.span.start
            stands = set_in_at(self._map.set_in, start)
            yield PreviewParagraph(
                block.label,
                words,
                block.kind is BlockKind.FURNITURE,
                self._level(start) if block.kind is BlockKind.HEADING else 0,
                stands.depth,
                stands.quoted,
            )

    def _level(self, start: int) -> int:
        path = heading_path(self._map.headings, start)
        return path[-1].level if path and path[-1].end > start else 1
