"""The cursor and the selection in the reader, by keys and by mouse."""
