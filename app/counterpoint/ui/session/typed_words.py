"""What is being typed in the window and is no change of the library yet: kept, and found again."""

from pathlib import Path
from typing import TYPE_CHECKING

from counterpoint.application.places import NoHome

if TYPE_CHECKING:
    from counterpoint.application.editing.drafts import Drafts


class TypedWords:
    """Of the library in `folder`; nothing is kept where the person has no home."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drafts: Drafts | None = None
        self._types = False
        """Whether something was typed, and the drafts have their thread."""
        self._left: dict[str, str] = {}
        """What was being typed when the program ended the last time."""
        self._unwritten: dict[str, frozenset[str]] = {}
        """What became changes, and of which files, that may not be written yet."""

    def find(self) -> dict[str, str]:
        """Finds what was being typed when the program ended the last time, by where that was."""
        from counterpoint.application.editing.drafts import Drafts

        try:
            self._drafts = Drafts(self._folder)
        except NoHome:
            return {}
        self._left = {draft.what: draft.words for draft in self._drafts.left_behind()}
        return dict(self._left)

    def type(self, what: str, words: str) -> None:
        """`words` stand now in the place `what`; kept within half a second, until `settle`."""
        drafts = self._drafts
        if drafts is None:
            return
        self._left.pop(what, None)
        self._unwritten.pop(what, None)
        if not self._types:
            self._types = True
            drafts.start()
        drafts.type(what, words)

    def put_aside(self, what: str, words: str) -> None:
        """What was typed there stays kept, and is `left` for when the same is asked again."""
        self.type(what, words)
        self._left[what] = words

    def settle(self, what: str) -> None:
        """What was typed there was given up, or is written."""
        self._left.pop(what, None)
        self._unwritten.pop(what, None)
        if self._drafts is not None:
            self._drafts.settle(what)

    def became(self, what: str, files: frozenset[str]) -> None:
        """What was typed there has become a change of `files`: kept until they are `written`."""
        self._left.pop(what, None)
        self._unwritten[what] = files

    def written(self, waiting: frozenset[str], refused: frozenset[str] = frozenset()) -> None:
        """All files but those that are `waiting` are written; what was to stand in those that are
        `refused` is not, and stays kept."""
        for what, files in list(self._unwritten.items()):
            if files & refused:
                del self._unwritten[what]
            elif not files & waiting:
                self.settle(what)

    def left(self, what: str) -> str:
        """What was being typed there when the program ended the last time; else ""."""
        return self._left.get(what, "")

    def flush(self) -> None:
        if self._drafts is not None:
            self._drafts.flush()

    def stop(self) -> None:
        if self._drafts is not None:
            self._drafts.stop()
