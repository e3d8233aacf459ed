"""What leaves the library: gathered once, made into a report of blocks, sheets or records."""
