"""Clicks on claims in the real window, turn about with the barest page that can do the same."""

import hashlib
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.arrangement import Depth
from counterpoint.domain.approach import Evidence
from counterpoint.domain.note import Target, TargetKind
from counterpoint.ui.comparison.grid.navigation import GridPosition
from tests.benchmarks.opened_window import SIZE, OpenedWindow
from tests.benchmarks.paint_clock import PaintClock, rest

_LEFT = Qt.MouseButton.LeftButton
_ABOVE = 1 / 3
"""How far down the page the passage stands, as in the reader."""


class Choice(NamedTuple):
    """A claim, and the passage to which a click on it leads."""

    target: Target
    evidence: Evidence


class SideBySide:
    """The window on a library, open and at rest, and the bare page beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.opened = OpenedWindow(folder)
        self.window = self.opened.window
        self.window.space.comparison.arranger.set_depth(Depth.CLAIMS)
        self.page = BarePage(self.window.theme.fonts.theirs())
        self.page.resize(*SIZE)
        self.page.show()
        rest(50)
        self._ours = PaintClock(self.window.space.reader.view.viewport())
        self._floor = PaintClock(self.page)

    def choices(self) -> list[Choice]:
        """Every claim that leads somewhere, shuffled."""
        library = self.window.space.session.library
        if library is None:
            raise AssertionError("no library is open")
        found = [
            Choice(
                Target(TargetKind.CLAIM, head.id, position.dimension, claim.id), claim.evidence[0]
            )
            for head in library.contents.approaches
            for position in library.approach(head.id).positions
            for claim in position.claims
        ]
        random.Random(1975).shuffle(found)
        return found

    def click(self, choice: Choice) -> float:
        """Milliseconds from a click on a claim until its passage is painted. The claim is brought
        into sight before."""
        grid = self.window.space.comparison.grid
        place = grid.grid_model.place(choice.target)
        if place is None:
            raise AssertionError(f"{choice.target} is not in the grid")
        grid.reveal(place)
        rest(30)
        spot = self._spot(place)
        view, span = self.window.space.reader.view, choice.evidence.standing.span
        took = self._ours.time(
            lambda: QTest.mouseClick(grid.viewport(), _LEFT, pos=spot),
            lambda: view.jump_span == span,
        )
        if span is None or not view.screen_rectangle(span).isValid():
            raise AssertionError(f"{choice.evidence.key} is not in sight")
        return took

    def _spot(self, place: GridPosition) -> QPoint:
        grid = self.window.space.comparison.grid
        spot = grid.rect_of(place).topLeft() + QPoint(30, 8)
        if not grid.viewport().rect().contains(spot):
            raise AssertionError("the claim is not in sight")
        return spot

    def click_bare(self, choice: Choice, *, read: bool) -> float:
        """The same on the bare page, as large as the reader's; with `read`, of a text that it has
        to read first."""
        span, reader = choice.evidence.standing.span, self.window.space.reader.view
        if span is None or reader.flow is None:
            raise AssertionError(f"{choice.evidence.key} is lost, or no source was ever open")
        page = self.page
        page.wanted = span.start
        page.column = reader.flow.measures.text_width
        page.column_height = reader.viewport().height()
        if read:
            page.file = self.folder / "corpus" / f"{choice.evidence.source}.txt"
            page.text = ""
        middle = page.rect().center()
        return self._floor.time(
            lambda: QTest.mouseClick(page, _LEFT, pos=middle), lambda: page.shown == span.start
        )


class BarePage(QWidget):
    """On a click sets the lines about a place in a text, as many as the reader shows, and paints
    them; no marks, no numbers, no scrolling."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self.text = ""
        self.file: Path | None = None
        """To be read, whole and with its digest, before the next page is set."""
        self.wanted = self.shown = 0
        """Code points: where the next page is to stand, and where this one does."""
        self.column = self.column_height = 0
        """Pixels."""
        self._font = font
        self._lines: list[tuple[QTextLayout, float]] = []

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.file is not None:
            data = self.file.read_bytes()
            hashlib.sha256(data).hexdigest()
            self.text, self.file = data.decode(), None
        self._set()
        self.shown = self.wanted
        self.update()

    def _set(self) -> None:
        """From the paragraph of the place upward until a third is full, and downward."""
        text = self.text
        start = text.rfind("\n\n", 0, self.wanted) + 2 if self.wanted else 0
        self._lines.clear()
        above, y = start, self.column_height * _ABOVE
        while y > 0 and above > 2:
            before = text.rfind("\n\n", 0, above - 2) + 2 if above > 2 else 0
            y -= self._add(text[before : above - 2], y, upward=True)
            above = before
        y = self.column_height * _ABOVE
        while y < self.column_height and start < len(text):
            end = text.find("\n\n", start)
            end = len(text) if end < 0 else end
            y += self._add(text[start:end], y, upward=False)
            start = end + 2

    def _add(self, words: str, y: float, *, upward: bool) -> float:
        layout = QTextLayout(words, self._font)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self.column)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        self._lines.append((layout, y - height if upward else y))
        return height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor("white"))
        painter.setClipRect(QRect(0, 0, self.column, self.column_height))
        for layout, y in self._lines:
            layout.draw(painter, QPointF(0, y))


def turn_about(
    choices: list[Choice], ours: Callable[[Choice], float], floor: Callable[[Choice], float]
) -> tuple[list[float], list[float]]:
    """The times of both, each beginning as often as the other."""
    both: tuple[list[float], list[float]] = ([], [])
    for number, choice in enumerate(choices):
        turns = [(ours, both[0]), (floor, both[1])]
        for act, kept in turns[::-1] if number % 2 else turns:
            kept.append(act(choice))
            rest(30)
    return both
