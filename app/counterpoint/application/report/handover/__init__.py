"""Handing over from a window: what a person chooses, what it will look like, and the file."""
