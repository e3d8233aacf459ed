"""The notebook: the note on what is chosen, and the list of all notes."""
