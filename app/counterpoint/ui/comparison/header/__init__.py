"""The frozen headers of the grid, and the corner between them."""
