"""Words that several documents use: sentences, cells, markings, and what the analyst wrote."""
