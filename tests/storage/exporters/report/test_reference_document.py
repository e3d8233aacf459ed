"""A document of one's own that lends its styles, with nothing in it that we would like."""

import io
from pathlib import Path

import docx
from docx.oxml.ns import qn

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.files.writing import written
from counterpoint.application.report.handover.paper import preview
from counterpoint.application.report.handover.wanted import Shown, Wanted
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
