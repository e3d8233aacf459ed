"""The wheel, installed into an environment of its own elsewhere. Nothing is fetched for that: what
it depends on is copied from our environment, into which it came from the same locks."""

import re
import shutil
from collections.abc import Mapping
from importlib.metadata import distributions
from pathlib import Path

from . import pip
from .environment import OURS
from .places import ROOT, lock_file
from .processes import Word, step


def try_out(dist: Path, place: Path, env: Mapping[str, str]) -> None:
    """First with what the app itself needs and nothing else, then with pytest for the journeys.
    `dist` holds the wheel; `place` is an empty folder."""
    (wheel,) = dist.glob("*.whl")
    there = OURS._replace(folder=place / "env")
    there.create()
    copy_packages("run", there.place("purelib"))
    pip.install(there.python, "--no-index", "--no-deps", wheel)
    step("Wheel: what it depends on", *pip.pip_for(there.python), "check", env=env)
    check = ["-m", "counterpoint", "check"]
    step("Wheel: quotations", there.python, *check, env=env, cwd=place)
    copy_packages("test", there.place("purelib"))
    # Nothing of the checkout but the journeys themselves.
    apart: list[Word] = ["-c", ROOT / "pyproject.toml", "-o", "pythonpath="]
    apart += ["-p", "no:cacheprovider", ROOT / "tests" / "journeys"]
    installed = {**env, "COUNTERPOINT_INSTALLED": "1"}
    step("Wheel: journeys", there.python, "-m", "pytest", *apart, env=installed, cwd=place)


def copy_packages(lock: str, target: Path) -> None:
    """What requirements/LOCK.lock names goes from our site-packages to those at `target`."""
    names = re.findall(r"^([\w.-]+)==", lock_file(lock).read_text("utf-8"), re.MULTILINE)
    wanted = {plain(name) for name in names}
    source = OURS.place("purelib")
    for package in distributions(path=[str(source)]):
        if plain(package.metadata["Name"]) in wanted:
            for file in package.files or ():
                inside = source / file
                if ".." not in file.parts and inside.is_file():  # programs lie outside
                    copy = target / file
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(inside, copy)


def plain(name: str) -> str:
    """As names are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()
