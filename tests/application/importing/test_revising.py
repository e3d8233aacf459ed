"""How a source is cited and described once a new version, perhaps of another kind, is in its place,
and what stands beside a quotation in the old one."""

from pathlib import Path

from counterpoint.application.importing import revising
from counterpoint.application.importing.revising import Revision
from counterpoint.storage.yaml.yaml_file import read_yaml
from tests.importing_library import bring_in, library
from tests.library_on_disk import LibraryOnDisk
from tests.made_documents import docx, lines, pdf, w_p
from tests.report_library import report_library, report_pdf

BODY = (
    "The minister said that the talks would go on for as long as they were of use,",
    "and that the guarantor powers would be told of every step that was taken then.",
)


def page() -> bytes:
    return pdf(lines(*BODY), lines("Nobody spoke of the neighbours, who had asked to be heard."))


def word() -> bytes:
    return docx(w_p(" ".join(BODY)), w_p("Nobody spoke of the neighbours."))


def replaced(folder: Path, file: Path, source: str) -> Revision:
    revision = revising.compare(folder, source, file)
    revising.put_in(folder, revision)
    return revision


def described(folder: Path, source: str) -> dict[str, object]:
    return dict(read_yaml(folder / f"corpus/{source}.yaml", "").value)


def test_a_document_that_gets_pages_is_cited_by_them(tmp_path: Path) -> None:
    folder = library(tmp_path / "library").folder
    first, second = tmp_path / "draft.docx", tmp_path / "printed.pdf"
    first.write_bytes(word())
    second.write_bytes(page())
    bring_in(folder, first)
    assert described(folder, "draft")["numbering"] == "count"

    replaced(folder, second, "draft")

    found = described(folder, "draft")
    assert found["numbering"] == "page"
    assert "printed.pdf" in str(found["reached_us"])


def test_a_document_that_has_no_pages_any_more_is_counted(tmp_path: Path) -> None:
    folder = library(tmp_path / "library").folder
    first, second = tmp_path / "printed.pdf", tmp_path / "draft.docx"
    first.write_bytes(page())
    second.write_bytes(word())
    bring_in(folder, first)

    replaced(folder, second, "printed")

    assert described(folder, "printed")["numbering"] == "count"


def test_how_a_person_has_it_cited_and_says_it_came_stays(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    first, second = tmp_path / "printed.pdf", tmp_path / "again.pdf"
    first.write_bytes(page())
    second.write_bytes(page().replace(b"Nobody", b"No one"))
    bring_in(disk.folder, first)
    disk.replace("corpus/printed.yaml", "numbering: page", "numbering: count")
    before = str(described(disk.folder, "printed")["reached_us"])
    disk.replace("corpus/printed.yaml", before, "By post.")

    revision = replaced(disk.folder, second, "printed")

    found = described(disk.folder, "printed")
    assert (found["numbering"], found["reached_us"]) == ("count", "By post.")
    draft = revision.report.preview.draft
    assert draft is not None
    assert str(draft.numbering) == "count", "what is told of it is how it will be cited"


def test_what_stands_beside_a_quotation_in_the_old_version_is_told(tmp_path: Path) -> None:
    folder = report_library(tmp_path)
    file = tmp_path / "report, revised.pdf"
    file.write_bytes(report_pdf().replace(b"was not in sight", b"was nearly in sight"))
    revision = revising.compare(folder, "report", file)
    assert revision.items
    for at, item in enumerate(revision.items):
        stood = item.affected.stood
        assert stood is not None
        before, after = revision.around_old(at)
        old = revision.report.old
        assert old[: stood.start].endswith(before)
        assert old[stood.end :].startswith(after)
        assert before or after
    assert "p. iv ¶1–p. v ¶1" in {item.affected.before for item in revision.items}


def test_a_place_that_may_be_meant_is_cited_as_it_will_be_once_it_is_in(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    file = tmp_path / "letter.html"
    file.write_text(
        "<html><body><article><h1>Letter</h1><h2>Of talks</h2>"
        "<p>One said before the vote of that year. Talks should go on. So they say.</p>"
        "<p>Another said it after the vote. Talks should go on. So it was.</p>"
        "</article></body></html>"
    )
    revision = revising.compare(disk.folder, "letter", file)
    (at,) = (
        at for at, item in enumerate(revision.items) if item.affected.words == "Talks should go on."
    )
    assert [each.label for each in revision.choices(at)] == ["§1", "§2"]
