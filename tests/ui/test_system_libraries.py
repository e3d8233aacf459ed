"""Which libraries are missed, for which screen, and what a person is told to do."""

import sys

import pytest

from counterpoint.ui import system_libraries
from counterpoint.ui.system_libraries import (
    OFF_SCREEN,
    WAYLAND_SCREEN,
    X_SCREEN,
    how_to_install,
    loads,
    missing_libraries,
)

EVERY_NAME = {*OFF_SCREEN, *X_SCREEN, *WAYLAND_SCREEN}
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks what Qt needs")


@pytest.fixture(autouse=True)
def no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def lack(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """A machine on which these do not load."""
    monkeypatch.setattr(system_libraries, "loads", lambda name: name not in names)


@pytest.mark.parametrize(
    ("variables", "needed"),
    [
        ({}, {}),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": ""}, {}),
        ({"DISPLAY": ":0"}, X_SCREEN),
        ({"WAYLAND_DISPLAY": "wayland-0"}, WAYLAND_SCREEN),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, WAYLAND_SCREEN),
        (
            {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"},
            X_SCREEN,
        ),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, X_SCREEN),
    ],
)
def test_the_screen_decides_which_are_needed(
    variables: dict[str, str], needed: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lack(monkeypatch, *EVERY_NAME)
    for name, text in variables.items():
        monkeypatch.setenv(name, text)

    assert missing_libraries(screen=True) == OFF_SCREEN | needed
    assert missing_libraries(screen=False) == OFF_SCREEN


def test_where_one_of_two_screens_opens_nothing_is_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    lack(monkeypatch, *WAYLAND_SCREEN)
    assert missing_libraries(screen=True) == {}
    lack(monkeypatch, *X_SCREEN)
    assert missing_libraries(screen=True) == {}


def test_what_is_missing_is_told_as_one_line_to_give(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries, "is_root", lambda: False)
    install = "apt-get install -y --no-install-recommends libgl1 libegl1"

    told = how_to_install({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})
    assert told.endswith(f"\n\n    sudo apt-get update && sudo {install}")

    monkeypatch.setattr(system_libraries, "is_root", lambda: True)
    told = how_to_install({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})
    assert told.endswith(f"\n\n    apt-get update && {install}")


def test_who_has_no_sudo_is_told_to_be_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
    monkeypatch.setattr(system_libraries, "is_root", lambda: False)
    told = how_to_install({"libGL.so.1": "libgl1"})
    assert "as root" in told
    assert "sudo" not in told


def test_on_other_systems_the_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    told = how_to_install({"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"})
    assert "libGL.so.1, libEGL.so.1" in told
    assert "apt-get" not in told


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert loads("libc.so.6")
    assert not loads("libcounterpoint-is-not-there.so.1")
