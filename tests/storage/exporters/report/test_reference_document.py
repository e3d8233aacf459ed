"""A document of one's own that lends its styles, with nothing in it that we would like."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import etree

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.files.writing import written
from counterpoint.application.report.handover.paper import preview
from counterpoint.application.report.handover.wanted import Shown, Wanted
from counterpoint.storage.exporters.failing import NotExported
from counterpoint.storage.template_file import shipped_template
from tests.handed_over import material
from tests.library_on_disk import LibraryOnDisk

SHOWN = Shown(("talk", "firm"), ("channels", "objections"))


def reference(place: Path, header: str = "") -> Path:
    path = place / "own.docx"
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header or "Our ministry"
    document.save(str(path))
    return path


def test_tables_have_lines_and_small_letters(tmp_path: Path) -> None:
    report = write_brief(material(), shipped_template("full"), Wishes()).report
    data, _ = written(report, Path("a.docx"), 0, reference(tmp_path))
    document = docx.Document(io.BytesIO(data))

    assert document.tables
    for table in document.tables:
        (borders,) = table._tbl.tblPr.iter(qn("w:tblBorders"))
        assert {side.get(qn("w:val")) for side in borders} == {"single"}
    size = document.styles["Table Text"].font.size
    assert size is not None
    assert size.pt < 9


def test_tables_of_an_odt_have_small_letters_too(tmp_path: Path) -> None:
    own = tmp_path / "own.odt"
    report = write_brief(material(), shipped_template("full"), Wishes()).report
    plain, _ = written(report, Path("a.odt"), 0)
    with zipfile.ZipFile(io.BytesIO(plain)) as packed, zipfile.ZipFile(own, "w") as made:
        for name in packed.namelist():
            part = packed.read(name)
            made.writestr(name, part.replace(b"Table_20_Text", b"Other_20_Text"))
    data, _ = written(report, Path("a.odt"), 0, own)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        styles = etree.fromstring(packed.read("styles.xml"))
        content = packed.read("content.xml")
    name = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name"
    (style,) = [each for each in styles.iter() if each.get(name) == "Table_20_Text"]
    assert b'style-name="Table_20_Text"' in content
    assert b"8.5pt" in etree.tostring(style)


def told(disk: LibraryOnDisk, reference: Path) -> str:
    wanted = Wanted(paper="one-page", marking="SECRET", reference=str(reference))
    found = preview(OpenedLibrary.open(disk.folder, None), (), wanted, SHOWN)
    return "\n".join(map(str, found.findings))


def test_that_it_has_no_place_for_the_marking_is_told_before(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    assert "own.docx: it has no place for the marking" in told(disk, reference(tmp_path))
    assert "no place for the marking" not in told(disk, reference(tmp_path, "{marking}"))
    (tmp_path / "own.docx").write_bytes(b"no zip")
    assert "no place for the marking" not in told(disk, tmp_path / "own.docx")


def damaged(place: Path) -> None:
    place.write_bytes(reference(place.parent).read_bytes()[:5000])


def no_zip(place: Path) -> None:
    place.write_text("not at all")


def spreadsheet(place: Path) -> None:
    book = openpyxl.Workbook()
    book.save(place.with_suffix(".xlsx"))
    place.with_suffix(".xlsx").replace(place)


def no_xml(place: Path) -> None:
    with zipfile.ZipFile(place, "w") as packed:
        packed.writestr("word/document.xml", "<w:document")


@pytest.mark.parametrize("made", [damaged, no_zip, spreadsheet, no_xml])
def test_what_is_no_word_document_is_named_with_what_to_do(
    tmp_path: Path, made: Callable[[Path], None]
) -> None:
    own = tmp_path / "theirs.docx"
    made(own)
    report = write_brief(material(), shipped_template("one-page"), Wishes()).report

    with pytest.raises(NotExported, match=r"theirs\.docx: .* is no Word document") as told:
        written(report, Path("a.docx"), 0, own)
    assert "save it anew as a .docx, or choose another document" in str(told.value)


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_one_that_is_not_there_is_named(tmp_path: Path, kind: str) -> None:
    report = write_brief(material(), shipped_template("one-page"), Wishes()).report

    with pytest.raises(NotExported, match=r"gone.* is not there; choose another"):
        written(report, Path(f"a.{kind}"), 0, tmp_path / f"gone.{kind}")
