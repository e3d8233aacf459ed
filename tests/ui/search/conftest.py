"""Windows on real libraries; every one is closed at the end of its test."""

from tests.at_window import fonts, sit

__all__ = ["fonts", "sit"]
