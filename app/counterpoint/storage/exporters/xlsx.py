"""A workbook as .xlsx, by XlsxWriter. Every text stays a text: nothing becomes a formula, a number
or a link of its own."""

import io
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from importlib.util import find_spec
from textwrap import wrap
from typing import Any

from counterpoint.domain.report.sheets import Sheet, SheetCell, Workbook

from .failing import ExportCancelled, WriterMissing
from .unwritable_signs import FittingText

MOST = 32_767
"""UTF-16 units that Excel takes in a cell."""
LONG_TEXTS = "Long texts"
_AT_ONCE = 500
"""Rows after which it is asked whether the work is still wanted."""
_BUTTON = 1
"""Of a column's width: what the button that filters takes."""
_LINE, _HIGHEST = 15.0, 409.0
"""Points: of a line, and of the highest row that Excel has."""
_MOST_LINKS = 65_000
"""Links that Excel takes on one sheet, and a few less."""


def xlsx(
    workbook: Workbook,
    moment: datetime,
    progress: Callable[[str], None] = lambda what: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what could not be kept as it is. Raises NotExported."""
    if find_spec("xlsxwriter") is None:
        raise WriterMissing("a sheet as .xlsx", "XlsxWriter", "XlsxWriter")
    writing = _Writing(workbook, moment, cancelled)
    for sheet in workbook.sheets:
        progress(f"writing {sheet.name}")
        writing.sheet(sheet)
    return writing.finished()


class _Writing:
    def __init__(self, workbook: Workbook, moment: datetime, cancelled: Callable[[], bool]) -> None:
        import xlsxwriter

        self._data = io.BytesIO()
        options = {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "use_zip64": True,
        }
        self._book: Any = xlsxwriter.Workbook(self._data, options)
        self._book.set_properties(
            {
                "title": workbook.title,
                "created": moment.replace(tzinfo=None),
                "comments": "Written by Counterpoint",
            }
        )
        self._columns = {sheet.name: sheet for sheet in workbook.sheets}
        self._letters = FittingText()
        self._cancelled = cancelled
        self._formats: dict[tuple[str, bool, bool, bool], Any] = {}
        self._long: list[tuple[str, str]] = []
        """Where a text stands that is too long for a cell, and the text."""
        self._links: Counter[str] = Counter()
        self._urls: dict[tuple[tuple[str, int], str], Any] = {}

    def sheet(self, sheet: Sheet) -> None:
        page = self._book.add_worksheet(sheet.name)
        head = {
            "bold": True,
            "text_wrap": True,
            "valign": "top",
            "bottom": 1,
            "bg_color": "#EAEAEA",
        }
        for number, column in enumerate(sheet.columns):
            page.set_column(number, number, column.width)
            colour = {"font_color": f"#{column.colour}"} if column.colour else {}
            form = self._book.add_format({**head, **colour})
            title = self._letters.fit(column.title)
            if column.link is not None:
                page.write_url(0, number, _address(column.link), form, title)
            page.write_string(0, number, title, form)
        page.set_row(0, _height_of_heads(sheet))
        page.freeze_panes(1, sheet.frozen_columns)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
        widths = [column.width for column in sheet.columns]
        for row, cells in enumerate(sheet.rows, 1):
            if row % _AT_ONCE == 0 and self._cancelled():
                raise ExportCancelled
            page.set_row(row, _height(cells, widths))
            for number, cell in enumerate(cells):
                if cell.number is not None or cell.words:
                    self._write(page, sheet.name, row, number, cell)

    def _write(self, page: Any, sheet: str, row: int, column: int, cell: SheetCell) -> None:
        form = self._format(cell)
        words = cell.words
        if not words.isprintable():
            words = self._letters.fit(words).replace("\r", "")
        if cell.link is not None:
            self._links[sheet] += 1
        if cell.link is not None and self._links[sheet] <= _MOST_LINKS:
            page.write_url(row, column, self._url(cell.link, words or str(cell.number)), form)
            if cell.number is None and len(words) <= MOST // 2:
                return  # it has written the words too
        if cell.number is not None:
            page.write_number(row, column, cell.number, form)
            return
        if len(words) > MOST // 2 and _units(words) > MOST:
            words = self._cut(words, f"{sheet}!{_column(column)}{row + 1}")
        page.write_string(row, column, words, form)

    def _url(self, link: tuple[str, int], words: str) -> Any:
        """The same for many cells, as those that name a source: it takes as long as a cell."""
        found = self._urls.get((link, words))
        if found is None:
            from xlsxwriter.url import Url

            found = self._urls[link, words] = Url(_address(link))
            found.text = words
        return found

    def _cut(self, words: str, where: str) -> str:
        self._long.append((where, words))
        tail = f"… [cut: {len(words):,} characters; the whole stands in the sheet “{LONG_TEXTS}”]"
        return _first(words, MOST - _units(tail)) + tail

    def _format(self, cell: SheetCell) -> Any:
        key = (cell.colour, cell.strong, cell.quiet, cell.link is not None)
        found = self._formats.get(key)
        if found is None:
            form: dict[str, Any] = {"text_wrap": True, "valign": "top", "bold": cell.strong}
            if cell.colour:
                form["font_color"] = f"#{cell.colour}"
            elif cell.link is not None:
                form |= {"font_color": "#1A365D", "underline": 1}
            elif cell.quiet:
                form |= {"font_color": "#595959", "italic": True}
            found = self._formats[key] = self._book.add_format(form)
        return found

    def finished(self) -> tuple[bytes, tuple[str, ...]]:
        told: list[str] = []
        if self._long:
            page = self._book.add_worksheet(LONG_TEXTS)
            page.set_column(0, 0, 20)
            page.set_column(1, 1, 120)
            wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
            row = 0
            for where, words in self._long:
                told.append(
                    f"{where}: its {len(words):,} characters are more than Excel takes in a cell "
                    f"({MOST:,} at most): the whole stands in the sheet “{LONG_TEXTS}”, in pieces"
                )
                rest = words
                while rest:
                    piece = _first(rest, MOST)
                    page.write_string(row, 0, where, wrapped)
                    page.write_string(row, 1, piece, wrapped)
                    rest, row = rest[len(piece) :], row + 1
        for name, links in self._links.items():
            if links > _MOST_LINKS:
                told.append(
                    f"{name}: {links - _MOST_LINKS:,} of its {links:,} links are more than Excel "
                    "takes on a sheet: their words stand there without"
                )
        self._book.close()
        _let_go(self._book)
        return self._data.getvalue(), (*self._letters.told(), *told)


def _let_go(book: Any) -> None:
    """Of its cells, row by row. A book and its sheets hold each other, so that they would be left
    for the collector, which would take a second for half a million things."""
    for page in book.worksheets():
        for cells in (page.table, page.hyperlinks, page.row_info):
            while cells:
                cells.popitem()
        vars(page).clear()


def _address(link: tuple[str, int]) -> str:
    sheet, row = link
    return f"internal:'{sheet}'!A{row + 2}"


def _height_of_heads(sheet: Sheet) -> float:
    """In points. Beside the words, which are bold, stands the button that filters."""
    titles = ((column.title, max(1, int(column.width) - _BUTTON)) for column in sheet.columns)
    lines = max((len(wrap(title, room)) for title, room in titles), default=1)
    return float(min(_HIGHEST, _LINE * max(1, lines) + 2))


def _height(cells: tuple[SheetCell, ...], widths: list[float]) -> float:
    """In points: as many lines as the longest cell takes, more or less. Left to themselves, not
    all programs make rows high enough."""
    lines = 1
    for cell, width in zip(cells, widths, strict=True):
        if len(cell.words) > width or "\n" in cell.words:
            parts = cell.words.split("\n")
            lines = max(lines, sum(1 + int(len(part) / width) for part in parts))
    return float(min(_HIGHEST, _LINE * lines + 2))


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _first(words: str, units: int) -> str:
    """As many of the first code points as have at most so many UTF-16 units."""
    data = words.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return data.decode("utf-16-le", "ignore")


def _column(number: int) -> str:
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
