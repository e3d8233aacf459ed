"""Where things are, in this checkout and with COUNTERPOINT_HOME."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from counterpoint.storage import place
from counterpoint.storage.place import NoHome

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_library_is_found_in_a_checkout() -> None:
    assert place.shipped_library() == ROOT
    assert (place.shipped_library() / "corpus" / "library.yaml").is_file()
    assert (place.shipped_library() / "options" / "dimensions.yaml").is_file()


def test_the_resources_are_found_in_a_checkout() -> None:
    assert (place.resources() / "icons" / "counterpoint.svg").is_file()
    assert (place.resources() / "fonts" / "Inter-Regular.otf").is_file()


def test_counterpoint_home_holds_everything_of_the_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "größer home"
    monkeypatch.setenv("COUNTERPOINT_HOME", str(home))
    assert place.user_data() == home / "data"
    assert place.user_cache() == home / "cache"
    assert place.user_settings_file() == home / "settings.ini"


def test_a_relative_counterpoint_home_is_made_absolute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COUNTERPOINT_HOME", "mine")
    assert place.user_data() == tmp_path / "mine" / "data"


@pytest.mark.parametrize("home", [None, ""])
def test_without_it_the_folders_are_those_of_the_system(
    home: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    if home is None:
        monkeypatch.delenv("COUNTERPOINT_HOME", raising=False)
    else:
        monkeypatch.setenv("COUNTERPOINT_HOME", home)
    places = [place.user_data(), place.user_cache(), place.user_settings_file()]
    assert len(set(places)) == 3
    for path in places:
        assert path.is_absolute()
        assert "counterpoint" in path.parts
        assert not path.is_relative_to(Path.cwd())


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows always knows a home")
@pytest.mark.parametrize("ask", [place.user_data, place.user_cache, place.user_settings_file])
def test_a_person_without_a_home_is_told_what_to_set(
    ask: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("COUNTERPOINT_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for kind in ("DATA", "CACHE", "CONFIG"):
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    # As of a container that was given a number that its list of users does not have.
    monkeypatch.setattr(os, "getuid", lambda: 54321)

    with pytest.raises(NoHome):
        ask()


def test_asking_creates_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUNTERPOINT_HOME", str(tmp_path / "home"))
    place.user_data()
    place.user_cache()
    place.user_settings_file()
    assert list(tmp_path.iterdir()) == []


def test_platformdirs_is_not_imported_on_the_way_to_the_window(tmp_path: Path) -> None:
    program = (
        "import sys; from counterpoint.storage import place;"
        "place.shipped_library(); place.resources(); print('platformdirs' in sys.modules)"
    )
    answer = subprocess.check_output(
        [sys.executable, "-c", program], env={"PYTHONPATH": str(ROOT / "app")}, text=True
    )
    assert answer.strip() == "False"
