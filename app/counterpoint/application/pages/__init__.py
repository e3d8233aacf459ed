"""Pages made of the comparison: what stands on them, without how it looks."""
