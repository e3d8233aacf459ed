"""Of a person's settings for pip only those about the index are heeded; refusals are plain."""

import os
import sys
from pathlib import Path

import pytest

from counterpoint_dev.pip import explained, settings

PIP = [sys.executable, "-m", "pip"]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("PIP_"):
            monkeypatch.delenv(name)


def test_settings_about_the_index_come_from_files_and_variables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = https://one.invalid/simple\ntimeout = 7\n"
        "find-links =\n    /a b\n    /c\n"
        "[install]\ntimeout = 8\nuser = true\nconstraint = /nowhere\n"
        "[download]\nproxy = http://not.invalid\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    monkeypatch.setenv("PIP_INDEX_URL", "https://two.invalid/simple")
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PIP_PYTHON", "/no/python")

    assert (
        settings([*PIP]).items()
        >= {
            "PIP_INDEX_URL": "https://two.invalid/simple",
            "PIP_TIMEOUT": "8",
            "PIP_FIND_LINKS": "\n/a b\n/c",
            "PIP_CONFIG_FILE": os.devnull,
        }.items()
    )
    assert (
        settings([*PIP])
        .keys()
        .isdisjoint({"PIP_TARGET", "PIP_PYTHON", "PIP_USER", "PIP_CONSTRAINT", "PIP_PROXY"})
    )


BROKEN = (
    "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(': no')': "
    "/simple/x/\n"
)


def test_an_index_that_cannot_be_reached_is_no_network() -> None:
    said = explained(f"{BROKEN}ERROR: No matching distribution found for x==1\n")
    assert said is not None
    assert said.startswith("No network")
    assert "NewConnectionError" in said


@pytest.mark.parametrize(
    "said",
    [
        f"{BROKEN}ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n",
        "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n",
    ],
)
def test_what_has_another_cause_is_pips_own_words(said: str) -> None:
    assert explained(said) is None
