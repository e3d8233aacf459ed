"""How far approaches part: counts that add up, orders that depend on nothing but what is held."""

from itertools import combinations, pairwise, permutations

from hypothesis import given
from hypothesis import strategies as st

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
from counterpoint.domain.parting import (
    Between,
    Held,
    agree,
    between,
    column,
    difference,
    holders,
    most_different_first,
    most_parted,
    nearest_to_nearest,
    nearest_two,
    nearness,
    rows,
)

SILENT: Held = frozenset()
HELD = st.none() | st.frozensets(st.sampled_from("abcd"), max_size=2)
Columns = list[list[Held]]


def columns_of(most: int) -> st.SearchStrategy[Columns]:
    return st.integers(1, 5).flatmap(
        lambda size: st.lists(
            st.lists(HELD, min_size=size, max_size=size), min_size=1, max_size=most
        )
    )


def of(*ids: str) -> Held:
    return frozenset(ids)


def length(columns: Columns, order: tuple[int, ...]) -> int:
    pairs = pairwise(order)
    return sum(nearness(columns[one], columns[other]).distance for one, other in pairs)


def test_parting_counts_pairs_and_silence_half() -> None:
    assert difference([of("a"), of("b"), of("a")]) == 4
    assert difference([of("a"), of("a", "b")]) == 0
    assert difference([of("a"), SILENT, SILENT]) == 2
    assert difference([of("a"), None]) == 0
    assert difference([of("a"), of("b"), SILENT]) == 4


@given(st.lists(HELD), st.randoms())
def test_how_far_they_part_does_not_depend_on_the_order(row: list[Held], random: object) -> None:
    other = list(row)
    random.shuffle(other)  # type: ignore[attr-defined]

    assert difference(row) == difference(other) >= 0
    assert not (agree(row) and difference(row))


@given(columns_of(6))
def test_two_that_part_make_up_how_far_a_row_parts(columns: Columns) -> None:
    pairs = [nearness(one, other) for one, other in combinations(columns, 2)]

    apart = sum(2 * each.parted + each.one_silent for each in pairs)
    assert apart == sum(map(difference, rows(columns)))


@given(columns_of(2).filter(lambda columns: len(columns) == 2))
def test_the_counts_of_two_are_all_questions_and_the_same_from_either_side(
    columns: Columns,
) -> None:
    one, other = columns

    assert sum(nearness(one, other)) == len(one)
    assert nearness(one, other) == nearness(other, one)
    assert nearness(one, one).parted == nearness(one, one).one_silent == 0


def test_all_agree_where_each_holds_the_same() -> None:
    assert agree([of("a"), of("a")])
    assert not agree([of("a"), of("a", "b")])
    assert not agree([of("a"), SILENT])
    assert not agree([SILENT, SILENT])
    assert not agree([None, None])
    assert not agree([of("a")])


def test_the_most_different_rows_come_first_and_those_that_agree_last() -> None:
    table: Columns = [
        [of("a"), of("a"), of("a")],
        [of("a"), of("a", "b"), of("a")],
        [of("a"), SILENT, of("a")],
        [of("a"), of("b"), of("c")],
    ]

    assert most_different_first(table) == (3, 2, 1, 0)


@given(columns_of(6))
def test_the_order_of_rows_has_each_once_and_falls(columns: Columns) -> None:
    table = rows(columns)
    order = most_different_first(table)

    assert sorted(order) == list(range(len(table)))
    far = [difference(table[at]) for at in order if not agree(table[at])]
    assert far == sorted(far, reverse=True)
    assert [agree(table[at]) for at in order] == sorted(agree(row) for row in table)


@given(columns_of(6))
def test_where_they_part_most_is_counted(columns: Columns) -> None:
    table = rows(columns)
    found = most_parted(table)

    if found is None:
        assert not any(map(difference, table))
        return
    row = table[found.row]
    assert difference(row) == max(map(difference, table))
    assert found.speaking == sum(bool(held) for held in row)
    assert found.silent == sum(held == SILENT for held in row)
    assert found.answers == len({id for held in row for id in held or ()})
    pairs = list(combinations([held for held in row if held is not None], 2))
    assert found.counted.pairs == len(pairs)
    assert found.counted.apart == sum(between(*pair) is Between.PARTED for pair in pairs)


@given(columns_of(6))
def test_of_several_that_share_as_much_the_nearest_part_least(columns: Columns) -> None:
    found = nearest_two(columns)
    if found is not None:
        every = [nearness(one, other) for one, other in combinations(columns, 2)]
        like = [each for each in every if each.shared == found.nearness.shared]
        assert found.nearness.parted == min(each.parted for each in like)


def test_how_two_stand_on_a_question() -> None:
    assert between(of("a", "b"), of("b")) is Between.SHARED
    assert between(of("a"), of("b")) is Between.PARTED
    assert between(of("a"), SILENT) is between(SILENT, of("a")) is Between.ONE_SILENT
    assert between(SILENT, SILENT) is Between.BOTH_SILENT
    assert between(None, of("a")) is between(SILENT, None) is Between.UNFINISHED


@given(columns_of(6))
def test_no_two_share_more_than_the_nearest(columns: Columns) -> None:
    found = nearest_two(columns)
    shared = [nearness(one, other).shared for one, other in combinations(columns, 2)]

    assert (found.nearness.shared if found else 0) == max(shared, default=0)
    assert (found is None) is (not any(shared))
    if found is not None:
        assert found.one < found.other
        assert found.nearness == nearness(columns[found.one], columns[found.other])


@given(columns_of(5))
def test_of_few_columns_no_order_is_nearer(columns: Columns) -> None:
    order = nearest_to_nearest(columns)

    every = [length(columns, each) for each in permutations(range(len(columns)))]
    assert length(columns, order) == min(every)


@given(columns_of(14))
def test_columns_are_ordered_once_each_and_always_alike(columns: Columns) -> None:
    order = nearest_to_nearest(columns)

    assert sorted(order) == list(range(len(columns)))
    assert order[0] <= order[-1]
    assert nearest_to_nearest([*columns]) == order


def test_of_many_columns_two_groups_stand_apart() -> None:
    columns: Columns = [[of("ab"[at % 2])] * 3 for at in range(12)]

    order = nearest_to_nearest(columns)

    groups = [at % 2 for at in order]
    assert sum(one != other for one, other in pairwise(groups)) == 1


def test_who_holds_what_and_who_is_silent() -> None:
    asked = Dimension(
        "aim", "Aim", "?", ".", (NamedAnswer("a", "A", "."), NamedAnswer("b", "B", "."))
    )

    def approach(id: str, state: CellState, *holds: str) -> Approach:
        cell = Position("aim", Coverage.FULL, "", (), 0, "An answer." * bool(holds), holds)
        tally = Tally.of(())
        head = ApproachSummary(id, id, "", id, Colour.BLUE, True, None, "", "", "", (), (), tally)
        return Approach(head, (cell._replace(state=state),))

    some = [
        approach("one", CellState.ANSWERED, "b"),
        approach("two", CellState.NOT_SAID),
        approach("three", CellState.UNFINISHED),
        approach("four", CellState.ANSWERED, "b"),
    ]

    found = holders(some, asked)

    assert [(answer.id, who) for answer, who in found.held] == [("a", ()), ("b", ("one", "four"))]
    assert (found.silent, found.unfinished) == (("two",), ("three",))
    assert [column(each, [asked]) for each in some] == [
        (of("b"),),
        (SILENT,),
        (None,),
        (of("b"),),
    ]
