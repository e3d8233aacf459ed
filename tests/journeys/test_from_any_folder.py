"""The installed commands work from any folder, on the library that comes with the app."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from counterpoint.storage import place


def test_the_shipped_library_is_right_wherever_one_stands(
    command: Callable[..., "subprocess.CompletedProcess[str]"],
) -> None:
    done = command("check", "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    answer = json.loads(done.stdout)
    assert answer["ok"] is True
    assert answer["problems"] == []
    assert answer["sources"] == 5
    assert answer["options"] >= 6


def test_nothing_is_written_where_one_stands(
    command: Callable[..., "subprocess.CompletedProcess[str]"], tmp_path: Path
) -> None:
    assert command("--version").stdout.startswith("counterpoint ")
    assert command("check").returncode == 0
    assert list((tmp_path / "somewhere else").iterdir()) == []


def test_fonts_and_icons_come_with_it() -> None:
    assert (place.resources() / "fonts" / "Inter-Regular.otf").is_file()
    assert (place.resources() / "icons" / "counterpoint.svg").is_file()
