"""A project of REFI-QDA: its texts as sources, its coded passages and memos as notes."""

from collections.abc import Callable
from pathlib import Path

import pytest

from counterpoint.application.importing.place import prepared
from counterpoint.application.importing.project_in import ProjectSummary, import_project
from counterpoint.application.library.check import check_library
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.notes.check import read_notes
from counterpoint.application.report.files.other_kinds import export_project
from counterpoint.application.report.material.reading import read_material
from counterpoint.cli.bringing_in import told_notes
from counterpoint.domain.note import Note, TargetKind
from counterpoint.storage.importers.refusal import Refused
from counterpoint.storage.place import notes_place
from tests import made_documents
from tests.library_on_disk import LibraryOnDisk
from tests.made_project import GUIDS, TEXT, WORDS, packed, qde


def brought_in(place: Path, file: Path) -> tuple[ProjectSummary, list[Note], str]:
    folder = place / "library"
    with prepared(folder, dry=False):
        done = import_project(folder, file)
    notes, _ = read_notes(notes_place(folder))
    texts = [path.read_bytes().decode() for path in sorted((folder / "corpus").glob("*.txt"))]
    return done, list(notes), "".join(texts)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize("folder", ["sources", "Sources"])
@pytest.mark.parametrize(
    "count",
    [
        lambda before: len(before),
        lambda before: len(before.replace("\r\n", "\n")),
        lambda before: units(before),
        lambda before: units(before.replace("\r\n", "\n")),
    ],
    ids=["code points", "without CR", "UTF-16", "UTF-16 without CR"],
)
def test_a_selection_is_at_its_words_whatever_its_program_counts(
    tmp_path: Path, count: Callable[[str], int], folder: str
) -> None:
    start = count(TEXT[: TEXT.index(WORDS)])
    file = packed(tmp_path, qde(start, start + len(WORDS)), folder=folder)
    done, (note,), text = brought_in(tmp_path, file)

    assert (done.new, done.notes.written) == (1, 1)
    assert note.target.span is not None
    assert text[note.target.span.start : note.target.span.end] == WORDS
    assert (note.body, note.tags, note.quote) == ("**memo**\n\nWhat I think.", ("A: code",), WORDS)
    assert check_library(tmp_path / "library")[0].ok


@pytest.mark.parametrize("off", [-19, -7, -1, 1, 2, 9, 12, 40])
@pytest.mark.parametrize("cut", [0, 1])
def test_a_wrong_position_gives_way_to_the_words(tmp_path: Path, off: int, cut: int) -> None:
    start = TEXT.index(WORDS) + off
    file = packed(tmp_path, qde(start, start + len(WORDS) - cut))
    done, (note,), text = brought_in(tmp_path, file)

    assert done.notes.left_out == ()
    assert note.target.span is not None
    assert text[note.target.span.start : note.target.span.end] == WORDS
    assert note.quote == WORDS


def test_the_description_of_a_selection_has_its_words_too(tmp_path: Path) -> None:
    project = qde(3, 9, name="Quotation 7").replace(
        " <Coding guid", f" <Description>{WORDS}</Description><Coding guid", 1
    )
    _, (note,), _ = brought_in(tmp_path, packed(tmp_path, project))
    assert note.quote == WORDS


@pytest.mark.parametrize(
    ("text", "name", "why"),
    [
        (f"{TEXT}Again {WORDS}.\r\n", WORDS, "which stand in 2 places"),
        (TEXT, "words that are not here", "what it is named by is not in the text"),
    ],
)
def test_what_is_not_at_its_words_is_told_with_them(
    tmp_path: Path, text: str, name: str, why: str
) -> None:
    file = packed(tmp_path, qde(4, 8, name=name), text)
    done, notes, _ = brought_in(tmp_path, file)

    (memo,) = notes  # which is not lost with its passage
    assert (memo.target.kind, memo.body) == (TargetKind.SOURCE, "**memo**\n\nWhat I think.")
    (told,) = map(str, done.notes.left_out)
    assert f"A text.txt: “{name}”" in told
    assert why in told


def test_a_selection_with_a_name_of_its_own_is_where_it_says(tmp_path: Path) -> None:
    start = TEXT.index(WORDS)
    file = packed(tmp_path, qde(start, start + len(WORDS), name="Their best idea"))
    _, (note,), _ = brought_in(tmp_path, file)
    assert note.quote == WORDS


def test_things_that_are_left_out_are_counted_one_by_one(tmp_path: Path) -> None:
    start = TEXT.index(WORDS)
    links = "".join(f'<Link guid="{GUIDS[8]}{n}" name="a"/>' for n in range(38))
    project = qde(start, start + len(WORDS)).replace("<Links/>", f"<Links>{links}</Links>")
    project = project.replace("<Cases/>", f'<Cases><Case guid="{GUIDS[9]}" name="b"/></Cases>')
    done, _, _ = brought_in(tmp_path, packed(tmp_path, project))

    told = [str(each) for each in done.notes.left_out]
    assert told == ["left out: 1 case", "left out: 38 links"]
    assert done.notes.out == 39
    assert list(told_notes(done.notes, dry=False))[-1].endswith("39 left out")


def test_a_position_beyond_the_text_is_left_out_and_told(tmp_path: Path) -> None:
    done, notes, _ = brought_in(tmp_path, packed(tmp_path, qde(5_000, 5_020, name="x y z")))

    assert [note.target.kind for note in notes] == [TargetKind.SOURCE]
    assert done.new == 1
    assert len(done.notes.left_out) == 1


def test_the_same_project_does_not_come_in_twice(tmp_path: Path) -> None:
    start = TEXT.index(WORDS)
    file = packed(tmp_path, qde(start, start + len(WORDS)))
    brought_in(tmp_path, file)
    done, notes, _ = brought_in(tmp_path, file)

    assert (done.new, done.notes.written, len(notes)) == (0, 0, 1)


@pytest.mark.parametrize(
    "project",
    [
        "",
        "<Project",
        "<Other/>",
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        + "<Project>&b;</Project>",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + qde(0, 5, name="&a;")[39:],
    ],
)
def test_what_is_no_project_is_refused_or_told(tmp_path: Path, project: str) -> None:
    file = packed(tmp_path, project)
    try:
        _, notes, text = brought_in(tmp_path, file)
    except Refused:
        return
    assert "root:" not in text + "".join(note.body + note.quote for note in notes)


def test_a_name_that_leads_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("A secret of mine.", encoding="utf-8")
    for address in ("internal://../../secret.txt", "relative://../secret.txt", "/etc/passwd"):
        project = qde(0, 5).replace(f"internal://{GUIDS[3]}.txt", address)
        try:
            _, _, text = brought_in(tmp_path, packed(tmp_path, project))
        except Refused:
            continue
        assert "secret of mine" not in text
        assert "root:" not in text


def test_our_own_comes_back_as_the_same_texts(disk: LibraryOnDisk, tmp_path: Path) -> None:
    out = tmp_path / "ours.qdpx"
    export_project(read_material(disk.folder)[0], OpenedLibrary.open(disk.folder, None), out)
    at_home = import_project(disk.folder, out)
    elsewhere, notes, text = brought_in(tmp_path, out)

    assert (at_home.new, at_home.notes.written) == (0, 0)
    assert elsewhere.new == 1
    assert elsewhere.notes.written == len(notes) > 0
    for note in notes:
        if note.target.span is not None:
            found = text[note.target.span.start : note.target.span.end]
            assert " ".join(found.split()) == note.quote


def of_dotnet(project: str) -> bytes:
    """As programs made with .NET put XML together: it says UTF-16, and is saved as UTF-8."""
    return b"\xef\xbb\xbf" + project.replace('encoding="utf-8"', 'encoding="utf-16"').encode()


@pytest.mark.parametrize(
    "written", [of_dotnet, lambda project: project.replace("utf-8", "utf-16").encode("utf-16")]
)
@pytest.mark.parametrize("folder", ["", "My project/", "a\\b\\"])
def test_a_project_comes_in_whatever_wrote_and_packed_it(
    tmp_path: Path, written: Callable[[str], bytes], folder: str
) -> None:
    """Some unpack one to look at it, and pack the folder again."""
    start = TEXT.index(WORDS)
    parts: dict[str, str | bytes] = {
        f"{folder}Project.QDE": written(qde(start, start + len(WORDS))),
        f"{folder}Sources/{GUIDS[3].upper()}.TXT": TEXT.encode(),
        "__MACOSX/._project.qde": b"none",
    }
    file = tmp_path / "theirs.qdpx"
    file.write_bytes(made_documents.packed(parts))
    done, (note,), _ = brought_in(tmp_path, file)

    assert (done.new, done.notes.left_out, note.quote) == (1, (), WORDS)


def test_line_ends_of_windows_in_a_memo_are_line_ends(tmp_path: Path) -> None:
    start = TEXT.index(WORDS)
    project = qde(start, start + len(WORDS)).replace("What I think.", "One.&#13;\nTwo.&#13;Three.")
    _, (note,), _ = brought_in(tmp_path, packed(tmp_path, project))
    assert note.body == "**memo**\n\nOne.\nTwo.\nThree."
