"""The files of the notes."""
