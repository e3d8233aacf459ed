"""The lock files name everything, by hash, and nothing of the machine that made them."""

import hashlib
import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from counterpoint_dev.setting_up import megabytes

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = {"run": ["build"], "test": ["test"], "dev": ["build", "test", "dev"]}


def text(lock: str) -> str:
    return (ROOT / "requirements" / f"{lock}.lock").read_text(encoding="utf-8")


def locked(lock: str) -> dict[str, tuple[Requirement, list[str]]]:
    """Each requirement with its hashes, by its name."""
    logical = text(lock).replace("\\\n", " ").splitlines()
    entries = [line.split() for line in logical if line and not line.lstrip().startswith("#")]
    found: dict[str, tuple[Requirement, list[str]]] = {}
    for words in entries:
        hashes = [word for word in words if word.startswith("--hash=")]
        requirement = Requirement(" ".join(word for word in words if word not in hashes))
        found[canonicalize_name(requirement.name)] = (requirement, hashes)
    return found


def declared(lock: str) -> list[Requirement]:
    lines = list(PROJECT["project"]["dependencies"])
    for group in GROUPS[lock]:
        lines += [line for line in PROJECT["dependency-groups"][group] if isinstance(line, str)]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("lock", GROUPS)
def test_every_requirement_is_one_version_with_its_hashes(lock: str) -> None:
    for requirement, hashes in locked(lock).values():
        assert re.fullmatch(r"==[0-9][0-9a-z.]*", str(requirement.specifier)), requirement
        assert requirement.url is None
        assert hashes
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", word) for word in hashes)


@pytest.mark.parametrize("lock", GROUPS)
def test_nothing_of_the_machine_is_in_it(lock: str) -> None:
    assert not re.search(r"://|file:|--index|--extra|--find|--trusted| @ |(^|\s)/", text(lock))


@pytest.mark.parametrize("lock", GROUPS)
def test_all_that_is_declared_is_locked_at_a_version_that_will_do(lock: str) -> None:
    entries = locked(lock)
    for requirement in declared(lock):
        entry, _ = entries[canonicalize_name(requirement.name)]
        version = str(entry.specifier).removeprefix("==")
        assert requirement.specifier.contains(version), requirement


@pytest.mark.parametrize("lock", ["run", "test"])
def test_the_smaller_locks_agree_with_the_whole_one(lock: str) -> None:
    whole = locked("dev")
    for name, (requirement, hashes) in locked(lock).items():
        assert requirement.specifier == whole[name][0].specifier
        assert hashes == whole[name][1]


def test_the_build_backend_is_asked_for_in_the_same_words() -> None:
    assert PROJECT["build-system"]["requires"] == PROJECT["dependency-groups"]["build"]


@pytest.mark.parametrize("version", ["6.11.0", "6.11.1", "6.12.0", "7.0.0", "6.8.0"])
def test_the_pin_refuses_the_versions_of_qt_known_to_fail(version: str) -> None:
    (pin,) = [entry for entry in declared("run") if entry.name == "PySide6-Essentials"]
    assert not pin.specifier.contains(version)


@pytest.mark.parametrize("lock", GROUPS)
def test_the_sizes_are_of_this_lock(lock: str) -> None:
    """Else `dev.py lock` was not run after it was changed."""
    sizes = json.loads((ROOT / "requirements" / "sizes.json").read_text(encoding="utf-8"))
    data = (ROOT / "requirements" / f"{lock}.lock").read_bytes()
    assert sizes[lock]["lock"] == hashlib.sha256(data).hexdigest()


def test_the_readme_and_the_message_give_the_same_sizes() -> None:
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    told = re.search(r"`run` fetches some (\d+) MB \(on macOS (\d+)\)", readme)
    assert told is not None
    assert (int(told[1]), int(told[2])) == (megabytes("run", "linux"), megabytes("run", "darwin"))
    told = re.search(r"`test` fetches (\d+) MB \((\d+)\)", readme)
    assert told is not None
    assert (int(told[1]), int(told[2])) == (megabytes("dev", "linux"), megabytes("dev", "darwin"))
    assert megabytes("run", "win32") == megabytes("run", "linux")
