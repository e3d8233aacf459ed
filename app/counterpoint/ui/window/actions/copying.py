"""What the copy actions put on the clipboard: always of what has the focus, never of what is not in
sight; and what to say of it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from counterpoint.application.library.session import Session
from counterpoint.domain.note import Target, TargetKind, question_target
from counterpoint.labels import counts
from counterpoint.labels.translation import QT_TR_NOOP, tr, translated
from counterpoint.ui.widgets.clipboard import put_forms_on_clipboard, put_on_clipboard
from counterpoint.ui.widgets.copies import NO_WORDS, Copies
from counterpoint.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.domain.report.blocks import Block

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
    from counterpoint.application.copying.target_blocks import target_blocks

    library = session.library
    if target.kind is TargetKind.QUESTION:
        return copy_table(session, target)
    if library is None or not library.still_there(target) or target.kind not in _SAID:
        return translated(NOTHING)
    _put(target_blocks(library, target))
    session.copied = target if target.kind is TargetKind.CLAIM else None
    return translated(_SAID[target.kind])


def copy_table(session: Session, of: Target) -> str:
    """The answers that are shown, as a table: of a cell, a question, an approach, or the whole
    comparison; what to say of it."""
    from counterpoint.application.copying.answers_table import answers_table, filter_named
    from counterpoint.application.copying.citing import Citing
    from counterpoint.application.library.sheet import sheet

    library, arrangement = session.library, session.arrangement
    if library is None:
        return translated(NOTHING)
    shown = sheet(arrangement, library.contents.dimensions, library.approach)
    approaches = tuple(a for a in shown.approaches if of.approach in ("", a.head.id))
    dimensions = tuple(d for d in shown.dimensions if of.dimension in ("", d.id))
    if not approaches or not dimensions:
        return translated(NOTHING)
    turned = arrangement.transposed
    citing = Citing(library.contents)
    table = answers_table(citing, approaches, dimensions, transposed=turned, hides=shown.hides)
    short = {source.id: source.short for source in library.contents.sources}
    named = filter_named(arrangement.filter, short)
    _put([table, *(() if named is None else (named,)), *citing.sources()])
    return tr(
        "Copied as a table: {questions}, {approaches}.",
        questions=counts.questions(len(dimensions)),
        approaches=counts.approaches(len(approaches)),
    )


def copy_notes(session: Session) -> str:
    """The notes on what is chosen, and on what is in it, with what each is on; what to say."""
    from counterpoint.application.report.notes_on import notes_blocks, notes_on

    library, notebook = session.library, session.notebook
    if library is None or notebook is None:
        return translated(NOTHING)
    found = notes_on(notebook.notes.all(), session.target)
    if not found:
        return tr("There is no note on this.")
    _put(notes_blocks(library, found))
    return tr("Copied {notes}.", notes=counts.notes(len(found)))


def cell_at(session: Session) -> Target:
    """The cell that something chosen stands in; wider where it stands in none."""
    return Target(TargetKind.POSITION, session.target.approach, session.target.dimension)


def row_at(session: Session) -> Target:
    """What is a row on the screen: a question, or an approach where the comparison is turned."""
    return _across(session, question=not session.arrangement.transposed)


def column_at(session: Session) -> Target:
    return _across(session, question=session.arrangement.transposed)


def _across(session: Session, *, question: bool) -> Target:
    if question:
        return question_target(session.target.dimension)
    return Target(TargetKind.APPROACH, session.target.approach)


def _put(blocks: "Sequence[Block]") -> None:
    from counterpoint.application.copying.forms import forms_of

    put_forms_on_clipboard(**forms_of(blocks)._asdict())


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
