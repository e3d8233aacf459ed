"""Colours, letters and measures: the one place where the window's look is decided."""
