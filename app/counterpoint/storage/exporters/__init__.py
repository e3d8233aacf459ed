"""Writing what leaves the library, each format in a module of its own."""
