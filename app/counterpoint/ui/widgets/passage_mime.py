"""Words that are dragged out of a source, with where they stand."""

import json
from typing import NamedTuple

from PySide6.QtCore import QMimeData

from counterpoint.domain.span import Span

_FORMAT = "application/x-counterpoint-passage"


class Dragged(NamedTuple):
    source: str
    span: Span


def with_passage(words: str, dragged: Dragged) -> QMimeData:
    """The words as any program takes them, and the place for this one."""
    data = QMimeData()
    data.setText(words)
    place = [dragged.source, dragged.span.start, dragged.span.end]
    data.setData(_FORMAT, json.dumps(place).encode())
    return data


def passage_in(data: QMimeData) -> Dragged | None:
    """None of what is no passage."""
    try:
        match json.loads(bytes(data.data(_FORMAT).data())):
            case [str(source), int(start), int(end)] if 0 <= start < end:
                return Dragged(source, Span(start, end))
    except ValueError:
        return None
    return None
