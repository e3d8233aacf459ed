"""Handing over: what is chosen for a paper, what it will look like, and its file."""
