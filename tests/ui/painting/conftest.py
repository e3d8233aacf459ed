"""The look that a block of text is set in."""

from tests.ui.comparison.conftest import look, shipped_fonts

__all__ = ["look", "shipped_fonts"]
