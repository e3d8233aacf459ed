"""A brief on as many pages as its template says, and what is told where it has more."""

import io
from pathlib import Path

import pypdfium2
import pytest

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.brief.checks import check_brief
from counterpoint.application.report.brief.citing import style_file
from counterpoint.application.report.brief.finding import FindingKind
from counterpoint.application.report.brief.fitting import Fitted, fitted
from counterpoint.application.report.files.writing import written
from counterpoint.domain.approach import NamedAnswer
from counterpoint.domain.report.blocks import Table, inlines, plain
from counterpoint.domain.report.material import Answered, Cell, Material, Question
from counterpoint.storage.template_file import shipped_template
from tests.handed_over import approach, material, note

STYLE = style_file("chicago-notes")
WISHES = Wishes(
    "A title that is as long as such titles are",
    "What should be done about it in the next two years, and by whom, and with whose help?",
    "2026-11-30",
    "OFFICIAL",
)
SENTENCE = "It wants ministers to meet and trade to grow, step by step, while others do so too."


def wide(approaches: int, questions: int, answer: str = SENTENCE) -> Material:
    """Every approach answers every question in its own way."""
    plain = material()
    heads = tuple(
        approach(f"a{n}", chr(ord("A") + n), f"The approach of {n}", gist=answer)
        for n in range(approaches)
    )
    asked = tuple(
        Question(
            f"q{n}",
            f"Question {n}",
            "What is said of it?",
            "All of it.",
            tuple(NamedAnswer(f"n{m}", f"Answer {m}", "So.") for m in range(approaches)),
        )
        for n in range(questions)
    )
    claims = plain.cell("talk", "channels").claims
    cells = {
        (head.id, question.id): Cell(
            head.id,
            question.id,
            Answered.FULL,
            "",
            answer,
            (f"n{number}",),
            (claims[0].id,),
            claims,
        )
        for number, head in enumerate(heads)
        for question in asked
    }
    return plain._replace(approaches=heads, questions=asked, cells=cells, replies=())


def one(of: Material, template: str) -> Fitted:
    return fitted(of, shipped_template(template), WISHES, STYLE)


def pages(of: Fitted) -> list[str]:
    data, _ = written(of.report, Path("a.pdf"), 0)
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    return [page.get_textpage().get_text_range() for page in document]


def told(of: Material, found: Fitted, template: str) -> list[str]:
    shape = shipped_template(template)
    return [str(each) for each in check_brief(of, found.brief, shape, found.pages)]


@pytest.mark.parametrize(("template", "most"), [("two-page", 2), ("one-page", 1)])
@pytest.mark.parametrize("approaches", [3, 6, 7, 8])
def test_it_has_no_more_pages_than_the_template_says(
    template: str, most: int, approaches: int
) -> None:
    of = wide(approaches, 10)
    found = one(of, template)

    shown = pages(found)
    assert len(shown) == found.pages <= most
    assert all(len(words.split()) > 60 for words in shown)  # none of them is nearly empty
    if approaches > 3:
        rest = (
            "Not in this table, for want of room" if template == "one-page" else "Other questions"
        )
        assert rest in " ".join(" ".join(shown).split())
    assert not any("the template says" in line for line in told(of, found, template))


def test_what_cannot_be_had_on_so_many_pages_is_told() -> None:
    of = wide(20, 12, SENTENCE * 4)
    found = one(of, "one-page")

    assert found.pages == len(pages(found)) > 1
    assert any(
        line.startswith(f"the brief: {found.pages} pages; the template says 1: take fewer")
        for line in told(of, found, "one-page")
    )


def test_where_columns_would_be_too_narrow_the_approaches_follow_one_another() -> None:
    of = wide(9, 4)
    found = one(of, "full")

    shown = pages(found)
    start = next(n for n, words in enumerate(shown) if "What each answers" in words)
    end = next(n for n, words in enumerate(shown) if "Each approach, claim by" in words)
    assert 9 * 4 * len(SENTENCE.split()) > 600
    assert end - start < 5  # and not a page for each of the nine


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_is_set_more_closely_is_so_in_a_word_processor(kind: str) -> None:
    from dataclasses import replace

    report = one(wide(3, 2), "one-page").report
    name = Path(f"a.{kind}")
    assert written(replace(report, scale=0.9), name, 0)[0] != written(report, name, 0)[0]


def test_notes_that_the_template_has_no_place_for_are_told() -> None:
    of = material(notes=(note("n1"), note("n2"), note("n3", tags=())))
    for template in ("two-page", "one-page"):
        lines = told(of, one(of, template), template)
        assert any("2 notes marked for the brief are not in this template" in it for it in lines)
    assert not any("marked for the brief" in line for line in told(of, one(of, "full"), "full"))


def test_what_an_approach_wants_and_holds_has_its_places_and_the_signs_are_explained() -> None:
    of = wide(6, 10)
    first = " ".join(" ".join(pages(one(of, "two-page"))).split())

    assert "others do so too. [1 ¶1]" in first.replace("\u00a0", " ")
    assert "Answer 0: A [1 ¶1]" in first.replace("\u00a0", " ")
    assert "¶ is a paragraph by the number that the text itself gives it" in first
    assert "§ is" not in first


def test_two_pages_have_every_question_once() -> None:
    found = one(wide(6, 10), "two-page")

    tables = [block for block in found.report.blocks if isinstance(block, Table)]
    _, answers, others = (
        [plain(run) for row in table.rows for block in row[0] for run in inlines(block)]
        for table in tables
    )
    titles = [f"Question {n}" for n in range(10)]
    asked = [title for title in titles if title in answers]
    rest = [title for title in titles if title in others]
    assert asked
    assert rest
    assert sorted(asked + rest) == titles


def test_a_number_alone_is_explained_too() -> None:
    of = wide(3, 2)
    cells = {}
    for key, cell in of.cells.items():
        claims = tuple(
            claim._replace(
                evidence=tuple(
                    piece._replace(passage=piece.passage._replace(paragraph="144"))
                    for piece in claim.evidence
                )
            )
            for claim in cell.claims
        )
        cells[key] = cell._replace(claims=claims)

    def shown(of: Material) -> str:
        return " ".join(pages(one(of, "two-page")))

    said = "A number alone there is that of a paragraph"

    assert said in " ".join(shown(of._replace(cells=cells)).split())
    assert said not in " ".join(shown(of).split())


def test_only_sources_that_are_cited_are_listed() -> None:
    of = material()
    cell = of.cell("talk", "objections")
    critic, inferred = cell.claims
    piece = inferred.evidence[0]
    other = piece._replace(passage=piece.passage._replace(source="other"))
    claims = (critic, inferred._replace(evidence=(other,)))
    cells = {**of.cells, ("talk", "objections"): cell._replace(claims=claims)}
    of = of._replace(cells=cells)
    assert "other" in of.quoted_sources()

    short = " ".join(" ".join(pages(one(of, "two-page"))).split())
    assert "Read too, and not cited here: " in short
    assert "not cited here: “" not in short
    assert "[2]" not in short
    assert "[2]" in " ".join(pages(one(of, "full")))


def test_headings_are_smaller_than_the_title() -> None:
    data, _ = written(one(wide(3, 2), "two-page").report, Path("a.pdf"), 0)
    page = pypdfium2.PdfDocument(io.BytesIO(data))[0]
    text = page.get_textpage()
    heights = {}
    for words in ("A title that", "The approaches at a glance", "Where they part"):
        index, _ = text.search(words).get_next()
        _, low, _, high = text.get_charbox(index, loose=True)
        heights[words] = high - low
    assert heights["A title that"] > 1.2 * heights["Where they part"]


def test_more_notes_are_a_finding_of_their_own() -> None:
    of = material(notes=(note(),))
    shape = shipped_template("one-page")
    found = check_brief(of, write_brief(of, shape, Wishes()), shape)
    assert [each.message[:6] for each in found if each.kind is FindingKind.NOTES] == ["1 note"]


@pytest.mark.parametrize("template", ["two-page", "one-page", "full"])
def test_no_letters_on_paper_are_too_small_to_read(template: str) -> None:
    data, _ = written(one(wide(6, 10), template).report, Path("a.pdf"), 0)

    sizes = [
        pypdfium2.raw.FPDFText_GetFontSize(words.raw, index)
        for words in (page.get_textpage() for page in pypdfium2.PdfDocument(io.BytesIO(data)))
        for index in range(words.count_chars())
        if words.get_text_range(index, 1).strip()
    ]
    assert min(size for size in sizes if size > 1) > 7.45  # one that PDFium makes up itself has 1
