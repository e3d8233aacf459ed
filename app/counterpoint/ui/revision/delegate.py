"""How the rows of a new version are set."""

from PySide6.QtGui import QFont

from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.widgets.grouped_rows import GroupedRows
from counterpoint.ui.widgets.painted_rows import Index

from .model import OPEN


class RevisionDelegate(GroupedRows):
    """A heading over those of one state; of each the beginning of its words, and below it a line.
    What is to be decided yet is bold there."""

    def letters(self, index: Index) -> tuple[QFont, QFont, str]:
        fonts = self.theme.fonts
        small = fonts.ours(Size.SMALL, bold=bool(index.data(OPEN)))
        return fonts.theirs(Size.BODY), small, self.theme.colours.ink_quiet
