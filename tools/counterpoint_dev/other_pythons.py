"""The other Pythons of this machine on which the tests are to pass, each in an environment."""

import json
import os
import subprocess
from pathlib import Path

from .environment import OURS, Environment
from .places import ENV
from .processes import own_environment

OLDEST = (3, 11)


def others() -> list[Environment]:
    """One for each version but our own, from the oldest. With CI set, the oldest and the newest:
    what passes on both ends passes between them."""
    found: dict[tuple[int, int], str] = {OURS.version: OURS.base}
    for version, python in installed():
        found.setdefault(version, python)
    versions = sorted(found)
    if "CI" in os.environ:
        versions = sorted({versions[0], versions[-1]})
    return [
        Environment(ENV.with_name("{}-{}.{}".format(ENV.name, *version)), found[version], version)
        for version in versions
        if version != OURS.version
    ]


def installed() -> list[tuple[tuple[int, int], str]]:
    """Each Python that uv finds and that pyenv has, from the newest; releases alone."""
    home = Path(os.environ.get("PYENV_ROOT") or os.path.expanduser("~/.pyenv"))  # noqa: PTH111
    path = [os.environ.get("PATH", ""), *map(str, sorted(home.glob("versions/*/bin")))]
    command = ["-m", "uv", "python", "list", "--only-installed", "--all-versions"]
    answer = subprocess.run(
        [OURS.python, *command, "--output-format=json", "--no-config", "--no-cache"],
        env=own_environment() | {"PATH": os.pathsep.join(path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    rows = json.loads(answer.stdout) if answer.returncode == 0 else []
    return [
        ((row["version_parts"]["major"], row["version_parts"]["minor"]), row["path"])
        for row in rows
        if row["implementation"] == "cpython"
        and row.get("variant", "default") == "default"
        and row["version"].replace(".", "").isdigit()
        and (row["version_parts"]["major"], row["version_parts"]["minor"]) >= OLDEST
    ]
