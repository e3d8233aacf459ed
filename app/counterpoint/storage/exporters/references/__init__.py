"""References for other programs, and citations in a style."""
