"""Who answers whom as a drawing."""

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.pages.replies_drawing import drawing_of
from counterpoint.application.pages.replies_page import replies_page
from counterpoint.domain.replying import ReplyShare
from counterpoint.storage.place import shipped_library


def test_every_reply_is_in_one_arc_between_the_columns_of_its_texts() -> None:
    library = OpenedLibrary.open(shipped_library(), None).contents
    page = replies_page(library)
    drawing = drawing_of(page)

    assert sorted(n for arc in drawing.arcs for n in arc.numbers) == list(range(len(page.lines)))
    at = dict(drawing.columns)
    lines = {line.number: line for line in page.lines}
    for arc in drawing.arcs:
        for number in arc.numbers:
            line = lines[number]
            assert drawing.spots[arc.by].x == at[line.by]
            assert drawing.spots[arc.to].x == at[line.to]
            assert drawing.spots[arc.by].approaches == line.between.by
            assert arc.direct is (line.between.reply.link.value == "direct")


def test_no_two_dots_stand_in_one_place_and_none_outside() -> None:
    library = OpenedLibrary.open(shipped_library(), None).contents
    drawing = drawing_of(replies_page(library))

    places = [(spot.x, spot.y) for spot in drawing.spots]
    assert len(set(places)) == len(places)
    assert all(0 < x < 1 and 0 < y < 1 for x, y in places)
    columns = [sum(spot.x == x for spot in drawing.spots) for _, x in drawing.columns]
    assert drawing.most == max(columns)


def test_of_no_replies_there_is_nothing_to_draw() -> None:
    library = OpenedLibrary.open(shipped_library(), None).contents._replace(replies=())

    assert drawing_of(replies_page(library, share=ReplyShare.ALL)) == ((), (), (), 0)
