"""Other programs see no more of a person's settings than they should, and their end is told."""

import sys

import pytest

from counterpoint_dev.processes import call, own_environment, step, succeeds


@pytest.mark.parametrize(
    "name",
    [
        *("PYTHONPATH", "PYTHONHOME", "PYTHONOPTIMIZE", "PYTHONWARNINGS", "PYTHONSAFEPATH"),
        *("PYTHONUSERBASE", "PYTHONSTARTUP", "PIP_TARGET", "PIP_USER", "VIRTUAL_ENV"),
    ],
)
def test_what_changes_python_or_pip_is_kept_from_them(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "1")
    assert name not in own_environment()


@pytest.mark.parametrize("name", ["PATH", "HOME", "LANG", "PYTHONUTF8", "QT_SCALE_FACTOR"])
def test_everything_else_is_handed_on(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "1")
    assert own_environment()[name] == "1"


def test_a_failing_command_ends_it_with_the_same_exit_code(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        step("Trial", sys.executable, "-c", "raise SystemExit(7)", env={})
    assert ended.value.code == 7
    out, err = capfd.readouterr()
    assert "== Trial" in out
    assert "This failed:" in err


@pytest.mark.skipif(sys.platform == "win32", reason="signals are of POSIX")
def test_a_command_that_a_signal_ended_ends_it_as_a_shell_would() -> None:
    with pytest.raises(SystemExit) as ended:
        call(sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")
    assert ended.value.code == 128 + 9


def test_a_program_that_is_not_there_does_not_succeed() -> None:
    assert succeeds(sys.executable, "-c", "pass")
    assert not succeeds("counterpoint-is-not-there")
