"""Putting words on the clipboard."""

from PySide6.QtGui import QGuiApplication

from counterpoint.domain.control_characters import without_controls


def put_on_clipboard(text: str) -> None:
    """As it is, but for control characters: they could act on the terminal into which somebody
    pastes, so they are written out."""
    QGuiApplication.clipboard().setText(without_controls(text))
