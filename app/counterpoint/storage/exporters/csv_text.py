"""A sheet as CSV that Excel reads right: UTF-8 with a byte-order mark, CRLF, quotation marks where
they are needed.

A text that a spreadsheet would take for a formula gets an apostrophe before it, and one that begins
so already gets another: one taken away gives every text as it was,
and `=1+1` is never worked out.
"""

import csv
import io

from counterpoint.domain.report.sheets import Sheet

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What spreadsheets begin formulas with, full-width forms too."""
MOST = 32_767


def csv_text(sheet: Sheet) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what a person should know of it."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([defused(column.title) for column in sheet.columns])
    told: list[str] = []
    for row_number, row in enumerate(sheet.rows, 2):
        writer.writerow(
            [str(cell.number) if cell.number is not None else defused(cell.words) for cell in row]
        )
        for column, cell in zip(sheet.columns, row, strict=True):
            if len(cell.words) > MOST:
                told.append(
                    f"row {row_number}, {column.title}: {len(cell.words):,} characters are whole "
                    f"in the file, but Excel shows {MOST:,} of them at most"
                )
    text = target.getvalue().replace("\x00", "\ufffd")
    return text.encode("utf-8-sig", "replace"), tuple(told)


def defused(words: str) -> str:
    """With an apostrophe before it where a spreadsheet might work it out."""
    return f"'{words}" if words.lstrip("'").startswith(_DANGEROUS) else words
