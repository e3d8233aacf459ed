"""Lines of the heads and marks."""

import pytest

from counterpoint.domain.approach import ApproachSummary, Coverage, Position, Proponent, Status
from counterpoint.domain.parting import Nearness
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.row_parting import RowParting
from counterpoint.labels import (
    approach,
    claim_filter,
    evidence,
    held_map,
    page,
    position,
    row_parting,
    text,
)
from tests.ui.comparison.material import gap, piece, six

SHORT = {"cable": "London cable", "report": "Committee report"}


def _head(**changes: object) -> ApproachSummary:
    head = six()[0].head
    tally = head.tally._replace(claims=21, sources=3)
    return head._replace(**{"tally": tally, **changes})  # type: ignore[arg-type]


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_a_status_line() -> None:
    assert _plain(approach.status_line(_head())) == "Drafted, UK 2008 · 21 claims · 3 sources"


def test_a_thin_approach_says_so_and_is_thin() -> None:
    tally = _head().tally._replace(claims=4, sources=1, advocates=0)
    head = _head(tally=tally, status=Status.REJECTED, status_note="rejected within HMG")
    assert _plain(approach.status_line(head)) == (
        "rejected within HMG · only 4 claims · 1 source, no advocate"
    )
    assert approach.is_thin(tally)
    assert not approach.is_thin(_head().tally)


@pytest.mark.parametrize(
    ("date", "line"),
    [
        ("2008-10-20", "Drafted, October 2008"),
        ("2008-10", "Drafted, October 2008"),
        ("2017", "Drafted, 2017"),
        ("2017-99", "Drafted, 2017"),
        ("undated", "Drafted"),
    ],
)
def test_a_note_too_long_for_a_header_gives_way_to_the_date(date: str, line: str) -> None:
    note = "A British Foreign Office draft, passed to ministers for review in that month."
    status = _plain(approach.status_line(_head(status_note=note, date=date)))
    assert status == f"{line} · 21 claims · 3 sources"


def test_quotations_that_are_not_exact_are_counted() -> None:
    head = _head(tally=_head().tally._replace(not_exact=2))
    assert _plain(approach.status_line(head)).endswith("· 2 quotations not exact")


def test_what_there_is_to_be_wary_of_is_said_once() -> None:
    head = _head(tally=_head().tally._replace(not_exact=2), left_out=1)
    assert _plain(approach.needs_look(head)) == "2 quotations not exact · 1 entry left out"
    assert _plain(approach.status_line(head, wary=False)).endswith("3 sources")
    assert approach.needs_look(_head()) == ""


def test_what_was_left_out_is_counted_and_a_status_that_is_none_is_not_made_up() -> None:
    head = _head(left_out=1)
    assert _plain(approach.status_line(head)).endswith("· 1 entry left out")
    head = _head(left_out=2, status=None, status_note="", date="")
    assert _plain(approach.status_line(head)) == (
        "Status not readable · 21 claims · 3 sources · 2 entries left out"
    )


def test_a_cell_says_what_is_missing_from_it() -> None:
    cell = Position("diagnosis", Coverage.NOT_CONSIDERED, "", (), 2)
    assert _plain(position.missing_line(cell)) == (
        "2 entries left out: see the problems of the library."
    )
    assert _plain(position.folded_line(cell)) == "0 claims, 2 entries left out"
    assert position.missing_line(gap("diagnosis")) == ""


@pytest.mark.parametrize(
    ("names", "line"),
    [
        ((), ""),
        (("Ann",), "By Ann"),
        (("Ann", "B"), "By Ann and 1 other"),
        (("Ann", "B", "C"), "By Ann and 2 others"),
        (("The Dutch government",), "By the Dutch government"),
        (
            ("A group of officials and professionals of many sorts",),
            "By a group of officials and professionals …",
        ),
    ],
)
def test_proponents(names: tuple[str, ...], line: str) -> None:
    head = _head(proponents=tuple(Proponent(name) for name in names))
    assert _plain(approach.proponents_line(head)) == line


def test_a_number_of_a_paragraph_stays_with_the_word_before_it() -> None:
    assert evidence.cited(piece("k"), SHORT) == "London\u00a0cable\u00a0¶4"
    assert evidence.cited(piece("k", "report", "144"), SHORT) == "Committee report para\u00a0144"
    assert evidence.cited(piece("k", "unknown", ""), SHORT) == "unknown"


@pytest.mark.parametrize(
    ("voice", "name"),
    [
        ((), ""),
        (("Embassy London", "some within HMG"), "some within HMG"),
        (("Sir Andrew Wood, former ambassador to Moscow",), "Sir Andrew Wood"),
        (
            ("One senior Western European diplomat based in London",),
            "One senior Western European diplomat …",
        ),
    ],
)
def test_whose_view_it_is_in_a_few_words(voice: tuple[str, ...], name: str) -> None:
    assert _plain(evidence.whose(piece("k", voice=voice))) == name


def test_the_warning_pill_comes_first() -> None:
    marked = piece("k", why="w", partial="p", tone="irony", state=QuotationState.MOVED)
    assert evidence.pills(marked) == ("moved", "inferred", "partial", "irony")


def test_line_breaks_of_every_sort_become_spaces() -> None:
    assert text.in_one_line(" a\u2028b\n\tc\u2029") == "a b c"
    assert text.in_one_line("10\u00a0km") == "10\u00a0km"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        (RowParting(1, 0, 0, ("Firm",), 2), "Both hold: Firm"),
        (RowParting(2, 0, 0, ("Firm", "Beside talks"), 3), "All 3 hold: Firm, Beside talks"),
        (RowParting(1, 1, 0), "1 answer"),
        (RowParting(4, 2, 1), "4 answers, 1 not yet answered"),
        (RowParting(0, 6, 0), "6 silent"),
    ],
)
def test_how_far_a_row_parts(counts: RowParting, said: str) -> None:
    assert _plain(row_parting.row_parting(counts)) == said


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((3, 4, 0, 0, 0), "3 shared, 4 parted"),
        ((0, 7, 1, 0, 0), "0 shared, 7 parted, one silent on 1"),
        ((0, 7, 0, 2, 0), "0 shared, 7 parted, both silent on 2"),
        (
            (1, 1, 3, 1, 2),
            "1 shared, 1 parted, one silent on 3, both silent on 1, 2 not yet answered",
        ),
    ],
)
def test_how_near_two_stand(counts: tuple[int, int, int, int, int], said: str) -> None:
    assert _plain(held_map.counted(Nearness(*counts))) == said


@pytest.mark.parametrize("voice", ["Hugo Klijn", "some Russian policymakers"])
def test_a_voice_is_filtered_by_in_words_that_hold_for_one_and_for_many(voice: str) -> None:
    assert claim_filter.by_voice(voice) == f"Only the voice of {voice}"


def test_a_gap_is_called_what_an_answer_is_that_is_not_said() -> None:
    assert position.nothing() == page.not_said() == "Not said"
