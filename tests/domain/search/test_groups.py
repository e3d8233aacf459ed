"""What was found, by the source that it stands in, with how many of all there are in each."""

from counterpoint.domain.search.groups import Group, GroupSizes, Whose, grouped
from counterpoint.domain.search.narrowing import Chosen, Counted, Facet
from counterpoint.domain.search.rows import RowKind

LETTER = Group(Whose.SOURCE, "letter")
COMPARISON, NOTES = Group(Whose.COMPARISON), Group(Whose.NOTES)
COUNTS = {
    Facet.SOURCE: (Counted("letter", 30), Counted("speech", 20)),
    Facet.KIND: (Counted("passage", 49), Counted("claim", 5), Counted("note", 3)),
}


def test_the_group_of_the_best_comes_first() -> None:
    found = [(RowKind.CLAIM, ""), (RowKind.PASSAGE, "letter"), (RowKind.ANSWER, "")]
    found += [(RowKind.NOTE, "letter"), (RowKind.NOTE, "")]
    assert grouped(found) == [(COMPARISON, [0, 2]), (LETTER, [1, 3]), (NOTES, [4])]


def test_each_has_as_many_as_were_found_in_it() -> None:
    sizes = GroupSizes(COUNTS, (), 57)
    assert [sizes.of(each) for each in (LETTER, COMPARISON, NOTES)] == [30, 5, 2]


def test_what_is_not_chosen_is_in_no_group() -> None:
    sizes = GroupSizes(COUNTS, (Chosen(Facet.KIND, "passage"),), 50)
    assert [sizes.of(each) for each in (LETTER, COMPARISON, NOTES)] == [30, 0, 0]
