"""Documents of other kinds, read into a canonical text and the way back from it."""
