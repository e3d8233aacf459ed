"""Going on after an error that nobody foresaw, where to stop would cost a person's words."""

import sys
from types import TracebackType


class UncaughtErrors:
    """`with uncaught_errors:` hands an error that leaves the block to `sys.excepthook`, the
    program's one exit for what nobody foresaw, as if it had ended the program; then what
    follows goes on.

    Only for the saving of notes and for closing. What ends the program on purpose passes.
    """

    def __enter__(self) -> None:
        """Nothing is needed before."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        if kind is None or not isinstance(error, Exception):
            return False
        sys.excepthook(kind, error, trace)
        return True


uncaught_errors = UncaughtErrors()
