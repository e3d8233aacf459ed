"""The command line as a person or a hook calls it."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import counterpoint
from counterpoint.cli.main import run
from counterpoint.domain.problem import ProblemKind
from counterpoint.storage.place import shipped_library
from tests.answered_library import with_answers
from tests.faults.gone_streams import KINDS, gone
from tests.library_on_disk import LibraryOnDisk


def test_check_prints_no_problem_and_exits_0(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(with_answers(disk).folder)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        f"library: {disk.folder}",
        "1 source, 2 options, 3 claims, 4 quotations (4 exact), 0 notes",
        "no problem",
    ]


@pytest.mark.parametrize("place", [".", "corpus", "options", "notes/.bin"])
@pytest.mark.parametrize("command", ["check", "anchor"])
def test_without_a_name_the_library_is_meant_in_which_one_stands(
    disk: LibraryOnDisk,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    place: str,
) -> None:
    disk.replace("options/talk.yaml", "gist: Talk", "gust: Talk")
    disk.path(place).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(disk.path(place))

    assert run([command]) == 1

    out = capsys.readouterr().out
    assert out.startswith(f"library: {disk.folder}\n")
    assert "options/talk.yaml:3:1:" in out


@pytest.mark.parametrize("place", [".", "options"])
def test_half_a_library_in_which_one_stands_is_meant_too(
    disk: LibraryOnDisk,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    place: str,
) -> None:
    disk.path("corpus").rename(disk.path("elsewhere"))
    monkeypatch.chdir(disk.path(place))

    assert run(["check"]) == 1

    assert "has no folder corpus/" in capsys.readouterr().out


def test_outside_of_any_library_the_one_that_comes_with_it_is_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(["check"]) == 0

    first = capsys.readouterr().out.splitlines()[0]
    assert first == f"library: {shipped_library().resolve()}, that of this checkout"


def test_a_folder_that_was_removed_under_ones_feet_is_no_library(tmp_path: Path) -> None:
    """In a process of its own, which looks for modules elsewhere alone, as the command does."""
    gone = tmp_path / "gone"
    gone.mkdir()
    program = "import os, sys; from counterpoint.cli.main import run; os.rmdir(os.getcwd()); "
    program += "sys.exit(run(['check']))"

    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=gone,
        env=os.environ | {"PYTHONPATH": str(Path(counterpoint.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "that of this checkout" in done.stdout


def test_check_as_json_names_every_problem(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.replace("options/talk.yaml", "gist: Talk", "gust: Talk")

    assert run(["check", str(disk.folder), "--json"]) == 1

    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    assert (found["sources"], found["options"], found["claims"], found["evidence"]) == (1, 2, 3, 4)
    assert {
        "file": "options/talk.yaml",
        "line": 3,
        "column": 1,
        "kind": "unknown-key",
        "message": "the key `gust` is not known; did you mean `gist`?",
    } in found["problems"]


def test_check_of_a_missing_folder_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(tmp_path / "nowhere"), "--json"]) == 1

    (problem,) = json.loads(capsys.readouterr().out)["problems"]
    assert problem["kind"] == "missing"


def test_unread_lists_paragraphs_nobody_has_accounted_for(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(with_answers(disk).folder), "--unread"]) == 1
    out = capsys.readouterr().out
    assert "corpus/letter.txt ¶1: ¶1. The minister said" in out
    assert "¶2:" not in out
    assert "¶3:" not in out, "it is listed as bearing on nothing"
    assert out.splitlines()[-1] == "no problem; 1 paragraph that nobody has accounted for"


def test_unread_cuts_long_paragraphs_and_no_others(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = disk.path("corpus/letter.txt")
    disk.write(
        "corpus/letter.txt", f"{letter.read_text('utf-8')}\n¶9. Short.\n\n¶10. {'long ' * 30}\n"
    )

    run(["check", str(disk.folder), "--unread"])

    lines = capsys.readouterr().out.splitlines()
    assert "corpus/letter.txt ¶9: ¶9. Short. [unread]" in lines
    (cut,) = [line for line in lines if "¶10:" in line]
    assert cut.endswith("long… [unread]")


def test_unread_says_so_where_every_paragraph_is_accounted_for(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.replace(
        "corpus/letter.yaml",
        "bears_on_nothing:\n",
        'bears_on_nothing:\n  - {paragraph: "¶1", why: x}\n',
    )

    assert run(["check", str(with_answers(disk).folder), "--unread"]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == (
        "no problem; every paragraph is accounted for"
    )


def test_what_other_programs_keep_is_named_and_no_problem(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    (disk.path("notes") / ".bin").mkdir(parents=True)
    for name in ("corpus/.DS_Store", "options/._talk.yaml", "corpus/~$letter.docx"):
        disk.write(name, "")
    for name in ("corpus/.lock", "notes/.lock", "notes/.DS_Store"):
        disk.write(name, "")

    assert run(["check", str(disk.folder)]) == 0
    out = capsys.readouterr().out
    assert "corpus/.DS_Store: this is a file of the Mac's Finder, and no part of the library" in out
    assert "options/._talk.yaml: this is a companion file of the Mac" in out
    assert "corpus/~$letter.docx: this is Office's mark that a document is open" in out

    assert run(["check", str(disk.folder), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [remark["file"] for remark in found["remarks"]] == [
        "corpus/.DS_Store",
        "corpus/~$letter.docx",
        "notes/.DS_Store",
        "options/._talk.yaml",
    ]


def test_notes_are_counted_and_looked_at(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.path("notes").mkdir()
    disk.write("notes/good.md", "A note.\n")
    disk.path("notes/bad.md").write_bytes(b"caf\xe9\n")

    assert run(["check", str(disk.folder)]) == 1

    out = capsys.readouterr().out
    assert "notes/bad.md:1:4: the byte 0xe9 is not UTF-8" in out
    assert ", 1 note\n" in out


def test_every_key_and_kind_in_the_json_is_documented(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.replace("options/talk.yaml", "gist: Talk", "gust: Talk")
    disk.write("corpus/.DS_Store", "")
    run(["check", str(disk.folder), "--json", "--unread", "--measures"])
    found = json.loads(capsys.readouterr().out)
    page = Path("docs/file-formats.md").read_text(encoding="utf-8")
    section = page.partition("## `counterpoint check --json`")[2].partition("\n## ")[0]

    words = [*found, *found["problems"][0], *found["unread"][0], *ProblemKind]

    assert len(words) == 12 + 5 + 3 + len(ProblemKind)
    assert found["remarks"][0].keys() == found["problems"][0].keys()
    assert [word for word in words if f"`{word}`" not in section] == []


def test_anchor_tells_what_it_did(disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["anchor", str(disk.folder)]) == 0
    assert capsys.readouterr().out == (
        f"library: {disk.folder}\n0 anchored, 4 already right, 0 refused\n"
    )


def started(
    words: Sequence[str | Path], stdout: int, stderr: int = subprocess.PIPE, **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    """`counterpoint` with `words`, as its own process."""
    return subprocess.run(
        [sys.executable, "-m", "counterpoint", *map(str, words)],
        stdout=stdout,
        stderr=stderr,
        env=os.environ | {"PYTHONPATH": str(Path("app").resolve())} | environment,
        check=False,
    )


@pytest.mark.parametrize(
    "words", [("check",), ("check", "--json"), ("anchor",), ("check", "--help"), ("--help",)]
)
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_has_had_enough_is_no_error(
    disk: LibraryOnDisk, words: list[str], unbuffered: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    library = [] if "--help" in words else [disk.folder]

    done = started([*words, *library], writing, PYTHONUNBUFFERED=unbuffered)

    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has this device")
def test_output_that_cannot_be_written_is_told(disk: LibraryOnDisk) -> None:
    with Path("/dev/full").open("wb") as full:
        done = started(["check", disk.folder], full.fileno())

    assert done.stderr == b"counterpoint: the output was cut off (No space left on device)\n"
    assert done.returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="such streams are of POSIX")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "words",
    [["chekc"], ["check", "--jsno"], ["export"], ["--log-level", "loud"]],
    ids=["command", "option", "argument", "value"],
)
def test_what_cannot_be_done_exits_2_where_nobody_can_be_told(words: list[str], kind: str) -> None:
    with gone(kind) as stream:
        done = started(words, subprocess.PIPE, stream)

    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("command", ["check", "anchor"])
def test_output_survives_a_pipe_that_knows_only_ascii(disk: LibraryOnDisk, command: str) -> None:
    disk.replace("corpus/letter.txt", "Talks should go on.", "Talks shall go on.")

    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; from counterpoint.cli.main import run; sys.exit(run(sys.argv[1:]))",
            command,
            str(disk.folder),
        ],
        capture_output=True,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONPATH": "app"},
        check=False,
    )

    assert done.stderr == b""
    assert done.returncode == 1


def test_anchor_tells_what_is_doubtful(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.replace("options/talk.yaml", "[the ministry, the minister]", "[Ann Lee, Minister]")

    assert run(["anchor", str(disk.folder)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert "two voices; put each in quotation marks" in lines[1]
    assert lines[-1] == "0 anchored, 4 already right, 0 refused, 1 doubtful"


def test_the_choices_for_what_is_missing_stand_on_one_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["completion"]) == 2

    assert capsys.readouterr().err.endswith("Choose from: bash, zsh, fish\n")


@pytest.mark.parametrize("command", [[], ["check"], ["anchor"], ["export", "library", "a.x"]])
def test_nothing_is_no_name_of_a_folder(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    named = ["--library", ""] if command[:1] == ["export"] else [""]

    assert run([*command, *named]) == 2

    assert "it names nothing" in capsys.readouterr().err
