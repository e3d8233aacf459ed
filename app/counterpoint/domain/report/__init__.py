"""What is handed over, as values: what it is made of, and the blocks of a written report."""
