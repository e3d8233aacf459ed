"""The program as the system sees it: screen, signals, threads, garbage, uncaught errors."""
