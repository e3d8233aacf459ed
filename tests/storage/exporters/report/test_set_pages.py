"""What pages look like once they are set: no stray lines, no pages with next to nothing on them."""

import io

import pypdfium2
import pytest

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.brief.citing import cited, style_file
from counterpoint.application.report.material.reading import read_material
from counterpoint.domain.report.blocks import Footnote, Paragraph, Report, Role, Text
from counterpoint.storage.exporters.report.pdf import pdf
from counterpoint.storage.place import shipped_library
from counterpoint.storage.template_file import shipped_template


def pages(report: Report) -> list[str]:
    data, _ = pdf(report, 0)
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def of(*blocks: Paragraph) -> Report:
    return Report(title="Pages", subtitle="", language="en-GB", date="", marking="", blocks=blocks)


@pytest.fixture(scope="module")
def full() -> list[str]:
    material, _ = read_material(shipped_library())
    brief = write_brief(material, shipped_template("full"), Wishes())
    return pages(cited(brief.report, material, style_file("chicago-notes")))


def test_no_page_before_the_last_has_a_row_or_two_on_it(full: list[str]) -> None:
    assert [n for n, page in enumerate(full[:-1], 1) if len(page) < 900] == []


def test_a_range_of_numbers_stays_on_its_line() -> None:
    words = " ".join(f"{'x' * (n % 13 + 1)} ¶{100 + n}–¶{200 + n}" for n in range(300))
    (page, *_) = pages(of(Paragraph((Text(words),))))

    assert "¶150–¶250" in page
    assert [line for line in page.split("\r\n") if line.endswith("–")] == []


def test_the_number_of_a_note_stands_apart_from_its_words() -> None:
    data, _ = pdf(of(Paragraph((Text("Said"), Footnote((Text("Where."),))))), 0)
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    text = document[0].get_textpage()
    at = text.get_text_range().index("Where")
    number = max(n for n in range(at) if text.get_text_range(n, 1) == "1")
    gap = text.get_charbox(at)[0] - text.get_charbox(number)[2]
    assert gap > 2
    document.close()


def test_an_answer_is_not_left_behind_by_what_it_leads_to() -> None:
    for lines in range(24, 48):
        filled = [Paragraph((Text(f"Line {n}."),)) for n in range(lines)]
        lead = Paragraph((Text("The answer."),), Role.LEAD)
        rest = Paragraph((Text("What it rests on."),))
        found = pages(of(*filled, lead, rest))
        (there,) = (page for page in found if "The answer." in page)
        assert "What it rests on." in there
