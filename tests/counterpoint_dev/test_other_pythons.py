"""Which other Pythons the tests are run on."""

import sys

import pytest

from counterpoint_dev import other_pythons
from counterpoint_dev.environment import OURS
from counterpoint_dev.other_pythons import installed, others

HERE = sys.version_info[:2]


def test_the_python_that_runs_this_is_among_those_installed() -> None:
    assert HERE in {version for version, _ in installed()}
    assert all(version >= (3, 11) for version, _ in installed())


@pytest.fixture
def has(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with these, of which the one in the middle is ours."""
    found = [((3, minor), f"python3.{minor}") for minor in (14, 13, 13, 12, 11)]
    monkeypatch.setattr(other_pythons, "installed", lambda: found)
    monkeypatch.setattr(other_pythons, "OURS", OURS._replace(version=(3, 12)))


def test_each_version_but_our_own_gets_an_environment(
    has: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert [(env.folder.name, env.base) for env in others()] == [
        (".venv-3.11", "python3.11"),
        (".venv-3.13", "python3.13"),
        (".venv-3.14", "python3.14"),
    ]


def test_in_ci_the_oldest_and_the_newest(has: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    assert [env.version for env in others()] == [(3, 11), (3, 14)]
