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
    """What is gone struck out, what has come in its place in bold, the rest as it stands there."""

    def __init__(self, theme: Theme, said: tuple[str | WordChange, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._said = theme, said
        changes = (each for each in said if isinstance(each, WordChange))
        self.setAccessibleName("\n".join(map(words.word_change, changes)))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()

    def _block(self, width: int) -> TextBlock:
        fonts, colours = self._theme.fonts, self._theme.colours
        plain, gone, come = (fonts.theirs(Size.BODY) for _ in range(3))
        gone.setStrikeOut(True)
        come.setBold(True)
        ink, quiet = QColor(colours.ink), QColor(colours.ink_quiet)
        runs: list[Run] = []
        for each in self._said:
            if isinstance(each, str):
                runs.append(Run(each, plain, ink))
                continue
            if each.gone:
                runs += [Run(each.gone, gone, quiet), Run(" ", plain, ink)]
            colour = QColor(colours.warning) if each.turns else ink
            if each.come:
                runs.append(Run(each.come, come, colour))
            if each.turns:
                small = fonts.ours(Size.SMALL)
                runs.append(Run(f" ({words.turns()})", small, QColor(colours.warning)))
        spaced = [part for run in runs for part in (Run(" ", plain, ink), run)][1:]
        return TextBlock(spaced, width, LINE_OF_CLAIM)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._block(width).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._block(self.width()).paint(QPainter(self), 0, 0)
