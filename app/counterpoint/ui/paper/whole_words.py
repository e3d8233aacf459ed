"""Paragraphs with a word that is longer than the line are set smaller, so that it is not broken."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)

SMALLER = (0.9, 0.8, 0.7, 0.6)
"""Tried one after the other. With less than the last it could not be read, and stays as it was."""
_AS_IT_WAS = int(QTextFormat.Property.UserProperty.value) + 1
"""The property in which a stretch keeps its size, in pixels."""


def keep_words_whole(document: QTextDocument, since: int = 0) -> None:
    """Sets smaller what has to be at the width that the document has, and as it was what needs to
    be no more; from the paragraph at `since` on, in UTF-16 units."""
    document.size()  # lays all of it out
    for block in blocks_of(document, since):
        smaller = _was_set_smaller(block)
        if smaller or has_broken_word(block):
            hopeless = not _could_be_whole(block)
            if smaller or not hopeless:
                _set_smaller(document, block, (1.0,) if hopeless else (1.0, *SMALLER, 1.0))


def blocks_of(document: QTextDocument, since: int = 0) -> Iterator[QTextBlock]:
    """Its paragraphs, in order, from the one at `since` on."""
    block = document.findBlock(since) if since else document.begin()
    while block.isValid():
        yield block
        block = block.next()


def fragments_of(block: QTextBlock) -> Iterator[QTextFragment]:
    """The stretches of a paragraph that are set alike."""
    part = block.begin()
    while not part.atEnd():
        yield part.fragment()
        part += 1


def has_broken_word(block: QTextBlock) -> bool:
    """Whether a line of a paragraph ends where no line may end but for want of room."""
    layout = block.layout()
    if layout.lineCount() < 2:
        return False
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, block.text())
    for number in range(1, layout.lineCount()):
        finder.setPosition(layout.lineAt(number).textStart())
        if not finder.isAtBoundary():
            return True
    return False


def _was_set_smaller(block: QTextBlock) -> bool:
    return any(part.charFormat().hasProperty(_AS_IT_WAS) for part in fragments_of(block))


def _could_be_whole(block: QTextBlock) -> bool:
    """Whether its longest word has room in a line once it is as small as may be: to set one of
    thousands of letters, size by size, takes seconds."""
    text, layout = block.text(), block.layout()
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    ends = [0, *iter(finder.toNextBoundary, -1)]
    longest = max((text[one:end] for one, end in pairwise(ends)), key=len, default="")
    smallest = min(fragments_of(block), key=_size)
    font = QFont(smallest.charFormat().font())
    font.setPixelSize(max(1, round(_size(smallest) * SMALLER[-1])))
    return QFontMetrics(font).horizontalAdvance(longest.strip()) <= layout.lineAt(0).width()


def _set_smaller(document: QTextDocument, block: QTextBlock, shares: Sequence[float]) -> None:
    """By the first of the shares with which no word is broken, or the last."""
    sizes = [(part.position(), part.length(), _size(part)) for part in fragments_of(block)]
    for share in shares:
        for at, length, size in sizes:
            cursor = QTextCursor(document)
            cursor.setPosition(at)
            cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
            form = QTextCharFormat()
            form.setProperty(QTextFormat.Property.FontPixelSize, max(1, round(size * share)))
            form.setProperty(_AS_IT_WAS, size)
            cursor.mergeCharFormat(form)
        document.size()
        if not has_broken_word(block):
            return


def _size(part: QTextFragment) -> int:
    """In pixels, before it was set smaller."""
    form = part.charFormat()
    return form.intProperty(_AS_IT_WAS) or form.font().pixelSize()
