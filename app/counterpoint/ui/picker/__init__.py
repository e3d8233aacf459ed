"""Choosing which approaches are compared, and in which order."""
