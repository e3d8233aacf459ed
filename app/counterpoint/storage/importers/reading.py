"""A document's bytes into a draft, whatever it is. What is slow to import is imported here late."""

from collections.abc import Callable

from counterpoint.domain.text_sketch import sketch_of
from counterpoint.storage.collector import collector_at_rest
from counterpoint.storage.importers.limits import LIMITS

from .draft import Choices, Draft, Kind
from .proposing import tidied
from .recognise import recognise
from .refusal import Reason, Refused

_TEXTS = (Kind.TEXT, Kind.MARKDOWN, Kind.HTML, Kind.RTF)


def read_document(data: bytes, ending: str, choices: Choices) -> Draft:
    """`ending` is that of the file's name, without its dot. Raises Refused."""
    recognised = recognise(data, ending)
    try:
        with collector_at_rest():
            draft = _read(recognised.kind, data, choices)
    except Refused as refused:
        called = f"{recognised.noticed}: " if recognised.noticed else ""
        message = called + refused.message
        raise Refused(refused.reason, message, str(recognised.kind)) from refused
    noticed = (recognised.noticed,) if recognised.noticed else ()
    return draft._replace(
        proposal=tidied(draft.proposal),
        noticed=tuple(dict.fromkeys((*noticed, *draft.noticed))),
        sketch=tuple(sketch_of(draft.text)),
    )


def _read(kind: Kind, data: bytes, choices: Choices) -> Draft:
    if kind in _TEXTS and len(data) > LIMITS.text_file:
        raise Refused(
            Reason.TOO_LARGE,
            f"it has {len(data) // 2**20:,} MB; of text we take {LIMITS.text_file // 2**20} MB",
        )
    return _reader(kind)(data, choices)


def _reader(kind: Kind) -> Callable[[bytes, Choices], Draft]:
    match kind:
        case Kind.TEXT:
            from counterpoint.storage.importers.text.plain_text import read_plain_text

            return read_plain_text
        case Kind.MARKDOWN:
            from counterpoint.storage.importers.by_pandoc.markdown_file import read_markdown

            return read_markdown
        case Kind.HTML:
            from counterpoint.storage.importers.by_pandoc.web_page import read_web_page

            return read_web_page
        case Kind.DOCX:
            from counterpoint.storage.importers.by_pandoc.docx_file import read_docx

            return read_docx
        case Kind.ODT:
            from counterpoint.storage.importers.by_pandoc.odt_file import read_odt

            return read_odt
        case Kind.RTF:
            from counterpoint.storage.importers.by_pandoc.rtf_file import read_rtf

            return read_rtf
        case Kind.EPUB:
            from counterpoint.storage.importers.by_pandoc.epub_file import read_epub

            return read_epub
        case Kind.PDF:
            from counterpoint.storage.importers.pdf.pdf_file import read_pdf

            return read_pdf
