"""What differs between the words that were quoted and those that stand in the source."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counterpoint.domain.word_diff import WordChange
from counterpoint.labels import editing as words
from counterpoint.ui.painting.text_block import Run, TextBlock
from counterpoint.ui.theme.fonts import LINE_OF_CLAIM, Size
from counterpoint.ui.theme.theme import Theme


class Differing(QWidget):
    """One change to a line: what is gone struck out, what has come in its place in bold."""

    def __init__(self, theme: Theme, changes: tuple[WordChange, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._changes = theme, changes
        self.setAccessibleName("\n".join(map(words.word_change, changes)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _lines(self, width: int) -> list[TextBlock]:
        fonts, colours = self._theme.fonts, self._theme.colours
        gone = fonts.theirs(Size.BODY)
        gone.setStrikeOut(True)
        come = fonts.theirs(Size.BODY)
        come.setBold(True)
        small = fonts.ours(Size.SMALL)
        found = []
        for change in self._changes:
            runs = [
                Run(change.gone, gone, QColor(colours.ink_quiet)),
                Run(f"  {change.come}" if change.gone else change.come, come, QColor(colours.ink)),
            ]
            if change.turns:
                runs.append(Run(f"  {words.turns()}", small, QColor(colours.warning)))
            found.append(TextBlock([run for run in runs if run.text], width, LINE_OF_CLAIM))
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(line.height for line in self._lines(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, top = QPainter(self), 0
        for line in self._lines(self.width()):
            line.paint(painter, 0, top)
            top += line.height
