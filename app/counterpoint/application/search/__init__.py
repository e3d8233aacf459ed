"""Finding anything in a library: what is found, and how what it is found in is kept up to date."""
