"""Putting words on the clipboard."""

from PySide6.QtCore import QStringListModel
from PySide6.QtGui import QGuiApplication

from counterpoint.domain.control_characters import without_controls


def put_on_clipboard(text: str) -> None:
    """As it is, but for control characters: they could act on the terminal into which somebody
    pastes, so they are written out."""
    QGuiApplication.clipboard().setText(without_controls(text))


def put_forms_on_clipboard(*, html: str, markdown: str, plain: str) -> None:
    """The same words in three forms at once, of which a program takes the one that it knows."""
    # Data that Qt made: what Python made crashes the process if it ends before the clipboard does.
    model = QStringListModel(["-"])
    data = model.mimeData([model.index(0, 0)])
    for form in data.formats():
        data.removeFormat(form)
    data.setHtml(without_controls(html))
    data.setData("text/markdown", without_controls(markdown).encode("utf-8", "replace"))
    data.setText(without_controls(plain))
    QGuiApplication.clipboard().setMimeData(data)
