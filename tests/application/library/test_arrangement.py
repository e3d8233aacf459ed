"""What the comparison shows: arrangements, filters, and what is kept of them."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.application.library.absent import LEAST_WIDTH, MOST_WIDTH
from counterpoint.application.library.arrangement import Arrangement, Depth, Rows
from counterpoint.application.library.sheet import claims_shown, differs, has_gap, sheet
from counterpoint.domain.approach import (
    Approach,
    ApproachSummary,
    CellState,
    Claim,
    ClaimKind,
    Colour,
    Coverage,
    Dimension,
    Evidence,
    Link,
    Position,
    Stance,
    Status,
    Tally,
)
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.domain.quotation import Quotation, QuotationState, Standing

GAP = Position("one", Coverage.GAP, "looked for", ())


def _head(id: str, shown: bool = True) -> ApproachSummary:
    return ApproachSummary(
        id=id,
        title=id,
        gist="",
        cue=id,
        colour=Colour.BLUE,
        shown=shown,
        status=Status.ADOPTED,
        status_note="",
        status_detail="",
        date="undated",
        proponents=(),
        relations=(),
        tally=Tally.of(()),
    )


def _dimension(id: str) -> Dimension:
    return Dimension(id, id, "", "")


def _position(
    dimension: str,
    *texts: str,
    coverage: Coverage = Coverage.FULL,
    stances: Sequence[Stance] = (Stance.ADVOCATES,),
) -> Position:
    standing = Standing(QuotationState.LOST, None)
    evidence = tuple(
        Evidence(
            str(n), "s", Quotation("w", None), standing, "", one, ("v",), Link.DIRECT, *[""] * 4
        )
        for n, one in enumerate(stances)
    )
    claims = tuple(Claim(text, text, ClaimKind.FACT, evidence) for text in texts)
    return Position(dimension, coverage, "", claims)


def _four() -> Arrangement:
    return Arrangement.first([_head("a"), _head("b"), _head("c", shown=False), _head("d")])


def test_first_shows_what_the_library_shows_in_its_order() -> None:
    assert _four().columns == ("a", "b", "d")
    assert _four().order == ("a", "b", "c", "d")


def test_of_very_many_only_the_first_eight_are_shown_at_first() -> None:
    many = Arrangement.first([_head("hidden", shown=False), *(_head(f"{n}") for n in range(20))])
    assert many.columns == tuple("01234567")
    assert len(many.order) == 21


def test_showing_puts_an_approach_back_at_its_place() -> None:
    assert _four().show("c").columns == ("a", "b", "c", "d")
    assert _four().show("nobody") == _four()


def test_hiding_and_showing_only() -> None:
    assert _four().hide("a").columns == ("b", "d")
    assert _four().show_only(["d", "a", "nobody"]).columns == ("a", "d")


def test_moving_leaves_the_hidden_where_they_are() -> None:
    moved = _four().move("a", 2)
    assert moved.columns == ("b", "d", "a")
    assert moved.order == ("b", "d", "c", "a")


@pytest.mark.parametrize(
    ("approach", "steps", "columns"),
    [
        ("a", 1, ("b", "a", "d")),
        ("d", -1, ("a", "d", "b")),
        ("a", -1, ("a", "b", "d")),
        ("d", 5, ("a", "b", "d")),
        ("c", 1, ("a", "b", "d")),
    ],
)
def test_moving_by_steps_stops_at_the_ends(
    approach: str, steps: int, columns: tuple[str, ...]
) -> None:
    assert _four().move_by(approach, steps).columns == columns


def test_widths_are_of_what_is_a_column_now() -> None:
    arrangement = _four().widen("a", 300).transpose().widen("one", 50)
    assert arrangement.width("one") == LEAST_WIDTH
    assert arrangement.width("a") is None
    assert arrangement.transpose().width("a") == 300
    assert arrangement.transpose().widen("a", None).width("a") is None
    assert _four().widen("a", 10**6).width("a") == MOST_WIDTH


def test_folding() -> None:
    folded = _four().fold("one", "two").unfold("one")
    assert folded.folded == {"two"}


def test_a_row_on_which_all_agree_is_opened_as_long_as_such_rows_are_folded() -> None:
    opened = _four().only(Rows.DIFFER).unfold("one", "two")
    assert opened.unfolded == {"one", "two"}
    assert opened.fold("two").unfolded == {"one"}
    assert opened.only(Rows.DIFFER).unfolded == frozenset()
    assert _four().unfold("one").unfolded == frozenset()


def test_a_stance_that_an_older_version_has_kept_is_the_filter() -> None:
    kept = {"stance": "concedes"}
    assert Arrangement.from_dict(kept, [_head("a")], []).filter == ClaimFilter(Stance.CONCEDES)


def test_taking_every_filter_away() -> None:
    filtered = _four().only(Rows.GAPS).only_stance(Stance.CONCEDES)
    assert (filtered.rows, filtered.filter.stance) == (Rows.GAPS, Stance.CONCEDES)
    assert filtered.all_rows() == _four()


IDS = ("a", "b", "c", "d")
STEPS = st.one_of(
    st.tuples(st.sampled_from(("show", "hide")), st.sampled_from(IDS)),
    st.tuples(st.sampled_from(("move", "move_by")), st.sampled_from(IDS), st.integers(-9, 9)),
    st.tuples(st.just("widen"), st.sampled_from(IDS), st.integers(0, 9999)),
    st.tuples(st.sampled_from(("fold", "unfold")), st.sampled_from(("one", "two"))),
    st.tuples(st.sampled_from(("transpose", "all_rows"))),
    st.tuples(st.just("only"), st.sampled_from(Rows)),
    st.tuples(st.just("only_stance"), st.sampled_from((None, *Stance))),
)


@given(st.lists(STEPS, max_size=12))
def test_any_change_keeps_every_approach_and_can_be_kept(steps: list[tuple[object, ...]]) -> None:
    arrangement = _four()
    for name, *given_ in steps:
        arrangement = getattr(arrangement, str(name))(*given_)
    assert sorted(arrangement.order) == list(IDS)
    assert set(arrangement.columns) == arrangement.shown
    kept = json.loads(json.dumps(arrangement.to_dict()))
    heads = [_head(id) for id in IDS]
    again = Arrangement.from_dict(
        kept, heads, [_dimension("one"), _dimension("two"), *map(_dimension, IDS)]
    )
    assert again == arrangement


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
KEYS = (
    *("order", "shown", "widths", "dimension_widths", "folded", "unfolded", "transposed", "rows"),
    *("stance", "filter"),
)


@given(JSON | st.dictionaries(st.sampled_from(KEYS), JSON | st.lists(st.sampled_from(IDS))))
def test_rubbish_gives_an_arrangement_that_fits(kept: object) -> None:
    arrangement = Arrangement.from_dict(kept, [_head(id) for id in IDS], [_dimension("one")])
    assert sorted(arrangement.order) == list(IDS)
    assert arrangement.shown <= set(IDS)
    assert arrangement.folded <= {"one"}
    assert all(LEAST_WIDTH <= width <= MOST_WIDTH for width in arrangement.widths.values())


def test_what_the_library_no_longer_has_is_not_seen_and_what_is_new_comes_last() -> None:
    kept = {"order": ["gone", "b", "a"], "shown": ["b", "gone"], "widths": {"gone": 300, "a": True}}
    heads = [_head("a"), _head("b"), _head("new"), _head("quiet", shown=False)]
    arrangement = Arrangement.from_dict(kept, heads, [])
    assert arrangement.order == ("b", "a", "new", "quiet")
    assert arrangement.columns == ("b", "new")
    assert arrangement.widths == {}


ROWS = [_dimension("one"), _dimension("two")]


def _without(arrangement: Arrangement, *ids: str, rows: Sequence[Dimension] = ROWS) -> Arrangement:
    """As it is once the library is read without these, and was kept, and is read again."""
    for _ in range(2):
        kept = json.loads(json.dumps(arrangement.to_dict()))
        heads = [_head(id) for id in IDS if id not in ids]
        arrangement = Arrangement.from_dict(kept, heads, rows)
        assert sorted(arrangement.order) == sorted(head.id for head in heads)
        assert arrangement.shown <= set(arrangement.order)
    return arrangement


def test_what_goes_and_comes_back_stands_where_it_stood_as_it_was() -> None:
    arranged = _four().in_order(("c", "a", "d", "b")).hide("d").widen("a", 300)
    arranged = arranged.fold("two").open(("a", "two"), ("b", "one")).infer(("a", "one"), seen=True)

    gone = _without(arranged, "a", "c", "d", rows=ROWS[:1])

    assert gone.order == ("b",)
    assert (dict(gone.widths), set(gone.folded)) == ({}, set())
    assert gone.opened == {("b", "one")}
    assert _without(gone) == arranged
    assert _without(_without(gone, "a"), "b", rows=[]) != arranged
    assert _without(_without(_without(gone, "a"), "b", rows=[])) == arranged


def test_what_comes_back_stands_behind_what_it_stood_behind_though_others_were_moved() -> None:
    gone = _without(_four(), "a", "c")

    moved = gone.in_order(("d", "b"))

    assert _without(moved).order == ("a", "d", "b", "c")


def test_of_what_is_gone_no_more_than_some_is_remembered() -> None:
    many = [f"gone-{number}" for number in range(5000)]
    kept = {
        "order": [*many, *IDS],
        "shown": many,
        "widths": dict.fromkeys(many, 300),
        "folded": many,
        "dimension_widths": dict.fromkeys(many, 300),
        "opened": [[id, "one"] for id in many],
    }

    again = Arrangement.from_dict(kept, [_head(id) for id in IDS], ROWS)

    assert len(json.dumps(again.to_dict())) < 25_000
    assert again.order == IDS


def test_showing_nothing_is_kept() -> None:
    nothing = _four().show_only([])
    heads = [_head(id) for id in IDS]
    assert Arrangement.from_dict(nothing.to_dict(), heads, []).columns == ()


@pytest.mark.parametrize(
    ("row", "answer"),
    [
        ((GAP, GAP), False),
        ((_position("one", "Yes."),), False),
        ((GAP, _position("one", "Yes.")), True),
        ((_position("one", "Yes."), _position("one", "No.")), True),
        ((_position("one", "Yes."), _position("one", " yes.")), False),
        ((_position("one", "A.", "B."), _position("one", "B.", "A.")), False),
        ((_position("one", "A."), _position("one", "A.", coverage=Coverage.PARTIAL)), True),
    ],
)
def test_when_a_row_differs(row: tuple[Position, ...], answer: bool) -> None:
    assert differs(row) is answer


def test_a_partial_position_counts_as_a_gap() -> None:
    assert has_gap([_position("one", "A."), GAP], by_answers=False)
    assert has_gap([_position("one", coverage=Coverage.NOT_CONSIDERED)], by_answers=False)
    assert not has_gap([_position("one", "A.", coverage=Coverage.PARTIAL)], by_answers=False)
    assert not has_gap([_position("one", "A.")], by_answers=False)


def test_where_answers_are_named_a_cell_without_one_is_the_gap() -> None:
    for state in CellState:
        row = [_position("one", "A.")._replace(state=state)]
        assert has_gap(row, by_answers=True) is (state is not CellState.ANSWERED)
    assert not has_gap([GAP._replace(state=CellState.ANSWERED)], by_answers=True)


def test_the_stance_filter_keeps_claims_whole() -> None:
    both = _position("one", "A.", stances=(Stance.ADVOCATES, Stance.CRITICISES))
    assert claims_shown(both, ClaimFilter(Stance.CRITICISES)) == both.claims
    assert claims_shown(both, ClaimFilter(Stance.CONCEDES)) == ()
    assert claims_shown(both, ClaimFilter()) == both.claims


def _library() -> dict[str, Approach]:
    critic = _position("three", "C.", stances=(Stance.CRITICISES,))
    rows = {
        "a": (_position("one", "A."), GAP, _position("three", "C.")),
        "b": (_position("one", "B."), GAP, _position("three", "C.")),
        "c": (_position("one", "A."), _position("two", "Y."), critic),
    }
    return {
        id: Approach(
            _head(id),
            tuple(
                Position(name, one.coverage, one.why, one.claims)
                for name, one in zip(("one", "two", "three"), positions, strict=True)
            ),
        )
        for id, positions in rows.items()
    }


@pytest.mark.parametrize(
    ("rows", "stance", "kept"),
    [
        (Rows.ALL, None, ["one", "two", "three"]),
        (Rows.DIFFER, None, ["one"]),
        (Rows.GAPS, None, ["two"]),
        (Rows.ALL, Stance.ADVOCATES, ["one", "three"]),
        (Rows.ALL, Stance.CRITICISES, []),
        (Rows.DIFFER, Stance.ADVOCATES, ["one"]),
    ],
)
def test_the_filters_look_at_the_shown_approaches_only(
    rows: Rows, stance: Stance | None, kept: list[str]
) -> None:
    approaches = _library()
    dimensions = [_dimension(id) for id in ("one", "two", "three")]
    arrangement = Arrangement(
        ("a", "b", "c"), frozenset("ab"), rows=rows, filter=ClaimFilter(stance)
    )
    read: list[str] = []

    def approach(id: str) -> Approach:
        read.append(id)
        return approaches[id]

    shown = sheet(arrangement, dimensions, approach)
    assert [dimension.id for dimension in shown.dimensions] == kept
    assert [one.head.id for one in shown.approaches] == ["a", "b"]
    assert read == ["a", "b"]


def test_the_depth_and_the_cells_opened_come_back() -> None:
    heads, rows = [_head(id) for id in "abc"], [_dimension(id) for id in ("one", "two")]
    arrangement = Arrangement.first(heads).at(Depth.ANSWERS).open(("a", "one"), ("b", "two"))
    kept = Arrangement.from_dict(json.loads(json.dumps(arrangement.to_dict())), heads, rows)
    assert kept == arrangement
    assert kept.shows_claims("a", "one")
    assert not kept.close(("a", "one")).shows_claims("a", "one")
    assert kept.at(Depth.CLAIMS).shows_claims("c", "one")
    odd = {"depth": 3, "opened": [["a"], "ab", ["a", "gone"], ["b", "two"], None]}
    assert Arrangement.from_dict(odd, heads, rows).opened == {("b", "two")}
