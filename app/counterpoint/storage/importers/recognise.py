"""What a document is, told from its content. Its name is only asked where the content can be
several things, as a plain text that may be Markdown."""

import codecs
import io
import re
import zipfile
import zlib
from typing import NamedTuple

from .draft import Kind
from .refusal import Reason, Refused
from .text.unmarked_unicode import unmarked_unicode

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html|<head\b|<body\b|<meta\b|<title\b)",
    re.IGNORECASE | re.DOTALL,
)
_SVG = re.compile(rb"(?:<\?xml[^>]*\?>|<!doctype\s+svg[^>]*>|<!--.*?-->|\s)*<svg\b", re.I | re.S)
_NAMES = {
    Kind.TEXT: "a plain text",
    Kind.MARKDOWN: "a Markdown file",
    Kind.HTML: "a web page",
    Kind.DOCX: "a Word file",
    Kind.ODT: "an OpenDocument text",
    Kind.RTF: "a Rich Text file",
    Kind.EPUB: "an EPUB book",
    Kind.PDF: "a PDF",
}
ENDINGS = {
    "txt": Kind.TEXT, "text": Kind.TEXT, "md": Kind.MARKDOWN, "markdown": Kind.MARKDOWN,
    "html": Kind.HTML, "htm": Kind.HTML, "xhtml": Kind.HTML, "docx": Kind.DOCX, "docm": Kind.DOCX,
    "dotx": Kind.DOCX, "odt": Kind.ODT, "ott": Kind.ODT, "rtf": Kind.RTF, "epub": Kind.EPUB,
    "pdf": Kind.PDF,
}  # fmt: skip
"""The endings of names of documents."""
_CONTROLS = bytes((*range(1, 9), *range(14, 27), *range(28, 32)))
"""Bytes that stand in no text, but for a nought, which UTF-16 has too."""
_STRAY_NOUGHTS = 3
"""In however short a text."""
_UNPACK = "unpack it first"
_PRINT = "make a PDF of it first"
_OTHERS = (
    (b"\x89PNG", "a picture (PNG)", ""),
    (b"\xff\xd8\xff", "a picture (JPEG)", ""),
    (b"GIF8", "a picture (GIF)", ""),
    (b"II*\0", "a picture (TIFF)", ""),
    (b"MM\0*", "a picture (TIFF)", ""),
    (b"Rar!", "an archive (RAR)", _UNPACK),
    (b"7z\xbc\xaf", "an archive (7z)", _UNPACK),
    (b"\x1f\x8b", "a compressed file", _UNPACK),
    (b"BZh", "a compressed file", _UNPACK),
    (b"\xfd7zXZ", "a compressed file", _UNPACK),
    (b"MZ", "a program", ""),
    (b"\x7fELF", "a program", ""),
    (b"%!PS", "a PostScript file", _PRINT),
    (b"AT&TFORM", "a DjVu file", _PRINT),
    (b"ID3", "a sound", ""),
    (b"OggS", "a sound", ""),
    (b"SQLite format 3", "a database", ""),
)
"""How files begin that hold no document, what they are, and what to do."""


_OF_OTHERS = frozenset({"doc", "xls", "xlsx", "ppt", "pptx", "ods", "odp", "pages", "zip"})
"""Endings of names that no plain text has."""


class Recognised(NamedTuple):
    kind: Kind
    noticed: str
    """ "a Word file named .txt", or "" where its name fits."""


def recognise(data: bytes, ending: str) -> Recognised:
    """`ending` is that of the name, without its dot. Raises Refused, with what it is instead."""
    kind = _kind(data, ending.lower())
    named = ENDINGS.get(ending.lower())
    plain = kind in (Kind.TEXT, Kind.MARKDOWN) and ending.lower() not in _OF_OTHERS
    fits = named is kind or (named is None and plain)
    fits = fits or {named, kind} <= {Kind.TEXT, Kind.MARKDOWN}
    if fits:
        return Recognised(kind, "")
    called = f"named .{ending}" if ending else "with a name without an ending"
    return Recognised(kind, f"{_NAMES[kind]} {called}")


def _kind(data: bytes, ending: str) -> Kind:
    head = data[:4096]
    if not data.strip(b"\0\t\n\r \xef\xbb\xbf\xff\xfe"):
        raise Refused(Reason.EMPTY, "it is empty")
    if b"%PDF-" in head[:1024]:
        return Kind.PDF
    if head.lstrip().startswith(b"{\\rtf"):
        return Kind.RTF
    if head.startswith(_OLD_OFFICE):
        raise _old_office(data)
    if head.startswith(b"PK"):
        return _packed(data)
    for beginning, what, remedy in _OTHERS:
        if head.startswith(beginning):
            words = f"it is {what}; {remedy or 'no text can be read from it'}"
            raise Refused(Reason.UNKNOWN_KIND, words)
    if _is_html(head):
        return Kind.HTML
    if head[:2] not in (b"\xff\xfe", b"\xfe\xff") and _is_binary(data):
        raise Refused(Reason.UNKNOWN_KIND, "it is no document of a kind that we can read")
    if ending in ("html", "htm", "xhtml") and b"<" in head:
        return Kind.HTML
    bare = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if _SVG.match(bare):
        raise Refused(Reason.UNKNOWN_KIND, "it is a picture (SVG); no text can be read from it")
    if bare.startswith(b"<?xml"):
        raise Refused(Reason.UNKNOWN_KIND, "it is an XML file, which holds data and no document")
    return Kind.MARKDOWN if ending in ("md", "markdown") else Kind.TEXT


_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""The marks of letters of two and four bytes; the shorter is how one of the longer begins."""


def _is_html(head: bytes) -> bool:
    for mark, encoding in _WIDE:
        if head.startswith(mark):
            head = head[len(mark) :].decode(encoding, "ignore").encode("ascii", "ignore")
            break
    else:
        if unmarked := unmarked_unicode(head):
            head = head.decode(unmarked, "ignore").encode("ascii", "ignore")
    return _HTML.match(head.removeprefix(b"\xef\xbb\xbf")) is not None


def _is_binary(data: bytes) -> bool:
    """Many controls or noughts, but not of letters of two or four bytes without their mark."""
    if unmarked_unicode(data):
        return False
    head = data[:8192]
    if head.count(0) > 0.01 * len(head) + _STRAY_NOUGHTS:
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls > 0.05 * len(head)


def _old_office(data: bytes) -> Refused:
    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has("EncryptedPackage") or has("EncryptionInfo"):
        return Refused(Reason.LOCKED, "it is locked with a password; save it without one")
    if has("WordDocument"):
        return Refused(
            Reason.OLD_WORD,
            "it is a Word file of the time before 2007; open it and save it as .docx",
        )
    return Refused(Reason.UNKNOWN_KIND, "it is a file of old Office, but no Word file")


def _packed(data: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as folder:
            names = set(folder.namelist())
            mimetype = b""
            if "mimetype" in names:
                with folder.open("mimetype") as part:
                    mimetype = part.read(200).strip()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError,
            RuntimeError) as error:  # fmt: skip
        what = "a Word file" if b"word/" in data else "a packed document"
        raise Refused(
            Reason.DAMAGED, f"it is {what} that is damaged or was not copied whole; get it again"
        ) from error
    if mimetype == b"application/epub+zip" or "META-INF/container.xml" in names:
        return Kind.EPUB
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        return Kind.ODT
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        raise Refused(Reason.UNKNOWN_KIND, "it is an OpenDocument file, but no text")
    if "[Content_Types].xml" in names:
        for inside, what in (("xl/", "an Excel sheet"), ("ppt/", "a PowerPoint presentation")):
            if any(name.startswith(inside) for name in names):
                raise Refused(Reason.UNKNOWN_KIND, f"it is {what}; save it as a PDF first")
        return Kind.DOCX
    if "content.xml" in names:
        return Kind.ODT
    raise Refused(Reason.UNKNOWN_KIND, "it is an archive (ZIP); unpack it first")
