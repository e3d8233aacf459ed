"""What the scripts of a nursery do for each name that they are given."""

import os
import sys
from collections.abc import Callable


def fork_for_each_name(live: Callable[[str], None]) -> None:
    """Forks a child for every line of the standard input, which lives with the name on it and never
    returns, and prints `<name> <pid>`."""
    for line in sys.stdin:
        name = line.strip()
        child = os.fork()
        if child == 0:
            live(name)
            os._exit(3)
        print(name, child, flush=True)
