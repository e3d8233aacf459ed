"""Documents of every kind, written by hand with known content, for tests to import."""

import io
import zipfile
from collections.abc import Sequence
from typing import NamedTuple

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OPEN = "application/vnd.openxmlformats"
_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="{_OPEN}-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="{_OPEN}-officedocument.wordprocessingml.document.main+xml"/>
</Types>"""
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
</Relationships>"""
_STYLES = f"""{_HEAD}<w:styles {_W}>
<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/></w:style>
</w:styles>"""


def packed(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP with `parts` in their order."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, data in parts.items():
            folder.writestr(name, data)
    return target.getvalue()


def w_p(*inner: str, style: str = "") -> str:
    """A paragraph of Word's; what does not begin with a tag is put into a run."""
    runs = [each if each.startswith("<") else w_r(each) for each in inner]
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def w_r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def docx(*body: str, parts: dict[str, str] | None = None, section: str = "") -> bytes:
    """A Word document. `parts` are further files in `word/` or `docProps/`, or take the place of
    one; what they hold is joined to the document by its name."""
    more = parts or {}
    rels = [
        f'<Relationship Id="rId{nth}" Type="{_OFFICE}/{name.partition("/")[2].partition(".")[0]}" '
        f'Target="{name.partition("/")[2]}"/>'
        for nth, name in enumerate(more, 2)
        if name.startswith("word/")
    ]
    rels.append(f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>')
    vml = 'xmlns:v="urn:schemas-microsoft-com:vml"'
    document = f"<w:document {_W} {_R} {vml}><w:body>{''.join(body)}<w:sectPr>{section}</w:sectPr>"
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS,
            "word/document.xml": f"{_HEAD}{document}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'{_HEAD}<Relationships xmlns="http://schemas.'
            f'openxmlformats.org/package/2006/relationships">{"".join(rels)}</Relationships>',
            "word/styles.xml": _STYLES,
            **more,
        }
    )


def w_part(tag: str, *inner: str) -> str:
    """A part of a Word document, as its header."""
    return f"{_HEAD}<w:{tag} {_W} {_R}>{''.join(inner)}</w:{tag}>"


def core(title: str, author: str, created: str = "2020-05-06T07:08:09Z") -> str:
    """What a Word document says of itself."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/'
        'metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dcterms:created>{created}</dcterms:created></cp:coreProperties>"
    )


_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("draw", "drawing"),
        ("meta", "meta"),
        ("table", "table"),
    )
)


def odt(
    body: str,
    *,
    footer: str = "",
    styles: str = "",
    title: str = "An open text",
    locked: bool = False,
) -> bytes:
    """An OpenDocument text; `body` is the inside of `office:text`, `styles` of those of its own."""
    lock = "<m:encryption-data/>" if locked else ""
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="content.xml" m:media-type="text/xml">{lock}</m:file-entry>'
        "</m:manifest>"
    )
    foot = f"<style:footer><text:p>{footer}</text:p></style:footer>" if footer else ""
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{_HEAD}<office:document-content {_ODF} "
            'xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>"
            f"<office:text>{body}</office:text></office:body></office:document-content>",
            "styles.xml": f"{_HEAD}<office:document-styles {_ODF}><office:styles/>"
            "<office:automatic-styles/><office:master-styles>"
            f'<style:master-page style:name="Standard">{foot}</style:master-page>'
            "</office:master-styles></office:document-styles>",
            "meta.xml": f"{_HEAD}<office:document-meta {_ODF} "
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
            f"<dc:title>{title}</dc:title></office:meta></office:document-meta>",
            "META-INF/manifest.xml": f"{_HEAD}{manifest}",
        }
    )


def epub(*chapters: str, metadata: str = "", locked: bool = False) -> bytes:
    """An EPUB book; each chapter is the inside of a body."""
    names = [f"chapter{nth}.xhtml" for nth in range(1, len(chapters) + 1)]
    items = "".join(
        f'<item id="c{nth}" href="{name}" media-type="application/xhtml+xml"/>'
        for nth, name in enumerate(names)
    )
    spine = "".join(f'<itemref idref="c{nth}"/>' for nth in range(len(names)))
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": f'{_HEAD}<container version="1.0" '
        'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
        'full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "book.opf": f'{_HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">x</dc:identifier>{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    for name, chapter in zip(names, chapters, strict=True):
        parts[name] = (
            f'{_HEAD}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
            f"<body>{chapter}</body></html>"
        )
    if locked:
        parts["META-INF/encryption.xml"] = (
            '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
            'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>'
            '<enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>'
            "</enc:EncryptedData></encryption>"
        )
    return packed(parts)


class Words(NamedTuple):
    """Words on a page of a PDF: their left end and baseline in points, and their size."""

    left: float
    y: float
    text: str
    size: float = 10.0
    font: str = "F1"


def pdf(
    *pages: Sequence[Words],
    labels: str = "",
    info: str = "",
    pictures: Sequence[int] = (),
    catalogue: str = "",
    unmapped: bool = False,
    drawn: Sequence[str] = (),
    page: str = "",
) -> bytes:
    """A PDF whose pages hold these words, of 612 by 792 points. `drawn` is what else each shows
    (for which /Clear is a graphics state without ink), `page` what else is said of each page,
    `labels` the inside of /PageLabels' /Nums; `pictures` names the pages, from 0, that bear one.
    The fonts are F1 (Helvetica) and F2 (bold); where `unmapped`, F1 is one whose shapes have no
    letters."""
    objects: list[bytes] = [b"", b""]

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    if unmapped:
        descendant = add(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /CIDSystemInfo << "
            b"/Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type "
            b"/FontDescriptor /FontName /Nameless /Flags 4 /FontBBox [0 0 1000 1000] "
            b"/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>"
        )
        first = add(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H "
            b"/DescendantFonts [%d 0 R] >>" % descendant
        )
    else:
        first = add(
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
        )
    weight = add(
        b"<< /Type /FontDescriptor /FontName /Helvetica-Bold /Flags 32 /FontBBox [0 0 1000 1000] "
        b"/ItalicAngle 0 /Ascent 718 /Descent -207 /CapHeight 718 /StemV 140 >>"
    )
    bold = add(
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding "
        b"/FontDescriptor %d 0 R >>" % weight
    )
    picture = add(
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
    )
    numbers: list[int] = []
    for number, words in enumerate(pages):
        content = b"".join(_shown(each, hexed=unmapped) for each in words)
        if number < len(drawn):
            content += drawn[number].encode() + b"\n"
        if number in pictures:
            content += b"q 600 0 0 780 6 6 cm /I1 Do Q\n"
        stream = add(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content))
        numbers.append(
            add(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R /Resources "
                b"<< /Font << /F1 %d 0 R /F2 %d 0 R >> /XObject << /I1 %d 0 R >> "
                b"/ExtGState << /Clear << /ca 0 >> >> >> %b >>"
                % (stream, first, bold, picture, page.encode("latin-1"))
            )
        )
    kids = b" ".join(b"%d 0 R" % number for number in numbers)
    paged = f"/PageLabels << /Nums [{labels}] >>" if labels else ""
    objects[0] = f"<< /Type /Catalog /Pages 2 0 R {paged} {catalogue} >>".encode("latin-1")
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(numbers))
    told = add(f"<< {info} >>".encode("latin-1"))
    return _pdf_file(objects, told)


def _shown(words: Words, *, hexed: bool) -> bytes:
    fonts = words.text.encode("cp1252")
    if hexed:
        string = b"<" + b"".join(b"%04x" % (sign - 29) for sign in fonts) + b">"
    else:
        for sign in b"\\()":
            fonts = fonts.replace(bytes([sign]), b"\\" + bytes([sign]))
        string = b"(" + fonts + b")"
    place = f"{words.left} {words.y}".encode()
    return b"BT /%b %g Tf %b Td %b Tj ET\n" % (words.font.encode(), words.size, place, string)


def _pdf_file(objects: Sequence[bytes], info: int) -> bytes:
    out = bytearray(b"%PDF-1.7\n")
    offsets: list[int] = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(objects) + 1, info)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def lines(
    *texts: str, left: float = 72, top: float = 700, pitch: float = 12, size: float = 10
) -> list[Words]:
    """Lines below one another; an empty one leaves a gap."""
    return [Words(left, top - pitch * nth, text, size) for nth, text in enumerate(texts) if text]
