"""Where the quotations of a library stand in its sources, and why one is not found."""
