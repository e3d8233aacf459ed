"""All notes as a list."""
