"""Every fault comes about and has its sentence, and no two are taken for one another."""

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.application.library.check import check_library
from counterpoint.domain.faults.file_fault import FileFault
from counterpoint.domain.faults.library_fault import LibraryFault
from counterpoint.domain.faults.schema_fault import SchemaFault
from counterpoint.domain.faults.source_fault import SourceFault
from counterpoint.domain.faults.template_fault import TemplateFault
from counterpoint.domain.faults.yaml_fault import YamlFault, YamlSlip
from counterpoint.domain.problem import Argument, Fault, Problem
from counterpoint.labels.problem import sentence, worded
from counterpoint.storage.files.unreadable import Unreadable
from tests.labels.broken_libraries import breaks
from tests.library_on_disk import LibraryOnDisk
from tests.pseudo_translation import plain_words, pseudo_translated

FAULTS = [fault for family in get_args(Fault) for fault in family]
REST: list[tuple[Fault, tuple[Argument, ...], str]] = [
    (FileFault.NO_FILE, (), "this is a pipe, a device or the like; put a file in its place"),
    (
        FileFault.NOT_ALLOWED,
        ("Permission denied",),
        "the file cannot be read (Permission denied); check its permissions",
    ),
    (
        FileFault.NOT_READ,
        ("Input/output error",),
        "the file cannot be read (Input/output error); see that its disk is connected and in order",
    ),
    (
        FileFault.NO_HOME,
        (),
        "your notes were not looked at. The system knows no home folder for you, in which notes "
        "and settings could be kept. Set HOME, or COUNTERPOINT_HOME, to a folder that you may "
        "write to.",
    ),
    (LibraryFault.FILE_IS_NO_FOLDER, (), "the file is not a folder; choose a library's folder"),
    (LibraryFault.NO_SUCH_FOLDER, (), "the folder is not there; choose a library's folder"),
    (
        LibraryFault.PART_CLOSED,
        ("Permission denied",),
        "the folder cannot be looked into (Permission denied); check its permissions",
    ),
    (
        LibraryFault.FOLDER_CLOSED,
        ("Permission denied",),
        "the folder cannot be looked into (Permission denied); check its permissions and those of "
        "the folders above it",
    ),
    (
        LibraryFault.SEARCH_FOR_NO_SUCH_OPTION,
        ("Talks", "talks", "talk"),
        "the kept search “Talks” asks for the option `talks`, which the library does not have; "
        "write `talk` if that is meant",
    ),
    (
        LibraryFault.SEARCH_FOR_NO_SUCH_SOURCE,
        ("Talks", "cable", ""),
        "the kept search “Talks” asks for the source `cable`, which the library does not have; "
        "ask for another, or delete the search",
    ),
    (
        LibraryFault.SEARCH_FOR_NO_SUCH_TAG,
        ("Talks", "thin", ""),
        "the kept search “Talks” asks for the tag `thin`, which the library does not have; ask for "
        "another, or delete the search",
    ),
    (SchemaFault.IN_THE_WORDS_OF_PYDANTIC, ("cue", 0, "odd"), "`cue`: odd"),
    (
        SourceFault.ORIGINAL_UNREADABLE,
        ("originals/a.pdf", "Permission denied"),
        "the document that it was taken from, originals/a.pdf, cannot be read (Permission denied)",
    ),
    (
        TemplateFault.NO_FRONT,
        (),
        "a template begins with a line of ---, `name: …`, and another line of ---",
    ),
    (
        TemplateFault.NO_KEYS_AFTER_PLACE,
        ("answers",),
        "what follows `answers` must be `key: value`, parted by commas",
    ),
    (YamlFault.NO_PLAIN_TEXT, (), "YAML may not hold what is not plain text; remove it"),
    (
        YamlSlip.IN_THE_WORDS_OF_LIBYAML,
        ("while scanning found odd",),
        "this is not YAML: while scanning found odd; check the indents, the quotation marks and "
        "the colons here",
    ),
]
"""Those that need another system, user or library than a broken library has."""

AS_IT_IS = "kind: after: before: interrupts: true"
"""What a sentence asks a person to write into a file, in any language."""


def all_told(library: Path, disk: LibraryOnDisk) -> Iterator[Problem]:
    for number, (_, broken) in enumerate(breaks()):
        folder = library / str(number) / "small"
        shutil.copytree(disk.folder, folder)
        broken(LibraryOnDisk(folder))
        check, _ = check_library(folder)
        yield from (*check.problems, *check.remarks, *check.unfinished)
        try:
            done = anchor_library(folder)
        except Unreadable as error:
            yield from error.problems
        else:
            yield from (*done.problems, *done.doubts)


def test_no_two_have_the_same_value() -> None:
    assert [value for value, times in Counter(map(str, FAULTS)).items() if times > 1] == []


@pytest.mark.parametrize(("fault", "arguments", "said"), REST)
def test_what_no_broken_library_has_is_worded(
    fault: Fault, arguments: tuple[Argument, ...], said: str
) -> None:
    assert worded(fault, arguments) == said


@pytest.mark.skipif(sys.platform != "linux", reason="names that other systems do not have")
def test_every_other_comes_about_and_passes_the_seam(tmp_path: Path, disk: LibraryOnDisk) -> None:
    told = set(all_told(tmp_path, disk))
    rest = {fault for fault, _, _ in REST}
    assert set(FAULTS) - {problem.fault for problem in told} <= rest

    with pseudo_translated():
        for problem in told:
            values = plain_words(" ".join([*map(str, problem.arguments), AS_IT_IS]))
            assert plain_words(sentence(problem)) <= values, problem
