"""The one window: its zones, what joins them, and what comes back the next day."""
