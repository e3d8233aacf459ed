"""Two hundred times the process is killed while someone types. No note may be lost or half
written, and at most the last second of typing may be missing."""

import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from counterpoint.storage.files.atomic import TEMPORARY
from counterpoint.storage.notes.notes_folder import NotesFolder
from tests.faults.nursery import Nursery

KILLS = 200
AT_ONCE = 8
"""Children that type at the same time; they mostly wait."""
MOST_MISSING = 1.0
"""Seconds of typing that a kill may cost."""
WHERE_LATE = 3.0
"""The same where the machine itself was late, as one that runs other tests meanwhile is: of a
hundred kills one may cost so much, and none more."""
OLDER = "An older note, already there: it must never be half written.\n" * 300


@dataclass
class Typed:
    """What one child typed into one note."""

    letters: str = ""
    times: list[float] = field(default_factory=list)


def log_of(path: Path) -> dict[str, Typed]:
    typed: dict[str, Typed] = {}
    for line in path.read_text().split("\n")[:-1]:
        id, letter, when = line.split(" ")
        note = typed.setdefault(id, Typed())
        note.letters += chr(int(letter))
        note.times.append(float(when))
    return typed


def kill_one(home: Path, pid: int, name: str, life: float) -> float:
    """Kills the child when it has typed for `life` seconds; when that was."""
    log = home / f"{name}.log"
    deadline = time.monotonic() + 30
    while not (log.exists() and log.stat().st_size):
        assert time.monotonic() < deadline, f"child {name} does not type"
        time.sleep(0.01)
    time.sleep(life)
    killed = time.monotonic()
    os.kill(pid, signal.SIGKILL)
    return killed


def wrongs(home: Path, name: str, killed: float) -> tuple[list[str], float]:
    """What is wrong with the notes that a killed child leaves; how many seconds of its typing are
    missing in the one that misses most."""
    most = 0.0
    folder = NotesFolder(home / name)
    listing = folder.listing(set())
    found = []
    read = {id: folder.read(id) for id in listing}  # raises where a file cannot be understood
    bodies = {id: note.note.body for id, note in read.items() if note is not None}
    for id, typed in log_of(home / f"{name}.log").items():
        began = OLDER if id == "older" else ""
        body = bodies.get(id, began)
        whole = began + typed.letters
        if not whole.startswith(body):
            # The last letter may have been typed and saved, and its report cut off by the kill.
            if not body.startswith(whole) or len(body) > len(whole) + 1:
                found.append(f"{name}/{id}: {body[-40:]!r} is not what was typed")
            continue
        missing = typed.times[len(body) - len(began) :]
        most = max(most, killed - missing[0] if missing else 0.0)
    if not bodies.get("older", "").startswith(OLDER):
        found.append(f"{name}: the older note is damaged")
    folder.clear_strays()
    if list(folder.path.glob(f"{TEMPORARY}*")):
        found.append(f"{name}: strays are left")
    return found, most


@pytest.mark.skipif(not hasattr(os, "fork"), reason="children are forked")
def test_two_hundred_kills_lose_no_note(tmp_path: Path) -> None:
    chance = random.Random(2026)
    nursery = Nursery("kill_while_typing.py", tmp_path)

    def one(name: str, pid: int) -> tuple[list[str], float]:
        killed = kill_one(tmp_path, pid, name, chance.uniform(0.2, 2.2))
        return wrongs(tmp_path, name, killed)

    found: list[str] = []
    missing: list[float] = []
    try:
        with ThreadPoolExecutor(AT_ONCE) as pool:
            running = []
            for number in range(KILLS):
                folder = tmp_path / str(number)
                folder.mkdir()
                (folder / "older.md").write_text(
                    f"---\ntarget: option\noption: containment\n---\n{OLDER}"
                )
                running.append(pool.submit(one, str(number), nursery.child(str(number))))
                while sum(not future.done() for future in running) >= AT_ONCE:
                    time.sleep(0.01)
            for future in running:
                wrong, seconds = future.result()
                found += wrong
                missing.append(seconds)
    finally:
        nursery.close()
    assert found == []
    missing.sort()
    assert missing[-KILLS // 100 - 1] <= MOST_MISSING
    assert missing[-1] <= WHERE_LATE
    logs = [log_of(tmp_path / f"{number}.log") for number in range(KILLS)]
    assert sum(len(typed.letters) for log in logs for typed in log.values()) > 10 * KILLS
