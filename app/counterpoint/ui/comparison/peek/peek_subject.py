"""What a peek is on, and so what it says and beside what it stands."""

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QRect

from counterpoint.domain.approach import ApproachSummary, Colour, Dimension, Evidence
from counterpoint.labels.answer import marks_spoken
from counterpoint.ui.comparison.grid.cell_content import MORE, CellContent
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.comparison.grid.sheet_table import SheetTable

from . import peek_text
from .peek_text import Answers, Group


class Subject(NamedTuple):
    """The words of a peek, the colour of the approach they are about, and the rectangle on the
    screen (pixels) that the card is to leave free."""

    groups: tuple[Group, ...]
    colour: Colour
    beside: QRect


def of_place(
    table: SheetTable,
    place: GridPosition,
    heads: Mapping[str, ApproachSummary],
    short: Mapping[str, str],
    answers: Answers,
) -> Subject:
    """A header, a position, a claim or a piece of evidence."""
    model = table.grid_model
    approach = model.approach(max(0, place.row), max(0, place.column)).head
    if model.on_question(place):
        groups = peek_text.of_dimension(model.dimension(place.row, place.column))
    elif place.on_head:
        titles = {id: head.title for id, head in heads.items()}
        groups = peek_text.of_approach(approach, titles)
    elif place.claim is None and model.is_answer(place.row, place.column):
        content = model.content(place.row, place.column)
        if content.hidden:
            groups = peek_text.of_hidden(content.position)
        else:
            groups = _of_answer(content, model.leading(place), short, answers)
    elif place.claim is None:
        groups = peek_text.of_position(
            model.position(place.row, place.column),
            model.shown_claims(place.row, place.column),
            folded=model.is_folded(place.row, place.column),
        )
    elif place.claim == MORE:
        content = model.content(place.row, place.column)
        inferred = content.claims[len(content.claims) - content.inferred :]
        groups = peek_text.of_inferred(inferred)
    else:
        groups = peek_text.of_pieces(model.pieces(place), short, answers)
    return Subject(groups, approach.colour, table.rect_on_screen(place))


def _of_answer(
    content: CellContent, leading: Evidence | None, short: Mapping[str, str], answers: Answers
) -> tuple[Group, ...]:
    quoted = () if leading is None else peek_text.of_pieces([leading], short, answers)
    marks = marks_spoken(content.marks, content.passages, content.same, content.replies)
    said = () if leading is None else answers(leading.key)
    lines = dict.fromkeys(line for key in content.replied for line in answers(key))
    others = [line for line in lines if line not in said]
    meant = peek_text.of_answer(content.position, content.dimension, marks)
    return quoted + meant + peek_text.of_replies(others)


def of_dimension(table: SheetTable, dimension: Dimension) -> Subject | None:
    """A dimension's header; None if it is no longer shown."""
    model = table.grid_model
    if dimension not in model.sheet.dimensions:
        return None
    section = model.sheet.dimensions.index(dimension)
    place = GridPosition(section, -1) if model.headers_across else GridPosition(-1, section)
    groups = peek_text.of_dimension(dimension)
    return Subject(groups, model.sheet.approaches[0].head.colour, table.rect_on_screen(place))
