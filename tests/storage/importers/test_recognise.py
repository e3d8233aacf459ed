"""A document is known by its content, whatever it is called."""

import pytest

from counterpoint.storage.importers.draft import Kind
from counterpoint.storage.importers.recognise import recognise
from counterpoint.storage.importers.refusal import Reason, Refused
from tests.made_documents import docx, epub, lines, odt, packed, pdf, w_p

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize(
    ("data", "kind", "ending"),
    [
        (b"Words.\n", Kind.TEXT, "txt"),
        ("Слова.\n".encode("cp1251"), Kind.TEXT, "txt"),
        ("Words of it.\n".encode("utf-16-le"), Kind.TEXT, "txt"),
        (b"# Words\n", Kind.MARKDOWN, "md"),
        (b"  <!-- x --><!DOCTYPE HTML><p>x", Kind.HTML, "html"),
        (b"<html><p>x", Kind.HTML, "htm"),
        (b"<p>x</p>", Kind.HTML, "html"),
        ("<html><p>x".encode("utf-16"), Kind.HTML, "html"),
        (b"{\\rtf1 x}", Kind.RTF, "rtf"),
        (docx(w_p("x")), Kind.DOCX, "docx"),
        (odt("<text:p>x</text:p>"), Kind.ODT, "odt"),
        (epub("<p>x</p>"), Kind.EPUB, "epub"),
        (pdf(lines("x")), Kind.PDF, "pdf"),
    ],
)
def test_each_kind_by_its_content_and_a_wrong_name_is_told(
    data: bytes, kind: Kind, ending: str
) -> None:
    assert recognise(data, ending) == (kind, "")
    for other in ("doc", "pdf" if kind is not Kind.PDF else "txt"):
        if kind is Kind.HTML and not data.lstrip().startswith((b"<!", b"<h", b"\xff\xfe")):
            continue
        if kind is not Kind.MARKDOWN:
            found = recognise(data, other)
            assert found.kind is kind
            assert found.noticed.endswith(f"named .{other}")


def test_a_word_file_named_txt() -> None:
    assert recognise(docx(w_p("x")), "txt").noticed == "a Word file named .txt"


@pytest.mark.parametrize(
    ("data", "reason", "words"),
    [
        (b"", Reason.EMPTY, "empty"),
        (b"\0\0\0\n", Reason.EMPTY, "empty"),
        (OLD + "WordDocument".encode("utf-16-le"), Reason.OLD_WORD, "before 2007"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), Reason.LOCKED, "password"),
        (OLD, Reason.UNKNOWN_KIND, "old Office"),
        (b"\x89PNG\r\n\x1a\n", Reason.UNKNOWN_KIND, "picture"),
        (b"MZ\x90\0", Reason.UNKNOWN_KIND, "program"),
        (packed({"a.txt": "x"}), Reason.UNKNOWN_KIND, "unpack"),
        (packed({"[Content_Types].xml": "x", "xl/a.xml": "x"}), Reason.UNKNOWN_KIND, "Excel"),
        (b"PK\x03\x04word/document.xml and no more", Reason.DAMAGED, "copied whole"),
        (bytes(range(256)) * 20, Reason.UNKNOWN_KIND, "no document"),
        (b'<?xml version="1.0"?><data/>', Reason.UNKNOWN_KIND, "XML"),
    ],
)
def test_what_is_no_document_is_told_what_it_is(data: bytes, reason: Reason, words: str) -> None:
    with pytest.raises(Refused) as refused:
        recognise(data, "txt")

    assert refused.value.reason is reason
    assert words in refused.value.message


def test_a_short_text_with_a_nought_in_it_is_a_text() -> None:
    assert recognise(b"Words \0with a nought in them.\n", "txt").kind is Kind.TEXT


@pytest.mark.parametrize("before", [b"", b'<?xml version="1.0"?>\n<!-- x -->\n', b"<!DOCTYPE svg>"])
def test_a_drawing_is_no_text(before: bytes) -> None:
    with pytest.raises(Refused, match="a picture"):
        recognise(before + b'<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>', "svg")
