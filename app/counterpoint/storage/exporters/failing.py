"""Why an export does not come about, in words that a person understands."""

from counterpoint.storage.files.atomic import NotWritten


class NotExported(Exception):
    """The message says what happened and what to do, and begins with a small letter."""


class TargetRefused(NotExported):
    """The system does not let it be written; `why` it does not."""

    def __init__(self, why: NotWritten) -> None:
        super().__init__(str(why))
        self.why = why


class WriterMissing(NotExported):
    """A program or package that writes the format is not installed."""

    def __init__(self, what: str, writer: str, package: str) -> None:
        super().__init__(
            f"{what} is written by {writer}, which is not installed; `pip install {package}` "
            "brings it"
        )


class ExportCancelled(NotExported):
    """Nobody wants it any more."""

    def __init__(self) -> None:
        super().__init__("the export was cancelled, and nothing was written")
