"""What `counterpoint check` says of answers: those that nobody has written, and the measures."""

import json

import pytest

from counterpoint.cli.main import run
from counterpoint.storage.place import shipped_library
from tests.answered_library import ANSWER, with_answers
from tests.library_on_disk import LibraryOnDisk

Capture = pytest.CaptureFixture[str]


def test_a_cell_without_its_answer_is_no_fault_and_has_a_note(
    disk: LibraryOnDisk, capsys: Capture
) -> None:
    with_answers(disk).replace(
        "options/talk.yaml",
        f"    answer: {ANSWER}\n    holds: [talk]\n    rests_on: [go-on]\n",
        "",
    )

    assert run(["check", str(disk.folder)]) == 0

    _, told, _, verdict = capsys.readouterr().out.splitlines()
    assert told.startswith("options/talk.yaml:13:3: Channels is not answered yet; write `answer`")
    assert verdict == "no problem; 1 thing unfinished, as told above"


def test_what_is_unfinished_stands_by_itself_in_json(disk: LibraryOnDisk, capsys: Capture) -> None:
    assert run(["check", "--json", str(disk.folder)]) == 0

    found = json.loads(capsys.readouterr().out)
    assert [each["file"] for each in found["unfinished"]] == ["options/dimensions.yaml"]
    assert found["remarks"] == []
    assert "measures" not in found


def test_an_answer_that_is_refused_exits_1(disk: LibraryOnDisk, capsys: Capture) -> None:
    with_answers(disk).replace("options/talk.yaml", "holds: [talk]", "holds: [none]")

    assert run(["check", str(disk.folder)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 problem"


def test_measures_are_of_those_shown_at_first_and_of_all(
    disk: LibraryOnDisk, capsys: Capture
) -> None:
    with_answers(disk).replace(
        "options/firm.yaml", "colour: orange\n", "colour: orange\nshown: false\n"
    )

    assert run(["check", "--measures", "--json", str(disk.folder)]) == 0

    first = {
        "answer_words": 10,
        "longest_answer": 6,
        "own_claims": 1,
        "claims": 2,
        "claims_by_inference_only": 0,
        "cells_not_said": 0,
    }
    every = {**first, "answer_words": 14, "claims": 3, "cells_not_said": 1}
    assert json.loads(capsys.readouterr().out)["measures"] == {**first, "all": every}
    assert run(["check", "--measures", str(disk.folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "answer words: 10 in the approaches shown at first, 14 in all" in lines


def test_a_cell_that_is_unfinished_is_not_one_that_is_not_said(
    disk: LibraryOnDisk, capsys: Capture
) -> None:
    assert run(["check", "--measures", "--json", str(disk.folder)]) == 0

    measures = json.loads(capsys.readouterr().out)["measures"]
    assert (measures["answer_words"], measures["cells_not_said"]) == (0, 1)  # the gap


def test_the_shipped_library_keeps_its_measure(capsys: Capture) -> None:
    assert run(["check", "--measures", "--json", str(shipped_library())]) == 0

    measures = json.loads(capsys.readouterr().out)["measures"]
    assert measures["answer_words"] <= 900
    assert measures["longest_answer"] <= measures["all"]["longest_answer"] <= 20
    assert measures["own_claims"] <= 120
    for some in (measures, measures["all"]):
        assert 4 * some["claims_by_inference_only"] <= some["claims"]
