"""The lock files in requirements/, and how much is fetched for each."""

from .environment import LOCKS, OURS
from .places import ROOT
from .processes import call


def lock(*options: str) -> int:
    """Once for all systems, from the public index, with no trace of this machine."""
    for name, group in LOCKS.items():
        command = ["-m", "uv", "pip", "compile", "--quiet", "--no-config", "--universal"]
        command += ["--python-version=3.11", "--generate-hashes", "--annotation-style=line"]
        command += ["--custom-compile-command=python3 dev.py lock", f"--group={group}"]
        command += [] if name == "dev" else ["--constraint=requirements/dev.lock"]
        output = f"--output-file=requirements/{name}.lock"
        call(OURS.python, *command, *options, output, "pyproject.toml")
    call(OURS.python, ROOT / "tools" / "download_sizes.py")
    return 0
