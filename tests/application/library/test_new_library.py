"""A new library is whole and right, or is not made at all."""

import errno
import sys
from pathlib import Path

import pytest

from counterpoint.application.library.check import check_library
from counterpoint.application.library.new_library import FolderNotEmpty, Template, new_library
from counterpoint.storage.files.atomic import FileInTheWay, NotWritten
from counterpoint.storage.library.library_folder import read_library
from counterpoint.storage.place import shipped_library
from tests.faults.refused_calls import RefusedCalls, call_at, nothing


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.mark.parametrize("template", Template)
@pytest.mark.parametrize("is_there", [False, True], ids=["new folder", "empty folder"])
def test_it_is_right(tmp_path: Path, template: Template, is_there: bool) -> None:
    folder = tmp_path / "deep" / "My: library"
    if is_there:
        folder.mkdir(parents=True)

    new_library(folder, template)

    check, _ = check_library(folder)
    assert check.problems == ()
    assert [path.name for path in folder.parent.iterdir()] == [folder.name], "nothing is left over"
    assert sorted(path.name for path in folder.iterdir()) == ["corpus", "options"]


@pytest.mark.parametrize("name", ['a "b" \\c', "\x1b[31m", "\ufffd\u3164", "null"])
@pytest.mark.skipif(sys.platform == "win32", reason="such names are of POSIX")
def test_it_may_have_any_name(tmp_path: Path, name: str) -> None:
    new_library(tmp_path / name)

    check, _ = check_library(tmp_path / name)
    assert check.problems == ()


def test_each_template_brings_what_its_name_says(tmp_path: Path) -> None:
    shipped = read_library(shipped_library()).contents
    for template in Template:
        new_library(tmp_path / template, template)
    empty, questions, copy = (read_library(tmp_path / each).contents for each in Template)

    assert (empty.title, empty.dimensions) == ("empty", ())
    assert (questions.title, questions.dimensions) == ("questions", shipped.dimensions)
    assert (questions.sources, questions.approaches) == ((), ())
    assert copy == shipped


def test_a_library_without_questions_is_at_fault_once_it_has_an_approach(tmp_path: Path) -> None:
    new_library(tmp_path / "new")
    approach = (shipped_library() / "options" / "containment.yaml").read_bytes()
    (tmp_path / "new" / "options" / "containment.yaml").write_bytes(approach)

    check, _ = check_library(tmp_path / "new")

    assert "options/dimensions.yaml" in {problem.file for problem in check.problems}


def test_nothing_is_put_beside_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "diary.txt").write_bytes(b"Mine.")
    (tmp_path / "file").write_bytes(b"Mine.")

    with pytest.raises(FolderNotEmpty):
        new_library(tmp_path / "there")
    with pytest.raises(FileInTheWay):
        new_library(tmp_path / "file")

    assert files(tmp_path) == {"there/diary.txt": b"Mine.", "file": b"Mine."}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("is_there", [False, True], ids=["new folder", "empty folder"])
def test_a_disk_that_refuses_any_call_leaves_all_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, is_there: bool
) -> None:
    new_library(tmp_path / "right" / "new")
    whole = files(tmp_path / "right" / "new")
    calls = RefusedCalls(monkeypatch, tmp_path / "disk")
    refused = at = 0
    while at <= len(calls.made) or not at:
        calls.refuse = nothing
        place = tmp_path / "disk" / str(at) / "new"
        (place if is_there else place.parents[1]).mkdir(parents=True, exist_ok=True)
        calls.count()
        calls.refuse = call_at(at, number)
        try:
            new_library(place)
        except NotWritten:
            refused += 1
        calls.refuse = nothing
        left = files(tmp_path / "disk" / str(at))
        assert left in ({}, {f"new/{name}": data for name, data in whole.items()}), at
        assert place.exists() is (is_there or bool(left)), at
        at += 1
    assert refused > 10, "nothing was watched"
