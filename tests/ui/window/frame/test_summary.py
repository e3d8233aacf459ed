"""A library in one line."""

import pytest

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.domain.approach import CellState
from counterpoint.domain.library import Library
from counterpoint.storage.place import shipped_library
from counterpoint.ui.window.frame.summary import counts_of
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
    assert counts_of(made).replace("\u00a0", " ") == f"{told} · no gap"


def test_where_answers_are_named_what_is_not_said_is_counted() -> None:
    library = OpenedLibrary.open(shipped_library(), None)
    contents = library.contents
    cells = [cell for head in contents.approaches for cell in library.approach(head.id).positions]
    silent = sum(cell.state is CellState.NOT_SAID for cell in cells)
    assert silent > 0
    assert counts_of(contents).replace("\u00a0", " ").endswith(f" · {silent} not said")
