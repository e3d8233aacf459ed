"""What is drawn by hand in more than one pane: shapes, blocks of text, elided words."""
