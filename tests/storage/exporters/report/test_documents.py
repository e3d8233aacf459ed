"""Every format of a report, read back by a reader that is not ours: all quotations, claims,
citations, word for word and in their order."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from counterpoint.application.report.brief.brief import Wishes, write_brief
from counterpoint.application.report.brief.citing import cited, style_file
from counterpoint.application.report.files.writing import written
from counterpoint.domain.report.blocks import Report
from counterpoint.storage.template_file import shipped_template
from tests.handed_over import ODD, evidence, material, note

EPOCH = 1_600_000_000
KINDS = ["docx", "odt", "pdf", "html", "md", "epub"]
MARKING = "OFFICIAL & <open>"


def report(template: str = "full", style: str = "chicago-notes") -> Report:
    given = material(notes=(note(),))
    brief = write_brief(given, shipped_template(template), Wishes(marking=MARKING))
    return cited(brief.report, given, style_file(style))


def quoted() -> list[str]:
    given = material(notes=(note(),))
    brief = write_brief(given, shipped_template("full"), Wishes())
    return [each.passage.words for each in brief.quoted]


def made(kind: str, of: Report | None = None) -> bytes:
    data, told = written(of or report(), Path(f"out.{kind}"), EPOCH)
    assert told == () or kind == "pdf"  # where no font of this machine has emoji, that is told
    return data


def shown(kind: str, words: str) -> str:
    """As a file of `kind` can show them on this machine, which may have no emoji."""
    _, told = written(report(), Path(f"out.{kind}"), EPOCH)
    for code in re.findall(r"no font on this machine has U\+(\w+)", " ".join(told)):
        words = words.replace(chr(int(code, 16)), "\ufffd")
    return words


def text_of_docx(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    body = document.element.body
    words = []
    for paragraph in body.iter(f"{{{W}}}p"):
        words.append("".join(each.text or "" for each in paragraph.iter(f"{{{W}}}t")))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        notes = etree.fromstring(packed.read("word/footnotes.xml"))
    for paragraph in notes.iter(f"{{{W}}}p"):
        words.append("".join(each.text or "" for each in paragraph.iter(f"{{{W}}}t")))
    return "\n".join(words)


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
T = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def text_of_odt(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        root = etree.fromstring(packed.read("content.xml"))
    for space in root.iter(f"{{{T}}}s"):
        space.text = " " * int(space.get(f"{{{T}}}c", "1"))
    return "\n".join("".join(each.itertext()) for each in root.iter(f"{{{T}}}p", f"{{{T}}}h"))


def text_of_pdf(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return "\n".join(pages)


def text_of_html(data: bytes) -> str:
    return "\n".join(html.fromstring(data.decode()).itertext())


def text_of_md(data: bytes) -> str:
    rendered = MarkdownIt("commonmark", {"html": True}).enable("table").render(data.decode())
    return "\n".join(html.fromstring(f"<div>{rendered}</div>").itertext())


def text_of_epub(data: bytes) -> str:
    words = []
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        for name in sorted(packed.namelist()):
            if name.endswith(".xhtml") and "/ch" in name:
                words.append("\n".join(etree.fromstring(packed.read(name)).itertext()))
    return "\n".join(words)


READERS = {
    "docx": text_of_docx,
    "odt": text_of_odt,
    "pdf": text_of_pdf,
    "html": text_of_html,
    "md": text_of_md,
    "epub": text_of_epub,
}


def compact(text: str) -> str:
    """Without white space: where lines end is the page's own."""
    return re.sub(r"[\s\ufffe]+", "", text)


@pytest.mark.parametrize("kind", KINDS)
def test_every_quotation_comes_back_word_for_word_and_in_order(kind: str) -> None:
    text = READERS[kind](made(kind))
    at = 0
    where = compact(text) if kind == "pdf" else " ".join(text.split(" "))
    for words in quoted():
        wanted = compact(shown(kind, words)) if kind == "pdf" else words
        found = where.find(wanted, at)
        assert found >= 0, words
        at = found + 1


@pytest.mark.parametrize("kind", KINDS)
def test_claims_answers_notes_and_sources_come_back(kind: str) -> None:
    text = compact(READERS[kind](made(kind)))

    for words in (
        "Talks should go on.",
        "Ministers should go on meeting.",
        "Critics find it unreal.",
        "Judgement of the analyst",
        "I think so, and:",
        "looked for any word on talks",
        "Lee, Ann",
        "What it cannot tell: the rest.",
        "It cannot tell all.",
        "not complete by itself: of trade only",
    ):
        assert compact(words) in text, words


@pytest.mark.parametrize("kind", ["odt", "pdf", "html", "md", "epub"])
def test_the_marking_stands_on_it(kind: str) -> None:
    data = made(kind)
    if kind == "odt":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            assert packed.read("styles.xml").decode().count("OFFICIAL &amp; &lt;open&gt;") == 4
        return
    assert compact(READERS[kind](data)).count(compact(MARKING)) >= 2


def test_a_page_of_an_odt_begins_with_its_heading() -> None:
    data, _ = written(replace(report("full"), marking=""), Path("out.odt"), EPOCH)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        root = etree.fromstring(packed.read("content.xml"))
        styles = etree.fromstring(packed.read("styles.xml"))

    lines = list(root.iter(f"{{{T}}}p", f"{{{T}}}h"))
    outside = [line for line in lines if not line.getparent().tag.endswith("table-cell")]
    empty = [line for line in outside if not "".join(line.itertext())]
    assert [line for line in empty if not len(line)] == []  # the map is in one of them
    broken = "//*[local-name()='style'][*/@*[local-name()='break-before'] = 'page']/@*"
    names = root.xpath(f"{broken}[local-name()='name']")
    assert [
        "".join(line.itertext()) for line in lines if line.get(f"{{{T}}}style-name") in names
    ] == ["Each approach, claim by claim"]
    assert styles.xpath("//*[local-name()='header']") == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_report_gives_the_same_bytes(kind: str) -> None:
    assert made(kind) == made(kind)


def test_citations_are_footnotes_in_a_docx_in_a_style_of_notes() -> None:
    data = made("docx")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        notes = etree.fromstring(packed.read("word/footnotes.xml"))
        body = etree.fromstring(packed.read("word/document.xml"))
    marks = list(body.iter(f"{{{W}}}footnoteReference"))

    assert len(marks) == len(quoted())
    text = "".join(notes.itertext())
    assert "Ann Lee" in text
    assert "20 October 2008" in text
    assert "para. 1" in text


def test_citations_are_in_the_text_in_a_style_of_authors_and_dates() -> None:
    text = text_of_docx(made("docx", report(style="apa")))

    assert "(Lee, 2008, para. 1)" in text
    assert "Lee, A. (2008, October 20)." in text


def test_a_docx_has_real_headings_tables_with_repeated_heads_and_a_language() -> None:
    data = made("docx")
    document = docx.Document(io.BytesIO(data))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]

    assert "Heading 1" in styles
    assert "Quotation" in styles
    heads = document.element.body.findall(f".//{{{W}}}tblHeader")
    assert len(heads) == len(document.tables) > 2
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        styled = packed.read("word/styles.xml").decode()
    assert 'w:val="en-GB"' in styled


def test_every_page_of_a_docx_bears_the_marking_those_laid_across_too() -> None:
    given = material()
    wide = material(
        approaches=tuple(
            each._replace(id=f"a{number}", letter=str(number))
            for number, each in enumerate(given.approaches * 2)
        ),
        cells={
            (f"a{number}", question.id): given.cell("talk", question.id)._replace(
                approach=f"a{number}"
            )
            for number in range(4)
            for question in given.questions
        },
    )
    brief = write_brief(wide, shipped_template("full"), Wishes(marking=MARKING))
    data = made("docx", cited(brief.report, wide, style_file("apa")))
    document = docx.Document(io.BytesIO(data))

    turned = [section.orientation for section in document.sections]
    assert len(set(turned)) == 2
    for section in document.sections:
        assert MARKING in section.header.paragraphs[0].text
        assert MARKING in section.footer.paragraphs[0].text


def test_every_link_within_a_docx_leads_somewhere() -> None:
    root = docx.Document(io.BytesIO(made("docx"))).element
    names = {each.get(f"{{{W}}}name") for each in root.iter(f"{{{W}}}bookmarkStart")}
    targets = {each.get(f"{{{W}}}anchor") for each in root.iter(f"{{{W}}}hyperlink")} - {None}

    assert targets
    assert targets <= names


def test_every_link_within_a_page_leads_somewhere() -> None:
    root = html.fromstring(made("html").decode())
    names = {each.get("id") for each in root.iter() if each.get("id")}
    targets = {each.get("href")[1:] for each in root.iter("a") if each.get("href", "")[:1] == "#"}

    assert targets
    assert targets <= names
    assert root.get("lang") == "en-GB"
    assert not root.xpath("//script|//link|//img[not(starts-with(@src,'data:'))]")


def test_a_pdf_is_tagged_titled_and_has_an_outline() -> None:
    data = made("pdf")
    document = pypdfium2.PdfDocument(data)

    assert b"/MarkInfo" in data
    assert b"pdfuaid" in data
    assert document.get_metadata_value("Title") == "Talks & firmness"
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    assert "Sources" in titles
    assert "A Keep talking" in titles


def test_a_document_of_a_persons_own_lends_its_styles(tmp_path: Path) -> None:
    own = docx.Document()
    own.styles["Heading 1"].font.name = "Papyrus"
    own.save(str(tmp_path / "own.docx"))

    data, told = written(report(), Path("out.docx"), EPOCH, tmp_path / "own.docx")

    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert "Papyrus" in packed.read("word/styles.xml").decode()
    assert "no place for the marking" in "".join(told)
    assert text_of_docx(data).count(MARKING) == 1


@pytest.mark.parametrize("kind", ["docx", "odt", "html", "pdf", "md", "epub"])
def test_what_a_format_cannot_hold_is_shown_and_told(kind: str) -> None:
    given = material()
    cell = given.cell("talk", "channels")
    claim = cell.claims[0]
    odd = claim.evidence[0]._replace(
        passage=claim.evidence[0].passage._replace(words="A bell\x07 and a\ufffe none")
    )
    cells = {
        **given.cells,
        ("talk", "channels"): cell._replace(claims=(claim._replace(evidence=(odd,)),)),
    }
    changed = given._replace(cells=cells)
    brief = write_brief(changed, shipped_template("full"), Wishes())
    data, told = written(
        cited(brief.report, changed, style_file("apa")), Path(f"out.{kind}"), EPOCH
    )

    text = READERS[kind](data)
    assert "bell\ufffd" in compact(text)
    assert any("U+0007" in line for line in told)
    assert any("U+FFFE" in line for line in told)


@pytest.mark.parametrize("kind", KINDS)
def test_a_marking_that_a_format_cannot_hold_is_shown_and_told(kind: str) -> None:
    odd = replace(report("one-page", "apa"), marking="half\udcff bell\x07")
    data, told = written(odd, Path(f"out.{kind}"), EPOCH)

    if kind in ("docx", "odt"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            heads = [name for name in packed.namelist() if re.search(r"header\d|styles\.xml", name)]
            text = "".join(
                etree.tostring(etree.fromstring(packed.read(name)), encoding="unicode")
                for name in heads
            )
    else:
        text = READERS[kind](data)
    assert "half\ufffdbell\ufffd" in compact(text)
    assert [sign for sign in ("U+0007", "U+DCFF") if not any(sign in line for line in told)] == []


def test_a_letter_that_no_font_of_ours_has_is_set_or_told() -> None:
    given = material(title="Talks 日本 \U000f1234")
    brief = write_brief(given, shipped_template("one-page"), Wishes())
    data, told = written(cited(brief.report, given, style_file("apa")), Path("a.pdf"), EPOCH)

    assert data.startswith(b"%PDF")
    assert any("U+F1234" in line for line in told)


@pytest.mark.parametrize("kind", KINDS)
def test_words_that_turn_round_leave_the_citation_as_it_is(kind: str) -> None:
    given = material()
    cell = given.cell("talk", "channels")
    turned = "They mean \u202eto talk \u2067on"
    cells = {**given.cells, ("talk", "channels"): cell._replace(answer=turned)}
    changed = given._replace(cells=cells)
    brief = write_brief(changed, shipped_template("two-page"), Wishes())
    data, _ = written(cited(brief.report, changed, style_file("apa")), Path(f"out.{kind}"), EPOCH)

    text = READERS[kind](data)
    if kind == "pdf":  # in the order of the page
        assert "ot[1¶1]" in compact(text)
    else:
        assert f"\u2068{turned}\u2069\u202c\u2069" in text


def against() -> Report:
    """With a critic's words and a piece that tells against it under a claim of the holder's own."""
    given = material()
    key = ("talk", "channels")
    own, *rest = given.cells[key].claims
    pieces = (
        evidence(3, "criticises"),
        *own.evidence,
        evidence(1, "tells against", why="it asks more"),
    )
    cell = given.cells[key]._replace(claims=(own._replace(evidence=pieces), *rest))
    given = given._replace(cells={**given.cells, key: cell})
    brief = write_brief(given, shipped_template("full"), Wishes())
    return cited(brief.report, given, style_file("chicago-notes"))


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_against_an_approach_stands_apart_from_its_evidence_and_says_so(
    kind: str,
) -> None:
    text = compact(READERS[kind](made(kind, against())))
    first = compact(shown(kind, ODD[0]))
    criticised = (
        compact("Against the approach:") + "(|‘|’|“|”|>)*" + re.escape(compact(shown(kind, ODD[3])))
    )
    told = compact("Against the approach, by our inference:")

    found = re.search(criticised, text)
    assert found, "right before the words"
    assert text.index(first) < found.start() < text.index(told)
    assert compact("(it asks more)") in text


def test_it_has_a_shape_of_its_own() -> None:
    given = against()
    document = docx.Document(io.BytesIO(made("docx", given)))
    styles = [each.style.name for each in document.paragraphs if each.style]
    assert styles.count("Quotation Apart") == styles.count("Apart") == 2
    with zipfile.ZipFile(io.BytesIO(made("odt", given))) as packed:
        assert packed.read("content.xml").decode().count('"Quotation_20_Apart"') == 2
    page = html.fromstring(made("html", given).decode())
    assert len(page.cssselect("blockquote.apart")) == 2
    rendered = MarkdownIt("commonmark", {"html": True}).render(made("md", given).decode())
    assert len(html.fromstring(f"<div>{rendered}</div>").cssselect("blockquote blockquote")) == 2
