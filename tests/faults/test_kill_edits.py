"""Two hundred times the process is killed while somebody edits a library: every file is whole, at
most the last second is missing, and nothing is wrong with the library."""

import os
import random
import re
import shutil
import signal
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from counterpoint.application.editing.drafts import Drafts
from counterpoint.application.library.check import check_library
from counterpoint.domain.editing.cells import claim_in
from counterpoint.storage.library.library_folder import read_files
from tests.faults.nursery import Nursery
from tests.library_on_disk import LibraryOnDisk

KILLS = 200
AT_ONCE = 6
MOST_MISSING = 1.0
"""Seconds of work that a kill may cost."""
WHERE_LATE = 3.0
"""The same where the machine itself was late, as one that runs other tests meanwhile is: of a
hundred kills one may cost so much, and none more."""


def kill_one(home: Path, pid: int, name: str, life: float) -> float:
    """Kills the child when it has worked for `life` seconds; when that was."""
    log, until = home / f"{name}.log", time.monotonic() + 60
    while not (log.exists() and log.stat().st_size):
        assert time.monotonic() < until, "the child did not begin"
        time.sleep(0.01)
    time.sleep(life)
    killed = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    return killed


def kill_each(
    script: str, home: Path, names: Sequence[str], lives: Sequence[float], at_once: int
) -> list[float]:
    """A child of `script` for each of `names` lives so many seconds; when each was killed."""
    nursery = Nursery(script, home)
    killed: list[float] = []
    try:
        with ThreadPoolExecutor(at_once) as pool:
            for at in range(0, len(names), at_once):
                some = names[at : at + at_once]
                pids = [nursery.child(name) for name in some]
                killed += pool.map(
                    kill_one, [home] * len(some), pids, some, lives[at : at + at_once]
                )
    finally:
        nursery.close()
    return killed


def missing(log: Path, killed: float, last: int) -> float:
    """For how many seconds before it was killed the child had done what is not there: as far as
    `last` is."""
    for line in log.read_text().split("\n")[:-1]:
        number, when = line.split(" ")
        if int(number) > last:
            return killed - float(when)
    return 0.0


def number_in(words: str) -> int:
    found = re.search(r"the (\d+)th", words)
    return int(found[1]) if found else -1


@pytest.mark.skipif(sys.platform == "win32", reason="there is no fork")
def test_every_file_is_whole_and_at_most_a_second_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = LibraryOnDisk.make(tmp_path / "small").folder
    names = [str(number) for number in range(KILLS)]
    for name in names:
        shutil.copytree(small, tmp_path / name)
    dice = random.Random(10)
    # One in four is long enough to lose more than a second; those of a length go together.
    lives = sorted(dice.uniform(*((1.2, 2.5) if at % 4 == 0 else (0, 0.6))) for at in range(KILLS))
    killed = kill_each("kill_while_editing.py", tmp_path, names, lives, AT_ONCE)

    lost: list[float] = []
    for name, when in zip(names, killed, strict=True):
        folder, log = tmp_path / name, tmp_path / f"{name}.log"
        assert check_library(folder)[0].problems == (), name
        form = read_files(folder).resolved.approaches["talk"].form
        lost.append(missing(log, when, number_in(claim_in(form, "go-on").text)))
        monkeypatch.setenv("COUNTERPOINT_HOME", str(tmp_path / f"{name}-home"))
        found = Drafts(folder).left_behind()
        lost.append(missing(log, when, number_in(found[0].words) if found else -1))
    late = [seconds for seconds in lost if seconds > MOST_MISSING]
    assert len(late) <= len(lost) // 100, sorted(late)
    assert max(lost) <= WHERE_LATE
