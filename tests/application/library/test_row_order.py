"""Rows by how far the approaches that are shown part on them."""

import pytest

from counterpoint.application.library.arrangement import Arrangement, Rows
from counterpoint.application.library.sheet import Sheet, sheet
from counterpoint.domain.approach import (
    Approach,
    ApproachSummary,
    CellState,
    Colour,
    Coverage,
    Dimension,
    NamedAnswer,
    Position,
    Tally,
)
from counterpoint.domain.parting import PairsApart
from counterpoint.domain.row_parting import RowParting
from counterpoint.labels.row_parting import row_parting

ANSWERS = tuple(NamedAnswer(id, f"Answer {id}", "") for id in "xyz")
ROWS = ("agreed", "silent", "parted")
HELD = {"a": ("x", "x", "x"), "b": ("x", "", "y"), "c": ("x", "?", "z"), "d": ("z", "z", "z")}
"""What each approach holds on each row: "" is not said, "?" not yet answered."""


def dimension(id: str) -> Dimension:
    return Dimension(id, id.capitalize(), "?", "", ANSWERS)


def approach(id: str) -> Approach:
    states = {"": CellState.NOT_SAID, "?": CellState.UNFINISHED}
    cells = tuple(
        Position(
            row,
            Coverage.FULL,
            "",
            (),
            holds=(held,) if held.isalpha() else (),
            state=states.get(held, CellState.ANSWERED),
        )
        for row, held in zip(ROWS, HELD[id], strict=True)
    )
    tally = Tally.of(())
    head = ApproachSummary(id, id, "", id, Colour.BLUE, True, None, "", "", "", (), (), tally)
    return Approach(head, cells)


def shown(columns: str, rows: Rows = Rows.DIFFER) -> tuple[Arrangement, Sheet]:
    arrangement = Arrangement(tuple("abcd"), frozenset(columns), rows=rows)
    return arrangement, sheet(arrangement, [dimension(id) for id in ROWS], approach)


@pytest.mark.parametrize(
    ("columns", "order"),
    [
        ("abc", "parted silent agreed"),
        ("ab", "parted silent agreed"),
        ("ad", "agreed silent parted"),
    ],
)
def test_those_that_part_most_come_first_of_the_columns_that_are_shown(
    columns: str, order: str
) -> None:
    assert [row.id for row in shown(columns)[1].dimensions] == order.split()


def test_other_modes_keep_the_order_of_the_library_and_say_nothing_of_it() -> None:
    for rows in (Rows.ALL, Rows.GAPS):
        _, sheet_ = shown("abc", rows)
        assert [row.id for row in sheet_.dimensions] == [
            id for id in ROWS if id in (ROWS if rows is Rows.ALL else ("silent",))
        ]
        assert sheet_.parting == ()


def test_a_row_on_which_all_agree_is_folded_until_it_is_opened() -> None:
    arrangement, sheet_ = shown("abc")
    assert sheet_.folded(arrangement) == {"agreed"}
    assert sheet_.folded(arrangement.fold("parted")) == {"agreed", "parted"}
    assert sheet_.folded(arrangement.unfold("agreed")) == frozenset()
    other, all_ = shown("abc", Rows.ALL)
    assert all_.folded(other) == frozenset()


def test_how_far_they_part_is_counted_and_said() -> None:
    _, sheet_ = shown("abc")
    assert [row_parting(each).replace("\u00a0", " ") for each in sheet_.parting] == [
        "3 of 3 pairs part",
        "0 of 1 pair parts, 1 with one silent, 1 not yet answered",
        "All 3 hold: Answer x",
    ]
    assert row_parting(RowParting(0, 2, 0, of=2)).replace("\u00a0", " ") == "2 silent"
    assert sheet_.parting[0] == RowParting(3, 0, 0, of=3, counted=PairsApart(3, 0, 3))
