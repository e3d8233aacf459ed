"""What is copied in three forms at once: a program that is pasted into takes the one it knows."""

from collections.abc import Sequence
from typing import NamedTuple

from counterpoint.domain.report.blocks import Block
from counterpoint.domain.report.directions import closed_blocks
from counterpoint.storage.exporters.report.html import piece
from counterpoint.storage.exporters.report.markdown_text import markdown_text
from counterpoint.storage.exporters.report.plain_text import plain_text


class Forms(NamedTuple):
    """The same words, as HTML for word processors, as Markdown, and as plain text, where a table
    is lines with tabs, for spreadsheets."""

    html: str
    markdown: str
    plain: str


def forms_of(blocks: Sequence[Block]) -> Forms:
    """What a library says is never markup in any of them."""
    blocks = closed_blocks(blocks)
    return Forms(piece(blocks, ruled=True), markdown_text(blocks), plain_text(blocks))
