"""The linked passages and the notes, as they are marked in the text."""
