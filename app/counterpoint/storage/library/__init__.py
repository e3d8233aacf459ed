"""The files of a library: sources, dimensions, approaches, and the cache of what they say."""
