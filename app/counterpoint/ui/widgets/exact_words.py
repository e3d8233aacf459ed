"""Words selected in a text widget of Qt's, to the letter.

Qt makes spaces of no-break spaces wherever it gives plain text: when it is asked for all of it, and
when it is copied, cut or dragged. A quotation would no longer be one.
"""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

_ENDS = dict.fromkeys((0x2028, 0x2029, 0xFDD0, 0xFDD1), "\n")
"""How Qt keeps the ends of lines, paragraphs and cells."""
_PICTURE = 0xFFFC


def selected_words(cursor: QTextCursor) -> str:
    """What is selected; the end of each line and paragraph as a line feed."""
    return cursor.selectedText().translate({**_ENDS, _PICTURE: None})


def with_exact_words(data: QMimeData, cursor: QTextCursor, *, rich: bool = True) -> QMimeData:
    """`data`, as Qt made it of what is selected, with the plain text put right; without anything
    but that where it is not to be `rich`.

    To be filled anew, not made anew: a clipboard that still holds an object of Python's when the
    process ends crashes it.
    """
    data.text()  # only now does Qt fill it
    for form in [] if rich else data.formats():
        data.removeFormat(form)
    data.setText(selected_words(cursor))
    return data
