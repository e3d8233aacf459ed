"""What is wrong in a library's files, in one place, with the remedy."""
