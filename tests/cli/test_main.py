"""The command line as a person or a hook calls it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint.cli.main import COMMANDS, run
from counterpoint.domain.problem import ProblemKind
from tests.library_on_disk import LibraryOnDisk


def test_check_prints_no_problem_and_exits_0(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", str(disk.folder)]) == 0

    assert capsys.readouterr().out.splitlines() == [
        "1 sources, 2 options, 3 claims, 4 quotations (4 exact)",
        "no problem",
    ]


def test_check_as_json_names_every_problem(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.replace("options/talk.yaml", "gist: Talk", "gust: Talk")

    assert run(["check", str(disk.folder), "--json"]) == 1

    found = json.loads(capsys.readouterr().out)
    assert found["ok"] is False
    assert (found["sources"], found["options"], found["claims"], found["evidence"]) == (1, 1, 1, 1)
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
    assert run(["check", str(disk.folder), "--unread"]) == 1
    out = capsys.readouterr().out
    assert "corpus/letter.txt ¶1: ¶1. The minister said" in out
    assert "¶2:" not in out
    assert "¶3:" not in out, "it is listed as bearing on nothing"


def test_every_key_and_kind_in_the_json_is_documented(
    disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]
) -> None:
    disk.replace("options/talk.yaml", "gist: Talk", "gust: Talk")
    run(["check", str(disk.folder), "--json", "--unread"])
    found = json.loads(capsys.readouterr().out)
    page = Path("docs/file-formats.md").read_text(encoding="utf-8")
    section = page.partition("## `counterpoint check --json`")[2].partition("\n## ")[0]

    words = [*found, *found["problems"][0], *found["unread"][0], *ProblemKind]

    assert len(words) == 7 + 5 + 3 + len(ProblemKind)
    assert [word for word in words if f"`{word}`" not in section] == []


def test_anchor_tells_what_it_did(disk: LibraryOnDisk, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["anchor", str(disk.folder)]) == 0
    assert capsys.readouterr().out == "0 anchored, 4 already right, 0 refused\n"


@pytest.mark.parametrize("command", COMMANDS)
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
