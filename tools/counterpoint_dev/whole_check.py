"""The whole check: each step by its name; the first that fails ends it, with its exit code."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from . import installed_wheel
from .environment import OURS, Environment
from .other_pythons import others
from .places import ROOT
from .processes import call, own_environment, step
from .setting_up import set_up

# Of these tools and of Qt, what a person set for their own work would change the verdict.
NOT_OURS = ("QT_", "QML", "PYTEST_", "MYPY", "RUFF_", "COV", "HYPOTHESIS_", "COUNTERPOINT_")
# One process for each core, and the tests of one file in one of them.
AT_ONCE = ("-n", "auto", "--maxprocesses", "8", "--dist", "loadfile")


def test(*arguments: str) -> int:
    """All of it; with arguments, which are pytest's, pytest alone."""
    with tempfile.TemporaryDirectory(prefix="counterpoint-") as name:
        place = Path(name)
        env = variables(place)
        if arguments:
            call(OURS.python, "-m", "pytest", *arguments, env=env)
        else:
            whole(place, env)
    return 0


def variables(place: Path) -> dict[str, str]:
    plain = {k: text for k, text in own_environment().items() if not k.startswith(NOT_OURS)}
    return plain | {"QT_QPA_PLATFORM": "offscreen", "COUNTERPOINT_HOME": str(place / "home")}


def whole(place: Path, env: Mapping[str, str]) -> None:
    began = time.monotonic()
    python = OURS.python
    step("Format", python, "-m", "ruff", "format", "--check", ".", env=env)
    step("Lint", python, "-m", "ruff", "check", ".", env=env)
    step("Types", python, "-m", "mypy", env=env)
    step("Import contracts", OURS.program("lint-imports"), "--no-cache", env=env)
    step("Tests", python, "-m", "pytest", *AT_ONCE, "--cov", env=env)
    step("Quotations", python, "-m", "counterpoint", "check", ROOT, env=env)
    if sys.platform == "linux":  # elsewhere letters are drawn otherwise
        pictures(env)
    dist = place / "dist"
    step("Wheel", python, "-m", "build", "--no-isolation", "--outdir", dist, ROOT, env=env)
    installed_wheel.try_out(dist, place, env)
    untried = [other for other in others() if not passes_on(other, env)]
    print(f"\nAll is well, after {time.monotonic() - began:.0f} seconds.")
    for other in untried:
        print("Not tried on Python {}.{}, as said above.".format(*other.version))


def pictures(env: Mapping[str, str]) -> None:
    """Once more where some differ: a machine that is slow may have been asked too early."""
    command: tuple[str | Path, ...] = (OURS.python, ROOT / "tools" / "pictures.py", "--check")
    print("\n== Pictures", flush=True)
    if subprocess.run(command, cwd=ROOT, env=env, check=False).returncode:
        step("Pictures, once more", *command, env=env)


def passes_on(other: Environment, env: Mapping[str, str]) -> bool:
    """False if another Python cannot be set up, as where the network is gone; where the tests
    fail on it, this program ends."""
    name = "Tests on Python {}.{}".format(*other.version)
    print(f"\n== {name}: setting up", flush=True)
    try:
        set_up("dev", env=other)
    except SystemExit as ended:
        print(ended if isinstance(ended.code, str) else "It could not be set up.", flush=True)
        return False
    step(name, other.python, "-m", "pytest", *AT_ONCE, env=env)
    return True
