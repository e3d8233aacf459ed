"""What colleagues annotated elsewhere, as notes on the passages that they quote."""

import json
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from counterpoint.application.importing.annotations_in import import_annotations
from counterpoint.application.importing.notes_in import Summary
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.notes.check import read_notes
from counterpoint.application.report.files.other_kinds import export_annotations
from counterpoint.application.report.material.reading import read_material
from counterpoint.domain.note import Note, NoteKind, TargetKind
from counterpoint.storage.importers.refusal import Refused
from counterpoint.storage.place import notes_place
from tests.library_on_disk import LETTER, LibraryOnDisk


def annotation(exact: str, *, start: int | None = None, **fields: Any) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": exact, **fields.pop("around", {})}
    ]
    if start is not None:
        selectors.append(
            {"type": "TextPositionSelector", "start": start, "end": start + len(exact)}
        )
    return {
        "type": "Annotation",
        "body": [{"type": "TextualBody", "value": "Mine.", "purpose": "commenting"}],
        "target": {"source": "https://example.org/letter.txt", "selector": selectors},
        **fields,
    }


def brought_in(disk: LibraryOnDisk, *annotations: object) -> Summary:
    path = disk.folder.with_name("theirs.jsonld")
    path.write_text(json.dumps(list(annotations)), encoding="utf-8")
    return import_annotations(OpenedLibrary.open(disk.folder, None), path)


def notes(disk: LibraryOnDisk) -> list[Note]:
    return list(read_notes(notes_place(disk.folder))[0])


def words_of(note: Note) -> str:
    assert note.target.span is not None
    return LETTER[note.target.span.start : note.target.span.end]


def test_words_decide_however_wrong_the_position_is(disk: LibraryOnDisk) -> None:
    assert brought_in(disk, annotation("asked for firmness first", start=3)).written == 1
    (note,) = notes(disk)

    assert (note.target.kind, note.target.source) == (TargetKind.PASSAGE, "letter")
    assert words_of(note) == "asked for firmness first"
    assert (note.body, note.quote) == ("Mine.", "asked for firmness first")


def test_of_several_places_what_is_around_or_the_position_tells_which(
    disk: LibraryOnDisk,
) -> None:
    places = [LETTER.index("should go on"), LETTER.rindex("should go on")]
    around = annotation("should go on", around={"prefix": "¶2. Talks ", "suffix": ". His critics"})
    near = annotation("should go on", start=places[0] + 2, body="Near.")

    assert brought_in(disk, around, near).written == 2
    found = {note.body: note.target.span for note in notes(disk)}
    assert found["Mine."] is not None
    assert found["Mine."].start == places[1]
    assert found["Near."] is not None
    assert found["Near."].start == places[0]


def test_what_cannot_be_told_is_left_out_and_said(disk: LibraryOnDisk) -> None:
    done = brought_in(
        disk,
        annotation("should go on"),
        annotation("words that stand nowhere"),
        {"type": "Annotation", "target": {"source": "x", "selector": []}, "body": "On what?"},
    )

    assert done.written == 0
    assert [each.why for each in done.left_out] == [
        "its words stand in 2 places, and nothing says in which",
        "its words stand in no text of the library",
        "it is on no text of the library",
    ]
    assert notes(disk) == []


def test_what_came_in_once_does_not_come_in_twice(disk: LibraryOnDisk) -> None:
    one = annotation("asked for firmness first")
    brought_in(disk, one)
    again = brought_in(disk, one)

    assert (again.written, again.here_already, len(notes(disk))) == (0, 1, 1)


def test_kind_tags_and_times_come_along_and_html_is_words(disk: LibraryOnDisk) -> None:
    brought_in(
        disk,
        annotation(
            "asked for firmness first",
            created="2026-01-02T03:04:05+02:00",
            modified="2026-02-02T03:04:05Z",
            body=[
                {"value": "<p>So <b>it</b> is</p>", "format": "text/html"},
                {"value": "judgement", "purpose": "classifying"},
                {"value": "one, two", "purpose": "tagging"},
            ],
        ),
    )
    (note,) = notes(disk)

    assert (note.kind, note.tags) == (NoteKind.JUDGEMENT, ("one two",))
    assert (note.created, note.changed) == ("2026-01-02T01:04:05Z", "2026-02-02T03:04:05Z")
    assert note.body == "So it is"


def test_an_export_of_hypothesis_comes_in(disk: LibraryOnDisk) -> None:
    path = disk.folder.with_name("hypothesis.json")
    row = {
        "id": "abc",
        "created": "2026-01-02T03:04:05.123456+00:00",
        "updated": "2026-01-02T03:04:05.123456+00:00",
        "uri": "https://example.org/somewhere",
        "text": "What they say.",
        "tags": ["one"],
        "target": [
            {
                "source": "https://example.org/somewhere",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]"},
                    {"type": "TextQuoteSelector", "exact": "Nobody spoke of the neighbours"},
                ],
            }
        ],
    }
    path.write_text(json.dumps({"total": 1, "rows": [row]}), encoding="utf-8")
    import_annotations(OpenedLibrary.open(disk.folder, None), path)
    (note,) = notes(disk)

    assert (note.body, note.tags) == ("What they say.", ("one",))
    assert words_of(note) == "Nobody spoke of the neighbours"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_one_on_each_line_comes_in(disk: LibraryOnDisk, encoding: str) -> None:
    path = disk.folder.with_name("theirs.json")
    two = [annotation("asked for firmness first"), annotation("Nobody spoke of the neighbours")]
    path.write_text("\n".join(map(json.dumps, two)) + "\n\n", encoding)
    import_annotations(OpenedLibrary.open(disk.folder, None), path)

    assert sorted(map(words_of, notes(disk))) == [
        "Nobody spoke of the neighbours",
        "asked for firmness first",
    ]


def test_ours_come_back_as_they_went(disk: LibraryOnDisk, tmp_path: Path) -> None:
    brought_in(
        disk,
        annotation("asked for firmness first"),
        {"target": "urn:counterpoint:talk/channels", "body": "On a place."},
    )
    before = {(note.target, note.kind, note.tags, note.body, note.quote) for note in notes(disk)}
    out = tmp_path / "ours.jsonld"
    export_annotations(read_material(disk.folder)[0], out)
    for path in notes_place(disk.folder).glob("*.md"):
        path.unlink()

    done = import_annotations(OpenedLibrary.open(disk.folder, None), out)

    assert (done.written, done.left_out) == (2, ())
    assert done.here_already >= 3
    after = {(note.target, note.kind, note.tags, note.body, note.quote) for note in notes(disk)}
    assert after == before


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{[",
        b"{}",
        b"[1, 2]",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b"[" * 5_000 + b"]" * 5_000,
    ],
)
def test_what_holds_no_annotations_is_refused(disk: LibraryOnDisk, data: bytes) -> None:
    path = disk.folder.with_name("theirs.jsonld")
    path.write_bytes(data)
    with pytest.raises(Refused):
        import_annotations(OpenedLibrary.open(disk.folder, None), path)


@pytest.mark.parametrize(
    "target",
    [
        None,
        3,
        {"selector": "x"},
        {"source": 3, "selector": [{"type": "TextQuoteSelector", "exact": 4}]},
        {"selector": {"type": "TextPositionSelector", "start": 1e400, "end": -1}},
        {"selector": {"type": "TextPositionSelector", "start": True, "end": "9" * 5000}},
        {"selector": {"type": "TextQuoteSelector", "exact": "\x00\ud800"}},
    ],
)
def test_nothing_odd_in_an_annotation_costs_more_than_itself(
    disk: LibraryOnDisk, target: object
) -> None:
    done = brought_in(
        disk, {"target": target, "body": {"a": [1]}}, annotation("asked for firmness first")
    )

    assert done.written == 1


@pytest.mark.parametrize(
    ("selector", "said"),
    [
        ({"type": "FragmentSelector", "value": "page=3"}, "FragmentSelector: page=3"),
        (
            {"type": "RangeSelector", "startSelector": {"type": "XPathSelector", "value": "/p[2]"}},
            "/p[2]",
        ),
        ({"type": "TextQuoteSelector", "exact": ""}, "TextQuoteSelector"),
        ({"type": "TextQuoteSelector", "exact": 12}, "12"),
    ],
)
def test_what_an_annotation_was_on_is_told_where_it_is_not_understood(
    disk: LibraryOnDisk, selector: dict[str, Any], said: str
) -> None:
    theirs = annotation("")
    theirs["target"] = {"source": "letter", "selector": selector}
    done = brought_in(disk, theirs)

    (note,) = notes(disk)
    assert (note.target.kind, note.target.source) == (TargetKind.SOURCE, "letter")
    assert note.body.startswith("Mine.\n\nIt was on a part of the source")
    assert said in note.body
    (line,) = done.lines()
    assert said in line
    assert "its note is on the whole source" in line


def test_a_note_on_a_whole_source_is_not_said_to_be_on_a_part(disk: LibraryOnDisk) -> None:
    theirs = annotation("")
    theirs["target"] = {"source": "letter"}
    assert brought_in(disk, theirs).lines() == ()
    assert [note.body for note in notes(disk)] == ["Mine."]


@pytest.mark.parametrize(
    "answer",
    [
        {"text": "I doubt it.", "references": ["one"], "target": [{"source": "https://e.org"}]},
        {"text": "I doubt it.", "references": ["one", "gone"], "target": [{"source": "x"}]},
        {"body": "I doubt it.", "motivation": "replying", "target": "one"},
    ],
)
def test_an_answer_is_a_note_beside_the_one_that_it_answers(
    disk: LibraryOnDisk, answer: dict[str, Any]
) -> None:
    done = brought_in(disk, answer, annotation("asked for firmness first", id="one"))
    mine, theirs = sorted(notes(disk), key=lambda note: note.body, reverse=True)

    assert (done.written, done.left_out) == (2, ())
    assert theirs.body == "I doubt it.\n\nIn answer to “asked for firmness first”."
    assert (theirs.target, theirs.quote) == (mine.target, mine.quote)


def test_an_answer_to_what_did_not_come_in_says_so(disk: LibraryOnDisk) -> None:
    done = brought_in(disk, {"text": "I doubt it.", "references": ["one"], "target": ["x"]})

    assert "it answers an annotation that is not in the file" in str(done.left_out[0])


@pytest.mark.parametrize(
    ("said", "author"),
    [
        ({"creator": "Ben Other"}, "Ben Other"),
        ({"creator": {"type": "Person", "name": "Ben Other", "id": "urn:x"}}, "Ben Other"),
        ({"creator": {"nickname": "ben"}}, "ben"),
        ({"creator": [{"name": "Ann"}, {"id": "https://example.org/ben"}]},
         "Ann and https://example.org/ben"),
        ({"creator": {"email": "mailto:ben@example.org"}}, "ben@example.org"),
        ({"user": "acct:ann@hypothes.is"}, "ann"),
        ({"user": "acct:ann@notes.example"}, "ann@notes.example"),
        ({"user": "acct:ann@hypothes.is", "user_info": {"display_name": "Ann Lee"}}, "Ann Lee"),
        ({"body": [{"value": "Mine.", "creator": {"name": "Cy\n Dee"}}]}, "Cy Dee"),
        ({"creator": {"name": 7}, "user": None}, ""),
    ],
)  # fmt: skip
def test_a_note_says_whose_it_is(disk: LibraryOnDisk, said: dict[str, Any], author: str) -> None:
    done = brought_in(disk, annotation("asked for firmness first", **said))
    (note,) = notes(disk)

    assert (note.author, note.body) == (author, "Mine.")
    assert ("author" in (notes_place(disk.folder) / f"{note.id}.md").read_text()) == bool(author)
    assert done.written == 1


def test_whose_an_answer_is_comes_along_and_goes_out_again(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    first = annotation("asked for firmness first", id="a", creator={"name": "Ann"})
    answer = {"id": "b", "references": ["a"], "text": "No.", "user": "acct:ben@hypothes.is"}
    brought_in(disk, first, {**answer, "target": [{"source": "https://example.org/letter.txt"}]})
    assert sorted(note.author for note in notes(disk)) == ["Ann", "ben"]

    library = OpenedLibrary.open(disk.folder, None)
    out = tmp_path / "out.jsonld"
    export_annotations(read_material(disk.folder)[0], out)
    made = [each for each in json.loads(out.read_bytes())["first"]["items"] if "creator" in each]
    assert [each["creator"] for each in made] == [
        {"type": "Person", "name": name}
        for name in (note.author for note in sorted(notes(disk), key=lambda note: note.id))
    ]
    assert import_annotations(library, out).here_already == 2 + len(library_evidence(library))

    for file in notes_place(disk.folder).glob("*.md"):
        file.unlink()
    assert import_annotations(OpenedLibrary.open(disk.folder, None), out).written == 2
    assert sorted(note.author for note in notes(disk)) == ["Ann", "ben"]


def library_evidence(library: OpenedLibrary) -> list[str]:
    heads = (head.id for head in library.contents.approaches)
    return [placed.evidence.key for placed in library.placed(heads)]


def test_two_persons_may_say_the_same_and_what_came_in_before_stays_one(
    disk: LibraryOnDisk,
) -> None:
    words = "asked for firmness first"
    assert brought_in(disk, annotation(words)).written == 1
    assert brought_in(disk, annotation(words, creator="Ann")).here_already == 1
    ann, ben = (annotation("should go on", start=0, creator=name) for name in ("Ann", "Ben"))
    done = brought_in(disk, ann, ben, ben)
    assert (done.written, done.here_already) == (2, 1)


def test_words_with_accents_of_their_own_are_found(disk: LibraryOnDisk) -> None:
    """As files from a Mac have them; texts that come in are composed."""
    disk.path("corpus/letter.txt").write_text(LETTER.replace("firmness", "fermeté"), "utf-8")
    parted = normalize("NFD", "asked for fermeté first")

    assert brought_in(disk, annotation(parted)).written == 1
    (note,) = notes(disk)
    assert (note.target.kind, note.quote) == (TargetKind.PASSAGE, "asked for fermeté first")
