"""Documents into a library: what is stored, what is noticed, what stays out."""

import hashlib
import threading
from pathlib import Path

import pytest

from counterpoint.application.importing.documents import find_documents
from counterpoint.application.importing.import_lock import ImportRunning
from counterpoint.application.importing.importing import Importing
from counterpoint.application.library.anchor import anchor_library
from counterpoint.application.library.check import check_library
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.document_likeness import Likeness
from counterpoint.domain.layout import lay_out_source
from counterpoint.domain.source import Numbering
from counterpoint.domain.text_map import heading_path
from counterpoint.storage.importers.draft import Choices, Paragraphing
from counterpoint.storage.importers.refusal import Reason
from tests.importing_library import SPEECH, bring_in, everything, library
from tests.library_on_disk import LibraryOnDisk
from tests.made_documents import core, docx, lines, pdf, w_p


def documents(folder: Path) -> Path:
    """A folder with one document of several kinds."""
    folder.mkdir()
    (folder / "Speech of May.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "plan.docx").write_bytes(
        docx(
            w_p("The plan", style="Heading1"),
            w_p("Talks should be held in the spring of next year, and not before."),
            parts={"docProps/core.xml": core("A plan for peace", "E. Writer")},
        )
    )
    (folder / "report.pdf").write_bytes(
        pdf(
            lines("the report says on its first page that all was well, and"),
            lines("on the second one that it was not, as many had feared."),
        )
    )
    return folder


def test_each_document_becomes_a_source_that_the_check_finds_no_fault_with(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    outcomes = bring_in(disk.folder, documents(tmp_path / "new"))

    assert [outcome.source for outcome in outcomes] == ["speech-of-may", "plan", "report"]
    check, whole = check_library(disk.folder)
    assert check.problems == ()
    assert whole is not None
    plan = whole.contents.source("plan")
    assert (plan.title, plan.author) == ("A plan for peace", "E. Writer")
    assert (plan.date, plan.publisher, plan.marking) == ("not stated",) * 3
    assert plan.language == "en-GB"
    assert whole.contents.source("report").numbering is Numbering.PAGE


def test_the_original_is_kept_beside_the_text_with_its_digest(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    bring_in(disk.folder, new)

    source = OpenedLibrary.open(disk.folder, None).contents.source("report")
    assert source.original is not None
    kept = (disk.folder / source.original.file).read_bytes()
    assert kept == (new / "report.pdf").read_bytes()
    assert source.original.digest == hashlib.sha256(kept).hexdigest()
    assert source.original.name == "report.pdf"


def test_a_quotation_across_pages_is_anchored_and_cited_by_its_page(tmp_path: Path) -> None:
    disk = LibraryOnDisk.make(tmp_path / "library", anchored=False)
    bring_in(disk.folder, documents(tmp_path / "new"))
    disk.replace(
        "options/talk.yaml",
        "source: letter\n            quote: >-\n              Talks should go on.",
        "source: report\n            quote: >-\n"
        "              all was well, and on the second one that it was not",
    )

    assert anchor_library(disk.folder).problems == ()
    opened = OpenedLibrary.open(disk.folder, None)
    evidence = opened.approach("talk").positions[0].claims[0].evidence[0]
    assert evidence.standing.exact
    assert evidence.paragraph == "p. 1 ¶1–p. 2 ¶1"
    source = opened.contents.source("report")
    layout = lay_out_source(opened.text("report").text, source)
    assert evidence.standing.span is not None
    assert layout.label_at(evidence.standing.span.end - 1) == "p. 2 ¶1"


def test_headings_give_the_path_to_a_place(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    bring_in(disk.folder, documents(tmp_path / "new"))

    opened = OpenedLibrary.open(disk.folder, None)
    text, source = opened.text("plan").text, opened.contents.source("plan")
    (heading,) = heading_path(source.headings, text.index("Talks should"))
    assert text[slice(*heading.span)] == "The plan"


def test_the_library_is_the_same_from_the_cache(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    bring_in(disk.folder, documents(tmp_path / "new"))

    read = OpenedLibrary.open(disk.folder, tmp_path / "cache").contents
    kept = OpenedLibrary.from_cache(disk.folder, tmp_path / "cache")
    assert kept is not None
    assert kept.contents == read


def test_the_same_file_again_is_noticed_and_stays_out(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    bring_in(disk.folder, new)
    before = everything(disk.folder)
    (new / "copy.txt").write_bytes((new / "Speech of May.txt").read_bytes())

    outcomes = bring_in(disk.folder, new)

    assert {outcome.source for outcome in outcomes} == {"speech-of-may", "plan", "report"}
    assert all("in the library already" in (outcome.problem or "") for outcome in outcomes)
    assert everything(disk.folder) == before


def test_the_same_file_twice_in_one_import_comes_in_once(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = tmp_path / "new"
    new.mkdir()
    for name in ("a.txt", "b.txt"):
        (new / name).write_text(SPEECH, encoding="utf-8")

    first, second = bring_in(disk.folder, new)

    assert (first.source, first.problem) == ("a", None)
    assert second.source == "a"
    assert second.problem is not None


def test_a_new_version_and_the_same_text_in_another_file_are_noticed(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    bring_in(disk.folder, new)
    later = tmp_path / "later"
    later.mkdir()
    (later / "may, revised.txt").write_text(
        SPEECH.replace("would go on", "might go on"), encoding="utf-8"
    )
    (later / "may.txt").write_bytes(SPEECH.encode("utf-8-sig"))
    (later / "other.txt").write_text("A text on quite another thing altogether.\n" * 3, "utf-8")

    with Importing(disk.folder) as importing:
        other = list(importing.previews(find_documents([later])))

    likes = {preview.document.path.name: preview.like for preview in other}
    assert likes["may, revised.txt"] == (Likeness.NEW_VERSION, "speech-of-may")
    assert likes["may.txt"] == (Likeness.SAME_TEXT, "speech-of-may")
    assert likes["other.txt"] is None
    assert all(preview.refusal is None for preview in other)


def test_one_text_in_two_files_of_one_import_is_noticed(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = tmp_path / "new"
    new.mkdir()
    (new / "a.txt").write_bytes(SPEECH.encode())
    (new / "b.txt").write_bytes(SPEECH.encode("utf-8-sig"))

    with Importing(disk.folder) as importing:
        first, second = importing.previews(find_documents([new]))

    assert first.like is None
    assert second.like == (Likeness.SAME_TEXT, "a")
    assert second.refusal is None


def test_what_a_person_has_corrected_is_what_is_stored(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    with Importing(disk.folder) as importing:
        (preview,) = importing.previews(find_documents([new / "Speech of May.txt"]))
        assert preview.description is not None
        described = preview.description._replace(author="F. Writer: minister", date="2019-05")
        again = importing.again(
            preview._replace(description=described), Choices(paragraphs=Paragraphing.EACH_LINE)
        )
        importing.store([again])

    source = OpenedLibrary.open(disk.folder, None).contents.source("speech-of-may")
    assert (source.author, source.date) == ("F. Writer: minister", "2019-05")
    assert disk.read("corpus/speech-of-may.txt").count("\n\n") == 3


def test_what_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    (new / "broken.docx").write_bytes((new / "plan.docx").read_bytes()[:200])
    (new / "empty.txt").write_bytes(b"")

    outcomes = bring_in(disk.folder, new, tmp_path / "gone.pdf")

    problems = {each.preview.document.path.name: each.problem for each in outcomes if each.problem}
    assert set(problems) == {"broken.docx", "empty.txt", "gone.pdf"}
    assert "no such file" in str(problems["gone.pdf"])
    assert check_library(disk.folder)[0].problems == ()


def test_a_document_altered_between_preview_and_storing_stays_out(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    before = everything(disk.folder)
    with Importing(disk.folder) as importing:
        (preview,) = importing.previews(find_documents([new / "plan.docx"]))
        (new / "plan.docx").write_bytes(b"another")
        (outcome,) = importing.store([preview])

    assert outcome.source is None
    assert "altered" in str(outcome.problem)
    assert everything(disk.folder) == before


def test_nothing_that_stands_there_is_overwritten(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    with Importing(disk.folder) as importing:
        previews = list(importing.previews(find_documents([new])))
        disk.write("corpus/plan.txt", "A text that somebody else put there.\n")
        outcomes = importing.store(previews)

    assert disk.read("corpus/plan.txt") == "A text that somebody else put there.\n"
    assert [outcome.source for outcome in outcomes] == ["speech-of-may", None, "report"]


def test_a_cancelled_import_leaves_whole_sources_or_none(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    with Importing(disk.folder) as importing:
        previews = list(importing.previews(find_documents([new]), cancelled=lambda: True))
        outcomes = importing.store(previews)

    assert {each.refusal.reason for each in previews if each.refusal} == {Reason.CANCELLED}
    assert all(outcome.source is None for outcome in outcomes)
    assert check_library(disk.folder)[0].sources == 1


def test_progress_goes_from_none_to_all(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    told: list[tuple[int, int]] = []
    with Importing(disk.folder) as importing:
        list(
            importing.previews(
                find_documents([documents(tmp_path / "new")]),
                lambda done, total, name: told.append((done, total)),
            )
        )

    assert told[0] == (0, 3)
    assert told[-1] == (3, 3)
    assert told == sorted(told)


def test_two_imports_into_one_library_do_not_mix(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    new = documents(tmp_path / "new")
    began, go_on = threading.Event(), threading.Event()

    def wait(done: int, total: int, name: str) -> None:
        began.set()
        go_on.wait(30)

    with Importing(disk.folder) as one, Importing(disk.folder) as other:
        previews = list(one.previews(find_documents([new])))
        storing = threading.Thread(target=lambda: one.store(previews, wait))
        storing.start()
        assert began.wait(30)
        with pytest.raises(ImportRunning):
            other.store(previews)
        go_on.set()
        storing.join()

    assert check_library(disk.folder)[0].sources == 4
