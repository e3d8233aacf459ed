"""How panes take part in the one session of the window."""
