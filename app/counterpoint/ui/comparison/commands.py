"""What keys and menus ask of the comparison, by the ids of their keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from counterpoint.domain.note import Target

from .arranger import Arranger

if TYPE_CHECKING:
    from counterpoint.ui.editing.deeds import Deeds


class ClaimCommands(Protocol):
    """What can be asked of the claim that the cursor is on."""

    def activate(self) -> None: ...
    def next_evidence(self) -> None: ...
    def previous_evidence(self) -> None: ...
    def peek(self) -> None: ...
    def copy(self) -> None: ...
    def write_note(self) -> None: ...
    def more_like(self, dimension: str = "") -> None: ...
    def note_on_question(self, dimension: str) -> None: ...
    def open_row(self) -> None: ...
    def fold(self) -> None: ...
    def unfold(self) -> None: ...
    def open_question(self, dimension: str = "") -> None: ...
    def open_pair(self) -> None: ...
    def cell(self) -> Target: ...
    def copy_table(self, of: Target) -> None: ...
    def can_paste(self) -> bool: ...
    @property
    def deeds(self) -> "Deeds": ...


def commands(claims: ClaimCommands, arranger: Arranger) -> dict[str, Callable[[], None]]:
    """What is done beside walking, by its id among the keys of the comparison. A shortcut of the
    window goes before any of them."""
    return {
        "activate": claims.activate,
        "next-evidence": claims.next_evidence,
        "previous-evidence": claims.previous_evidence,
        "peek": claims.peek,
        "copy": claims.copy,
        "open-row": claims.open_row,
        "fold": claims.fold,
        "unfold": claims.unfold,
        "new-claim": lambda: claims.deeds.new_claim(),
        "delete": lambda: claims.deeds.delete(),
        "cut": lambda: claims.deeds.cut(),
        "paste": lambda: claims.deeds.paste(),
        "paste-copy": lambda: claims.deeds.paste(copy=True),
        "shift-back": lambda: claims.deeds.shift(-1),
        "shift-on": lambda: claims.deeds.shift(1),
        "hide-column": arranger.hide_current,
        "move-left": arranger.move_back,
        "move-up": arranger.move_back,
        "move-right": arranger.move_on,
        "move-down": arranger.move_on,
        "wider": arranger.widen,
        "narrower": arranger.narrow,
    }
