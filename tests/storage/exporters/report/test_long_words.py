"""Words that are longer than a column is wide stay in it on paper, and are copied as they are."""

import re
from itertools import pairwise

import pypdfium2
import pytest

from counterpoint.domain.report.blocks import Column, Paragraph, Report, Strong, Table, Text
from counterpoint.storage.exporters.report.html import page
from counterpoint.storage.exporters.report.pdf import pdf

LAW = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
LONG = [
    LAW,
    LAW.upper(),
    "N" * 60,
    "a3f9b2c8d1e7f6a5b4c3d2e1f0" * 2,
    "https://www.example.org/de/aussenpolitik/node_of_many_parts_in_a_row_of_them?a=b&c=d",
]


def report(word: str, language: str) -> Report:
    """The word in each of six columns, in bold at the head of it and among others below."""
    columns = tuple(Column((Strong((Text(word),)),), 1 / 6) for _ in range(6))
    cell = (Paragraph((Text(f"Mit {word} und mehr."),)),)
    return Report(
        title="Long words",
        subtitle="",
        language=language,
        date="",
        marking="",
        blocks=(Table(columns, ((cell,) * 6,)),),
        small=True,
        landscape=True,
    )


@pytest.mark.parametrize("word", LONG)
@pytest.mark.parametrize("language", ["de", "en-GB"])
def test_a_long_word_stays_in_its_column_and_is_copied_as_it_is(word: str, language: str) -> None:
    data, told = pdf(report(word, language), 0)

    assert told == ()
    sheet = pypdfium2.PdfDocument(data)[0]
    words = sheet.get_textpage()
    rows: dict[int, list[tuple[float, float]]] = {}
    for index in range(words.count_chars()):
        left, low, right, _ = words.get_charbox(index)
        if right > left:
            rows.setdefault(round(low / 2), []).append((left, right))
    table = [row for row in rows.values() if len(row) > 12]
    assert all(right < sheet.get_width() - 39 for row in table for _, right in row)
    for row in table:  # no letter stands on another
        across = sorted(row)
        assert all(a[1] < b[0] + 1.5 for a, b in pairwise(across))
    text = re.sub("[\x02\ufffe\u00ad]", "-", words.get_text_bounded())
    bare = re.sub(r"[\s-]", "", text)
    assert bare.count(f"Mit{re.sub('-', '', word)}undmehr.") == 6
    assert "\u200b" not in text


def test_letters_keep_their_order_among_words_from_right_to_left() -> None:
    data, _ = pdf(report("a3f9b2c8d1e7f6a5b4c3d2", "ar"), 0)

    words = pypdfium2.PdfDocument(data)[0].get_textpage()
    rows: dict[int, list[tuple[float, str]]] = {}
    for number in range(words.count_chars()):
        left, low, *_ = words.get_charbox(number)
        rows.setdefault(round(low / 4), []).append((left, words.get_text_range(number, 1)))
    seen = ["".join(sign for _, sign in sorted(row)) for row in rows.values()]
    assert len([row for row in seen if "a3f9b2c8d1" in row]) == 2


def test_a_long_word_is_broken_in_a_column_of_a_web_page() -> None:
    made = page(report(LAW, "de"))[0].decode()
    assert re.search(r"td \{ overflow-wrap: anywhere; hyphens: auto", made)
