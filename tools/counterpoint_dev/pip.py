"""pip: finding one, keeping a person's settings for it from what it installs, and its refusals."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

from .places import ROOT, lock_file
from .processes import Word, end_as, own_environment, succeeds

BASE: str = getattr(sys, "_base_executable", sys.executable)
"""The Python that runs this; never that of an environment."""

# What a person sets to reach an index. Anything else would change what is installed, or where:
# `user`, `target`, `prefix`, `root`, `dry-run`, `no-binary`, `constraint` and so on.
ABOUT_THE_INDEX = {
    *("index-url", "extra-index-url", "find-links", "no-index"),
    *("proxy", "cert", "client-cert", "trusted-host", "keyring-provider"),
    *("timeout", "default-timeout", "retries", "cache-dir", "no-cache-dir"),
}


def has_ensurepip(python: str = BASE) -> bool:
    """Debian splits it off."""
    return succeeds(python, "-c", "import ensurepip")


def can_be_had() -> bool:
    """Whether a new environment of the Python that runs this could be filled."""
    return has_ensurepip() or bool(pip_for(Path(BASE)))


def pip_for(python: Path) -> list[Word]:
    """The command that runs pip for this Python; empty where there is no pip at all."""
    if succeeds(python, "-m", "pip", "--version"):
        return [python, "-m", "pip"]
    for pip in ([BASE, "-m", "pip"], ["pip3"], ["pip"]):
        command: list[Word] = [*pip, "--python", python]
        if succeeds(*command, "--version"):
            return command
    return []


def install(python: Path, *what: Word) -> None:
    """Where pip fails, this program ends and says why."""
    command = pip_for(python)
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    words = (*command, "install", "--disable-pip-version-check", "--no-input", *quiet, *what)
    done = subprocess.run(
        words,
        cwd=ROOT,
        env=own_environment() | settings(command),
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode == 0:
        return
    reason = explained(done.stderr)
    if reason is None:
        print(done.stderr, file=sys.stderr)
        end_as(words, done.returncode)
    sys.exit(reason)


def locked(name: str) -> list[Word]:
    return ["--no-deps", "--only-binary=:all:", "--require-hashes", "-r", lock_file(name)]


def settings(pip: list[Word]) -> dict[str, str]:
    """Variables that say what a person set in files or variables of pip about the index, and
    nothing else of it."""
    theirs = {name: text for name, text in os.environ.items() if name.startswith("PIP_")}
    theirs.pop("PIP_PYTHON", None)  # would run another pip than this
    listed = subprocess.run(
        [*pip, "config", "list"],
        env=own_environment() | theirs,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    found: dict[str, str] = {}
    for section in ("global", "install", ":env:"):
        for line in listed.stdout.splitlines():
            name, _, text = line.partition("=")
            key = name.removeprefix(f"{section}.")
            if key != name and key in ABOUT_THE_INDEX:
                found[f"PIP_{key.upper().replace('-', '_')}"] = ast.literal_eval(text)
    return found | {"PIP_CONFIG_FILE": os.devnull}


def explained(said: str) -> str | None:
    """Better words for what pip said, where we know some."""
    broken = re.search(r"connection broken by '(\w+)", said)
    nowhere = re.search(r"No matching distribution found for (\S+)", said)
    if broken and (nowhere or "Max retries exceeded" in said):
        return (
            f"No network: the packages could not be fetched ({broken[1]}). Nothing was changed. "
            "Give the same command again once the package index can be reached."
        )
    if nowhere:
        return (
            f"{said}\nThe package index has no build of {nowhere[1]} for this machine. Qt for "
            "Python needs a processor of 64 bits, and Windows 10, macOS 13, or Linux with glibc "
            "2.34 (as Debian 12, Ubuntu 22.04), on ARM64 glibc 2.39 (as Debian 13, Ubuntu 24.04)."
        )
    return None
