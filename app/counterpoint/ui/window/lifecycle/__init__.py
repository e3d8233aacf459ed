"""Opening a library, leaving the window, and what comes back the next day."""
