"""Changing a library: what is shown at once, what is written behind, and how it is taken back."""
