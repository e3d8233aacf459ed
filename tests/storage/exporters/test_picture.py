"""The map and the replies as pictures: their words stay words."""

import pytest
from lxml import etree
from PySide6.QtGui import QImage

from counterpoint.application.report.pictures import map_picture, replies_picture
from counterpoint.domain.report.drawing import Box, Stroke, Words
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
    for expected in ("Channels", "Objections", "Ministers", "A", "B", "Keep talking", "silent: B"):
        assert expected in found
    described = etree.fromstring(data).findtext("s:desc", namespaces=SVG)
    assert "Channels: Ministers: A; silent: B." in described


def test_the_replies_have_every_text_with_its_date_and_every_reply() -> None:
    found = words(svg(replies_picture(material()))[0])

    assert "Paper" in found
    assert "2008-10-20" in found
    assert any("a critic rebutted the minister" in each for each in found)


def test_however_long_the_names_are_what_one_does_to_the_other_is_read() -> None:
    given = material()
    (reply,) = given.replies
    long = ("a group of prominent former diplomats and officers of many services and years",)
    by, to = (each._replace(voice=long) for each in (reply.by, reply.to))
    found = words(svg(replies_picture(given._replace(replies=(reply._replace(by=by, to=to),))))[0])
    (label,) = [each for each in found if "prominent" in each]

    assert "… rebutted a group" in label
    assert label.endswith("… (¶4 → ¶1)")
    assert len(label) < 100


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
def test_what_stands_beside_an_arrow_is_clear_of_lines_and_right_of_one_and_of_many(
    other: str,
) -> None:
    drawing = replies_picture(
        material(
            replies=(
                Reply(
                    "rebuts",
                    passage(3, ("six lead authors",)),
                    passage(0)._replace(source=other),
                    "of talks",
                    False,
                ),
            )
        )
    )
    shapes = list(drawing.shapes)
    (at,) = [n for n, s in enumerate(shapes) if isinstance(s, Words) and "rebutted" in s.words]
    label, under = shapes[at], shapes[at - 1]

    assert isinstance(label, Words)
    assert label.words.startswith("six lead authors rebutted")
    assert isinstance(under, Box)
    assert (under.fill, under.stroke) == ("FFFFFF", 0)
    assert under.y < label.y - 8 < label.y < under.y + under.height + 3
    assert under.width >= len(label.words) * 5
    lanes = [s for s in shapes if isinstance(s, Stroke) and s.x1 == s.x2 and s.y2 - s.y1 > 20]
    assert lanes
    assert all(shapes.index(lane) < at - 1 for lane in lanes)


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
