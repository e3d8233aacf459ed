"""The look that a block of text is set in."""

from tests.ui.comparison.conftest import shipped_fonts, theme

__all__ = ["shipped_fonts", "theme"]
