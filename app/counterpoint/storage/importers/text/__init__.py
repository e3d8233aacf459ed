"""Plain texts, and what every importer does with its words in the end."""
