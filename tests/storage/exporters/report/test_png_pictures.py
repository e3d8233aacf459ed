"""Pictures of a report as PNG, drawn ahead or when they are wanted."""

from collections.abc import Iterator

import pytest

from counterpoint.application.report.pictures import map_picture
from counterpoint.domain.report.blocks import Landscape, Picture
from counterpoint.storage.exporters.failing import NotExported
from counterpoint.storage.exporters.picture import png, svg
from counterpoint.storage.exporters.report.png_pictures import draw_ahead, forget, with_png
from tests.handed_over import material

BROKEN = b'<svg xmlns="x" width="20" height="10"><rect</svg>'


@pytest.fixture(autouse=True)
def nothing_drawn() -> Iterator[None]:
    forget()
    yield
    forget()


def picture(data: bytes) -> Picture:
    return Picture("map.svg", data, "A map", 100)


def test_what_was_drawn_ahead_is_what_would_be_drawn() -> None:
    drawing = map_picture(material())
    data, _ = svg(drawing)
    blocks = (Landscape((picture(data),)),)

    draw_ahead(blocks, 192.0)
    (made,) = with_png(blocks, 192.0)

    assert isinstance(made, Landscape)
    (inside,) = made.inside
    assert isinstance(inside, Picture)
    assert (inside.name, inside.data) == ("map.png", png(drawing)[0])


def test_what_cannot_be_drawn_is_told_where_it_is_wanted_each_time() -> None:
    draw_ahead((picture(BROKEN),), 144.0)

    for _ in range(2):
        with pytest.raises(NotExported):
            with_png((picture(BROKEN),), 144.0)


def test_each_resolution_is_drawn_for_itself_however_many_there_are() -> None:
    data, _ = svg(map_picture(material()))
    made = [with_png((picture(data),), dots)[0] for dots in (24.0, 36.0, 48.0, 60.0, 72.0, 24.0)]

    sizes = [len(each.data) for each in made if isinstance(each, Picture)]
    assert sizes[:5] == sorted(set(sizes[:5]))
    assert sizes[0] == sizes[5]


def test_a_paper_of_many_pictures_is_drawn_once() -> None:
    data, _ = svg(map_picture(material()))
    each_its_own = [data + b"<!-- %d -->" % number for number in range(30)]
    blocks = tuple(map(picture, each_its_own))

    first, again = (with_png(blocks, 12.0) for _ in range(2))

    pairs = zip(first, again, strict=True)
    assert all(
        isinstance(one, Picture) and isinstance(other, Picture) and one.data is other.data
        for one, other in pairs
    )
