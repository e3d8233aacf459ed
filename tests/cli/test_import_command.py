"""`counterpoint import` as a person or a script gives it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint.application.importing.place import prepared
from counterpoint.application.library.check import check_library
from counterpoint.cli.main import run
from tests.importing_library import SPEECH, everything, library
from tests.made_documents import docx, lines, pdf, w_p, w_r

KEYS = ["file", "kind", "lost", "pages", "paragraphs", "problem", "source"]


def material(folder: Path) -> Path:
    folder.mkdir()
    (folder / "a.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "b.pdf").write_bytes(pdf(lines("Words of one page."), lines("Words of another.")))
    (folder / "c.docx").write_bytes(docx(w_p("Seen", w_r("unseen", "<w:vanish/>"))))
    return folder


def imported(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    code = run(["import", *map(str, arguments)])
    return code, capsys.readouterr().out


def test_the_json_has_one_object_for_each_file_with_just_these_keys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    new = material(tmp_path / "new")
    code, out = imported(capsys, new, "--library", disk.folder, "--json")

    assert code == 0
    found = json.loads(out)
    assert [sorted(entry) for entry in found] == [KEYS] * 3
    text, paged, hidden = found
    assert text == {
        "file": str(new / "a.txt"),
        "source": "a",
        "problem": None,
        "kind": "txt",
        "pages": None,
        "paragraphs": 3,
        "lost": [],
    }
    assert (paged["kind"], paged["pages"]) == ("pdf", 2)
    assert "unseen" in hidden["lost"][0]
    assert check_library(disk.folder)[0].problems == ()


def test_where_no_document_is_found_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    new = tmp_path / "new"
    new.mkdir()

    assert run(["import", str(new), "--library", str(disk.folder)]) == 1

    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert f"{new}: no document was found there" in line
    assert "docx" in line
    assert run(["import", str(new), "--library", str(disk.folder), "--json"]) == 1
    assert capsys.readouterr().out == "[]\n"


def test_one_that_does_not_come_in_makes_it_exit_1_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    new = material(tmp_path / "new")
    (new / "locked.txt").write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"
    )
    code, out = imported(capsys, new, "--library", disk.folder, "--json")

    assert code == 1
    entry = json.loads(out)[-1]
    assert entry["source"] is None
    assert "before 2007" in entry["problem"]
    assert (entry["pages"], entry["paragraphs"], entry["lost"]) == (None, None, [])


def test_a_dry_run_writes_nothing_and_says_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    new = material(tmp_path / "new")
    (new / "speech 2.txt").write_text(f"{SPEECH}\nNobody else spoke.\n")
    before = everything(disk.folder)
    dry_code, dry = imported(capsys, new, "--library", disk.folder, "--json", "--dry-run")

    assert everything(disk.folder) == before
    code, out = imported(capsys, new, "--library", disk.folder, "--json")
    assert (dry_code, json.loads(dry)) == (code, json.loads(out))
    assert "it looks like another version of a;" in dry


def test_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    disk = library(tmp_path / "library")
    new = material(tmp_path / "new")
    code, out = imported(capsys, new, "--library", disk.folder)

    assert code == 0
    assert "b.pdf: b (2 pages, 2 paragraphs)" in out
    assert "left out: hidden text: “unseen”" in out
    assert out.endswith("3 of 3 documents came in\n")


def test_a_new_folder_becomes_a_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = material(tmp_path / "new")
    code, _ = imported(capsys, new, "--library", tmp_path / "mine" / "papers")

    assert code == 0
    check, whole = check_library(tmp_path / "mine" / "papers")
    assert check.problems == ()
    assert whole is not None
    assert whole.contents.title == "papers"
    assert len(whole.contents.dimensions) > 2
    dry = tmp_path / "dry"
    assert imported(capsys, new, "--library", dry, "--dry-run")[0] == 0
    assert not dry.exists()


def test_wrong_usage_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = material(tmp_path / "new")
    for arguments in (["import"], ["import", str(new)], ["import", "--library", str(new)]):
        assert run(arguments) == 2
    assert imported(capsys, new, "--library", new)[0] == 2, "a folder that is no library"


def test_the_command_as_a_process_prints_letters_of_every_script(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    path = tmp_path / "Речь.txt"
    path.write_text("Слова\u202e мира.\n", encoding="utf-8")

    result = subprocess.run(
        [sys.executable, "-m", "counterpoint", "import", path, "--library", disk.folder, "--json"],
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "ascii", "PATH": "", "SYSTEMROOT": ""},
    )

    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)[0]["source"] == "rech"
    assert result.stderr == b""


def test_an_import_leaves_nothing_behind_that_the_check_has_to_remark_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    imported(capsys, material(tmp_path / "new"), "--library", disk.folder)

    assert run(["check", str(disk.folder)]) == 0
    assert "passed-over" not in capsys.readouterr().out


def test_a_library_that_may_not_be_written_to_is_told_for_every_document(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    lock = disk.folder / "originals" / ".lock"
    lock.mkdir(parents=True)
    new = material(tmp_path / "new")
    assert run(["import", str(new), "--library", str(disk.folder), "--json"]) == 1
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert [sorted(entry) for entry in found] == [KEYS] * 3
    assert {entry["source"] for entry in found} == {None}
    assert str(lock) in found[0]["problem"]
    assert "see that the folder can be read and written to" in found[0]["problem"]
    assert str(lock) in said.err


def test_a_link_in_a_folder_is_told_of_and_not_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    new = tmp_path / "new"
    new.mkdir()
    (tmp_path / "speech.txt").write_text(SPEECH)
    (new / "elsewhere.txt").symlink_to(tmp_path / "speech.txt")
    code, out = imported(capsys, new, "--library", disk.folder, "--json")
    (entry,) = json.loads(out)
    assert (code, entry["source"]) == (1, None)
    assert "it is a link" in entry["problem"]
    code, out = imported(capsys, new / "elsewhere.txt", "--library", disk.folder, "--json")
    assert (code, json.loads(out)[0]["source"]) == (0, "elsewhere")


def test_of_two_commands_at_once_the_one_refused_takes_nothing_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new, mine = material(tmp_path / "new"), tmp_path / "mine"
    command = [sys.executable, "-m", "counterpoint", "import", str(new), "--library", str(mine)]
    with prepared(mine, dry=False):  # the other, which has made its library and reads
        refused = subprocess.run(command, capture_output=True, text=True, check=False)
        assert refused.returncode == 1
        assert "another import is at work" in refused.stderr
        assert imported(capsys, new, "--library", mine)[0] == 0
    assert check_library(mine)[0].problems == ()
    assert (mine / "corpus" / "a.txt").exists()


def test_what_the_text_output_notes_stands_in_the_json_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    new = tmp_path / "new"
    new.mkdir()
    mixed = "A café.\n\n".encode() + b"Another caf\xe9.\n\n" + "Это было вчера.\n".encode("cp1251")
    (new / "mixed.txt").write_bytes(mixed)
    (new / "turned.txt").write_text("Words that turn \u202e round.\n", encoding="utf-8")
    (new / "cut.txt").write_bytes((SPEECH + "Où l’été finit").encode()[:-1] + b"\xc3")
    (new / "older.txt").write_bytes(SPEECH.encode())
    (new / "younger.txt").write_bytes(SPEECH.replace("\n", "\r\n").encode())
    _, told = imported(capsys, new, "--library", disk.folder, "--dry-run")
    code, out = imported(capsys, new, "--library", disk.folder, "--json")

    assert code == 0
    lost = {Path(each["file"]).name: " ".join(each["lost"]) for each in json.loads(out)}
    assert "letters guessed" in lost["mixed.txt"]
    assert "cut short (\ufffd)" in lost["cut.txt"]
    assert "turns the direction" in lost["turned.txt"]
    assert "older" in lost["younger.txt"]
    text = (disk.folder / "corpus" / "mixed.txt").read_text(encoding="utf-8")
    assert text == "A café.\n\nAnother café.\n\nЭто было вчера.\n"
    notes = [line.partition("note: ")[2] for line in told.splitlines() if "note: " in line]
    assert notes
    assert all(note in " ".join(lost.values()) for note in notes)


def test_a_plain_text_has_nothing_to_note(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    disk = library(tmp_path / "library")
    (tmp_path / "plain.txt").write_text(SPEECH, encoding="utf-8")

    _, told = imported(capsys, tmp_path / "plain.txt", "--library", disk.folder)

    assert told.splitlines()[1:] == ["1 of 1 document came in"]
