"""`dev.py` sets a checkout up, whatever a person has set, and spoils nothing on the way."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.counterpoint_dev.small_checkout import SmallCheckout

# Nobody listens there.
NO_NETWORK = {
    "PIP_NO_INDEX": "0",
    "PIP_FIND_LINKS": "",
    "PIP_INDEX_URL": "http://127.0.0.1:9/simple",
    "PIP_RETRIES": "1",
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SmallCheckout:
    """Two began to set it up at once, with all that a person can have set for pip and Python."""
    checkout = SmallCheckout.make(tmp_path_factory.mktemp("small"))
    place = checkout.folder.parent
    elsewhere = place / "elsewhere"
    for name in ("tools", "counterpoint", "counterpoint_dev", "pip", "venv"):
        shadow = place / "shadows" / name
        shadow.mkdir(parents=True)
        (shadow / "__init__.py").write_text("raise SystemExit('the wrong package')")
    (place / "pip.conf").write_text(f"[install]\nuser = true\ntarget = {elsewhere}\n")
    meddling = {
        "PIP_USER": "1",
        "PIP_TARGET": str(elsewhere),
        "PIP_PREFIX": str(elsewhere),
        "PIP_ROOT": str(elsewhere),
        "PIP_DRY_RUN": "1",
        "PIP_NO_BINARY": ":all:",
        "PIP_REQUIRE_VIRTUALENV": "1",
        "PIP_CONFIG_FILE": str(place / "pip.conf"),
        "PYTHONPATH": str(place / "shadows"),
        "PYTHONSAFEPATH": "1",
        "PYTHONOPTIMIZE": "2",
    }
    children = [checkout.start("run", "library", **meddling) for _ in range(2)]
    said = [child.communicate(timeout=300) for child in children]
    assert [child.returncode for child in children] == [0, 0], said
    assert sorted("Setting up in" in out for out, _ in said) == [False, True]
    for out, _ in said:
        assert f"Counterpoint runs: {checkout.folder / 'app'}" in out
        assert f"{checkout.env} ['library']" in out
    assert not elsewhere.exists()
    return checkout


def test_nothing_is_left_beside_it(made: SmallCheckout) -> None:
    assert {name for name in made.names() if name.startswith(".")} == {".venv", ".venv.lock"}


def test_its_programs_run_and_know_no_other_folder(made: SmallCheckout) -> None:
    (program,) = made.env.glob("[bS]*/counterpoint*")
    out = subprocess.check_output([program, "x"], encoding="utf-8", cwd=made.folder.parent)
    assert f"{made.env} ['x']" in out
    texts = [path.read_bytes() for path in program.parent.iterdir() if not path.is_symlink()]
    assert not any(b".vnew" in text for text in texts)


def test_the_second_time_nothing_is_set_up(made: SmallCheckout) -> None:
    done = made.say("run", **NO_NETWORK)

    assert done.returncode == 0, done.stderr
    assert "Setting up" not in done.stdout


def test_without_a_network_it_is_said_and_what_is_there_goes_on_working(
    made: SmallCheckout,
) -> None:
    done = made.say("test", **NO_NETWORK)

    assert done.returncode == 1
    assert "No network" in done.stderr
    assert "Nothing was changed" in done.stderr
    assert "WARNING" not in done.stderr
    assert "This failed" not in done.stderr
    test_the_second_time_nothing_is_set_up(made)


def test_what_an_exchange_left_half_way_is_put_back(made: SmallCheckout) -> None:
    made.env.rename(made.folder / ".vold")
    (made.folder / ".vnew").mkdir()

    test_the_second_time_nothing_is_set_up(made)
    assert made.env.is_dir()


@pytest.mark.skipif(sys.platform == "win32", reason="groups of processes are of POSIX")
def test_killed_while_it_is_made_anew_the_old_one_goes_on_working(made: SmallCheckout) -> None:
    child = made.start("lock")
    assert child.stdout is not None
    assert child.stdout.readline().startswith("Setting up in")
    while not (made.folder / ".vnew" / "pyvenv.cfg").exists():
        assert child.poll() is None
    os.killpg(child.pid, signal.SIGKILL)  # with pip, as the end of the machine would
    child.communicate()

    test_the_second_time_nothing_is_set_up(made)


def test_a_package_that_went_away_is_set_up_again(made: SmallCheckout) -> None:
    (package,) = made.env.glob("[lL]ib/**/site-packages/pluggy")
    shutil.rmtree(package)

    done = made.say("run")

    assert done.returncode == 0, done.stderr
    assert "Setting up in" in done.stdout
    assert (package / "__init__.py").is_file()


@pytest.fixture
def bare(tmp_path: Path) -> SmallCheckout:
    """A checkout that was never set up; setting it up would fail for want of wheels."""
    checkout = SmallCheckout.make(tmp_path)
    shutil.rmtree(checkout.wheels)
    return checkout


def make_folder(path: Path) -> None:
    path.mkdir()
    (path / "thesis.txt").write_text("years of work")


def make_file(path: Path) -> None:
    path.write_text("years of work")


def make_environment(path: Path) -> None:
    path.mkdir()
    (path / "pyvenv.cfg").write_text("home = /usr/bin")


def make_link(path: Path) -> None:
    path.symlink_to(path.with_name("gone"))


def state(path: Path) -> list[tuple[Path, bool, bytes]]:
    return [
        (each, each.is_symlink(), each.read_bytes() if each.is_file() else b"")
        for each in (path, *path.rglob("*"))
    ]


@pytest.mark.parametrize("make", [make_folder, make_file, make_environment, make_link])
def test_what_is_not_of_its_making_is_left_alone(
    bare: SmallCheckout, make: Callable[[Path], None]
) -> None:
    make(bare.env)
    before = state(bare.env)

    done = bare.say("run")

    assert done.returncode == 1
    assert "not of dev.py's making" in done.stderr
    assert str(bare.env) in done.stderr
    assert state(bare.env) == before


def test_a_package_that_no_index_has_is_told(bare: SmallCheckout) -> None:
    bare.wheels.mkdir()

    done = bare.say("run")

    assert done.returncode == 1
    assert "no build of hatchling==" in done.stderr
    assert "glibc 2.34" in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="links are of POSIX")
def test_an_environment_on_another_disk_stays_there(made: SmallCheckout, tmp_path: Path) -> None:
    other = tmp_path / "other disk"
    made.env.rename(tmp_path / "kept")
    try:
        other.mkdir()
        made.env.symlink_to(other)

        done = made.say("run")

        assert done.returncode == 0, done.stderr
        assert made.env.is_symlink()
        assert (other / "pyvenv.cfg").is_file()
    finally:
        made.env.unlink()
        (tmp_path / "kept").rename(made.env)
