"""The process is killed while somebody edits a library through the window: what was typed in a
panel, what was kept and what was linked is there, but for at most the last second, and nothing is
wrong with the library.

KILLS says how often, where it is set in the environment: 200 were tried by hand.
"""

import os
import random
import re
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from counterpoint.application.editing.drafts import Drafts
from counterpoint.application.library.check import check_library
from counterpoint.domain.editing.cells import claim_in
from counterpoint.storage.library.library_folder import read_files
from tests.faults.kill_in_window import CLAIM, sentence
from tests.faults.test_kill_edits import MOST_MISSING, WHERE_LATE, kill_each
from tests.library_on_disk import LibraryOnDisk

KILLS = int(os.environ.get("KILLS", "16"))
AT_ONCE = 2
"""Windows that are open at the same time: each takes a processor while it opens."""
_WHAT = f"{CLAIM.approach}/{CLAIM.claim}/text"


class Left(NamedTuple):
    """What is found after a kill: how much of which sentence, and how many links."""

    sentence: int
    letters: int
    links: int


def left(folder: Path) -> Left:
    form = read_files(folder).resolved.approaches[CLAIM.approach].form
    claim = claim_in(form, CLAIM.claim)
    written = _number_in(claim.text)
    best = written, len(sentence(written)) if written else 0
    for draft in Drafts(folder).left_behind():
        if draft.what == _WHAT and _number_in(draft.words):
            best = max(best, (_number_in(draft.words), len(draft.words)))
    return Left(*best, len(claim.evidence) - 1)


def _number_in(words: str) -> int:
    found = re.match(r"Said for the (\d+)th", words)
    return int(found[1]) if found else 0


def missing(log: Path, killed: float, found: Left) -> tuple[float, str]:
    """For how many seconds before it was killed the child had done what is not there, and what
    that is."""
    for line in log.read_text().split("\n")[:-1]:
        what, number, letters, when = line.split(" ")
        match what:
            case "linked":
                there = int(number) <= found.links
            case "kept":
                there = int(number) <= found.sentence
            case _:
                begun = sentence(int(number))[: int(letters)]
                there = (int(number), int(letters)) <= (found.sentence, found.letters)
                there = there or not _number_in(begun)
        if not there:
            return killed - float(when), what
    return 0.0, ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_at_most_a_second_is_missing_of_what_was_done_in_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = LibraryOnDisk.make(tmp_path / "small").folder
    names = [str(number) for number in range(KILLS)]
    for name in names:
        shutil.copytree(small, tmp_path / name)
    dice = random.Random(11)
    lives = [dice.uniform(0.1, 5) for _ in names]
    killed = kill_each("kill_in_window.py", tmp_path, names, lives, AT_ONCE)

    lost: list[tuple[float, str]] = []
    done: list[Left] = []
    for name, when in zip(names, killed, strict=True):
        folder = tmp_path / name
        assert check_library(folder)[0].problems == (), name
        monkeypatch.setenv("COUNTERPOINT_HOME", str(tmp_path / f"{name}-home"))
        done.append(left(folder))
        lost.append(missing(tmp_path / f"{name}.log", when, done[-1]))
    print("links", sum(each.links for each in done), "missing", sorted(lost))
    assert any(each.links for each in done)
    late = [each for each in lost if each[0] > MOST_MISSING]
    assert len(late) <= max(1, KILLS // 100), sorted(late)
    assert max(lost)[0] <= WHERE_LATE
