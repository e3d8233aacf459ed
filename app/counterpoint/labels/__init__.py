"""What the program says in words, by what it speaks of: docs/decisions/0019-labels.md."""
