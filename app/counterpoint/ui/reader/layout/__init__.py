"""A text laid out: its paragraphs, where they stand, and how high they are."""
