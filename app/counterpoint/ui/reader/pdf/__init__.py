"""The pages of the PDF that a source came from, with its passages drawn on them."""
