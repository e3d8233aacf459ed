"""What the program says in words, by what it speaks of: docs/decisions/0017-labels.md."""
