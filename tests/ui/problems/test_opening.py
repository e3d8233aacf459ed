"""Which files are handed to the system's editor."""

import os
from pathlib import Path

import pytest

from counterpoint.ui.problems.opening import file_to_open, open_in_editor
from tests.ui.problems.conftest import Editor


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    (folder / "options").mkdir(parents=True)
    (folder / "options" / "a.yaml").write_text("title: A\n")
    (folder / "options" / "run.sh").write_text("true\n")
    (tmp_path / "outside.yaml").write_text("x: 1\n")
    return folder


def test_a_text_file_of_the_library_is_opened(folder: Path, editor: Editor) -> None:
    assert open_in_editor(folder, "options/a.yaml") == ""
    assert editor.opened == [folder.resolve() / "options" / "a.yaml"]


@pytest.mark.parametrize(
    "name", ["../outside.yaml", "options/run.sh", "options/gone.yaml", "options", ""]
)
def test_nothing_else_is(folder: Path, editor: Editor, name: str) -> None:
    assert "so it was not opened" in open_in_editor(folder, name)
    assert editor.opened == []


@pytest.mark.skipif(os.name == "nt", reason="needs the right to make links")
def test_a_link_that_leads_outside_is_not_followed(folder: Path, editor: Editor) -> None:
    (folder / "options" / "b.yaml").symlink_to(folder.parent / "outside.yaml")
    assert file_to_open(folder, "options/b.yaml") is None
    assert open_in_editor(folder, "options/b.yaml")
    assert editor.opened == []


def test_an_absolute_path_outside_is_refused(folder: Path) -> None:
    assert file_to_open(folder, str(folder.parent / "outside.yaml")) is None


def test_a_library_that_is_gone_has_no_files(tmp_path: Path) -> None:
    assert file_to_open(tmp_path / "gone", "options/a.yaml") is None
