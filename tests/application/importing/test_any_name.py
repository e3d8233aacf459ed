"""Documents and libraries of whatever name: what comes of them can be read."""

import os
import sys
from pathlib import Path

import pytest

from counterpoint.application.importing.place import make_library
from counterpoint.application.library.check import check_library
from counterpoint.application.library.opened_library import OpenedLibrary
from tests.importing_library import bring_in

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the names of files are UTF-8"
)
NAMES = (
    b"q\xff",
    b"\xed\xa0\x80",
    b'a"b\\c',
    b"- a: b #c",
    b"null",
    b"1_000",
    b"a\nb",
    b"\x1b[31m",
    "x\x85y\u2028z".encode(),
    "\ufeff\uffff\u3164".encode(),
)


def test_documents_of_any_name_are_sources_that_the_check_finds_no_fault_with(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "library"
    make_library(folder)
    new = tmp_path / "new"
    new.mkdir()
    for number, name in enumerate(NAMES):
        words = f"The words of number {number} are {'very ' * number}few."
        (new / os.fsdecode(name + b".txt")).write_text(words, encoding="utf-8")
    outcomes = bring_in(folder, new)

    assert [outcome.problem for outcome in outcomes] == [None] * len(NAMES)
    check, _ = check_library(folder)
    assert check.problems == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_library_of_any_name_opens(tmp_path: Path, name: bytes) -> None:
    folder = tmp_path / os.fsdecode(name)
    make_library(folder)

    check, _ = check_library(folder)
    assert check.problems == ()


def test_a_library_is_called_as_its_folder_is(tmp_path: Path) -> None:
    make_library(tmp_path / 'a "b" \\c')

    assert OpenedLibrary.open(tmp_path / 'a "b" \\c', None).contents.title == 'a "b" \\c'
