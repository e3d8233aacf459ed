"""Linking a passage: a field at the words in which one says what they are evidence for."""
