"""PDFs: their lines in reading order, as paragraphs and furniture; their pages as pictures."""
