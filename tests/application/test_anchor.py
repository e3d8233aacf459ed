"""`counterpoint anchor` writes what it found, refuses what it cannot, and touches nothing else."""

import re

import pytest
import yaml

from counterpoint.application.anchor import anchor_library
from counterpoint.domain.anchoring import anchor_at
from counterpoint.domain.problem import ProblemKind
from counterpoint.domain.span import Span
from counterpoint.storage.anchor_writer import EditWentWrong, with_anchors
from counterpoint.storage.library_folder import read_library
from counterpoint.storage.yaml_file import parse_yaml
from tests.library_on_disk import FIRM, TALK, LibraryOnDisk


def without_anchors(text: str) -> str:
    text = re.sub(r", anchor: \{[^}]*\}", "", text)
    return re.sub(r"\n *anchor: \{[^}]*\}", "", text)


def test_anchors_are_filled_in_and_nothing_else_changes(disk: LibraryOnDisk) -> None:
    assert without_anchors(disk.read("options/talk.yaml")) == TALK
    assert without_anchors(disk.read("options/firm.yaml")) == FIRM.replace("2008}", '"2008"}')
    told = yaml.safe_load(disk.read("options/talk.yaml"))
    text = disk.read("corpus/letter.txt")
    for position in told["positions"].values():
        for claim in position["claims"]:
            for piece in claim["evidence"]:
                anchor = piece["anchor"]
                assert text[: anchor["start"]].endswith(anchor["before"])
                assert text[anchor["end"] :].startswith(anchor["after"])
                assert len(anchor["before"]) == 32


def test_anchoring_again_changes_nothing(disk: LibraryOnDisk) -> None:
    before = disk.read("options/talk.yaml")

    done = anchor_library(disk.folder)

    assert (done.anchored, done.kept, done.written) == (0, 4, [])
    assert disk.read("options/talk.yaml") == before


def test_windows_line_ends_are_kept(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", "\ufeff" + TALK.replace("\n", "\r\n"))

    assert anchor_library(disk.folder).problems == ()

    text = disk.read("options/talk.yaml")
    assert text.startswith("\ufeff#")
    assert text.count("\r\n") == text.count("\n")
    assert read_library(disk.folder).contents.problems == ()


def test_a_quotation_that_is_refused_leaves_the_others_anchored(disk: LibraryOnDisk) -> None:
    disk.write("options/talk.yaml", TALK.replace("Talks should go on.", "should go on"))

    done = anchor_library(disk.folder)

    (problem,) = done.problems
    assert problem.kind is ProblemKind.QUOTATION_AMBIGUOUS
    assert problem.line == 21
    assert done.anchored == 2
    assert disk.read("options/talk.yaml").count("anchor:") == 2


def test_a_moved_quotation_is_anchored_anew_only_when_asked(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.txt", "A LETTER\n", "A LETTER\n\nAn added paragraph.\n")
    before = disk.read("options/talk.yaml")

    refused = anchor_library(disk.folder)
    assert {problem.kind for problem in refused.problems} >= {ProblemKind.QUOTATION_MOVED}
    assert disk.read("options/talk.yaml") == before

    assert anchor_library(disk.folder, again=True).problems == ()
    assert read_library(disk.folder).contents.problems == ()


def test_a_changed_quotation_is_never_anchored_to_its_likeness(disk: LibraryOnDisk) -> None:
    disk.replace("corpus/letter.txt", "Talks should go on.", "Talks should not go on.")

    done = anchor_library(disk.folder, again=True)

    assert ProblemKind.QUOTATION_LOST in {problem.kind for problem in done.problems}
    assert read_library(disk.folder).options[0].head.tally.not_exact == 1


def test_an_edit_that_would_change_something_else_is_not_made() -> None:
    file = parse_yaml(TALK, "talk.yaml")
    at = ("positions", "channels", "claims", 0, "evidence", 0)
    # As if the file's places were misread.
    elsewhere = file.keys["positions", "objections", "why"]
    file.keys[(*at, "stance")] = file.keys[(*at, "voice")] = elsewhere
    anchor = anchor_at("some text", Span(0, 4), "0" * 64)

    with pytest.raises(EditWentWrong, match="on a line of its own"):
        with_anchors(file, {at: anchor})


@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n", "\n# the end\n"])
def test_a_quotation_at_the_very_end_of_a_file_is_anchored(
    disk: LibraryOnDisk, ending: str
) -> None:
    text = TALK.rstrip("\n") + ending
    disk.write("options/talk.yaml", text)

    assert anchor_library(disk.folder).problems == ()
    assert without_anchors(disk.read("options/talk.yaml")).rstrip() == text.rstrip()
