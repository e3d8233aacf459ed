"""From forms to approaches, without a file: what is counted, left out and told."""

from counterpoint.domain.approach import (
    ClaimKind,
    Colour,
    Coverage,
    Dimension,
    Link,
    Proponent,
    Relation,
    RelationKind,
    Stance,
    Status,
)
from counterpoint.domain.faults.form_fault import FormFault
from counterpoint.domain.forms import (
    ApproachForm,
    ClaimForm,
    EvidenceForm,
    PassageForm,
    PositionForm,
)
from counterpoint.domain.quotation import QuotationState, Standing
from counterpoint.domain.resolve import Ground, Located, resolve_approach
from counterpoint.domain.resolved_library import resolve_library
from counterpoint.domain.span import Span

TEXT = "Talks should go on. Others asked for firmness first."


class OneText:
    """Quotations in one text, each of which stands there once or not at all."""

    def locate(self, form: PassageForm) -> Located:
        at = TEXT.find(form.quote)
        if form.source == "broken":
            return Located(form.quotation, Standing(QuotationState.LOST, None), "", waits=True)
        if at < 0:
            return Located(form.quotation, Standing(QuotationState.LOST, None), "")
        span = Span(at, at + len(form.quote))
        return Located(form.quotation, Standing(QuotationState.EXACT, span), "¶1")

    def has_words(self, source: str, words: str) -> bool:
        return words in TEXT

    def standing_in(self, words: str) -> tuple[str, ...]:
        return ("text",) if words in TEXT else ()

    def date_of(self, source: str) -> str:
        return ""


def first_of(name: str, known: object) -> str:
    return "rows" if name == "row" else ""


ROWS = (Dimension("rows", "Rows", "?", "."), Dimension("more", "More", "?", "."))
GROUND = Ground(ROWS, frozenset(), OneText(), first_of)


def piece(quote: str = "Talks should go on.") -> EvidenceForm:
    return EvidenceForm(PassageForm("letter", quote, ("x",)), Stance.ADVOCATES)


def claim(*evidence: EvidenceForm, id: str = "on") -> ClaimForm:
    return ClaimForm(id, "It goes on.", ClaimKind.FACT, evidence)


def approach(*positions: PositionForm, cue: str | None = "A") -> ApproachForm:
    return ApproachForm(
        "Talk",
        "Talk on.",
        cue,
        Colour.BLUE,
        Status.ADVOCATED,
        "its author",
        "2008",
        (Proponent("x", ""),),
        positions,
    )


def told(form: ApproachForm) -> dict[tuple[str | int, ...], object]:
    return {
        finding.path: finding.fault for finding in resolve_approach("talk", form, GROUND).findings
    }


def test_positions_come_in_the_order_of_the_dimensions() -> None:
    form = approach(
        PositionForm("more", Coverage.GAP, looked_for="words"),
        PositionForm("rows", Coverage.FULL, claims=(claim(piece()),)),
    )

    found = resolve_approach("talk", form, GROUND)

    assert found.findings == ()
    assert [position.dimension for position in found.approach.positions] == ["rows", "more"]
    (evidence,) = found.approach.positions[0].claims[0].evidence
    assert evidence.standing == Standing(QuotationState.EXACT, Span(0, 19))
    assert found.approach.head.tally.claims == 1


def test_one_passage_that_two_stances_take_up_is_one_passage_of_both() -> None:
    against = piece()._replace(stance=Stance.CRITICISES)
    form = approach(PositionForm("rows", Coverage.FULL, claims=(claim(piece(), against),)))

    tally = resolve_approach("talk", form, GROUND).approach.head.tally

    assert (tally.passages, tally.advocates, tally.criticises) == (1, 1, 1)


def test_a_quotation_that_is_given_twice_for_a_claim_has_two_keys() -> None:
    form = approach(PositionForm("rows", Coverage.FULL, claims=(claim(piece(), piece(), piece()),)))

    claims = resolve_approach("talk", form, GROUND).approach.positions[0].claims

    first, second, third = (evidence.key for evidence in claims[0].evidence)
    assert (second, third) == (f"{first}+", f"{first}++")


def test_each_finding_leads_to_what_is_wrong() -> None:
    inferred = piece()._replace(link=Link.INFERRED, hedge="never said")
    form = approach(
        PositionForm("rows", Coverage.PARTIAL, claims=(claim(), claim(piece(), inferred))),
        PositionForm("row", Coverage.FULL, claims=(claim(piece()),)),
    )

    at = ("positions", "rows", "claims")
    assert told(form) == {
        ("positions", "rows"): FormFault.PARTIAL_WITHOUT_WHY,
        (*at, 0): FormFault.WITHOUT_EVIDENCE,
        (*at, 1, "id"): FormFault.DUPLICATE_CLAIM,
        (*at, 1, "evidence", 1): FormFault.INFERRED_WITHOUT_WHY,
        (*at, 1, "evidence", 1, "hedge"): FormFault.HEDGE_NOT_FOUND,
        ("positions", "row", "claims", 0, "id"): FormFault.DUPLICATE_CLAIM,
        ("positions", "row"): FormFault.UNKNOWN_DIMENSION,
        ("positions",): FormFault.NOT_COVERED,
    }


def test_what_waits_for_a_source_is_counted_and_not_told() -> None:
    waiting = piece()
    waiting = waiting._replace(passage=waiting.passage._replace(source="broken"))
    form = approach(
        PositionForm("rows", Coverage.FULL, claims=(claim(waiting, waiting),)),
        PositionForm("more", Coverage.GAP, looked_for="words"),
    )

    found = resolve_approach("talk", form, GROUND)

    assert (found.findings, dict(found.waiting)) == ((), {"broken": 2})


def test_a_cue_is_taken_until_its_approach_has_another() -> None:
    empty = approach()
    library = resolve_library({"one": empty, "two": empty}, (), GROUND)
    assert [finding.arguments for finding in library.between["two"]] == [("A", "one")]

    assert library.with_approach("one", approach(cue="B")).between == {}
    assert library.with_approach("one", approach(cue=None)).between == {}
    assert library.with_approach("one", None).between == {}


def test_a_relation_finds_its_approach_when_that_comes() -> None:
    related = approach()._replace(relations=(Relation(RelationKind.ANSWERS, "two", "so"),))
    library = resolve_library({"one": related}, (), GROUND)
    assert [finding.fault for finding in library.between["one"]] == [FormFault.UNKNOWN_APPROACH]

    assert library.with_approach("two", approach(cue="B")).between == {}
