"""Pandoc costs what it is allowed to cost, and ends when nobody wants its work any more."""

import time
from pathlib import Path

import pytest

from counterpoint.storage import pandoc
from counterpoint.storage.pandoc import (
    Allowance,
    Cancelled,
    PandocGone,
    TooMuchMemory,
    TooMuchOutput,
    TooSlow,
    run_pandoc,
)
from tests.listening import Listening, listening

__all__ = ["listening"]

PLENTY = Allowance(2**30, 60, 2**24)
ENDLESS = b"* " * 400_000


def test_it_makes_of_a_text_what_is_asked_for() -> None:
    done = run_pandoc(["--from=markdown", "--to=html"], b"*Words*", PLENTY)

    assert (done.output, done.code) == (b"<p><em>Words</em></p>\n", 0)


def test_what_it_complains_of_is_kept() -> None:
    done = run_pandoc(["--from=nosuchformat"], b"", PLENTY)

    assert done.code
    assert "nosuchformat" in done.first_complaint


def test_it_reads_no_file_that_it_was_not_told_of(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("Hidden words.")

    done = run_pandoc(["--from=rst", "--to=plain"], f".. include:: {secret}\n".encode(), PLENTY)

    assert b"Hidden" not in done.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--to=docx", "--output=-"], "![a]({address}.png)"),
        (["--to=epub3", "--output=-"], "![a]({address}.png)"),
        (["--to=html", "--standalone", "--embed-resources"], "![a]({address}.png)"),
        (["--to=html", "--citeproc"], "---\ncsl: {address}\n---\n\n[@a]"),
        (["--to=html", "--citeproc"], "---\nbibliography: {address}\n---\n\n[@a]"),
        (["--to=docx", "--output=-", "--reference-doc={address}"], "Words"),
        (["--to=html", "--citeproc", "--csl={address}"], "[@a]"),
    ],
)
def test_it_fetches_nothing(listening: Listening, arguments: list[str], words: str) -> None:
    address = f"{listening.address}/a"
    said = [each.format(address=address) for each in arguments]
    run_pandoc(["--from=markdown", *said], words.format(address=address).encode(), PLENTY)

    assert not listening.asked()


def test_the_environment_is_added_to() -> None:
    made = run_pandoc(
        ["--from=markdown", "--to=docx", "--output=-"],
        b"Words",
        PLENTY,
        environment={"SOURCE_DATE_EPOCH": "1"},
    )
    again = run_pandoc(
        ["--from=markdown", "--to=docx", "--output=-"],
        b"Words",
        PLENTY,
        environment={"SOURCE_DATE_EPOCH": "1"},
    )

    assert made.output == again.output != b""


@pytest.mark.parametrize(
    ("allowance", "stopped"),
    [
        (PLENTY._replace(seconds=0.02), TooSlow),
        (PLENTY._replace(output=10), TooMuchOutput),
        (PLENTY._replace(memory=16 * 2**20), TooMuchMemory),
    ],
)
def test_what_takes_too_much_is_ended(allowance: Allowance, stopped: type[Exception]) -> None:
    with pytest.raises(stopped):
        run_pandoc(["--from=markdown", "--to=json"], ENDLESS, allowance)


def test_it_is_ended_when_nobody_wants_its_work() -> None:
    began = time.monotonic()
    with pytest.raises(Cancelled):
        run_pandoc(["--from=markdown", "--to=json"], ENDLESS, PLENTY, cancelled=lambda: True)

    assert time.monotonic() - began < PLENTY.seconds


def test_where_it_is_not_there_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pandoc, "pandoc_program", lambda: "no-such-program-here")

    with pytest.raises(PandocGone):
        run_pandoc([], b"", PLENTY)
