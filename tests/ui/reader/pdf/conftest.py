"""A window on a library with a PDF of four pages, of which passages are linked."""

from tests.at_window import fonts, sit

__all__ = ["fonts", "sit"]
