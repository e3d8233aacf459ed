"""What is wrong with a template for exported documents, where it is written as Markdown."""

from enum import StrEnum


class TemplateFault(StrEnum):
    NO_FRONT = "no front"
    NO_KEYS_AFTER_PLACE = "no keys after the place"
    """The place."""
