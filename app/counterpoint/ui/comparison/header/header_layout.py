"""The headers of columns and rows laid out: an approach's, and a dimension's."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from counterpoint.domain.approach import ApproachSummary, Dimension
from counterpoint.labels.answer import asked
from counterpoint.labels.approach import is_thin, needs_look, proponents_line, status_line
from counterpoint.labels.text import DOT, capital, set_apart
from counterpoint.ui.comparison.grid.style import Style
from counterpoint.ui.painting.eliding import cut
from counterpoint.ui.painting.filling import fill
from counterpoint.ui.painting.note_sign import draw_note
from counterpoint.ui.painting.shapes import cue_width, draw_chevron, draw_cue
from counterpoint.ui.painting.text_block import Run, TextBlock, longest_word


class HeaderState(NamedTuple):
    """`selected`: the cursor is on it; `focused`: the grid has the focus; `pointed`: the mouse is
    on it; `noted`: there are notes on it. `shift`: pixels by which its words are lowered so that
    they stay visible."""

    selected: bool = False
    focused: bool = False
    pointed: bool = False
    noted: bool = False
    shift: int = 0


class ApproachHeadLayout:
    """An approach's rule, cue, title, gist, proponents and status in `width` pixels.

    The title stands beside the cue, or below it where a word would be broken otherwise. `whole`
    is the height with all words. Where that is more than `room` (0 for any), first the gist ends
    in "…", then the proponents and the gist are left out, and last the title ends in "…"; the peek
    has them all. A `short` one has its cue and its title alone.
    """

    def __init__(
        self,
        head: ApproachSummary,
        width: int,
        style: Style,
        *,
        across: bool,
        room: int = 0,
        short: bool = False,
    ) -> None:
        self._head = head
        self._style = style
        self._across = across
        self._left = style.padding + (0 if across else style.px(4))
        self._top = (style.head_above + style.px(3)) if across else style.above
        self._cue_height = style.px(18)
        self._cue_width = cue_width(head.cue, style.small_bold, self._cue_height)
        inner = max(40, width - self._left - style.padding)
        title = Run(set_apart(head.title), style.body_bold, style.ink)
        self._beside = self._cue_width + style.px(8)
        self._below = 0
        if longest_word(title) > inner - self._beside:
            self._beside, self._below = 0, self._cue_height + style.px(4)
        look = capital(needs_look(head))
        warm = is_thin(head.tally) or look
        gist = Run(set_apart(head.gist), style.small, style.quiet)
        status = Run(
            status_line(head, wary=False),
            style.small,
            style.text(head.colour) if warm else style.quiet,
        )
        # First, as the end of a line may be cut, and colour alone tells nobody.
        first = [Run(look + DOT, style.small_bold, style.warning)] if look else []
        by = Run(proponents_line(head), style.small, style.quiet)
        gap = style.px(4)
        self._title = TextBlock([title], inner - self._beside, style.spacing)
        said = () if short else tuple(run for run in (gist, by, status) if run.text)
        lines = [
            TextBlock([*first, run] if run is status else [run], inner, style.spacing)
            for run in said
        ]
        edges = self._top + self._below + style.head_above

        def height() -> int:
            return edges + self._title.height + sum(gap + line.height for line in lines)

        self.whole = height()
        if room and self.whole > room and gist in said:
            lines[0] = _cut(gist, inner, style, room - self.whole + lines[0].height)
        while room and len(lines) > 1 and height() > room:
            # The proponents, which stand before the status, and then the gist.
            del lines[-2]
        if room and lines and height() > room:
            left = room - height() + lines[-1].height
            lines[-1] = _cut(status, inner, style, left, *first)
        if room and height() > room:
            left = room - height() + self._title.height
            self._title = _cut(title, inner - self._beside, style, left)
        self._lines = lines
        self.height = height()

    def words(self) -> tuple[str, ...]:
        """What is shown below the title, from the top."""
        return tuple(line.text for line in self._lines)

    folds = False

    def on_fold_mark(self, _point: QPointF) -> bool:
        """An approach does not fold."""
        return False

    def paint(self, painter: QPainter, box: QRectF, state: HeaderState) -> None:
        style = self._style
        fill(painter, box, style.selection if state.selected else style.paper)
        rule = QRectF(box)
        if self._across:
            rule.setHeight(style.px(3))
        else:
            rule.setWidth(style.px(3))
        fill(painter, rule, style.rule(self._head.colour))
        if state.selected:
            _paint_focus(painter, box, style, state.focused, below=self._across)
        left, top = box.left() + self._left, box.top() + state.shift + self._top
        drop = 0 if self._below else (self._title.pitch - self._cue_height) / 2
        cue = QRectF(left, top + drop, self._cue_width, self._cue_height)
        draw_cue(
            painter,
            self._head.cue,
            cue,
            style.small_bold,
            style.text(self._head.colour),
            style.paper,
        )
        if state.noted:
            middle = top + drop + self._cue_height / 2
            draw_note(painter, style.note_box(box.right(), middle), style.quiet)
        top += self._below
        self._title.paint(painter, left + self._beside, top)
        top += self._title.height
        for line in self._lines:
            top += style.px(4)
            line.paint(painter, left, top)
            top += line.height


class DimensionHeaderLayout:
    """A dimension's fold mark, title and question in `width` pixels, and below them a `remark`.

    The mark stands in the margin of a row, and at the far end of a column's title. `whole` and
    `room` are as of an approach's header: where there is less, the question ends in "…", or is left
    out beside a remark. A `short` one has its title alone.
    """

    folds = True

    def __init__(
        self,
        dimension: Dimension,
        width: int,
        style: Style,
        *,
        folded: bool,
        across: bool,
        room: int = 0,
        remark: str = "",
        short: bool = False,
    ) -> None:
        remark = "" if short else remark
        self._style = style
        self._folded = folded
        self._top = style.padding if across else style.above
        if folded and not across and not remark:
            self._top = (style.folded_height - round(style.body.pixelSize() * style.spacing)) // 2
        self._left = style.padding if across else style.px(18)
        right = style.px(20 if across else 4)
        self._across = across
        self._mark_left = width - style.px(16) if across else style.px(7)
        inner = max(40, width - self._left - right)
        title = Run(set_apart(dimension.title), style.answer_bold, style.ink)
        self._title = TextBlock([title], inner, style.spacing)
        self._question: TextBlock | None = None
        self._remark: TextBlock | None = None
        question = Run(asked(dimension), style.small, style.quiet)
        beside = self._top * 2
        gap = style.px(2)
        if remark:
            self._remark = TextBlock([Run(remark, style.small, style.ink)], inner, style.spacing)
            beside += style.px(4) + self._remark.height
        self.whole = beside + self._title.height
        if not folded and not short:
            self._question = TextBlock([question], inner, style.spacing)
            self.whole += gap + self._question.height
        self.height = self.whole
        if not room or self.whole <= room:
            return
        if remark:
            left = room - beside - gap - self._title.height
            cut_off = self._question is not None and left >= self._question.pitch
            self._question = _cut(question, inner, style, left) if cut_off else None
        else:
            least = 0 if self._question is None else gap + self._question.pitch
            self._title = _cut(title, inner, style, room - beside - least)
            if self._question is not None:
                left = room - beside - gap - self._title.height
                self._question = _cut(question, inner, style, left)
        asks = 0 if self._question is None else gap + self._question.height
        self.height = beside + self._title.height + asks

    def on_fold_mark(self, point: QPointF) -> bool:
        """True if a click folds or unfolds: on the arrow, and in the margin that it stands in."""
        if point.y() > self._top + self._title.pitch + self._style.px(4):
            return False
        arrow = self._mark_left - self._style.px(4)
        return point.x() >= arrow if self._across else point.x() < self._left

    def paint(self, painter: QPainter, box: QRectF, state: HeaderState) -> None:
        """The fold mark shows when the mouse is on the header, and always when it is folded."""
        style = self._style
        fill(painter, box, style.selection if state.selected else style.panel)
        if state.selected:
            _paint_focus(painter, box, style, state.focused, below=self._across)
        top = box.top() + state.shift + self._top
        if state.pointed or self._folded:
            size = style.px(8)
            arrow = QRectF(
                box.left() + self._mark_left, top + (self._title.pitch - size) / 2, size, size
            )
            draw_chevron(painter, arrow, style.quiet, closed=self._folded)
        if state.noted:
            # Over the words of a column its fold mark has the far end.
            right = box.left() + self._mark_left if self._across else box.right()
            draw_note(painter, style.note_box(right, top + self._title.pitch / 2), style.quiet)
        self._title.paint(painter, box.left() + self._left, top)
        if self._question is not None:
            top += self._title.height + style.px(2)
            self._question.paint(painter, box.left() + self._left, top)
        if self._remark is not None:
            above = self._question if self._question is not None else self._title
            self._remark.paint(painter, box.left() + self._left, top + above.height + style.px(4))


HeaderLayout = ApproachHeadLayout | DimensionHeaderLayout


def _cut(run: Run, width: float, style: Style, room: int, *before: Run) -> TextBlock:
    """The run in as many lines as `room` pixels hold, at least one; the last ends in "…". What
    stands `before` it is not cut."""
    pitch = TextBlock([run._replace(text="")], width, style.spacing).pitch
    most = max(1, room // pitch)

    def laid_out(text: str) -> TextBlock:
        return TextBlock([*before, run._replace(text=text)], width, style.spacing, most)

    begun = laid_out(run.text)
    if not begun.cut:
        return begun
    reach = max(0, begun.reach - sum(len(each.text) for each in before))
    return laid_out(cut(run.text, lambda text: not laid_out(text).cut, reach=reach))


def _paint_focus(
    painter: QPainter, box: QRectF, style: Style, focused: bool, *, below: bool
) -> None:
    """A rule at the foot or the far side, so that the approach's own colour stays visible."""
    rule = QRectF(box)
    if below:
        rule.setTop(box.bottom() - style.px(3))
    else:
        rule.setLeft(box.right() - style.px(3))
    fill(painter, rule, style.accent if focused else style.control)
