"""The paragraphs of a document that is not stored yet, as the reader will show and cite them."""

from collections.abc import Iterator
from typing import NamedTuple

from counterpoint.domain.layout import BlockKind, Layout, lay_out
from counterpoint.storage.importers.draft import Draft


class PreviewParagraph(NamedTuple):
    label: str
    """As it will be cited; "" where it has no number."""
    text: str
    aside: bool
    """Whether it is none of the author's argument: a running head, a footnote."""


class PreviewText:
    def __init__(self, draft: Draft) -> None:
        self._text = draft.text
        self.layout: Layout = lay_out(
            draft.text, draft.furniture, draft.numbering, draft.map.pages, draft.map.lines
        )

    @property
    def count(self) -> int:
        return len(self.layout)

    def first(self, most: int) -> Iterator[PreviewParagraph]:
        """At most so many, from the top."""
        for index in range(min(most, len(self.layout))):
            block = self.layout.block(index)
            words = self._text[block.span.start : block.span.end]
            yield PreviewParagraph(block.label, words, block.kind is BlockKind.FURNITURE)
