"""The comparison: options side by side on the same dimensions, every claim with its evidence."""
