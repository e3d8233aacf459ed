"""A PDF: its text in reading order, the pages as printed, what cannot be read of it."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import pypdfium2

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.draft import Choices, Draft, Guess, Kind, Proposal, RunningHeads
from counterpoint.storage.importers.limits import LIMITS
from counterpoint.storage.importers.proposing import pdf_date
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.characters import odd_letters
from counterpoint.storage.importers.text.numbering import numbering_of
from counterpoint.storage.importers.text.page_labels import page_labels, twice
from counterpoint.storage.importers.text.phrases import quoted
from counterpoint.storage.importers.text.running_lines import heads_guessed, shape
from counterpoint.storage.importers.text.text_builder import Paragraph, Run, build

from . import pdfium_calls as calls
from .laid_out import laid_out, pages_told
from .pdf_lines import HYPHEN, PdfPage
from .pdf_measures import LONGEST_HEADING, notes_at_foot, outermost
from .pdf_order import in_reading_order
from .pdf_paragraphs import Outline, Reader
from .two_processes import read_all_pages

_BLANK = 8
"""Letters; a page with fewer, and a picture, is a scan without text."""
_STAMPED = 100
"""Letters; a page with fewer, and a picture all over it, is a scan with a stamp or a number."""


def read_pdf(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    document = _opened(data)
    try:
        return _draft(document, choices)
    finally:
        document.close()


def _opened(data: bytes) -> Any:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused(
                Reason.LOCKED, "it is locked with a password; save it without one"
            ) from error
        raise Refused(
            Reason.DAMAGED, "it is damaged or was not copied whole; get it again"
        ) from error
    if len(document) > LIMITS.pages:
        raise Refused(Reason.TOO_LONG, f"it has {len(document):,} pages, as no document does")
    return document


def _draft(document: Any, choices: Choices) -> Draft:
    count = len(document)
    pages = read_all_pages(document.raw, count)
    letters = sum(page.letters for page in pages)
    if letters > LIMITS.text:
        raise Refused(Reason.TOO_LONG, "it holds more text than we take in one document")
    lost = _unread(pages)
    ordered = [in_reading_order([] if page.unmapped else page.lines, page.rules) for page in pages]
    rows = [each.rows for each in ordered]
    notes = notes_at_foot(rows)
    edges = [[row.text for row in outermost(page) if id(row) not in notes] for page in rows]
    own = [_label(document, page) for page in range(count)]
    labels = _labels(page_labels(edges, own) or own)
    keep = choices.running_heads is RunningHeads.KEPT
    reader = Reader(rows, labels, _outline(document), notes, keep_heads=keep)
    paragraphs = reader.read()
    paragraphs += _sideways(pages)
    built = build(paragraphs, labels)
    if not built.text.strip():
        raise Refused(Reason.NO_TEXT, f"there is no text on its {counted(count, 'page')}")
    lost += _left_out(document, pages, labels)
    lost += laid_out(ordered, labels)
    if built.removed:
        lost.append(counted(built.removed, "control character"))
    begin = [each.words[:12] for each in paragraphs if each.kind is None and not each.level]
    numbered = sum(each.numbered for each in ordered) > 0.5 * count
    numbering, guess = numbering_of(begin, count, numbered, choices.numbering)
    noticed = list(odd_letters(built.text))
    if built.map.joined:
        noticed.append(f"{counted(len(built.map.joined), 'word')} joined that a line’s end parted")
    noticed += _numbered_twice(labels)
    noticed += _not_seen(pages, labels)
    heads = heads_guessed({each.kind for each in paragraphs}, choices.running_heads)
    guesses: tuple[Guess, ...] = (guess, *heads)
    return Draft(
        Kind.PDF,
        built.text,
        built.map,
        built.furniture,
        numbering,
        _proposal(document, paragraphs),
        count,
        built.paragraphs,
        tuple(lost),
        tuple(noticed),
        guesses,
    )


def _unread(pages: list[PdfPage]) -> list[str]:
    """Which pages cannot be read, each kind a phrase. Raises Refused if that is all of them,
    or nearly."""
    scanned = [page for page in pages if _is_scan(page)]
    shapes = sum(page.unmapped for page in pages)
    readable = sum(
        page.letters >= _BLANK and not page.unmapped and not _is_scan(page) for page in pages
    )
    total = len(pages)
    lost: list[str] = []
    if scanned:
        bare = all(page.letters < _BLANK for page in scanned)
        what = "without text" if bare else "with hardly any text"
        words = f"a scan {what}: {len(scanned)} of {counted(total, 'page')}"
        if not readable:
            raise Refused(Reason.SCAN, words)
        lost.append(words)
    if shapes:
        words = f"this font has no letters behind its shapes: {shapes} of {counted(total, 'page')}"
        if not readable:
            raise Refused(Reason.NO_LETTERS, words)
        lost.append(words)
    return lost


def _is_scan(page: PdfPage) -> bool:
    if page.letters < _BLANK:
        return page.pictures > 0
    return page.letters < _STAMPED and page.pictured > 0.8


def _left_out(document: Any, pages: list[PdfPage], labels: list[str]) -> list[str]:
    lost: list[str] = []
    pictures = [0 if _is_scan(page) else page.pictures for page in pages]
    if any(pictures):
        lost.append(f"{counted(sum(pictures), 'picture')}{_on(pictures, labels)}")
    comments = [len(page.comments) for page in pages]
    if any(comments):
        many = counted(sum(comments), "comment or mark", "comments or marks")
        lost.append(f"{many}{_on(comments, labels)}{_words(page.comments for page in pages)}")
    files = pypdfium2.raw.FPDFDoc_GetAttachmentCount(document.raw)
    if files > 0:
        lost.append(counted(files, "attached file"))
    if pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
        lost.append("scripts, which were not run")
    filled = sum(len(page.filled) for page in pages)
    if filled:
        what = f"what is filled into {counted(filled, 'field')} of its form"
        lost.append(what + _words(page.filled for page in pages))
    off_page = [sum(len(line.split()) for line in page.off_page) for page in pages]
    if any(off_page):
        what = f"what stands beyond the edges of the page: {counted(sum(off_page), 'word')}"
        lost.append(f"{what}{_on(off_page, labels)}{_words(page.off_page for page in pages)}")
    struck = [len(page.struck) for page in pages]
    if any(struck):
        which = "which is left out" if sum(struck) == 1 else "which are left out"
        what = f"{counted(sum(struck), 'passage')} struck out by a line that is drawn, {which}"
        lost.append(f"{what}{_on(struck, labels)}{_words(page.struck for page in pages)}")
    no_size = [page.no_size for page in pages]
    if any(no_size):
        places = counted(sum(no_size), "place")
        on = _on(no_size, labels)
        lost.append(f"what is set in letters too small or too large to be seen: {places}{on}")
    return lost


def _words(pieces: Iterable[Sequence[str]]) -> str:
    """ ": “Is that so?”, “No.”": what each piece of a page says; "" where none says anything."""
    said = [each for page in pieces for each in page if each]
    return f": {quoted(said)}" if said else ""


def _on(many: list[int], labels: list[str]) -> str:
    """ " on page 3": the pages of which there are `many`; "" where there is one page."""
    numbers = [number for number, here in enumerate(many) if here]
    return f" on {pages_told(numbers, labels)}" if len(labels) > 1 else ""


def _not_seen(pages: list[PdfPage], labels: list[str]) -> list[str]:
    """Of words that are in the text and that nobody sees on the page. Where a picture covers it,
    a program for text recognition has laid them behind."""
    noticed: list[str] = []
    behind = [page.hidden if page.pictured > _COVERED else 0 for page in pages]
    hidden = [0 if page.pictured > _COVERED else page.hidden for page in pages]
    white = [page.white for page in pages]
    for found, what in (
        (behind, "words recognised in pictures of pages, which may have errors"),
        (hidden, "hidden words, which are in the text and not seen on the page"),
        (white, "words in white, which are in the text and cannot be seen on white paper"),
    ):
        if any(found):
            noticed.append(f"{what}: {sum(found):,}{_on(found, labels)}")
    return noticed


_COVERED = 0.5


def _labels(found: list[str]) -> list[str]:
    """Those found; a page that has none is counted, and stands in brackets, as what is not printed
    does, where another bears that number."""
    taken = set(found)
    counted_ones = ((label, str(page)) for page, label in enumerate(found, 1))
    return [
        label or (f"[{number}]" if number in taken else number) for label, number in counted_ones
    ]


def _numbered_twice(labels: list[str]) -> list[str]:
    found = twice(labels)
    if not found:
        return []
    named = found[0] if len(found) == 1 else f"{found[0]}–{found[-1]}"
    return [f"more than one page is numbered {named}: a citation of it says not which"]


def _label(document: Any, page: int) -> str:
    try:
        label = str(document.get_page_label(page))
    except (UnicodeDecodeError, pypdfium2.PdfiumError):
        return ""
    return "".join(sign for sign in label if sign.isprintable()).strip()[:20]


def _outline(document: Any) -> Outline:
    """The headings that the PDF's own outline names."""
    found: Outline = {}
    try:
        for bookmark in document.get_toc(max_depth=6):
            target = bookmark.get_dest()
            page = target.get_index() if target is not None else None
            title = bookmark.get_title()
            if page is not None and title:
                found.setdefault((page, shape(title)), bookmark.level + 1)
            if len(found) > 5000:
                break
    except (pypdfium2.PdfiumError, UnicodeDecodeError, ValueError):
        return found
    return found


def _sideways(pages: list[PdfPage]) -> list[Paragraph]:
    """What runs up or down a margin stands at the end: nobody reads it in the course of a page."""
    found: list[Paragraph] = []
    seen: set[str] = set()
    for number, page in enumerate(pages):
        for line in page.sideways:
            if shape(line.text) not in seen and not page.unmapped:
                seen.add(shape(line.text))
                text = line.text.replace(HYPHEN, "-")
                found.append(Paragraph([Run(text, number, line.at)]))
    return found


def _proposal(document: Any, paragraphs: list[Paragraph]) -> Proposal:
    said = {key: _metadata(document, key) for key in ("Title", "Author", "CreationDate")}
    return Proposal(
        title=said["Title"] or _heading(paragraphs),
        author=said["Author"],
        file_date=pdf_date(said["CreationDate"]),
        language=_language(document),
    )


def _heading(paragraphs: list[Paragraph]) -> str:
    """The largest one, where only short lines stand before it, as of who publishes; else ""."""
    for paragraph in paragraphs:
        if paragraph.level == 1:
            return paragraph.words
        if paragraph.kind is None and len(paragraph.words) > LONGEST_HEADING:
            break
    return ""


def _metadata(document: Any, key: str) -> str:
    try:
        return str(document.get_metadata_value(key))
    except (UnicodeDecodeError, pypdfium2.PdfiumError):
        return ""


def _language(document: Any) -> str:
    getter = getattr(pypdfium2.raw, "FPDFCatalog_GetLanguage", None)
    return calls.words_of(partial(getter, document.raw)) if getter is not None else ""
