"""The reader: a source as a reader wants it, with every linked passage in its place."""
