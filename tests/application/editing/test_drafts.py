"""What is being typed outlives the program, and is found once."""

from pathlib import Path

import pytest

from counterpoint.application.editing.drafts import Draft, Drafts
from counterpoint.storage.place import user_data
from tests.faults.refused_calls import RefusedCalls, calls_of, nothing


def kept() -> list[str]:
    folder = user_data() / "drafts"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def words(drafts: tuple[Draft, ...]) -> list[tuple[str, str]]:
    return [(draft.what, draft.words) for draft in drafts]


def test_what_was_typed_last_is_found_and_only_once_settled_no_more(tmp_path: Path) -> None:
    first = Drafts(tmp_path)
    first.type("talk/go-on/text", "Talks shou")
    first.type("talk/channels/answer", "So be it")
    first.type("talk/go-on/text", "Talks should go on")
    assert first.flush()
    first.stop()

    second = Drafts(tmp_path)
    found = second.left_behind()

    assert sorted(words(found)) == [
        ("talk/channels/answer", "So be it"),
        ("talk/go-on/text", "Talks should go on"),
    ]
    assert Drafts(tmp_path / "other").left_behind() == ()
    second.stop()
    third = Drafts(tmp_path)
    assert sorted(words(third.left_behind())) == sorted(words(found)), "until it is settled"
    for draft in found:
        third.settle(draft.what)
    third.stop()
    assert Drafts(tmp_path).left_behind() == ()
    assert kept() == []


def test_another_window_that_is_open_keeps_its_own(tmp_path: Path) -> None:
    one, other = Drafts(tmp_path), Drafts(tmp_path)
    one.type("a", "of one")
    other.type("a", "of the other")
    assert one.flush()
    assert other.flush()

    assert one.left_behind() == ()
    assert other.left_behind() == ()
    one.stop()
    assert words(other.left_behind()) == [("a", "of one")]
    other.settle("a")
    other.stop()
    assert kept() == []


def test_the_thread_keeps_what_is_typed_and_ends_with_nothing_left_over(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.start()
    drafts.type("a", "b")
    drafts.stop()
    assert words(Drafts(tmp_path).left_behind()) == [("a", "b")]


def test_a_disk_that_refuses_is_told_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = RefusedCalls(monkeypatch, user_data())
    drafts = Drafts(tmp_path)
    drafts.type("a", "b")
    calls.refuse = calls_of("write", 28)
    assert not drafts.flush()
    assert drafts.failure is not None
    calls.refuse = nothing
    assert drafts.flush()
    assert drafts.failure is None


def test_rubbish_in_the_folder_is_passed_over(tmp_path: Path) -> None:
    drafts = Drafts(tmp_path)
    drafts.type("a", "b")
    assert drafts.flush()
    drafts.stop()
    (path,) = (user_data() / "drafts").glob("*.json")
    path.write_bytes(b"\xff[")

    assert Drafts(tmp_path).left_behind() == ()
