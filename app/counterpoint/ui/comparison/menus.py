"""The menus under the right mouse button."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.pane_keys import Context
from counterpoint.ui.actions.shown_keys import entry, in_pane, of_action
from counterpoint.ui.comparison.grid.cell_content import MORE
from counterpoint.ui.comparison.grid.navigation import GridPosition
from counterpoint.ui.widgets.plain_text import on_control

from .arranger import Arranger
from .commands import ClaimCommands
from .opening import Opening


def _key(id: str) -> str:
    return in_pane(Context.COMPARISON, id)


class _Menu(QMenu):
    """A menu that goes when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def add(self, text: str, slot: Callable[[], None], *, enabled: bool = True) -> None:
        """An entry; what follows a tab in `text` is the key that does the same."""
        action = self.addAction(text)
        action.triggered.connect(slot)
        action.setEnabled(enabled)


class ClaimMenu(_Menu):
    """For what the cursor is on in a cell: an answer, a claim, or a cell as a whole."""

    def __init__(
        self,
        parent: QWidget,
        claims: ClaimCommands,
        opening: Opening,
        place: GridPosition,
        filters: Iterable[tuple[str, Callable[[], None]]],
    ) -> None:
        """`filters`: what can be shown alone, in words, and what does it."""
        super().__init__(parent)
        on_claim = place.claim is not None and place.claim != MORE
        leads = on_claim or opening.leads(place)
        self.add(entry(tr("Jump to the passage"), _key("activate")), claims.activate, enabled=leads)
        self.add(entry(tr("Peek"), _key("peek")), claims.peek)
        self.add(entry(tr("Write a note"), of_action("note-here")), claims.write_note)
        _add_more_like(self, claims)
        self.addSeparator()
        self.add(entry(tr("Change this…"), of_action("edit-here")), lambda: claims.deeds.edit())
        answer = entry(tr("Answer in this cell…"), of_action("answer-here"))
        self.add(answer, lambda: claims.deeds.answer())
        if on_claim:
            self.add(tr("Kind of claim…"), lambda: claims.deeds.change_kind())
            self.add(entry(tr("Reply to…"), of_action("new-reply")), lambda: claims.deeds.reply())
        self.add(entry(tr("New claim…"), _key("new-claim")), lambda: claims.deeds.new_claim())
        self.addSeparator()
        if on_claim:
            self.add(tr("Move or copy to…"), lambda: claims.deeds.move())
            self.add(tr("Merge with another…"), lambda: claims.deeds.merge())
            self.add(tr("Split this claim…"), lambda: claims.deeds.split())
            self.addSeparator()
            self.add(entry(tr("Cut this claim"), _key("cut")), lambda: claims.deeds.cut())
        put = entry(tr("Put it into this cell"), _key("paste"))
        self.add(put, lambda: claims.deeds.paste(), enabled=claims.can_paste())
        self.add(entry(tr("Delete this"), _key("delete")), lambda: claims.deeds.delete())
        self.addSeparator()
        if opening.can_open(place):
            self.add(entry(tr("Open the answer"), _key("unfold")), partial(opening.toggle, place))
        elif opening.can_close(place):
            self.add(entry(tr("Close the answer"), _key("close")), partial(opening.toggle, place))
        if opening.row_has_answers(place):
            row = entry(tr("Open or close the row"), _key("open-row"))
            self.add(row, partial(opening.toggle_row, place))
            self.addSeparator()
        copy = tr("Copy claim with quotations") if on_claim else tr("Copy cell with quotations")
        self.add(entry(copy, of_action("copy")), claims.copy)
        cell = claims.cell()
        self.add(tr("Copy the answer as a table"), lambda: claims.copy_table(cell))
        self.addSeparator()
        self.add(
            entry(tr("This question as a page"), of_action("question-page")), claims.open_question
        )
        self.add(
            entry(tr("This approach beside another"), of_action("pair-page")), claims.open_pair
        )
        self.addSeparator()
        for words, narrow in filters:
            self.add(on_control(words), narrow)


class ApproachMenu(_Menu):
    """For an approach's header. The approach itself is chosen before the menu opens."""

    def __init__(
        self,
        parent: QWidget,
        claims: ClaimCommands,
        arranger: Arranger,
        *,
        place: int,
        of: int,
        across: bool,
    ) -> None:
        """`place` counts from 0 among `of` shown approaches; `across` where they are columns."""
        super().__init__(parent)
        self.add(entry(tr("Write a note"), of_action("note-here")), claims.write_note)
        _add_more_like(self, claims)
        self.add(entry(tr("Change this…"), of_action("edit-here")), lambda: claims.deeds.edit())
        _add_of_heads(self, claims)
        self.add(tr("New approach…"), lambda: claims.deeds.new_approach())
        self.addSeparator()
        self.add(entry(tr("Copy"), of_action("copy")), claims.copy)
        approach = Target(TargetKind.APPROACH, claims.cell().approach)
        self.add(tr("Copy its answers as a table"), lambda: claims.copy_table(approach))
        self.add(
            entry(tr("This approach beside another"), of_action("pair-page")),
            claims.open_pair,
            enabled=of > 1,
        )
        self.addSeparator()
        self.add(entry(tr("Hide"), of_action("hide-column")), arranger.hide_current)
        self.add(tr("Show only this"), arranger.show_only_current, enabled=of > 1)
        self.addSeparator()
        if across:
            back = entry(tr("Move left"), of_action("move-left"))
            on = entry(tr("Move right"), of_action("move-right"))
        else:
            back = entry(tr("Move up"), _key("move-up"))
            on = entry(tr("Move down"), _key("move-down"))
        self.add(back, arranger.move_back, enabled=place > 0)
        self.add(on, arranger.move_on, enabled=place < of - 1)
        if across:
            self.addSeparator()
            self.add(entry(tr("Widen"), of_action("wider")), arranger.widen)
            self.add(entry(tr("Narrow"), of_action("narrower")), arranger.narrow)
            self.add(tr("Share the width evenly"), arranger.share_width)


def _add_more_like(menu: _Menu, claims: ClaimCommands) -> None:
    menu.add(entry(tr("More like this"), of_action("more-like")), lambda: claims.more_like())


def _add_of_heads(menu: _Menu, claims: ClaimCommands) -> None:
    """What is done to an approach and to a question alike."""
    menu.add(tr("Merge with another…"), lambda: claims.deeds.merge())
    menu.add(entry(tr("Delete this"), _key("delete")), lambda: claims.deeds.delete())


class DimensionMenu(_Menu):
    """For a dimension's header."""

    def __init__(
        self,
        parent: QWidget,
        claims: ClaimCommands,
        arranger: Arranger,
        dimension: str,
        *,
        folded: bool,
    ) -> None:
        super().__init__(parent)
        self.add(tr("Write a note"), lambda: claims.note_on_question(dimension))
        self.add(tr("More like this"), lambda: claims.more_like(dimension))
        self.add(entry(tr("Change this…"), of_action("edit-here")), lambda: claims.deeds.edit())
        _add_of_heads(self, claims)
        self.add(
            entry(tr("Move up among its own"), _key("shift-back")), lambda: claims.deeds.shift(-1)
        )
        self.add(
            entry(tr("Move down among its own"), _key("shift-on")), lambda: claims.deeds.shift(1)
        )
        self.add(tr("New question…"), lambda: claims.deeds.new_question())
        self.addSeparator()
        self.add(tr("This question as a page"), lambda: claims.open_question(dimension))
        self.add(
            tr("Copy its answers as a table"),
            lambda: claims.copy_table(question_target(dimension)),
        )
        self.addSeparator()
        self._arranger, self._dimension = arranger, dimension
        fold = ("unfold", tr("Unfold")) if folded else ("fold", tr("Fold"))
        self.add(entry(fold[1], _key(fold[0])), self._fold)
        self.addSeparator()
        self.add(tr("Fold all"), arranger.fold_all)
        self.add(tr("Unfold all"), arranger.unfold_all)

    def _fold(self) -> None:
        self._arranger.toggle_fold(self._dimension)
