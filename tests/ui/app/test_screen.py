"""Whether a screen is there, asked of the environment and of who listens at its sockets."""

import socket
import sys
import tempfile
from pathlib import Path

import pytest

from counterpoint.ui.app.screen import has_screen

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere there is always a screen"
)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR"):
        monkeypatch.delenv(name, raising=False)


def test_no_name_no_screen() -> None:
    assert not has_screen()


@pytest.mark.parametrize(
    ("platform", "there"),
    [("offscreen", False), ("minimal:x", False), ("vnc:size=1280x800", True), ("eglfs", True)],
)
def test_whoever_names_a_platform_is_believed(
    monkeypatch: pytest.MonkeyPatch, platform: str, there: bool
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    assert has_screen() is there


@pytest.mark.parametrize("platform", ["", "xcb", "wayland;xcb"])
def test_a_display_that_does_not_answer(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-987")
    assert not has_screen()


@pytest.mark.parametrize("absolute", [False, True])
def test_a_wayland_socket_counts_while_somebody_listens(
    monkeypatch: pytest.MonkeyPatch, absolute: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:  # short: a socket's path may not be long
        path = Path(folder) / "wayland-0"
        monkeypatch.setenv("WAYLAND_DISPLAY", str(path) if absolute else path.name)
        if not absolute:
            monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        with socket.socket(socket.AF_UNIX) as compositor:
            compositor.bind(str(path))
            compositor.listen()
            assert has_screen()
        assert path.exists()
        assert not has_screen(), "it was left behind"
