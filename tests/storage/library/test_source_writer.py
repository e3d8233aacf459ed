"""Sources are put into a library whole or not at all."""

import hashlib
import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from counterpoint.application.library.check import check_library
from counterpoint.storage.files import atomic
from counterpoint.storage.library.source_writer import (
    READY,
    STAGING,
    OriginalAltered,
    Written,
    clear_staging,
    finish_interrupted,
    write_sources,
)
from tests.importing_library import everything, library
from tests.library_on_disk import LETTER, LETTER_YAML

YAML = LETTER_YAML.replace("short: Letter", "short: Other")


def files(folder: Path) -> list[Written]:
    original = folder.parent / "other.txt"
    original.write_text(LETTER, encoding="utf-8")
    digest = hashlib.sha256(LETTER.encode()).hexdigest()
    return [
        Written("originals/other.txt", copied=original, digest=digest),
        Written("corpus/other.txt", LETTER.encode()),
        Written("corpus/other.yaml", f'{YAML}digest: "{digest}"\n'.encode()),
    ]


def test_all_files_are_there(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    write_sources(disk.folder, files(disk.folder))

    assert disk.read("corpus/other.txt") == disk.read("originals/other.txt") == LETTER
    assert check_library(disk.folder)[0].sources == 2
    assert not list((disk.folder / "corpus").glob(".counterpoint*"))


def test_a_file_in_the_way_keeps_all_out(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    disk.write("corpus/other.yaml", "mine\n")
    before = everything(disk.folder)

    with pytest.raises(atomic.FileInTheWay):
        write_sources(disk.folder, files(disk.folder))
    assert everything(disk.folder) == before


def test_an_original_that_is_another_keeps_all_out(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    before = everything(disk.folder)
    wanted = files(disk.folder)
    (tmp_path / "other.txt").write_text("another", encoding="utf-8")

    with pytest.raises(OriginalAltered):
        write_sources(disk.folder, wanted)
    assert everything(disk.folder) == before


class Killed(BaseException):
    """As if the process had been killed at this moment: nothing after it is done."""


@pytest.mark.parametrize("step", range(12))
def test_killed_at_any_step_there_are_whole_sources_or_none(
    tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    disk = library(tmp_path / "library")
    wanted = files(disk.folder)
    steps = iter(range(100))

    def counted(name: str) -> None:
        real = getattr(os, name)

        def act(*given: object, **more: object) -> object:
            if next(steps) == step:
                raise Killed
            return real(*given, **more)

        monkeypatch.setattr(os, name, act)

    for name in ("fsync", "rename", "replace"):
        counted(name)
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    with suppress(Killed):
        write_sources(disk.folder, wanted)
    monkeypatch.undo()

    check, whole = check_library(disk.folder)
    assert check.problems == ()
    assert check.sources in (1, 2)
    assert whole is not None
    there = [source.id for source in whole.contents.sources]
    assert (disk.folder / "corpus" / "other.txt").exists() is ("other" in there)
    clear_staging(disk.folder)
    assert not list((disk.folder / "corpus").glob(f"{STAGING}*"))


def test_a_batch_that_was_decided_on_is_finished_by_whoever_reads_next(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    ready = disk.folder / "corpus" / f"{READY}x"
    ready.mkdir()
    (ready / "0").write_text(LETTER, encoding="utf-8")
    (ready / "list.json").write_text(json.dumps([["0", "corpus/late.txt"]]), "utf-8")

    finish_interrupted(disk.folder)

    assert disk.read("corpus/late.txt") == LETTER
    assert not ready.exists()


def test_a_list_that_leads_outside_moves_nothing(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    ready = disk.folder / "corpus" / f"{READY}x"
    ready.mkdir()
    (ready / "0").write_text("x", encoding="utf-8")
    (ready / "list.json").write_text(json.dumps([["0", "../../outside.txt"]]), "utf-8")

    finish_interrupted(disk.folder)

    assert not (tmp_path / "outside.txt").exists()
    assert not (tmp_path.parent / "outside.txt").exists()


def test_what_is_to_go_goes_with_the_others_and_after_a_kill_too(tmp_path: Path) -> None:
    disk = library(tmp_path / "library")
    write_sources(disk.folder, files(disk.folder))
    whole = everything(disk.folder)
    there = next(place for place in whole if place.startswith("originals/"))

    write_sources(
        disk.folder,
        [Written("corpus/new.txt", b"new"), Written(there, gone=True, replaces=True)],
    )
    assert not (disk.folder / there).exists()
    assert (disk.folder / "corpus" / "new.txt").read_bytes() == b"new"

    ready = disk.folder / "corpus" / f"{READY}x"
    ready.mkdir()
    (ready / "list.json").write_text(json.dumps([["", "corpus/new.txt"]]), encoding="utf-8")
    finish_interrupted(disk.folder)
    assert not (disk.folder / "corpus" / "new.txt").exists()
    assert not ready.exists()
