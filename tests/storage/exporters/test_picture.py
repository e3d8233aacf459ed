"""The map and the replies as pictures: their words stay words."""

import pytest
from lxml import etree
from PySide6.QtGui import QImage

from counterpoint.application.report.pictures import map_picture, replies_picture
from counterpoint.domain.report.drawing import Stroke, Words
from counterpoint.domain.report.material import Reply
from counterpoint.storage.exporters.picture import png, svg
from tests.handed_over import material, passage

SVG = {"s": "http://www.w3.org/2000/svg"}


def words(data: bytes) -> list[str]:
    return [each.text or "" for each in etree.fromstring(data).findall(".//s:text", SVG)]


def test_the_map_has_every_question_answer_letter_and_silence_in_words() -> None:
    data, told = svg(map_picture(material()))
    found = words(data)

    assert told == ()
    for expected in ("Channels", "Objections", "Ministers", "A", "B", "Keep talking"):
        assert expected in found
    assert "not said by: B" in found
    described = etree.fromstring(data).findtext("s:desc", namespaces=SVG)
    assert "Channels: Ministers: A; not said by: B." in described


def test_the_replies_have_every_text_with_its_date_and_every_reply() -> None:
    found = words(svg(replies_picture(material()))[0])

    assert "Paper" in found
    assert "2008-10-20" in found
    assert "A critic rebutted the minister" in " ".join(found)


def test_however_long_the_names_are_what_one_does_to_the_other_is_read() -> None:
    given = material()
    (reply,) = given.replies
    long = ("a group of prominent former diplomats and officers of many services and years",)
    by, to = (each._replace(voice=long) for each in (reply.by, reply.to))
    found = words(svg(replies_picture(given._replace(replies=(reply._replace(by=by, to=to),))))[0])

    assert f"A{long[0][1:]} (Paper ¶4) rebutted {long[0]} (Paper ¶1)" in " ".join(
        " ".join(found).split()
    )
    assert max(len(each) for each in found) < 100


def test_a_reply_from_a_heading_has_no_empty_place() -> None:
    given = material()
    (reply,) = given.replies
    bare = reply._replace(by=reply.by._replace(paragraph=""))
    found = words(svg(replies_picture(given._replace(replies=(bare,))))[0])

    assert not any("→" in each for each in found)


def test_what_we_set_beside_one_another_is_dashed() -> None:
    given = material()
    inferred = given._replace(replies=(given.replies[0]._replace(inferred=True),))

    assert b"stroke-dasharray" in svg(replies_picture(inferred))[0]
    assert b"stroke-dasharray" not in svg(replies_picture(given))[0]


def test_a_png_is_twice_as_large_and_not_empty() -> None:
    drawing = map_picture(material())
    data, _ = png(drawing)
    image = QImage.fromData(data)
    rows, columns = range(image.height()), range(image.width())
    seen = {image.pixel(x, y) for y in rows for x in columns}

    assert abs(image.width() - 2 * drawing.width) <= 2
    assert len(seen) > 10


def test_the_same_material_gives_the_same_bytes() -> None:
    assert svg(map_picture(material())) == svg(map_picture(material()))
    assert png(map_picture(material())) == png(map_picture(material()))


@pytest.mark.parametrize("other", ["other", "odd"])
def test_what_stands_beside_an_arrow_is_right_of_one_and_of_many(other: str) -> None:
    by, to = passage(3, ("six lead authors",)), passage(0)._replace(source=other)
    given = material(replies=(Reply("rebuts", by, to, "of talks", False),))

    assert "Six lead authors rebutted" in " ".join(words(svg(replies_picture(given))[0]))


def test_a_long_question_stays_beside_its_line_and_names_have_one_gap() -> None:
    given = material()
    question = given.questions[0]._replace(title="Verhandlungsbereitschaftserklärung und mehr " * 3)
    drawing = map_picture(given._replace(questions=(question, *given.questions[1:])))

    titles = [it for it in drawing.shapes if isinstance(it, Words) and it.size == 13]
    assert len(titles) > len(given.questions)
    assert all(len(title.words) < 26 for title in titles)
    line = min(it.x1 for it in drawing.shapes if isinstance(it, Stroke))
    assert all(title.x + 6.5 * len(title.words) < line for title in titles)


def test_a_narrow_map_has_its_questions_over_the_lines_and_letters_as_large() -> None:
    drawing = map_picture(material(), 605, opening=False)

    words = [it for it in drawing.shapes if isinstance(it, Words)]
    assert drawing.width == 605
    assert min(it.size for it in words) >= 11.5
    for question in material().questions:
        title = next(it for it in words if it.words == question.title)
        lines = [it.y1 for it in drawing.shapes if isinstance(it, Stroke)]
        assert all(abs(title.y - y) > 12 for y in lines)
