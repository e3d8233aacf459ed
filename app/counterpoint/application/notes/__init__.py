"""The notes in memory and their way to the disk and back."""
