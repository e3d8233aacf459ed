"""A workbook as values: sheets of rows, for spreadsheets and tables of text."""

from collections.abc import Iterator
from typing import NamedTuple


class SheetCell(NamedTuple):
    words: str = ""
    number: int | None = None
    """Set where the cell is a number."""
    link: tuple[str, int] | None = None
    """The name of a sheet, and a row in it, from 0 below its head."""
    colour: str = ""
    """RRGGBB of the words, or ""."""
    strong: bool = False
    quiet: bool = False


class SheetColumn(NamedTuple):
    title: str
    width: float
    """In characters."""
    colour: str = ""
    link: tuple[str, int] | None = None


class Sheet(NamedTuple):
    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetCell, ...], ...]
    frozen_columns: int = 1

    def cells(self) -> Iterator[SheetCell]:
        for row in self.rows:
            yield from row


class Workbook(NamedTuple):
    title: str
    sheets: tuple[Sheet, ...]
