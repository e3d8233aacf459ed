"""The command palette: one field that finds any action, approach, source, claim or note."""
