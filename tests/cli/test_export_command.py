"""`counterpoint export`, and the commands that take in what colleagues made."""

import re
import zipfile
from pathlib import Path

import pytest

from counterpoint.cli.command_names import command_names
from counterpoint.cli.main import run
from tests.library_on_disk import LibraryOnDisk

OUT = {
    "brief": ("docx", "odt", "pdf", "html", "md", "epub"),
    "matrix": ("xlsx", "csv"),
    "references": ("json", "bib", "bibtex", "ris"),
    "annotations": ("jsonld", "json"),
    "project": ("qdpx", "qdc"),
    "notes": ("docx", "odt", "pdf", "html", "md", "epub"),
    "map": ("svg", "png"),
    "replies": ("svg", "png"),
    "library": ("counterpoint",),
}
EVERY = [(kind, ending) for kind, endings in OUT.items() for ending in endings]
PAGE = Path("docs/hand-over.md").read_text(encoding="utf-8")
NOTE = """---
target: position
option: talk
dimension: channels
kind: judgement
tags: [brief]
---
Mine.
"""


def export(disk: LibraryOnDisk, kind: str, out: Path, *more: str) -> int:
    return run(["export", kind, str(out), "--library", str(disk.folder), *more])


@pytest.mark.parametrize(("kind", "ending"), EVERY)
def test_every_kind_in_every_format_is_written_alike_from_run_to_run(
    disk: LibraryOnDisk, tmp_path: Path, kind: str, ending: str
) -> None:
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    before = {path: path.read_bytes() for path in disk.folder.rglob("*") if path.is_file()}

    assert export(disk, kind, first) == 0
    assert export(disk, kind, second) == 0
    assert first.read_bytes() == second.read_bytes() != b""
    for path, data in before.items():
        assert path.read_bytes() == data
    assert {path.suffix for path in tmp_path.iterdir()} == {"", f".{ending}"}


def test_the_page_has_every_kind_with_every_ending() -> None:
    table = PAGE.partition("|---|---|---|\n")[2].partition("\n\n")[0]
    rows = {
        kind: row
        for row in table.splitlines()
        for kind in re.findall(r"`(\w+)`", row.split("|")[1])
    }
    for kind, endings in OUT.items():
        told = rows["brief" if kind == "notes" else kind]
        assert [ending for ending in endings if f".{ending}" not in told] == []
        assert f"`{kind}`" in PAGE


@pytest.mark.parametrize(
    ("ending", "part"),
    [("docx", "docProps/core.xml"), ("odt", "meta.xml"), ("epub", "EPUB/content.opf")],
)
def test_the_date_in_it_is_the_librarys_or_the_one_that_is_asked_for(
    disk: LibraryOnDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str, part: str
) -> None:
    export(disk, "brief", tmp_path / f"a.{ending}")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    export(disk, "brief", tmp_path / f"b.{ending}")

    for name, date in (("a", b"2008-10-20T00:00:00Z"), ("b", b"2023-11-14T22:13:20Z")):
        with zipfile.ZipFile(tmp_path / f"{name}.{ending}") as packed:
            said = packed.read(part)
        assert date in said
        assert b"1970" not in said


def test_what_to_know_goes_to_the_error_stream_and_the_file_to_the_other(
    disk: LibraryOnDisk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert export(disk, "brief", tmp_path / "a.md") == 0
    out, err = capsys.readouterr()

    assert out == f"wrote {tmp_path / 'a.md'}\n"
    assert "[gap]" in err


@pytest.mark.parametrize(
    ("kind", "out", "more", "code", "told"),
    [
        ("brief", "a.doc", (), 1, "end the name so"),
        ("matrix", "a.ods", (), 1, ".xlsx (Excel)"),
        ("brief", "a.md", ("--approaches", "Z"), 2, "there is no approach “Z”; there are"),
        ("brief", "a.md", ("--questions", "Z"), 2, "there is no question “Z”; there are"),
        ("brief", "a.md", ("--template", "Z"), 1, "there is no template “Z”"),
        ("brief", "a.md", ("--style", "Z"), 1, "Z"),
        ("matrix", "a.csv", ("--sheet", "Z"), 1, "there is no sheet “Z”"),
        ("matrix", "a.xlsx", ("--sheet", "Z"), 1, "there is no sheet “Z”"),
        (
            "notes",
            "a.md",
            ("--on", "Z"),
            2,
            "there is no place for notes “Z”; there are comparison",
        ),
        ("brief", "a.md", ("--approaches", ""), 2, "'--approaches': it names nothing"),
        ("brief", "a.md", ("--questions", " , "), 2, "'--questions': it names nothing"),
        ("notes", "a.md", ("--tags", ""), 2, "'--tags': it names nothing"),
        ("brief", "a.docx", ("--reference", ""), 2, "'--reference': it names nothing"),
        ("brief", "a.md", ("--language", "en GB"), 2, "is no tag of a language"),
        ("brief", "a.md", ("--date", "2026-13-45"), 2, "'2026-13-45' is no date"),
        ("brief", "no/a.md", (), 1, "make it first"),
        ("brief", "a.pdf", ("--reference", "x.docx"), 1, "styles from a reference document"),
    ],
)
def test_what_cannot_be_written_is_told_in_words(
    disk: LibraryOnDisk,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    out: str,
    more: tuple[str, ...],
    code: int,
    told: str,
) -> None:
    assert export(disk, kind, tmp_path / out, *more) == code
    said = capsys.readouterr()

    assert told in said.err
    assert said.out == ""
    assert [path.name for path in tmp_path.iterdir()] == ["small"]


@pytest.mark.parametrize("on", ["talk", "A", "keep talking", "comparison", "gone"])
def test_notes_are_chosen_by_what_they_are_on_also_where_that_is_gone(
    disk: LibraryOnDisk, tmp_path: Path, on: str
) -> None:
    (disk.folder / "notes").mkdir()
    disk.write("notes/2026-11-22-101530-3f9a.md", "---\ntarget: comparison\n---\nOn all.\n")
    disk.write(
        "notes/2026-11-22-101530-3f9b.md", "---\ntarget: option\noption: talk\n---\nOn it.\n"
    )
    disk.write(
        "notes/2026-11-22-101530-3f9c.md", "---\ntarget: option\noption: gone\n---\nOn none.\n"
    )

    assert export(disk, "notes", tmp_path / "a.md", "--on", on) == 0

    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    wanted = {"comparison": "On all.", "gone": "On none."}.get(on, "On it.")
    assert [words for words in ("On all.", "On it.", "On none.") if words in text] == [wanted]


@pytest.mark.parametrize(("given", "told"), [((), "Missing argument"), (("Z",), "no KIND 'Z'")])
def test_which_kinds_there_are_is_told_where_none_is_named(
    capsys: pytest.CaptureFixture[str], given: tuple[str, ...], told: str
) -> None:
    assert run(["export", *given]) == 2

    said = capsys.readouterr().err
    assert told in said and "brief, matrix, references" in said


def test_a_folder_that_is_no_library_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "brief", str(tmp_path / "a.md"), "--library", str(tmp_path)]) == 2
    assert "corpus" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_approaches_and_questions_are_parted_by_spaces_or_commas(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    export(disk, "brief", tmp_path / "a.md", "--approaches", "B,A", "--questions", "channels")
    export(disk, "brief", tmp_path / "b.md", "--approaches", "firm", "talk", "--questions=channels")

    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert text == (tmp_path / "b.md").read_text(encoding="utf-8")
    assert text.index("Firmness first") < text.index("Keep talking")
    assert "Objections and risks" not in text


def test_notes_are_chosen_and_marked_ones_stand_in_the_brief(
    disk: LibraryOnDisk, tmp_path: Path
) -> None:
    (disk.folder / "notes").mkdir()
    disk.write("notes/2026-01-01-000000-aaaa.md", NOTE)
    disk.write(
        "notes/2026-01-01-000000-bbbb.md", NOTE.replace("[brief]", "[]").replace("Mine", "Other")
    )
    export(disk, "brief", tmp_path / "brief.md", "--template", "full")
    export(disk, "notes", tmp_path / "some.md", "--tags", "brief")
    export(disk, "notes", tmp_path / "all.md", "--kinds", "judgement", "--on", "talk")
    export(disk, "notes", tmp_path / "none.md", "--kinds", "assumption")
    brief, some, every, none = (
        (tmp_path / f"{name}.md").read_text(encoding="utf-8")
        for name in ("brief", "some", "all", "none")
    )

    assert ("Mine." in brief, "Other." in brief) == (True, False)
    assert ("Mine." in some, "Other." in some) == (True, False)
    assert ("Mine." in every, "Other." in every) == (True, True)
    assert ("Mine." in none, "Other." in none) == (False, False)


def test_a_library_in_one_file_comes_back(
    disk: LibraryOnDisk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    packed, back = tmp_path / "a.counterpoint", tmp_path / "back"
    export(disk, "library", packed)

    assert run(["import-library", str(packed), str(back)]) == 0
    assert run(["check", str(back)]) == 0
    assert run(["import-library", str(packed), str(back)]) == 1
    assert "is there already" in capsys.readouterr().err


def test_what_was_exported_comes_in_and_is_known(
    disk: LibraryOnDisk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind, ending in (("references", "ris"), ("annotations", "jsonld"), ("project", "qdpx")):
        out = tmp_path / f"{kind}.{ending}"
        export(disk, kind, out)
        capsys.readouterr()
        assert run([f"import-{kind}", str(out), "--library", str(disk.folder)]) == 0
        said = capsys.readouterr().out
        assert re.search(r"^0 (?:fields|notes) ", said, re.MULTILINE), said


@pytest.mark.parametrize("kind", ["references", "annotations", "project", "library"])
def test_a_file_that_is_not_there_is_told(
    disk: LibraryOnDisk, tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    where = [str(tmp_path / "new")] if kind == "library" else ["--library", str(disk.folder)]

    assert run([f"import-{kind}", str(tmp_path / "none.json"), *where]) == 1
    assert "none.json" in capsys.readouterr().err


def test_every_command_that_takes_in_is_on_the_page() -> None:
    commands = [each for each in command_names() if each.startswith("import-")]

    assert commands
    assert [each for each in commands if f"`counterpoint {each}" not in PAGE] == []


def test_all_that_is_wrong_with_a_template_is_told_in_a_line(
    disk: LibraryOnDisk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("name: Mine\nfont: big\nsections:\n  - part: nothing\n", encoding="utf-8")
    assert export(disk, "brief", tmp_path / "a.md", "--template", str(own)) == 1
    said = capsys.readouterr().err
    assert "font" in said
    assert "part" in said
    assert "\\n" not in said


def test_a_list_of_sources_has_one_style(tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    assert run(["export", "brief", str(out), "--library", ".", "--template", "one-page"]) == 0
    listed = [line for line in out.read_text(encoding="utf-8").splitlines() if "**\\[" in line]
    assert len(listed) > 3
    assert [line for line in listed if ",”" in line or "“" in line] == []


def test_dollars_and_backslashes_are_signs_in_markdown(disk: LibraryOnDisk, tmp_path: Path) -> None:
    out = tmp_path / "a.md"
    title = "Costs $5 or $6 \\beta"
    assert export(disk, "brief", out, "--title", title, "--question", title) == 0
    text = out.read_text(encoding="utf-8")
    assert text.count("Costs \\$5 or \\$6 \\\\beta") == 2


@pytest.mark.parametrize("with_note", [True, False])
def test_a_library_in_a_file_is_said_to_have_notes_where_it_has(
    disk: LibraryOnDisk, tmp_path: Path, capsys: pytest.CaptureFixture[str], with_note: bool
) -> None:
    if with_note:
        (disk.folder / "notes").mkdir()
        disk.write("notes/2026-11-22-101530-3f9a.md", NOTE)
    export(disk, "library", tmp_path / "a.counterpoint")
    capsys.readouterr()
    assert run(["import-library", str(tmp_path / "a.counterpoint"), str(tmp_path / "new")]) == 0
    assert ("with its notes" in capsys.readouterr().out) is with_note
