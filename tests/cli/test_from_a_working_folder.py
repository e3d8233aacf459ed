"""The commands as the README gives them, with names as they are typed in the folder in which one
stands, and as options of every command take them."""

import re
import shlex
from pathlib import Path

import pytest

from counterpoint.cli.command_names import is_command
from counterpoint.cli.main import run
from counterpoint.storage.importers.draft import Choices
from counterpoint.storage.importers.reader_process.process import Readers, Request
from counterpoint.storage.place import resources, shipped_library
from tests.importing_library import SPEECH, library
from tests.made_documents import docx, lines, pdf, w_p

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
MADE = (
    "brief paper.docx",
    "brief paper.odt",
    "brief paper.pdf",
    "brief paper.html",
    "brief paper.md",
    "brief paper.epub",
    "matrix answers.xlsx",
    "matrix answers.csv",
    "references sources.json",
    "references sources.bib",
    "annotations passages.jsonld",
    "project codes.qdpx",
    "notes notes.docx",
    "map map.svg",
    "replies replies.png",
    "library all.counterpoint",
)


def of_the_readme() -> list[list[str]]:
    """The words of each command in the README's blocks, without what is said beside it."""
    blocks = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))
    given = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [words[1:] for words in given if words[:1] == ["counterpoint"]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's working folder, in which he stands."""
    (tmp_path / "speeches").mkdir()
    (tmp_path / "speeches" / "a.txt").write_text(SPEECH, encoding="utf-8")
    (tmp_path / "speeches" / "b.docx").write_bytes(docx(w_p("Words of a letter.")))
    (tmp_path / "charter.pdf").write_bytes(pdf(lines("Words of one page.")))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_readme_s_lines_do_what_they_say_in_a_working_folder(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = [words for words in of_the_readme() if is_command(words[0])]
    assert [words[0] for words in commands][:3] == ["import", "anchor", "check"]
    for words in commands:
        code = run(words)
        said = capsys.readouterr()
        assert code == 0, f"{words}: {said.out}{said.err}"
    assert sorted(path.name for path in (here / "my-library" / "corpus").glob("*.txt")) == [
        "a.txt",
        "b.txt",
        "charter.txt",
    ]
    assert (here / "paper.docx").is_file()
    assert (here / "answers.xlsx").is_file()


@pytest.mark.parametrize("file", ["a.docx", "../a.docx", "./new/../a.docx", "-a.docx"])
def test_update_takes_the_name_of_a_file_as_one_types_it(
    here: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(here / "library")
    (here / "new").mkdir()
    (here / file).write_bytes(docx(w_p("Words of a letter.")))
    (source,) = [path.stem for path in (disk.folder / "corpus").glob("*.txt")]

    run(["update", "--library", "library", "--", source, file])

    said = capsys.readouterr()
    assert said.err == ""
    assert "nothing was written; --accept-moved" in said.out


def test_a_page_is_drawn_of_a_file_named_as_one_types_it(here: Path) -> None:
    with Readers(1) as readers:
        assert readers.page(Path("charter.pdf"), 0, 1.0, []).width > 0
        draft = readers.read(Request(Path("speeches/a.txt"), "txt", Choices()))
        assert draft.text.startswith("The minister said")


@pytest.mark.parametrize("words", MADE)
def test_export_writes_where_one_stands(
    here: Path, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    library(here / "library")
    (here / "out").mkdir()
    kind, name = words.split()
    for out in (name, f"out/{name}"):
        assert run(["export", kind, out, "--library", "library"]) == 0, capsys.readouterr().err
        assert (here / out).stat().st_size > 0


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_lends_a_brief_its_form_is_named_as_one_types_it(
    here: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    library(here / "library")
    (here / "own").mkdir()
    (here / "own" / f"house.{kind}").write_bytes(
        (resources() / "documents" / f"plain.{kind}").read_bytes()
    )
    (here / "own" / "house.csl").write_bytes(
        next((resources() / "styles").glob("*.csl")).read_bytes()
    )
    (here / "own" / "house.yaml").write_bytes(
        (resources() / "templates" / "full.yaml").read_bytes()
    )
    words = ["--reference", f"own/house.{kind}", "--style", "own/house.csl"]
    words += ["--template", "own/house.yaml"]

    code = run(["export", "brief", f"out.{kind}", "--library", "library", *words])
    assert code == 0, capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "kind", "file"),
    [
        ("import-references", "references", "sources.ris"),
        ("import-annotations", "annotations", "passages.jsonld"),
        ("import-project", "project", "codes.qdpx"),
    ],
)
def test_what_colleagues_made_is_named_as_one_types_it(
    here: Path, command: str, kind: str, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    library(here / "library")
    assert run(["export", kind, file, "--library", "library"]) == 0
    assert run([command, file, "--library", "library"]) == 0, capsys.readouterr()
    if kind == "project":
        assert run([command, file, "--library", "made-of-it"]) == 0, capsys.readouterr()


def test_a_library_in_one_file_is_unpacked_where_one_stands(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library(here / "library")
    assert run(["export", "library", "all.counterpoint", "--library", "library"]) == 0
    assert run(["import-library", "all.counterpoint", "mine"]) == 0
    assert run(["check", "mine"]) == 0, capsys.readouterr().out


@pytest.mark.parametrize("before", ["nothing", "an empty folder"])
@pytest.mark.parametrize("command", ["import", "import-project"])
def test_an_import_of_which_nothing_comes_leaves_no_library_behind(
    here: Path, command: str, before: str, capsys: pytest.CaptureFixture[str]
) -> None:
    target = here / "new" / "library"
    if before == "an empty folder":
        target.mkdir(parents=True)
    there = sorted(here.rglob("*"))

    assert run([command, "no-such.qdpx", "--library", "new/library"]) == 1

    assert "new/library" not in capsys.readouterr().out
    assert sorted(here.rglob("*")) == there


def test_what_a_person_puts_into_a_new_library_meanwhile_stays(here: Path) -> None:
    from counterpoint.application.importing.place import prepared

    with prepared(here / "library", dry=False):
        (here / "library" / "corpus" / "own.txt").write_text("Mine.\n", encoding="utf-8")

    assert (here / "library" / "corpus" / "own.txt").is_file()
    assert (here / "library" / "options" / "dimensions.yaml").is_file()


def test_a_library_in_which_there_is_nothing_is_said_to_be_empty(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from counterpoint.application.importing.place import make_library

    make_library(here / "library")

    assert run(["check", "library"]) == 0

    out = capsys.readouterr().out
    assert "there is nothing in it yet" in out
    assert "counterpoint import" in out
    assert not out.endswith("no problem\n")


def test_the_library_that_comes_with_it_is_not_called_empty(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["check", str(shipped_library())]) == 0
    assert "nothing in it" not in capsys.readouterr().out
