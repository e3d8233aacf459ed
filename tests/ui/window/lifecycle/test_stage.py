"""The stages of a window with its library, and that no step between them is made up."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.ui.window.lifecycle.stage import Stage, may_follow
from tests.at_window import Sit
from tests.library_on_disk import LibraryOnDisk


@given(st.sampled_from(Stage))
def test_everything_can_be_closed_and_nothing_follows_that(stage: Stage) -> None:
    assert may_follow(Stage.CLOSED, stage)
    assert may_follow(stage, Stage.CLOSED) == (stage is Stage.CLOSED)


@given(st.sampled_from(Stage))
def test_another_library_can_be_opened_from_wherever_one_stands(stage: Stage) -> None:
    assert may_follow(Stage.OPENING, stage) == (stage is not Stage.CLOSED)


@pytest.mark.parametrize(
    ("stage", "after"),
    [
        (Stage.READY, Stage.OPENING),
        (Stage.READING_AGAIN, Stage.SHOWN),
        (Stage.NO_LIBRARY, Stage.READY),
        (Stage.SHOWN, Stage.NO_LIBRARY),
    ],
)
def test_no_stage_is_passed_over(stage: Stage, after: Stage) -> None:
    assert not may_follow(stage, after)


def test_a_window_goes_from_stage_to_stage(sit: Sit, disk: LibraryOnDisk, tmp_path: Path) -> None:
    at = sit(disk.folder)

    def stage() -> Stage:
        return at.window.lifecycle.stage

    assert stage() is Stage.READY
    at.window.menus.trigger("reload")
    assert stage() is Stage.READING_AGAIN
    at.qtbot.waitUntil(lambda: stage() is Stage.READY)

    at.window.libraries.open(tmp_path / "nowhere")
    assert stage() is Stage.NO_LIBRARY
    at.window.libraries.go_back()
    at.qtbot.waitUntil(lambda: stage() is Stage.READY)

    at.window.close()
    assert stage() is Stage.CLOSED


def test_a_reading_that_is_stopped_leaves_what_is_shown(sit: Sit, disk: LibraryOnDisk) -> None:
    at = sit(disk.folder)
    at.window.menus.trigger("reload")
    at.window.lifecycle.opener.cancel()

    assert at.window.lifecycle.stage is Stage.READY
    assert at.window.status.message() == "The library was not read again."
