"""The documents that were brought into a library: what came in, what waits, what was left out."""
