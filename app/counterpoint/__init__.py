"""Counterpoint: competing policy approaches side by side, every claim on its quotation."""

__version__ = "0.1.0"
