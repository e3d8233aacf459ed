"""The peek: a quiet card beside a claim with the words that support it. It takes no focus."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from counterpoint.domain.approach import Colour
from counterpoint.labels.evidence import stance
from counterpoint.labels.text import sentence
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import in_pane
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.painting.shapes import draw_stance
from counterpoint.ui.painting.text_block import Run, TextBlock

from .peek_text import Group, Part, PartKind
from .placing import corner, rooms

HOVER_DELAY = 400
"""Milliseconds the mouse rests before a peek opens."""
WIDTHS = (400, 560, 760)
"""Pixels at zoom 1, the first that lets everything fit the screen."""
LEAST_WIDTH = 280
"""Pixels at zoom 1 that a room must have for a card to stand there, if another has them."""


class PeekCard(QWidget):
    """The card. It is a tool tip to the window system: it never takes focus or the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowTransparentForInput,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._style: Style | None = None
        self._colour = Colour.BLUE
        self._set: list[tuple[TextBlock, Part | None, int]] = []
        self._rules: list[int] = []

    def lay_out(self, groups: Sequence[Group], colour: Colour, style: Style, room: QSize) -> int:
        """Sets the words to fit `room` (pixels), in the narrowest width that takes them all.

        Where none does, whole groups are left out at the end and a line says how many; then all
        that is overlong in what is left is cut. Gives how many groups are whole.
        """
        self._style, self._colour = style, colour
        kept = whole = len(groups)
        size = QSize()
        for width in WIDTHS:
            size = self._try(style, groups, kept, min(style.px(width), room.width()))
            if size.height() <= room.height():
                break
        while size.height() > room.height() and kept > 1:
            kept = whole = kept - 1
            size = self._try(style, groups, kept, size.width())
        for lines in (12, 8, 5, 3, 2):
            if size.height() > room.height():
                whole = 0
                size = self._try(style, groups, kept, size.width(), lines)
        self.resize(size.boundedTo(room))
        self.setAccessibleName(
            " ".join(sentence(_spoken(part)) for group in groups for part in group)
        )
        return whole

    def _try(
        self, style: Style, groups: Sequence[Group], kept: int, width: int, most_lines: int = 0
    ) -> QSize:
        self._set, self._rules = [], []
        inner = width - 2 * style.px(16)
        top = style.px(12)
        for number, group in enumerate(groups[:kept]):
            if number:
                top += style.px(8)
                self._rules.append(top)
                top += style.px(8)
            for part in group:
                paragraph = self._paragraph(style, part, inner, most_lines)
                self._set.append((paragraph, part, top))
                top += paragraph.height + style.px(6)
                if paragraph.cut and part.kind is PartKind.QUOTE:
                    top = self._add_line(style, _goes_on(), inner, top)
        if kept < len(groups):
            more = tr(
                "{n}\u00a0more passage(|s): “{key}” goes from one to the next.",
                "",
                len(groups) - kept,
                key=in_pane(Context.COMPARISON, "next-evidence"),
            )
            top = self._add_line(style, more, inner, top)
        return QSize(width, top + style.px(8))

    def _add_line(self, style: Style, text: str, inner: int, top: int) -> int:
        line = TextBlock([Run(text, style.small_bold, style.ink)], inner, style.spacing)
        self._set.append((line, None, top))
        return top + line.height + style.px(6)

    def _paragraph(self, style: Style, part: Part, inner: int, most_lines: int) -> TextBlock:
        indent = style.px(14)
        if part.kind is PartKind.MARK and part.stance is not None:
            runs = [
                Run(stance(part.stance), style.small_bold, style.text(self._colour)),
                Run(f" {part.text}", style.small, style.quiet),
            ]
            return TextBlock(runs, inner - indent, style.spacing, most_lines=most_lines)
        if part.kind is PartKind.QUOTE:
            run = Run(part.text, style.quote, style.ink)
            return TextBlock([run], inner - indent, style.spacing, most_lines=most_lines)
        font, colour = {
            PartKind.TITLE: (style.body_bold, style.ink),
            PartKind.TEXT: (style.small, style.ink),
            PartKind.WARNING: (style.small_bold, style.warning),
        }.get(part.kind, (style.small, style.quiet))
        run = Run(part.text, font, colour)
        return TextBlock([run], inner, style.spacing, most_lines=most_lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        style = self._style
        if style is None:
            return
        painter = QPainter(self)
        painter.fillRect(QRectF(self.rect()), style.paper)
        painter.setPen(QPen(style.control, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        left, indent = style.px(16), style.px(14)
        for top in self._rules:
            painter.fillRect(QRectF(left, top, self.width() - 2 * left, 1), style.hairline)
        for paragraph, part, top in self._set:
            indented = part is not None and part.kind in (PartKind.MARK, PartKind.QUOTE)
            if part is not None and part.stance is not None:
                size = style.px(8)
                box = QRectF(left + 1, top + (paragraph.pitch - size) / 2, size, size)
                draw_stance(painter, part.stance, box, style.rule(self._colour))
            elif part is not None and part.kind is PartKind.QUOTE:
                rule = QRectF(left + style.px(3), top, style.px(3), paragraph.height)
                painter.fillRect(rule, style.rule(self._colour))
            paragraph.paint(painter, left + (indent if indented else 0), top)


def _spoken(part: Part) -> str:
    return f"{stance(part.stance)} {part.text}" if part.stance is not None else part.text


class Peeker(QObject):
    """Opens and closes the card: after a rest of the mouse, or at once when asked."""

    wanted = Signal(object)
    """The mouse has rested on this key."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._card = PeekCard(owner)
        self._by_mouse = False
        self._key: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(HOVER_DELAY)
        self._timer.timeout.connect(self._on_rest)

    @property
    def card(self) -> PeekCard:
        return self._card

    @property
    def is_open(self) -> bool:
        return self._card.isVisible()

    @property
    def was_asked_for(self) -> bool:
        """Whether it is open, and not because the mouse rests there."""
        return self.is_open and not self._by_mouse

    def point_at(self, key: object) -> None:
        """The mouse is over something, or over nothing (None)."""
        if self._by_mouse:
            self.close()
        self._key = key
        if key is None:
            self._timer.stop()
        else:
            self._timer.start()

    def _on_rest(self) -> None:
        if self._key is not None and not self.is_open:
            self._by_mouse = True
            self.wanted.emit(self._key)

    def open(
        self,
        groups: Sequence[Group],
        colour: Colour,
        style: Style,
        box: QRect,
        columns: QRect | None = None,
    ) -> None:
        """Shows the card for what stands in `box`, in pixels of the screen: beyond the `columns`
        that are compared where it has room there, or else beside the box. Where it fits nowhere,
        it stands where most of it does, and never over the box if there is any room beside."""
        screen = QGuiApplication.screenAt(box.center()) or self._card.screen()
        area = screen.availableGeometry().adjusted(8, 8, -8, -8)
        found = rooms(box, area, columns)
        wide = [room for room in found if room.width() >= style.px(LEAST_WIDTH)]
        best, most = area, -1
        for room in wide or found:
            whole = self._card.lay_out(groups, colour, style, room.size())
            if whole > most and self._card.height() <= room.height():
                best, most = room, whole
            if most == len(groups):
                break
        else:
            self._card.lay_out(groups, colour, style, best.size())
        self._card.move(corner(best, box, self._card.size()))
        self._card.show()
        self._card.update()

    def close(self) -> None:
        self._timer.stop()
        self._by_mouse = False
        self._card.hide()


def _goes_on() -> str:
    key = in_pane(Context.COMPARISON, "activate")
    return tr("The passage goes on: {key} opens it in its source.", key=key)
