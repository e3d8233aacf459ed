"""A library in one line."""

import pytest

from counterpoint.application.library.anchor import anchor_library
from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import CellState
from counterpoint.domain.library import Library
from counterpoint.storage.place import shipped_library
from counterpoint.ui.widgets.elided_label import ElidedLabel
from counterpoint.ui.window.frame.summary import counts_of
from tests.at_window import Sit
from tests.library_on_disk import LibraryOnDisk


@pytest.fixture
def library(disk: LibraryOnDisk) -> Library:
    return OpenedLibrary.open(disk.folder, None).contents


@pytest.mark.parametrize(
    ("passages", "wrong", "told"),
    [
        (0, 0, "0 passages"),
        (1, 0, "1 passage"),
        (1, 1, "1 passage, not exact"),
        (2, 0, "2 passages, all exact"),
        (2, 1, "2 passages, 1 quotation not exact"),
        (42, 84, "42 passages, 84 quotations not exact"),
    ],
)
def test_what_is_not_exact_is_told_of_one_passage_and_of_many(
    library: Library, passages: int, wrong: int, told: str
) -> None:
    first = library.approaches[0]
    head = first._replace(tally=first.tally._replace(not_exact=wrong, gaps=0))
    made = library._replace(passages=passages, approaches=(head,))
    assert counts_of(made, {first.id}).replace("\u00a0", " ") == f"{told} · no gap"


def test_not_all_are_exact_where_one_is_spelt_otherwise(disk: LibraryOnDisk) -> None:
    file = disk.folder / "options" / "talk.yaml"
    words = "called this unrealistic, and"
    text = file.read_text("utf-8")
    assert words in text
    file.write_text(text.replace(words, words.replace("called ", "called\u200b ")), "utf-8")
    anchor_library(disk.folder)
    said = counts_of(OpenedLibrary.open(disk.folder, None).contents, set()).replace("\u00a0", " ")
    assert "passages, 1 spelt otherwise · " in said


def test_what_is_not_said_is_counted_of_the_approaches_that_are_shown() -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    contents = library.contents
    silent = {
        head.id: sum(
            cell.state is CellState.NOT_SAID for cell in library.approach(head.id).positions
        )
        for head in contents.approaches
    }
    some = set(list(silent)[:3])
    assert 0 < sum(silent[id] for id in some) < sum(silent.values())
    for shown in (set(silent), some):
        number = sum(silent[id] for id in shown)
        said = counts_of(contents, shown).replace("\u00a0", " ")
        assert said.endswith(f" · {number} not said")


def test_the_status_line_follows_what_is_shown(sit: Sit) -> None:
    at = sit(shipped_library(), beside=False)
    session, status = at.window.space.session, at.window.status
    assert session.library is not None
    contents = session.library.contents

    def told() -> list[str]:
        return [label.text() for label in status.children() if isinstance(label, ElidedLabel)]

    assert counts_of(contents, session.arrangement.shown) in told()
    before = told()
    at.window.space.comparison.arranger.show_approach(contents.approaches[-1].id)
    assert counts_of(contents, session.arrangement.shown) in told()
    assert told() != before
