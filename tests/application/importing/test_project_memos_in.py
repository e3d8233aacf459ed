"""Memos and codes of a project that comes in: each is a note, or told."""

import io
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from counterpoint.application.clock import Clock
from counterpoint.application.importing.notes_in import Incoming, save_notes
from counterpoint.application.importing.project_in import import_project
from counterpoint.application.library.new_library import Template, new_library
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.notes.check import read_notes
from counterpoint.application.report.files.other_kinds import export_project
from counterpoint.application.report.material.reading import read_material
from counterpoint.domain.note import WHOLE_COMPARISON, Note, Target, TargetKind, pair_target
from counterpoint.storage.place import notes_place
from tests import made_documents
from tests.library_on_disk import LibraryOnDisk
from tests.made_project import GUIDS

from .test_project_in import brought_in

REPOSITORY = Path(__file__).parents[3]
N = {"q": "urn:QDA-XML:project:1.0"}


def document(*paragraphs: str) -> bytes:
    made = docx.Document()
    for words in paragraphs:
        made.add_paragraph(words)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def packed(place: Path, inner: str, codes: str = "", **documents: bytes) -> Path:
    path = place / "theirs.qdpx"
    project = f"""<?xml version="1.0" encoding="utf-8"?>
            <Project xmlns="{N["q"]}" name="Theirs" origin="Another 1.0">
            <CodeBook><Codes>{codes}</Codes></CodeBook>{inner}</Project>"""
    parts = {f"sources/{name}.docx": data for name, data in documents.items()}
    path.write_bytes(made_documents.packed({"project.qde": project, **parts}))
    return path


def memo(number: int, name: str, words: str) -> str:
    return (
        f'<Note guid="{GUIDS[number]}" name="{name}">'
        f"<PlainTextContent>{words}</PlainTextContent></Note>"
    )


def bodies(notes: list[Note]) -> list[str]:
    return sorted(note.body for note in notes)


def test_memos_on_nothing_and_on_codes_are_notes_with_their_names(tmp_path: Path) -> None:
    file = packed(
        tmp_path,
        f"""<Notes>{memo(1, "Free *memo*", "Of nothing.")}{memo(2, "Why", "Of a code.")}
        <Note guid="{GUIDS[3]}" name="Rich" richTextPath="internal://rich.docx"/></Notes>""",
        f"""<Code guid="{GUIDS[4]}" name="above"><Code guid="{GUIDS[5]}" name="my code">
        <NoteRef targetGUID="{GUIDS[2]}"/></Code></Code>""",
        rich=document("Written in Word.", "And more."),
    )
    done, notes, _ = brought_in(tmp_path, file)

    assert {note.target for note in notes} == {WHOLE_COMPARISON}
    codes, free, rich, why = bodies(notes)
    assert free == "**Free \\*memo\\***\n\nOf nothing."
    assert codes == "**Codes of the project “Theirs”**\n\n- above\n  - my code"
    assert rich == "**Rich**\n\nWritten in Word.\n\nAnd more."
    assert why == "**Why**\n\nOf a code.\n\nOn the code “above › my code”."
    assert done.notes.left_out == ()


def test_a_memo_whose_document_cannot_be_read_is_told(tmp_path: Path) -> None:
    rich = f'<Note guid="{GUIDS[3]}" name="Rich" richTextPath="internal://rich.docx"/>'
    away = f'<Note guid="{GUIDS[2]}" name="Away" richTextPath="internal://away.docx"/>'
    file = packed(tmp_path, f"<Notes>{rich}{away}</Notes>", rich=b"PK no document")
    done, _, _ = brought_in(tmp_path, file)

    told = "\n".join(map(str, done.notes.left_out))
    assert "the words of the memo “Rich”: " in told
    assert "1 document that did not come along" in told
    assert done.notes.out == 2


def test_what_codes_mean_is_one_note_and_told_with_what_is_used_by_nothing(tmp_path: Path) -> None:
    file = packed(
        tmp_path,
        "",
        f"""<Code guid="{GUIDS[1]}" name="a"><Description>What it means,
        in two lines.</Description><Code guid="{GUIDS[2]}" name="b"/></Code>""",
    )
    done, (note,), _ = brought_in(tmp_path, file)

    assert note.body.endswith("\n- a: What it means,\n  in two lines.\n  - b")
    assert done.notes.told == (
        "a note on the whole comparison lists 2 codes, 1 of them with what they mean",
        "nothing is coded with 2 codes: a; a › b",
    )


def test_a_codebook_alone_is_a_note_of_its_codes(tmp_path: Path) -> None:
    file = tmp_path / "theirs.qdc"
    file.write_text(
        f"""<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>
        <Code guid="{GUIDS[1]}" name="a"/><Code guid="{GUIDS[2]}" name="b"/></Codes></CodeBook>""",
        encoding="utf-8",
    )
    done, (note,), _ = brought_in(tmp_path, file)

    assert note.body == "**Codes of a project**\n\n- a\n- b"
    assert done.codes == 2
    assert "2 codes" in done.notes.told[0]


def test_a_memo_on_a_code_that_is_a_question_here_is_on_it(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    library = OpenedLibrary.open(disk.folder, None)
    question = library.contents.dimensions[0]
    approach = library.contents.approaches[0]
    codes = "".join(
        f'<Code guid="{GUIDS[number]}" name="{name}"><NoteRef targetGUID="{GUIDS[number + 4]}"/>'
        "</Code>"
        for number, name in ((1, question.title.upper()), (2, approach.title))
    )
    notes = f"<Notes>{memo(5, '', 'One.')}{memo(6, '', 'Two.')}</Notes>"
    import_project(disk.folder, packed(tmp_path, notes, codes))
    found = {note.body: note.target for note in read_notes(notes_place(disk.folder))[0]}

    assert found["One."] == Target(TargetKind.QUESTION, dimension=question.id)
    assert found["Two."] == Target(TargetKind.APPROACH, approach.id)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    for part in ("corpus", "options"):
        shutil.copytree(REPOSITORY / part, folder / part)
    return folder


def exported(folder: Path, place: Path) -> tuple[Path, Any]:
    out = place / "ours.qdpx"
    export_project(read_material(folder)[0], OpenedLibrary.open(folder, None), out)
    with zipfile.ZipFile(out) as file:
        return out, etree.fromstring(file.read("project.qde"))


def test_no_word_of_our_own_is_lost_elsewhere(shipped: Path, tmp_path: Path) -> None:
    out, root = exported(shipped, tmp_path)
    new_library(tmp_path / "library", Template.EMPTY)  # no question of ours says it either
    done, notes, _ = brought_in(tmp_path, out)
    said = " ".join(" ".join(note.body.split()) for note in notes)
    said += " ".join(
        path.read_text(encoding="utf-8")
        for path in sorted((tmp_path / "library" / "corpus").glob("*.yaml"))
    )
    wanted = root.findall(".//q:Note/q:PlainTextContent", N) + root.findall(".//q:Description", N)

    assert len(wanted) > 5
    for each in wanted:
        assert " ".join(each.text.split()) in " ".join(said.split())
    for each in root.findall(".//q:Note[@name]", N):
        if each.get("name").startswith("Answer: "):
            assert f"**{each.get('name')}**" in said
    links = len(root.findall("q:Links/q:Link", N))
    assert done.notes.out == links


def test_our_own_memo_that_somebody_wrote_over_comes_in_where_it_belongs(
    shipped: Path, tmp_path: Path
) -> None:
    out, root = exported(shipped, tmp_path)
    answer = next(
        each for each in root.findall(".//q:Note", N) if each.get("name").startswith("Answer: ")
    )
    content = answer.find("q:PlainTextContent", N)
    content.text += " A colleague says more."
    with zipfile.ZipFile(out) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    out.write_bytes(made_documents.packed({**parts, "project.qde": etree.tostring(root)}))
    done = import_project(shipped, out)
    (note,) = read_notes(notes_place(shipped))[0]

    assert done.notes.written == 1
    assert note.target.kind is TargetKind.POSITION
    assert note.body.endswith("A colleague says more.")


@pytest.mark.parametrize("name", ["the words that count", "the words that…"])
def test_a_selection_of_a_document_is_at_its_words(tmp_path: Path, name: str) -> None:
    done, (note,), text = brought_in(tmp_path, of_a_document(tmp_path, name))

    assert note.target.span is not None
    assert text[note.target.span.start : note.target.span.end] == "the words that count"
    assert (note.body, note.tags) == ("**Why**\n\nA memo.", ("my code",))
    assert done.notes.left_out == ()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("twice", "its words stand in 2 places"),
        ("Interview", "its words stand in no text of the library"),
    ],
)
def test_a_selection_of_a_document_without_its_words_is_told_truly(
    tmp_path: Path, name: str, why: str
) -> None:
    done, (note,), _ = brought_in(tmp_path, of_a_document(tmp_path, name))

    (told,) = map(str, done.notes.left_out)
    assert re.match(f"Interview: “{name}”: {why}", told)
    assert (note.target.kind, note.body) == (TargetKind.SOURCE, "**Why**\n\nA memo.")


def of_a_document(place: Path, name: str) -> Path:
    return packed(
        place,
        f"""<Sources><TextSource guid="{GUIDS[1]}" name="Interview"
        richTextPath="internal://talk.docx"><PlainTextSelection guid="{GUIDS[2]}" name="{name}"
        startPosition="700" endPosition="720"><Coding guid="{GUIDS[3]}">
        <CodeRef targetGUID="{GUIDS[4]}"/></Coding><NoteRef targetGUID="{GUIDS[5]}"/>
        </PlainTextSelection></TextSource></Sources><Notes>{memo(5, "Why", "A memo.")}</Notes>""",
        f'<Code guid="{GUIDS[4]}" name="my code"/>',
        talk=document("Said twice.", "Here are the words that count, and more.", "Not twice."),
    )


ON = [
    Target(TargetKind.APPROACH, "talk"),
    Target(TargetKind.QUESTION, dimension="channels"),
    Target(TargetKind.POSITION, "talk", "channels"),
    Target(TargetKind.CLAIM, "talk", "channels", "go-on"),
    pair_target("talk", "firm"),
    WHOLE_COMPARISON,
]


@pytest.mark.parametrize("target", ON, ids=[target.kind for target in ON])
@pytest.mark.parametrize("theirs", [False, True], ids=["the same library", "a copy without notes"])
def test_a_note_that_somebody_wrote_over_comes_back_on_what_it_is_on(
    disk: LibraryOnDisk, tmp_path: Path, target: Target, theirs: bool
) -> None:
    save_notes(notes_place(disk.folder), [Incoming(target, "", "Mine.")], Clock())
    out = tmp_path / "ours.qdpx"
    export_project(read_material(disk.folder)[0], OpenedLibrary.open(disk.folder, None), out)
    with zipfile.ZipFile(out) as old:
        parts: dict[str, str | bytes] = {name: old.read(name) for name in old.namelist()}
        ours = old.read("project.qde")
    parts["project.qde"] = ours.replace(b">Mine.<", b">Theirs.<")
    out.write_bytes(made_documents.packed(parts))
    if theirs:
        shutil.rmtree(disk.folder / "notes")
    import_project(disk.folder, out)

    (note,) = (each for each in read_notes(notes_place(disk.folder))[0] if "Theirs." in each.body)
    if theirs and target.kind is TargetKind.CLAIM:  # which no code of theirs can name
        assert note.target == Target(TargetKind.POSITION, "talk", "channels")
        assert note.body == "**A · Channels · Talks should continue.**\n\nTheirs."
    else:
        assert (note.target, note.body) == (target, "Theirs.")


USERS = f"""<Users><User guid="{GUIDS[8]}" name="Ben  Other"/>
<User guid="{GUIDS[9]}" name="Cy"/></Users>"""


def test_whose_a_memo_is_comes_along(tmp_path: Path) -> None:
    ben, cy = (f'creatingUser="{GUIDS[number]}" guid' for number in (8, 9))
    notes_said = "".join(
        (
            memo(1, "One", "Of Ben.").replace("guid", ben, 1),
            memo(2, "Two", "Of Cy.").replace("guid", cy, 1),
            memo(3, "Three", "Of nobody."),
        )
    )
    _, notes, _ = brought_in(tmp_path, packed(tmp_path, f"{USERS}<Notes>{notes_said}</Notes>"))

    assert {note.body.split("Of ")[1]: note.author for note in notes} == {
        "Ben.": "Ben Other",
        "Cy.": "Cy",
        "nobody.": "",
    }


def test_what_a_single_person_made_is_theirs(tmp_path: Path) -> None:
    one = USERS.partition("\n")[0] + "</Users>"
    file = packed(tmp_path, f"{one}<Notes>{memo(1, 'One', 'Words.')}</Notes>")
    _, notes, _ = brought_in(tmp_path, file)
    assert [note.author for note in notes] == ["Ben Other"]


def test_whose_a_note_is_goes_out_with_a_project_and_comes_back(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    place = notes_place(disk.folder)
    told = [Incoming(WHOLE_COMPARISON, "", "Theirs.", author="Ann & Ben")]
    told.append(Incoming(WHOLE_COMPARISON, "", "Mine."))
    save_notes(place, told, Clock())
    out = tmp_path / "out.qdpx"
    library = OpenedLibrary.open(disk.folder, None)
    export_project(read_material(disk.folder)[0], library, out)
    for file in place.glob("*.md"):
        file.unlink()

    import_project(disk.folder, out)
    notes, _ = read_notes(place)
    assert {note.body.split("\n")[-1]: note.author for note in notes} == {
        "Theirs.": "Ann & Ben",
        "Mine.": "",
    }
