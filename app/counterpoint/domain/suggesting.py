"""What tells a name that was meant by one that is not known."""

from collections.abc import Callable, Collection

NearestName = Callable[[str, Collection[str]], str]
"""Which of the names that are known somebody may have meant by one that is not; "" for none."""
