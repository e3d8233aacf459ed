"""What the system has to bring: for a window, for making an environment, for the tests."""

import sys

import pytest

from counterpoint.ui import system_libraries
from counterpoint_dev import pip, system_packages

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks what Qt needs")


@pytest.fixture(autouse=True)
def all_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "loads", lambda library: True)


def test_the_tests_need_a_screen_and_an_accessibility_bus_besides(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_packages, "TEST_FILES", {"/not/there": "at-spi2-core"})
    monkeypatch.setenv("PATH", "")
    assert system_packages.missing(screen=False, installing=False, testing=False) == {}
    found = system_packages.missing(screen=False, installing=False, testing=True)
    assert list(found.values()) == ["xvfb", "dbus", "at-spi2-core"]

    monkeypatch.setattr(system_libraries, "loads", lambda library: False)
    found = system_packages.missing(screen=False, installing=False, testing=True)
    assert "libxcb-cursor0" in found.values()


def test_an_environment_needs_a_pip_only_where_it_is_to_be_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pip, "can_be_had", lambda: False)
    assert system_packages.missing(screen=False, installing=False, testing=False) == {}
    found = system_packages.missing(screen=False, installing=True, testing=False)
    assert list(found.values()) == [f"python3.{sys.version_info.minor}-venv"]


def test_what_may_not_be_installed_is_told_and_ends_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    with pytest.raises(SystemExit) as ended:
        system_packages.need({"libGL.so.1": "libgl1"})
    assert ended.value.code == 3
    told = capsys.readouterr().out
    assert "libgl1" in told or "libGL.so.1" in told
    assert "the same command again" in told
