"""Windows on real libraries; every one is closed at the end of its test."""

from tests.at_window import letters, sit

__all__ = ["letters", "sit"]
