"""The material of a hand-over: what a library, its notes and its texts give to it."""
