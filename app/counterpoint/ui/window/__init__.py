"""The one window: its panes, what joins them, and what comes back the next day."""
