"""The grid: its model, the layouts of its cells, and walking it by keys."""
