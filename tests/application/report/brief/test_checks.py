"""What a person should know of a brief before it leaves."""

import pytest

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.brief.checks import check_brief
from counterpoint.application.report.brief.finding import Finding, FindingKind
from counterpoint.domain.approach import ClaimStanding
from counterpoint.domain.quotation import QuotationState
from counterpoint.domain.report.material import Cell, Material
from counterpoint.storage.template_file import shipped_template
from tests.handed_over import material, note, source


def findings(of: Material, marking: str = "", template: str = "full") -> list[Finding]:
    shape = shipped_template(template)
    return list(check_brief(of, write_brief(of, shape, Wishes(marking=marking)), shape))


def kinds(of: Material, marking: str = "") -> set[FindingKind]:
    return {each.kind for each in findings(of, marking)}


def with_cell(question: str = "channels", **fields: object) -> Material:
    plain = material()
    cell: Cell = plain.cell("talk", question)._replace(**fields)  # type: ignore[arg-type]
    return plain._replace(cells={**plain.cells, ("talk", question): cell})


def test_gaps_and_thin_columns_are_told_with_the_questions() -> None:
    told = [str(each) for each in findings(material())]

    assert "B Firmness first: says nothing on Channels and Objections [gap]" in told
    assert any(each.startswith("B Firmness first: rests on") for each in told)
    assert any(each.endswith("[thin]") for each in told)


def test_a_quotation_that_does_not_stand_so_is_told_first() -> None:
    claim = material().cell("talk", "channels").claims[0]
    piece = claim.evidence[0]
    lost = piece._replace(
        passage=piece.passage._replace(span=None, raw="", state=QuotationState.LOST)
    )
    claims = (claim._replace(evidence=(lost,)),)

    assert FindingKind.NOT_EXACT not in kinds(material())
    first = findings(with_cell(claims=claims))[0]
    assert (first.kind, first.source) == (FindingKind.NOT_EXACT, "odd")
    assert "(lost)" in first.message


def test_a_column_that_nobody_is_quoted_against_is_one_sided() -> None:
    own = tuple(material().cell("talk", "channels").claims)

    assert FindingKind.ONE_SIDED not in kinds(material())
    assert FindingKind.ONE_SIDED in kinds(with_cell("objections", claims=own))


def test_an_answer_that_rests_on_inference_is_told() -> None:
    claims = tuple(
        claim._replace(standing=ClaimStanding.INFERENCE)
        for claim in material().cell("talk", "channels").claims
    )

    assert FindingKind.INFERENCE not in kinds(material())
    assert FindingKind.INFERENCE in kinds(with_cell(claims=claims))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("It is likely, with high confidence, that talks go on.", True),
        ("Talks will almost certainly fail; we have low confidence in this.", True),
        ("It is likely that talks go on. We have high confidence in the source.", False),
        ("Confidence between them is low.", False),
    ],
)
def test_likelihood_and_confidence_do_not_share_a_sentence(words: str, told: bool) -> None:
    in_note = material(notes=(note(body=words),))
    unmarked = material(notes=(note(body=words, tags=()),))

    assert (FindingKind.LIKELIHOOD in kinds(in_note)) is told
    assert (FindingKind.LIKELIHOOD in kinds(with_cell(answer=words))) is told
    assert FindingKind.LIKELIHOOD not in kinds(unmarked)


@pytest.mark.parametrize(
    ("theirs", "ours", "told"),
    [
        ("none", "", False),
        ("CONFIDENTIAL; declassified later", "", True),
        ("CONFIDENTIAL", "SECRET", False),
        ("SECRET//NOFORN", "CONFIDENTIAL", True),
        ("OFFICIAL-SENSITIVE", "OFFICIAL", True),
        ("UNCLASSIFIED", "", False),
        ("Ultraviolet", "SECRET", True),
    ],
)
def test_a_marking_higher_than_the_briefs_is_told(theirs: str, ours: str, told: bool) -> None:
    assert (FindingKind.MARKING in kinds(material(sources=(source(marking=theirs),)), ours)) is told


def test_the_length_is_told_and_what_helps_where_it_is_too_long() -> None:
    assert "words" in findings(material())[-1].message
    long = material(statement="word " * 5_000, notes=(note(body="word " * 3_000),))
    shape = shipped_template("full")._replace(most_words=1_000)
    last = check_brief(long, write_brief(long, shape, Wishes()), shape)[-1]
    assert "where the template “Full paper” has room for some 1,000" in last.message


@pytest.mark.parametrize(("pages", "said"), [(1, " on 1 page"), (2, " on 2 pages"), (0, "words")])
def test_how_many_pages_it_has_is_told_where_they_are_counted(pages: int, said: str) -> None:
    of, template = material(), shipped_template("full")
    found = check_brief(of, write_brief(of, template, Wishes()), template, pages)
    (length,) = (each.message for each in found if each.kind is FindingKind.LENGTH)

    assert length.endswith(said)


def test_where_answers_are_written_a_cell_without_one_says_nothing() -> None:
    claims = tuple(
        claim._replace(standing=ClaimStanding.INFERENCE)
        for claim in material().cell("talk", "channels").claims
    )
    without = with_cell(claims=claims, answer="", holds=(), rests_on=())
    older = without._replace(
        questions=tuple(each._replace(answers=()) for each in without.questions)
    )

    assert FindingKind.INFERENCE not in kinds(without)
    assert FindingKind.INFERENCE in kinds(older)


def test_a_tab_in_a_quotation_is_told() -> None:
    cell = material().cell("talk", "channels")
    piece = cell.claims[0].evidence[0]
    tabbed = piece._replace(passage=piece.passage._replace(raw="He said:\tno"))
    claims = (cell.claims[0]._replace(evidence=(tabbed,)),)

    assert FindingKind.WHITE_SPACE not in kinds(material())
    assert FindingKind.WHITE_SPACE in kinds(with_cell(claims=claims))
