"""Where a card may stand."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from counterpoint.ui.comparison.peek.placing import corner, rooms

SCREEN = QRect(0, 0, 1000, 800)


@pytest.mark.parametrize(
    ("box", "size", "point"),
    [
        (QRect(100, 100, 200, 50), QSize(400, 200), QPoint(305, 100)),
        (QRect(700, 100, 200, 50), QSize(400, 200), QPoint(294, 100)),
        (QRect(100, 700, 200, 50), QSize(400, 200), QPoint(305, 600)),
        (QRect(300, 100, 400, 50), QSize(600, 200), QPoint(300, 155)),
        (QRect(300, 700, 400, 50), QSize(900, 200), QPoint(100, 494)),
    ],
)
def test_a_card_stands_beside_what_it_is_about(box: QRect, size: QSize, point: QPoint) -> None:
    room = next(each for each in rooms(box, SCREEN) if each.size().boundedTo(size) == size)
    assert corner(room, box, size) == point
    card = QRect(point, size)
    assert SCREEN.contains(card)
    assert not card.intersects(box)


def test_every_room_leaves_the_box_free() -> None:
    for box in (QRect(100, 100, 200, 50), QRect(0, 0, 1000, 300), QRect(990, 790, 40, 40)):
        columns = QRect(50, 0, 600, 800)
        found = rooms(box, SCREEN, columns)
        assert found
        assert not any(room.intersects(box) for room in found)
    assert rooms(QRect(0, 0, 1000, 800), SCREEN) == []


def test_beyond_the_columns_comes_first() -> None:
    assert rooms(QRect(100, 100, 200, 50), SCREEN, QRect(50, 0, 600, 800))[0].left() == 656
