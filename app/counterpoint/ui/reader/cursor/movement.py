"""Where a caret goes: by letter, word, line, and to the ends of line and text."""

from enum import StrEnum

from counterpoint.ui.reader.layout.flow import Flow

from .word_boundaries import next_word, previous_word


class Move(StrEnum):
    """By its id among the keys."""

    LEFT = "left"
    RIGHT = "right"
    WORD_LEFT = "word-left"
    WORD_RIGHT = "word-right"
    UP = "up"
    DOWN = "down"
    LINE_START = "line-start"
    LINE_END = "line-end"
    TEXT_START = "text-start"
    TEXT_END = "text-end"


def moved(flow: Flow, position: int, move: Move, goal: float | None = None) -> int:
    """The position after a move. `goal` is the x to keep on the way up or down."""
    model = flow.model
    paragraph = flow.paragraph(model.row_at(position))
    line = paragraph.line_of(position)
    if move in (Move.LEFT, Move.RIGHT):
        return _by_letter(flow, position, forward=move is Move.RIGHT)
    if move in (Move.UP, Move.DOWN):
        return _by_line(flow, position, 1 if move is Move.DOWN else -1, goal)
    if move is Move.WORD_LEFT:
        return max(model.row_starts[0], previous_word(model.text, position))
    if move is Move.WORD_RIGHT:
        return min(model.span(len(model) - 1).end, next_word(model.text, position))
    if move is Move.LINE_START:
        return paragraph.breaks[line]
    if move is Move.LINE_END:
        last = line + 1 == len(paragraph.breaks)
        # The end of a line that wraps is also the start of the next: stay before its last space.
        return paragraph.span.end if last else paragraph.breaks[line + 1] - 1
    return model.row_starts[0] if move is Move.TEXT_START else model.span(len(model) - 1).end


def _by_letter(flow: Flow, position: int, *, forward: bool) -> int:
    paragraph = flow.paragraph(flow.model.row_at(position))
    if forward and position >= paragraph.span.end:
        if paragraph.row + 1 == len(flow.model):
            return position
        return flow.model.row_starts[paragraph.row + 1]
    if not forward and position <= paragraph.span.start:
        return flow.model.span(paragraph.row - 1).end if paragraph.row else position
    return paragraph.next_position(position, forward=forward)


def _by_line(flow: Flow, position: int, step: int, goal: float | None) -> int:
    row = flow.model.row_at(position)
    paragraph = flow.paragraph(row)
    x = paragraph.x_of(position) if goal is None else goal
    line = paragraph.line_of(position) + step
    if 0 <= line < len(paragraph.breaks):
        return paragraph.position_on(line, x)
    row += step
    if not 0 <= row < len(flow.model):
        return paragraph.span.end if step > 0 else paragraph.span.start
    paragraph = flow.paragraph(row)
    return paragraph.position_on(0 if step > 0 else len(paragraph.breaks) - 1, x)
