"""How the rows of the documents are set."""

from PySide6.QtGui import QFont

from counterpoint.application.importing.arrivals import Arrival, Standing
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.widgets.grouped_rows import ENTRY, GroupedRows
from counterpoint.ui.widgets.painted_rows import Index


class ArrivalDelegate(GroupedRows):
    """A heading over those of one standing; of each document its name, and below it a line."""

    def letters(self, index: Index) -> tuple[QFont, QFont, str]:
        colours, fonts, arrival = self.theme.colours, self.theme.fonts, index.data(ENTRY)
        left_out = isinstance(arrival, Arrival) and arrival.standing is Standing.LEFT_OUT
        ink = colours.warning if left_out and not arrival.source else colours.ink_quiet
        return fonts.ours(bold=True), fonts.ours(Size.SMALL), ink
