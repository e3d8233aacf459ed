"""The list of sources at the end of what is copied, in words."""

from .translation import tr


def sources() -> str:
    """What stands over it."""
    return tr("Sources")


def counted_by_us() -> str:
    """Where places are cited by numbers that are not in the text."""
    return tr("The numbers after § are not in the text: its paragraphs were counted by us.")
