"""What the exit code of the program says, the same for the window and for every command."""

from enum import IntEnum


class ExitCode(IntEnum):
    """As docs/commands.md has them."""

    WELL = 0
    WRONG = 1
    """Something is wrong with what was looked at, or was not done."""
    USAGE = 2
    """What was typed cannot be done: no such command, option, library, source or approach."""
    NO_WINDOW = 3
    """Something is missing without which no window can be opened."""
    INTERRUPTED = 130
    """Ended with Ctrl+C; as shells have it, who say 128 and the number of any signal."""
