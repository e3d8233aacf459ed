"""Pages of the comparison: one question, two approaches, who answers whom."""
