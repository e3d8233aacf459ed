"""What is raised, lowered or struck out in a document: it never becomes other words."""

from collections.abc import Callable

import pytest

from counterpoint.domain.source import FurnitureKind
from counterpoint.storage.importers.by_pandoc.docx_file import read_docx
from counterpoint.storage.importers.by_pandoc.epub_file import read_epub
from counterpoint.storage.importers.by_pandoc.odt_file import read_odt
from counterpoint.storage.importers.by_pandoc.rtf_file import read_rtf
from counterpoint.storage.importers.by_pandoc.web_page import read_web_page
from counterpoint.storage.importers.draft import Choices, Draft
from tests.made_documents import docx, epub, odt, w_p, w_r

STRUCK = "1 passage struck out, which is left out: “mourns”"


def page(body: str) -> Draft:
    return read_web_page(f"<html><body><p>{body}</p></body></html>".encode(), Choices())


def in_docx() -> Draft:
    high = w_r("6", '<w:vertAlign w:val="superscript"/>')
    low = w_r("2", '<w:vertAlign w:val="subscript"/>')
    struck = w_r("mourns ", "<w:strike/>")
    return read_docx(docx(w_p("It ", struck, "counts 10", high, " t of CO", low, ".")), Choices())


def in_odt() -> Draft:
    named = "".join(
        f'<style:style style:name="{name}" style:family="text"><style:text-properties {how}/>'
        "</style:style>"
        for name, how in (
            ("high", 'style:text-position="super 58%"'),
            ("low", 'style:text-position="sub 58%"'),
            ("struck", 'style:text-line-through-style="solid"'),
        )
    )
    body = (
        '<text:p>It <text:span text:style-name="struck">mourns </text:span>counts 10'
        '<text:span text:style-name="high">6</text:span> t of CO'
        '<text:span text:style-name="low">2</text:span>.</text:p>'
    )
    return read_odt(odt(body, styles=named), Choices())


def in_rtf() -> Draft:
    words = rb"{\rtf1 It {\strike mourns }counts 10{\super 6} t of CO{\sub 2}.}"
    return read_rtf(words, Choices())


def in_epub() -> Draft:
    return read_epub(
        epub("<p>It <s>mourns </s>counts 10<sup>6</sup> t of CO<sub>2</sub>.</p>"), Choices()
    )


def in_html() -> Draft:
    return page("It <del>mourns </del>counts 10<sup>6</sup> t of CO<sub>2</sub>.")


def in_styled_html() -> Draft:
    return page(
        'It <span style="text-decoration: underline line-through">mourns </span>counts 10'
        '<span style="font-size: 70%; vertical-align: super">6</span> t of CO'
        '<span style="vertical-align:sub">2</span>.'
    )


@pytest.mark.parametrize("read", [in_docx, in_odt, in_rtf, in_epub, in_html, in_styled_html])
def test_a_power_stays_one_and_what_is_struck_out_is_told(read: Callable[[], Draft]) -> None:
    draft = read()

    assert draft.text == "It counts 10⁶ t of CO₂.\n"
    assert draft.lost == (STRUCK,)


def test_two_lines_through_strike_out_as_one_does() -> None:
    draft = read_docx(docx(w_p("It ", w_r("mourns ", "<w:dstrike/>"), "counts.")), Choices())
    assert draft.text == "It counts.\n"
    assert draft.lost == (STRUCK,)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("In 1<sup>st</sup> place, on the 22<sup>ND</sup>", "In 1st place, on the 22ND"),
        ("le XIX<sup>e</sup> siècle, M<sup>me</sup> X", "le XIXe siècle, Mme X"),
        ("N<sup>o</sup> 4, Brand<sup>TM</sup>", "No 4, BrandTM"),
        ("x<sup>a</sup> and 2<sup>n</sup>", "x^(a) and 2ⁿ"),
        ("x<sup>k+a</sup>, E<sub>max</sub>", "x^(k+a), E_(max)"),
        ("5 m s<sup>−1</sup>, PM<sub>2.5</sub>", "5 m s⁻¹, PM₂.₅"),
        ("a term <sup>(a)</sup> of art", "a term (a) of art"),
        ("Lulu.<sup>[own words]</sup> It", "Lulu.[own words] It"),
    ],
)
def test_what_is_raised_reads_as_it_does_in_the_document(written: str, read: str) -> None:
    draft = page(written)
    assert draft.text == read + "\n"
    assert draft.lost == ()


@pytest.mark.parametrize(
    ("written", "read", "mark"),
    [
        ('Words<sup><a href="#n4">[4]</a></sup> go on.', "Words[4] go on.", "[4]"),
        ('Words<a href="#n4"><sup>4</sup></a> go on.', "Words4 go on.", "4"),
        ("Words.<sup>4</sup> They go on.", "Words.4 They go on.", "4"),
    ],
)
def test_the_marks_of_notes_are_furniture(written: str, read: str, mark: str) -> None:
    draft = page(written)

    assert draft.text == read + "\n"
    found = [(each.kind, draft.text[slice(*each.span)]) for each in draft.furniture]
    assert found == [(FurnitureKind.FOOTNOTE_MARK, mark)]
    assert draft.lost == ()


def test_a_paragraph_with_a_formula_is_no_loss() -> None:
    omath = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {omath}><m:r><m:t>E</m:t></m:r></m:oMath>"
    draft = read_docx(docx(w_p("The law is short, as ", formula, " has it.")), Choices())

    assert draft.text == "The law is short, as E has it.\n"
    assert draft.lost == ("1 formula: written out as TeX",)
