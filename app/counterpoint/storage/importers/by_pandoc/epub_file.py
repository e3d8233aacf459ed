"""An EPUB book."""

from collections.abc import Iterator

from lxml import html

from counterpoint.domain.counting import counted
from counterpoint.storage.importers.draft import Choices, Draft, Kind, Proposal
from counterpoint.storage.importers.refusal import Reason, Refused
from counterpoint.storage.importers.text.phrases import quoted

from .epub_book import Book
from .from_pandoc import Beside, draft_of
from .hidden_words import hidden_parts, with_hidden_told
from .missing import missing
from .packed import Packed, words_of
from .pandoc import read_tree
from .pandoc_tree import without_number
from .spanned_cells import spread_out
from .web_forms import answers_told, number_entries
from .web_notes import headings_told, notes_of, take_out_notes, without_marks

_LOCKS = b"http://www.idpf.org/2008/embedding", b"http://ns.adobe.com/pdf/enc#RC"
"""How fonts are veiled, which locks no text."""


def read_epub(data: bytes, choices: Choices) -> Draft:
    """Raises Refused."""
    packed = Packed(data)
    locks = packed.read("META-INF/encryption.xml")
    veiled = sum(locks.count(lock) for lock in _LOCKS)
    if locks.count(b"EncryptionMethod ") > veiled or "META-INF/rights.xml" in packed.names:
        raise Refused(Reason.LOCKED, "it is locked: only the shop's own program opens it")
    book = Book(packed)
    hidden = [*map(words_of, hidden_parts(book.root))]
    answers = answers_told(book.root)
    number_entries(book.root)
    too_wide = spread_out(book.root)
    notes, heads = take_out_notes(book.root)
    page = str(html.tostring(book.root, encoding="unicode"))
    tree = read_tree("epub", "".join((page, *notes)).encode())
    proposal = Proposal(
        title=book.said("title"),
        author=book.said("creator"),
        date=book.said("date"),
        language=book.said("language"),
        publisher=book.said("publisher"),
    )
    lost = ["scripts, which were not run"] if _scripted(packed) else []
    lost += [*book.extras.told(), *answers, *too_wide]
    lost += headings_told(heads)
    if book.not_there:
        many = "part of the book that is missing, or holds no text"
        parts = "parts of the book that are missing, or hold no text"
        lost.append(f"{counted(len(book.not_there), many, parts)}: {quoted(book.not_there)}")
    if book.lists:
        lost.append("the table of contents")
    beside = Beside(
        proposal,
        tuple(lost),
        pictures_told=False,
        notes=notes_of(tree),
        looked_for=lambda heard: missing(_pieces(page, notes), heard),
    )
    return with_hidden_told(draft_of(Kind.EPUB, tree, beside, choices), hidden)


def _pieces(page: str, notes: list[str]) -> Iterator[str]:
    """The words of the book, as its tags part them."""
    for part in (page, *notes):
        words = map(without_number, map(str, html.fromstring(part).itertext()))
        yield from map(without_marks, words)


def _scripted(packed: Packed) -> bool:
    return any(name.endswith(".js") for name in packed.names)
