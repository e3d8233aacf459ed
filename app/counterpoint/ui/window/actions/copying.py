"""What the copy actions put on the clipboard: always of what has the focus, never of what is not in
sight; and what to say of it."""

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from counterpoint.application.library.session import Session
from counterpoint.domain.note import Target, TargetKind
from counterpoint.labels.translation import QT_TR_NOOP, translated
from counterpoint.ui.widgets.clipboard import put_on_clipboard
from counterpoint.ui.widgets.copies import NO_WORDS, Copies
from counterpoint.ui.window.workspace import Workspace

NOTHING = QT_TR_NOOP("There is nothing here to copy. Choose a claim, a note, or some words.")
NOT_CITED = QT_TR_NOOP(
    "A claim, a source, or words chosen in a text can be copied with a citation."
)
_SAID = {
    TargetKind.APPROACH: QT_TR_NOOP("Copied the approach."),
    TargetKind.POSITION: QT_TR_NOOP("Copied the cell with its quotations."),
    TargetKind.CLAIM: QT_TR_NOOP("Copied the claim with its quotations."),
    TargetKind.EVIDENCE: QT_TR_NOOP("Copied the claim with this quotation."),
}


def copy(space: Workspace) -> str:
    """Of a field the words that are chosen; of a pane what it says is chosen. What to say."""
    focus = QApplication.focusWidget()
    said = _copy_words(focus)
    return _copy_chosen(space, focus) if said is None else said


def copy_cited(space: Workspace) -> str:
    """Words of a source with their citation; a claim with its own; the citation of a source. What
    to say."""
    focus = QApplication.focusWidget()
    if space.has("reader") and _is_in(focus, space.reader):
        return space.reader.words.copy_cited()
    if _is_in(focus, space.comparison):
        return _copy_chosen(space, focus)
    if space.has("sources") and _is_in(focus, space.sources):
        return space.sources.copy_chosen()
    return translated(NOT_CITED)


def copy_target(session: Session, target: Target) -> str:
    """Something of the comparison; what to say of it."""
    from .target_text import target_text

    library = session.library
    if library is None or not library.still_there(target) or target.kind not in _SAID:
        return translated(NOTHING)
    put_on_clipboard(target_text(library, target))
    return translated(_SAID[target.kind])


def _copy_words(focus: QWidget | None) -> str | None:
    """Of a field or a label that can be chosen in; None if the focus is in none."""
    match focus:
        case QPlainTextEdit() | QTextEdit():
            chosen = focus.textCursor().hasSelection()
        case QLineEdit():
            chosen = focus.hasSelectedText()
        case QLabel():
            chosen = focus.hasSelectedText()
            if chosen:
                put_on_clipboard(focus.selectedText())
            return "" if chosen else translated(NO_WORDS)
        case _:
            return None
    if chosen:
        focus.copy()
    return "" if chosen else translated(NO_WORDS)


def _copy_chosen(space: Workspace, focus: QWidget | None) -> str:
    comparison = space.comparison
    if _is_in(focus, comparison):
        target = comparison.selection()
        return translated(NOTHING) if target is None else copy_target(space.session, target)
    while focus is not None:
        if isinstance(focus, Copies):
            return focus.copy_chosen()
        focus = focus.parentWidget()
    return translated(NOTHING)


def _is_in(focus: QWidget | None, pane: QWidget) -> bool:
    return focus is not None and (focus is pane or pane.isAncestorOf(focus))
