"""Searching a whole library: what is asked, and what of it stands where. Pure functions."""
