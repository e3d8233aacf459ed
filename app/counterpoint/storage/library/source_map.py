"""The sidecar of an imported text, `corpus/ID.map.json`: the way back to the original.

Written by an import and not by hand; docs/file-formats.md describes it.
"""

import json
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

from counterpoint.domain.faults.source_fault import SourceFault
from counterpoint.domain.problem import Argument, Problem, ProblemKind
from counterpoint.domain.source import Furniture, FurnitureKind
from counterpoint.domain.span import Span
from counterpoint.domain.text_map import Heading, Line, OriginalPlace, Page, SetIn, TextMap
from counterpoint.storage.files.text_file import decode, read_bytes
from counterpoint.storage.files.unreadable import Unreadable

from .listing import MAP

FORMAT = 1


class SourceMap(NamedTuple):
    """`digest` is that of the text which it belongs to."""

    digest: str
    map: TextMap
    furniture: tuple[Furniture, ...]

    @property
    def empty(self) -> bool:
        """Whether it says nothing of the text."""
        return not any(self.map) and not self.furniture


def map_file(corpus: Path, id: str) -> Path:
    return corpus / f"{id}{MAP}"


def written(source_map: SourceMap) -> str:
    """The text of the file: a key to a line, so that versions of it can be compared."""
    way = source_map.map
    fields: dict[str, object] = {
        "format": FORMAT,
        "text": source_map.digest,
        "pages": way.pages,
        "headings": way.headings,
        "set_in": way.set_in,
        "furniture": [
            (piece.span.start, piece.span.end, piece.kind.value, piece.interrupts)
            for piece in source_map.furniture
        ],
        "lines": way.lines,
        "joined": way.joined,
        "places": way.places,
    }
    rows = [f'"{key}": {_json(value)}' for key, value in fields.items() if value]
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def read_source_map(corpus: Path, id: str) -> SourceMap | None:
    """The map of the source `id`; None if it has none, as one that was never imported. Raises
    Unreadable."""
    path = map_file(corpus, id)
    name = f"corpus/{path.name}"
    if not path.exists():
        return None
    text = decode(read_bytes(path, name), name)
    try:
        return _read(json.loads(text))
    except _NotOurs as error:
        raise _unreadable(name, error.fault, *error.arguments) from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _unreadable(name, SourceFault.NO_MAP, str(error)) from error


def _unreadable(name: str, fault: SourceFault, *arguments: Argument) -> Unreadable:
    return Unreadable(Problem(name, None, None, ProblemKind.SYNTAX, fault, arguments))


class _NotOurs(Exception):
    """It is JSON, and not what an import writes."""

    def __init__(self, fault: SourceFault, *arguments: Argument) -> None:
        super().__init__(fault)
        self.fault = fault
        self.arguments = arguments


def _read(fields: dict[str, Any]) -> SourceMap:
    if fields["format"] != FORMAT:
        raise _NotOurs(SourceFault.MAP_OF_A_LATER_VERSION, str(fields["format"]))
    way = TextMap(
        tuple(Page(_number(start), str(label)) for start, label in fields.get("pages", ())),
        tuple(Heading(*map(_number, entry)) for entry in fields.get("headings", ())),
        tuple(Line(*map(_number, entry)) for entry in fields.get("lines", ())),
        tuple(OriginalPlace(*entry) for entry in fields.get("places", ())),
        tuple(map(_number, fields.get("joined", ()))),
        tuple(
            SetIn(_number(start), _number(end), _number(depth), bool(quoted))
            for start, end, depth, quoted in fields.get("set_in", ())
        ),
    )
    furniture = tuple(
        Furniture(Span(_number(start), _number(end)), FurnitureKind(kind), bool(interrupts))
        for start, end, kind, interrupts in fields.get("furniture", ())
    )
    for starts in (way.pages, way.headings, way.lines, way.places, way.set_in):
        _in_order([entry[0] for entry in starts])
    _in_order([piece.span.start for piece in furniture])
    return SourceMap(str(fields["text"]), way, furniture)


def _number(value: object) -> int:
    if type(value) is not int or value < 0:
        raise _NotOurs(SourceFault.NO_POSITION, repr(value))
    return value


def _in_order(starts: Sequence[int]) -> None:
    if any(after < before for before, after in pairwise(starts)):
        raise _NotOurs(SourceFault.POSITIONS_NOT_IN_ORDER)
