"""An import that is killed at any moment leaves whole sources or none, and can be given again."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from counterpoint.application.library.check import check_library
from tests.importing_library import SPEECH, bring_in, library

MANY = 100

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills with a signal")


def texts(folder: Path) -> Path:
    folder.mkdir()
    for number in range(MANY):
        (folder / f"speech-{number}.txt").write_text(f"{number}\n\n{SPEECH}", encoding="utf-8")
    return folder


@pytest.mark.parametrize("files", [0, 1, 2, 7, 33, 64, 120, 200])
def test_killed_when_so_many_files_have_come(tmp_path: Path, files: int) -> None:
    disk = library(tmp_path / "library")
    new = texts(tmp_path / "new")
    corpus = disk.folder / "corpus"
    before = len(list(corpus.iterdir()))
    importing = subprocess.Popen(
        [sys.executable, "-m", "counterpoint", "import", new, "--library", disk.folder],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 60
    while importing.poll() is None and time.monotonic() < end:
        if len(list(corpus.iterdir())) - before > files:
            importing.send_signal(signal.SIGKILL)
            break
    importing.wait()

    check, whole = check_library(disk.folder)
    assert check.problems == ()
    assert whole is not None
    for source in whole.contents.sources:
        assert source.original is None or (disk.folder / source.original.file).is_file()

    bring_in(disk.folder, new)
    check, _ = check_library(disk.folder)
    assert check.problems == ()
    assert check.sources == MANY + 1
    assert not list(corpus.glob(".counterpoint*"))
