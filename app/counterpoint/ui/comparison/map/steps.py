"""Walking the map by keys: along a line in reading order, and to the nearest on the next."""

from .map_layout import MapLayout
from .place import Kind, Place

_BEYOND = {Kind.COUNT: Kind.QUESTION, Kind.QUESTION: Kind.COUNT}
"""What is nearest in kind where a line has nothing of the same."""


def first(layout: MapLayout) -> Place | None:
    """Where the cursor begins: the first letter of the first question, or what there is."""
    every = [place for line in layout.lines for place in line]
    letters = (place for place in every if place.kind is Kind.LETTER)
    return next(letters, every[0] if every else None)


def walk(layout: MapLayout, place: Place, key: str, page: float) -> Place:
    """Where a key leads, by its id; the same place where there is no way on. `page`: pixels."""
    lines = layout.lines
    row = layout.row_of(place)
    if row is not None:
        at: int | None = len(lines) - len(layout.tops) + row
    else:
        at = next((n for n, line in enumerate(lines) if place in line), None)
    if at is None or place not in lines[at]:
        return first(layout) or place
    line = lines[at]
    here = line.index(place)
    match key:
        case "left":
            return line[max(0, here - 1)]
        case "right":
            return line[min(len(line) - 1, here + 1)]
        case "home":
            return line[0]
        case "end":
            return line[-1]
        case "first":
            return lines[0][0]
        case "last":
            return lines[-1][-1]
        case "up":
            return _nearest(layout, lines[at - 1], place) if at else place
        case "down":
            return _nearest(layout, lines[at + 1], place) if at + 1 < len(lines) else place
        case "page-up":
            return _page(layout, at, place, -page)
        case "page-down":
            return _page(layout, at, place, page)
    return place


def _page(layout: MapLayout, at: int, place: Place, by: float) -> Place:
    """The line that is a screenful away, and at least one."""
    lines, box = layout.lines, layout.box(place)
    if box is None:
        return place
    heads = len(lines) - len(layout.tops)
    there = layout.row_at(box.center().y() + by) + heads
    there = max(heads, min(len(lines) - 1, there))
    if there == at:
        there = max(0, min(len(lines) - 1, at + (1 if by > 0 else -1)))
    return _nearest(layout, lines[there], place)


def _nearest(layout: MapLayout, line: list[Place], place: Place) -> Place:
    """Of a line what is nearest across, of the same kind if there is such."""
    own = layout.box(place)
    x = 0.0 if own is None else own.center().x()
    kinds = {each.kind for each in line}
    kind = place.kind if place.kind in kinds else _BEYOND.get(place.kind)
    among = [each for each in line if each.kind is kind] or line

    def far(each: Place) -> float:
        box = layout.box(each)
        return 0.0 if box is None else abs(box.center().x() - x)

    return min(among, key=far)
