"""The picture of who answers whom, as it is printed."""

from typing import NamedTuple

import pypdfium2
import pytest

from counterpoint.application.report.pictures import replies_picture
from counterpoint.domain.report.drawing import Drawing, Words
from counterpoint.domain.report.material import Material
from counterpoint.storage.exporters.picture_page import picture_page
from tests.handed_over import material

WHO = (
    "over a hundred prominent former officials, academics, businesspeople and experts on security",
    "almost two hundred political leaders, historians and intellectuals of the neighbouring states",
)


def date_of(number: int) -> str:
    return f"{1900 + number}"


def answering(texts: int) -> Material:
    """One voice of many words rebuts another at two places, in each of so many texts."""
    given = material()
    first, *_ = given.sources
    sources = tuple(
        first._replace(id=f"t{n}", number=n, short=f"A longer name of text {n}", date=date_of(n))
        for n in range(1, texts + 1)
    )
    reply = given.replies[0]._replace(kind="rebuts", inferred=False)
    by, to = (
        passage._replace(voice=(who,))
        for passage, who in zip((reply.by, reply.to), WHO, strict=True)
    )
    replies = tuple(
        reply._replace(
            by=by._replace(source=f"t{(n + 1) % texts + 1}", paragraph=f"§{place}"),
            to=to._replace(source=f"t{n + 1}", paragraph="§3"),
        )
        for n in range(texts)
        for place in (8, 9)
    )
    return given._replace(sources=sources, replies=replies)


class Letter(NamedTuple):
    left: float
    bottom: float
    right: float
    top: float


def boxes(words: pypdfium2.PdfTextPage, sought: str = "") -> list[Letter]:
    """Of the letters of what is sought, else of all."""
    start, count = words.search(sought).get_next() or (0, 0) if sought else (0, words.count_chars())
    assert count
    return [Letter(*words.get_charbox(number)) for number in range(start, start + count)]


def page_of(drawing: Drawing) -> pypdfium2.PdfPage:
    data, _ = picture_page(drawing)
    return pypdfium2.PdfDocument(data)[0]


@pytest.mark.parametrize("texts", [1, 2, 12])
def test_who_answers_whom_stands_beside_the_lines_and_the_names_between_them(texts: int) -> None:
    page = page_of(replies_picture(answering(texts)))
    words = page.get_textpage()

    dates = [boxes(words, date_of(number)) for number in range(1, texts + 1)]
    under_names = min(box.bottom for date in dates for box in date)
    first_text = min(box.left for box in dates[0])
    told = [box for box in boxes(words) if box.top < under_names]
    assert len(told) > 100
    assert max(box.right for box in told) < first_text
    assert all(box.left >= 0 and box.right <= page.get_width() for box in boxes(words))


def test_who_answers_whom_is_told_in_full_and_once() -> None:
    said = page_of(replies_picture(answering(1))).get_textpage().get_text_range()

    words = " ".join(said.split())
    for who in WHO:
        assert words.count(who[1:]) == 1
    assert "(§8 → §3; §9 → §3)" in words


def test_a_pair_that_we_set_together_is_told_as_ours_and_by_the_last_of_its_voices() -> None:
    given = material()
    reply = given.replies[0]._replace(kind="rebuts", inferred=True)
    drawing = replies_picture(given._replace(replies=(reply,)))
    seen = " ".join(shape.words for shape in drawing.shapes if isinstance(shape, Words))

    for told in (seen, drawing.description):
        assert "We set words of a critic against words of the minister" in told
        assert "rebut" not in told
        assert "the paper" not in told.replace("The paper", "")


def test_one_who_answers_himself_is_named_with_both_places() -> None:
    given = material()
    reply = given.replies[0]
    same = reply._replace(by=reply.by._replace(voice=("the paper", "the minister")))
    drawing = replies_picture(given._replace(replies=(same,)))

    assert "The minister (Paper\u00a0¶4) rebutted the minister (Paper\u00a0¶1)." in (
        drawing.description
    )
