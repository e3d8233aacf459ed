"""The page of results: anything in the library that has the words that are typed."""
