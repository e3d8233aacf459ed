"""The hooks and workflows run what the check runs: nothing is fetched, nothing else decides."""

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from counterpoint_dev.commands import COMMANDS
from counterpoint_dev.environment import OURS

ROOT = Path(__file__).resolve().parents[1]
CONFIG = ROOT / ".pre-commit-config.yaml"


def read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def hooks() -> list[dict[str, Any]]:
    return [hook for repo in read(CONFIG)["repos"] for hook in repo["hooks"]]


def test_pre_commit_takes_its_configuration() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-config", str(CONFIG)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_every_hook_is_of_this_repository() -> None:
    assert [repo["repo"] for repo in read(CONFIG)["repos"]] == ["local"]


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: str(hook["id"]))
def test_every_hook_is_a_tool_of_the_environment(hook: dict[str, Any]) -> None:
    program, command, *words = hook["entry"].split()
    assert (program, hook["language"]) == (".ci/run", "system")
    if command == "tool":
        here = OURS._replace(folder=Path(sys.prefix))
        assert here.program(words[0]).is_file()
    else:
        assert command in COMMANDS


def test_every_workflow_runs_the_whole_check() -> None:
    (workflow,) = (ROOT / ".github" / "workflows").iterdir()
    (job,) = read(workflow)["jobs"].values()
    assert [step["run"] for step in job["steps"] if "run" in step] == [".ci/run"]
    assert {name.partition("-")[0] for name in job["strategy"]["matrix"]["system"]} == {
        "ubuntu",
        "windows",
        "macos",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_ci_run_hands_its_words_to_dev() -> None:
    done = subprocess.run(
        [shutil.which("bash") or "bash", ROOT / ".ci" / "run", "--help"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "dev.py run" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_ci_run_passes_over_a_python_that_is_too_old(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    new = tmp_path / "python3.12"
    new.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    for program in (old, new):
        program.chmod(0o755)
    for name in ("bash", "dirname"):
        (tmp_path / name).symlink_to(str(shutil.which(name)))
    command = [str(tmp_path / "bash"), str(ROOT / ".ci" / "run"), "--help"]
    variables = {"PATH": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, env=variables, check=False)
    assert done.returncode == 0, done.stderr

    new.unlink()
    done = subprocess.run(command, capture_output=True, env=variables, check=False)
    assert done.returncode == 1
    assert b"Python 3.11 or later" in done.stderr
