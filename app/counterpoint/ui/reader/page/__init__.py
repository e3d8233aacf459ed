"""The page of the reader: paragraphs laid out as they are needed, and painted."""
