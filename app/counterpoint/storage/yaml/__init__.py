"""YAML, with every error where it stands and in words that lead to the mend."""
