"""Sources brought in, replaced and removed, taken back and done again: all files or none."""

from pathlib import Path

import pytest

from counterpoint.application.importing import revising
from counterpoint.application.importing.source_step import (
    Batch,
    StillQuoted,
    brought_in,
    remove,
    why_not,
)
from counterpoint.storage.library.kept_files import ChangedSince
from tests.importing_library import SPEECH, bring_in, everything, library
from tests.report_library import report_library, report_pdf


def test_what_came_in_goes_again_and_comes_back(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    before = everything(disk.folder)
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "report.pdf").write_bytes(report_pdf())
    come = bring_in(disk.folder, tmp_path / "speech.txt", tmp_path / "report.pdf")
    after = everything(disk.folder)
    batch = brought_in(disk.folder, [outcome.source or "" for outcome in come])

    batch.exchange()
    assert everything(disk.folder) == before
    batch.exchange()
    assert everything(disk.folder) == after
    batch.exchange()
    assert everything(disk.folder) == before


def test_what_is_quoted_stays_and_the_claims_are_named(tmp_path: Path) -> None:
    folder = report_library(tmp_path)
    whole = everything(folder)
    with pytest.raises(StillQuoted) as told:
        remove(folder, "report")
    assert everything(folder) == whole
    assert why_not(told.value) == (
        "unlink the 3 claims that rest on “report” first: “The report says so.” (Firmness first), "
        "“The report says so.” (Keep talking), “The report says so.” (Keep talking)."
    )


def test_a_source_is_removed_with_its_original_and_comes_back(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    before = everything(disk.folder)
    (tmp_path / "report.pdf").write_bytes(report_pdf())
    bring_in(disk.folder, tmp_path / "report.pdf")
    whole = everything(disk.folder)

    batch = remove(disk.folder, "report")
    assert everything(disk.folder) == before
    batch.exchange()
    assert everything(disk.folder) == whole


def test_what_others_changed_since_is_left(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    (tmp_path / "speech.txt").write_text(SPEECH, encoding="utf-8")
    bring_in(disk.folder, tmp_path / "speech.txt")
    batch = brought_in(disk.folder, ["speech"])
    description = disk.folder / "corpus" / "speech.yaml"
    description.write_text(description.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    whole = everything(disk.folder)
    with pytest.raises(ChangedSince):
        batch.exchange()
    assert everything(disk.folder) == whole


def replaced(tmp_path: Path, folder: Path) -> Batch:
    """The report in a version of which one quotation was moved and one is changed."""
    new = tmp_path / "second.txt"
    new.write_text(
        "A new beginning was set before it all.\n\nThe report says on its first page that all was "
        "well, and on the second one that it was not, as many had feared.\n\nNothing was said of "
        "the neighbours, who had asked to be heard.\n\nThe end was hardly in sight when it was "
        "written.\n",
        encoding="utf-8",
    )
    return revising.put_in(folder, revising.compare(folder, "report", new))


def test_a_new_version_is_taken_back_with_text_original_description_and_quotations(
    tmp_path: Path,
) -> None:
    folder = report_library(tmp_path)
    before = everything(folder)
    batch = replaced(tmp_path, folder)
    after = everything(folder)
    assert before["options/talk.yaml"] != after["options/talk.yaml"]
    assert "earlier/report" in " ".join(after)

    batch.exchange()
    assert everything(folder) == before
    batch.exchange()
    assert everything(folder) == after
