"""What is like that which is chosen, where the focus is or else in the session."""

from PySide6.QtWidgets import QApplication

from counterpoint.application.library.session import Seeking
from counterpoint.domain.note import TargetKind
from counterpoint.labels.translation import tr
from counterpoint.ui.session.finds_like import FindsLike
from counterpoint.ui.window.workspace import Workspace

_WITHOUT_WORDS = (TargetKind.COMPARISON, TargetKind.PAIR, TargetKind.SOURCE)


def more_like(space: Workspace) -> str:
    """Opens the page of it; what to say where nothing is chosen that has words of its own."""
    pane = space.pane_at(QApplication.focusWidget())
    seeking = pane.seeking() if isinstance(pane, FindsLike) else None
    seeking = seeking or Seeking(space.session.target)
    if not seeking.note and seeking.target.kind in _WITHOUT_WORDS:
        return tr("Choose a passage, a claim, an answer, a cell, an approach or a note first.")
    space.session.seek(seeking)
    return ""
