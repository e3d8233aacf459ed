"""What the comparison says to ears."""

from counterpoint.domain.approach import Coverage, Position, Stance
from counterpoint.domain.claim_filter import ClaimFilter
from counterpoint.ui.comparison.grid import spoken
from tests.ui.comparison.material import CONCEDES, claim, gap, piece, six

SHORT = {"cable": "London cable"}


def test_a_head_is_named_by_cue_and_title_and_tells_the_rest() -> None:
    head = six()[0].head._replace(left_out=2)
    assert spoken.approach_name(head) == f"{head.cue}: {head.title}"
    assert "\u00a0" not in spoken.about_approach(head)
    assert spoken.about_approach(head).endswith("2 entries left out.")


def test_a_claim_is_named_by_its_words_and_tells_its_evidence() -> None:
    one = claim("1", "We say so", piece("k", stance=CONCEDES, voice=("V",), why="w"))
    assert spoken.claim_name(one, 1, 1) == "We say so."
    assert spoken.claim_name(one, 2, 3) == "Claim 2 of 3: We say so."
    assert spoken.about_claim(one, "Containment, Allies", SHORT) == (
        "Containment, Allies: concedes, London cable ¶4, voice: V, inferred."
    )


def test_a_cell_tells_how_much_it_holds_and_what_it_lacks() -> None:
    claims = (claim("1", "We say so.", piece("k")),)
    position = Position("diagnosis", Coverage.PARTIAL, "only half", claims)
    assert spoken.about_cell(position, claims, None, folded=False) == (
        "1 claim. In part only. only half."
    )
    assert spoken.about_cell(position, claims, None, folded=True) == "Folded: 1 claim, in part."
    assert spoken.about_cell(position, (), ClaimFilter(Stance.CRITICISES), folded=False).startswith(
        "Nothing that criticises, 1 claim hidden."
    )


def test_a_gap_tells_what_was_looked_for() -> None:
    assert spoken.about_cell(gap("diagnosis", "this"), (), None, folded=False) == (
        "Not said. Looked for: this."
    )


def test_a_cell_tells_what_is_missing_from_it() -> None:
    line = "2 entries left out: see the problems of the library."
    position = Position("diagnosis", Coverage.NOT_CONSIDERED, "", (), 2)
    assert spoken.about_cell(position, (), None, folded=False) == f"0 claims. {line}"
    silent = gap("diagnosis")._replace(left_out=2)
    assert spoken.about_cell(silent, (), None, folded=False).endswith(line)
