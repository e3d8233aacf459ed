"""The program as the system sees it, round the window: screen, signals, garbage, errors."""
