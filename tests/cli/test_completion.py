"""Completion as the shells ask for it, in the shells that are on this machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from counterpoint.cli.completion import SHELLS
from counterpoint.cli.main import run


def asked(words: str, shell: str = "bash") -> list[str]:
    """What `counterpoint` answers to a shell in which `words` are typed."""
    given = words.split(" ")
    current = given[-1] if shell == "fish" else str(len(given) - 1)
    told = {
        "_COUNTERPOINT_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words.rstrip(" "),
        "COMP_CWORD": current,
    }
    done = subprocess.run(
        [sys.executable, "-m", "counterpoint"],
        env=os.environ | told,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_commands_kinds_and_options_are_completed() -> None:
    assert asked("counterpoint che") == ["plain,check"]
    assert asked("counterpoint check --u") == ["plain,--unread"]
    assert asked("counterpoint export ma") == ["plain,matrix", "plain,map"]
    assert asked("counterpoint export notes out.md --kinds a") == ["plain,assumption"]
    assert asked("counterpoint export matrix out.csv --sheet c") == ["plain,claims"]
    assert asked("counterpoint export brief out.md --style c") == ["plain,chicago-notes"]
    assert asked("counterpoint export brief out.md --template t") == ["plain,two-page"]


def test_where_a_library_or_a_file_is_wanted_the_shell_completes_them() -> None:
    assert asked("counterpoint my-li") == ["dir,my-li"]
    assert asked("counterpoint check my-li") == ["dir,my-li"]
    assert asked("counterpoint import spee") == ["file,spee"]
    assert asked("counterpoint export brief out.md --style my") == ["file,my"]


def test_other_shells_are_told_what_a_command_does() -> None:
    assert asked("counterpoint che", "fish") == [
        "plain,check\tVerify everything that a library promises."
    ]


def test_a_shell_that_is_not_known_is_told_nothing() -> None:
    assert asked("counterpoint che", "tcsh") == []


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    "words",
    [
        "counterpoint chek ",
        "counterpoint chek --u",
        "counterpoint export nosuch ",
        "counterpoint export notes out.md --tags --on ",
    ],
)
def test_behind_what_is_wrong_there_is_nothing_to_complete(words: str, shell: str) -> None:
    assert asked(words, shell) == []


@pytest.mark.parametrize("told", [{}, {"COMP_WORDS": "counterpoint che", "COMP_CWORD": "last"}])
def test_where_no_shell_asks_nothing_is_answered(told: dict[str, str]) -> None:
    known = {name: value for name, value in os.environ.items() if not name.startswith("COMP_")}
    done = subprocess.run(
        [sys.executable, "-m", "counterpoint"],
        env=known | {"_COUNTERPOINT_COMPLETE": "bash_complete"} | told,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_one_that_the_shell_reads(
    shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["completion", shell]) == 0

    lines = capsys.readouterr().out
    assert f"_COUNTERPOINT_COMPLETE={shell}_complete" in lines
    if program := shutil.which(shell):
        script = tmp_path / "script"
        script.write_text(lines, encoding="utf-8")
        assert subprocess.run([program, "-n", script], check=False).returncode == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes_with_the_script_that_it_was_given(tmp_path: Path) -> None:
    name = tmp_path / "counterpoint"
    name.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m counterpoint "$@"\n', "utf-8")
    name.chmod(0o755)
    lines = (
        'eval "$(counterpoint completion bash)"; COMP_WORDS=(counterpoint imp); COMP_CWORD=1; '
        '_counterpoint_completion counterpoint; printf "%s " "${COMPREPLY[@]}"'
    )
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"

    done = subprocess.run(
        ["bash", "-c", lines],
        check=True,
        env=os.environ | {"PATH": path},
        capture_output=True,
        text=True,
    )

    assert done.stdout.split() == [
        "import",
        "import-annotations",
        "import-library",
        "import-project",
        "import-references",
    ]
