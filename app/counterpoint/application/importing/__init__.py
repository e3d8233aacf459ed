"""Taking documents into a library, and new versions of those that are there."""
