"""Colours, fonts and measures: the one place where the window's theme is decided."""
