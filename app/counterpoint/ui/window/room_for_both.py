"""What stands beside the views is wider while the text of a PDF is read beside its page."""

from PySide6.QtWidgets import QSplitter

from counterpoint.ui.theme.theme import Theme

_VIEWS = 900
"""Pixels at zoom 1 that the views keep: two columns of the comparison."""
_LEAST = 720
"""Pixels at zoom 1 from which a text and a page stand side by side."""
_MOST = 1100
"""Pixels at zoom 1 beyond which neither gains."""


class RoomForBoth:
    """Where the window has that room. Afterwards it is as wide as it was, unless the person has
    given it another width meanwhile."""

    def __init__(self, across: QSplitter, theme: Theme) -> None:
        """`across` has the views and the side."""
        self._across, self._theme = across, theme
        self._before, self._given = 0, 0
        """How wide the side was, and is by this; 0 where it was given nothing."""
        self._chosen = False
        """Whether the person has given it another width since both are read."""
        across.splitterMoved.connect(self._on_moved)

    def follow(self, *, both: bool) -> None:
        """Both are read now, or not any more; the window may be wider or narrower than before."""
        views, side = self._across.sizes()
        self._chosen = both and (self._chosen or (self._given not in (0, side)))
        if self._chosen:
            return
        wanted = min(self._theme.fonts.px(_MOST), views + side - self._theme.fonts.px(_VIEWS))
        first = self._before if self._given else side
        if both and wanted > first and wanted >= self._theme.fonts.px(_LEAST):
            if side != wanted:
                self._give(wanted)
            self._before, self._given = first, self._across.sizes()[-1]
        elif self._given:
            if side == self._given:
                self._give(first)
            self._given = 0

    def resized(self) -> None:
        """The window has another width: what the side has of it is nobody's choice."""
        if self._given and not self._chosen:
            self._given = self._across.sizes()[-1]

    def of_person(self, side: int) -> int:
        """The width that a person gave the side which is `side` wide now."""
        return self._before if self._given and side == self._given else side

    def _on_moved(self) -> None:
        self._chosen = bool(self._given)

    def _give(self, side: int) -> None:
        whole = sum(self._across.sizes())
        self._across.setSizes([whole - side, side])
