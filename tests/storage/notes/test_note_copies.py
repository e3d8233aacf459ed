"""Notes written elsewhere, so that they are not lost."""

import os
import stat
import tempfile
from pathlib import Path

import pytest

from counterpoint.domain.note import WHOLE_COMPARISON, Note, NoteKind
from counterpoint.storage.files import atomic
from counterpoint.storage.notes.note_copies import private_folder, write_copies

TIME = "2026-11-22T10:15:30Z"
NOTE = Note("a", WHOLE_COMPARISON, NoteKind.OBSERVATION, (), TIME, TIME, "", "First.")


def test_copies_stand_beside_what_is_there(tmp_path: Path) -> None:
    assert write_copies(tmp_path / "rescue", [NOTE]) == 1
    assert write_copies(tmp_path / "rescue", [NOTE._replace(body="Second.")]) == 1
    texts = {path.read_text()[-6:] for path in (tmp_path / "rescue").iterdir()}
    assert texts == {"First.", "econd."}


def test_one_that_is_refused_keeps_no_other_from_being_written(tmp_path: Path) -> None:
    too_long = NOTE._replace(id="n" * 300)
    with pytest.raises(atomic.NameTooLong):
        write_copies(tmp_path, [NOTE, too_long, NOTE._replace(id="b")])
    assert {path.name for path in tmp_path.iterdir()} == {"a.md", "b.md"}


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such permissions")
def test_what_is_rescued_among_everybodys_files_is_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    folder = private_folder("rescued-")
    write_copies(folder, [NOTE], private=True)
    assert folder.parent == tmp_path
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "a.md").stat().st_mode) == 0o600
    assert private_folder("rescued-") != folder


def test_where_there_is_no_place_for_temporary_files_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(atomic.FolderGone):
        private_folder("rescued-")
