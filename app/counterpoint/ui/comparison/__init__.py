"""The comparison: approaches side by side on the same dimensions, claims with their evidence."""
