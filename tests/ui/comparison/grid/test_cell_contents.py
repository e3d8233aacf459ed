"""What a cell shows, found for it."""

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.evidence_index import ReplyIndex
from counterpoint.application.library.sheet import sheet
from counterpoint.domain.approach import Approach, Link, Stance
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.ui.comparison.grid.cell_content import CellContent
from counterpoint.ui.comparison.grid.cell_contents import CellContents
from tests.ui.comparison.answered import DIMENSIONS, library

HELD, APPROACH = library()
ALL = Arrangement.first(HELD.approaches)


def contents(arrangement: Arrangement = ALL) -> CellContents:
    shown = sheet(arrangement, DIMENSIONS, APPROACH)
    return CellContents(shown, arrangement, ReplyIndex(HELD.replies))


def find(approach: str, row: int = 0, arrangement: Arrangement = ALL) -> CellContent:
    return contents(arrangement).of(APPROACH(approach), DIMENSIONS[row])


def ids(content: CellContent) -> list[str]:
    return [claim.id for claim in content.shown]


def test_its_own_comes_first_and_what_is_inferred_is_put_away() -> None:
    content = find("a")
    assert ids(content) == ["second", "first", "critic"]
    assert (content.inferred, content.put_away) == (2, True)


def test_what_is_inferred_is_last_where_it_is_seen() -> None:
    content = find("a", arrangement=ALL.infer(("a", "diagnosis"), seen=True))
    assert ids(content) == ["second", "first", "critic", "guessed", "likely"]
    assert not content.put_away


def test_a_filter_puts_nothing_away() -> None:
    content = find("a", arrangement=ALL.only_stance(Stance.ADVOCATES))
    assert ids(content) == ["second", "first", "guessed", "likely"]
    assert content.inferred == 0


def test_it_says_who_else_holds_the_same() -> None:
    assert find("a").shared == {"beside": ("B",)}
    assert find("a").same == {"Beside talks": ("B",)}
    assert find("c").same == {}


def test_who_is_not_shown_holds_nothing_alike() -> None:
    assert find("a", arrangement=ALL.hide("b")).same == {}


def test_replies_to_and_by_its_passages_are_counted_once_each() -> None:
    assert find("a", 0).replies == 1
    assert find("c", 1).replies == 0


def test_a_library_with_an_answer_anywhere_is_answered() -> None:
    assert contents().answered
    assert not contents(ALL.show_only([])).answered


def test_putting_away_again_is_seen_at_once() -> None:
    arrangement = ALL.infer(("a", "diagnosis"), seen=True)
    all_ = contents(arrangement)
    assert len(ids(all_.of(APPROACH("a"), DIMENSIONS[0]))) == 5
    all_.refold(ALL)
    assert len(ids(all_.of(APPROACH("a"), DIMENSIONS[0]))) == 3


def test_each_passage_knows_its_replies() -> None:
    assert find("a", 0).replied == {"a/diagnosis/told": 1}


def test_a_reply_to_what_is_only_inferred_is_not_counted() -> None:
    def inferred(id: str) -> Approach:
        made = APPROACH(id)
        first = made.positions[0]
        claims = tuple(
            claim._replace(
                evidence=tuple(
                    piece._replace(link=Link.INFERRED, why="It bears on it")
                    if piece.key.endswith("/told")
                    else piece
                    for piece in claim.evidence
                )
            )
            for claim in first.claims
        )
        return made._replace(positions=(first._replace(claims=claims), *made.positions[1:]))

    found = CellContents(sheet(ALL, DIMENSIONS, inferred), ALL, ReplyIndex(HELD.replies))
    content = found.of(inferred("a"), DIMENSIONS[0])
    assert (content.replies, content.replied) == (0, {})


def test_marks_count_what_the_filter_lets_through() -> None:
    content = find("a", arrangement=ALL.only_stance(Stance.CRITICISES))
    assert (content.marks.own, content.marks.against, content.marks.inferred) == (0, 1, 0)
    assert content.replies == 0
    assert not content.hidden


def test_what_the_filter_hides_is_hidden_and_nobody_holds_the_same() -> None:
    only = ALL.narrow(ClaimFilter(voice="a voice of nobody", stance=Stance.ADVOCATES))
    assert find("a", arrangement=only).hidden
    own = ALL.narrow(ClaimFilter(own=True))
    assert not find("b", 1, own).hidden
    assert find("c", 1, own).hidden, "only others speak there"
    assert find("a", arrangement=only).same == {}
