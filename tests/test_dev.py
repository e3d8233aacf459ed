"""`dev.py`: what it takes for an environment that is ready, and what it says."""

import subprocess
import sys
from pathlib import Path

import pytest

import dev
from tools import system_packages

ROOT = Path(__file__).resolve().parents[1]


def say(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, str(ROOT / "dev.py"), *words],
        capture_output=True,
        encoding="utf-8",
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
    )


@pytest.fixture
def env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment that `dev.py` takes for its own, set up for `run`, with one package."""
    folder = tmp_path / ".venv"
    monkeypatch.setattr(dev, "ENV", folder)
    monkeypatch.setattr(dev, "MARK", folder / "counterpoint.txt")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    (dev.folder(folder, "purelib") / "package").mkdir()
    dev.MARK.write_text(f"{dev.fingerprint()} run\npackage", encoding="utf-8")
    return folder


def test_help_lists_every_command() -> None:
    answer = say("--help")
    assert answer.returncode == 0
    for command in (*dev.COMMANDS, "test", "lock"):
        assert f"dev.py {command}" in answer.stdout


@pytest.mark.parametrize("words", [(), ("--help",), ("launch",)])
def test_what_it_does_not_know_it_answers_with_its_help(words: tuple[str, ...]) -> None:
    answer = say(*words)
    assert answer.returncode == (2 if words == ("launch",) else 0)
    assert "py dev.py run" in answer.stdout


def test_a_whole_environment_is_ready_for_what_it_was_made_for(env: Path) -> None:
    ready = dev.ready_for()
    assert "run" in ready
    assert "dev" not in ready


def test_an_environment_that_lost_a_package_is_not_ready(env: Path) -> None:
    (dev.folder(env, "purelib") / "package").rmdir()
    assert dev.ready_for() == set()


def test_a_package_added_by_hand_does_no_harm(env: Path) -> None:
    (dev.folder(env, "purelib") / "another").mkdir()
    assert "run" in dev.ready_for()


@pytest.mark.parametrize("rubbish", [b"", b"half made", b"\xff\xfe\x00", b"0123 run dev\n"])
def test_an_environment_with_another_mark_is_not_ready(env: Path, rubbish: bytes) -> None:
    dev.MARK.write_bytes(rubbish)
    assert dev.ready_for() == set()


def test_an_environment_without_python_is_not_ready(env: Path) -> None:
    assert dev.works(env)
    dev.python(env).unlink()
    assert dev.ready_for() == set()
    assert not dev.works(env)


def test_an_environment_that_is_no_environment_any_more_is_not_ready(env: Path) -> None:
    (env / "pyvenv.cfg").unlink()
    assert dev.ready_for() == set()
    assert not dev.works(env)


def test_a_change_of_the_locks_makes_it_unready(
    env: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.lock"
    other.write_text("package==2\n", encoding="utf-8")
    assert dev.ready_for()
    monkeypatch.setattr(dev, "lock_file", lambda name: other)
    assert dev.ready_for() == set()


def test_a_failing_command_ends_it_with_the_same_exit_code(
    capfd: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as ended:
        dev.step("Trial", sys.executable, "-c", "raise SystemExit(7)")
    assert ended.value.code == 7
    out, err = capfd.readouterr()
    assert "== Trial" in out
    assert "This failed:" in err


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks what Qt needs")
def test_the_screen_decides_which_libraries_are_looked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_for: set[str] = set()
    monkeypatch.setattr(system_packages, "loads", looked_for.add)  # so that none loads
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert "libxcb-cursor0" in system_packages.missing_packages(screen=True)
    assert "libxcb-cursor0" not in system_packages.missing_packages(screen=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    missing = system_packages.missing_packages(screen=True)
    assert "libwayland-client0" in missing
    assert "libxcb-cursor0" not in missing
    assert looked_for >= set(system_packages.OFF_SCREEN)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks what Qt needs")
def test_the_tests_need_a_screen_and_an_accessibility_bus_besides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_packages, "loads", lambda library: True)
    monkeypatch.setattr(system_packages, "TEST_FILES", {"/not/there": "at-spi2-core"})
    monkeypatch.setenv("PATH", "")
    assert system_packages.missing_packages(screen=False) == []
    assert system_packages.missing_packages(screen=False, testing=True) == [
        "xvfb",
        "dbus",
        "at-spi2-core",
    ]
    monkeypatch.setattr(system_packages, "loads", lambda library: False)
    assert "libxcb-cursor0" in system_packages.missing_packages(screen=False, testing=True)


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not system_packages.loads("libcounterpoint-is-not-there.so.1")
