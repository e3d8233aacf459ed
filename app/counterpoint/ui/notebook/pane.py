"""The notebook pane: the notes on what is chosen, open to be typed in."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counterpoint.application.failures import reason, remedy
from counterpoint.application.library.session import Seeking
from counterpoint.application.notes.line_ends import with_line_feeds
from counterpoint.application.notes.note_edit import Typed
from counterpoint.application.notes.notebook import Change
from counterpoint.application.notes.state import NoteState, StateKind
from counterpoint.domain.note import WHOLE_COMPARISON, Note, NoteKind, Target, TargetKind
from counterpoint.labels.note import gone, invitation
from counterpoint.labels.translation import tr
from counterpoint.ui.accessibility.announcing import announce
from counterpoint.ui.actions.pane_keys import Context, done_by
from counterpoint.ui.actions.shown_keys import in_pane, of_action
from counterpoint.ui.actions.works_on import WorksOn, lacking
from counterpoint.ui.session.live_notebook import LiveNotebook
from counterpoint.ui.theme.background import fill
from counterpoint.ui.theme.fonts import Size
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.notice import Notice
from counterpoint.ui.widgets.plain_label import PlainLabel

from .editor import NoteEditor
from .header import Header
from .tags import TagField
from .text_changes import changed_stretch, clean
from .words import is_there, name_of_kind

_SETTLED = 400
"""Milliseconds without typing before "Saved" replaces "Saving…", so that it does not flicker."""


class NotebookPane(QWidget):
    """Shows one note at a time. It changes the notebook and follows whoever else does."""

    went_to = Signal(object, str)
    """The Target of the note that is shown, which is on another thing than the one before, and the
    words of the passage."""
    left = Signal()
    """The person pressed Escape, to go back to what the note is on."""

    def __init__(
        self,
        live: LiveNotebook,
        theme: Theme,
        parent: QWidget | None = None,
        target: Target = WHOLE_COMPARISON,
        quote: str = "",
    ) -> None:
        """It is opened on `target`, and on nothing else before."""
        super().__init__(parent)
        self._live = live
        self._notebook = live.notebook
        self._theme = theme
        self._title_of: Callable[[Target], str] = name_of_kind
        self._is_there: Callable[[Target], bool] = is_there
        self.moved: dict[Target, Target] = {}
        """Where passages are now whose notes moved while they were read."""
        self._target = target
        self._quote = ""
        self._id = ""
        self._for_want = False
        """Whether the visible empty note is there for want of any other."""
        self._aside = ""
        """What to tell once, about a note that is no longer visible."""
        self._shown = NoteState(StateKind.NEW, "")
        self.header = Header(theme, self)
        self.notice = Notice(theme, self)
        self.editor = NoteEditor(self)
        self.tags = TagField(theme, self._notebook.notes.tags, self)
        self.state = PlainLabel(self)
        self.state.hide()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._show_state)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.tags, 1)
        self._foot.addWidget(self.state, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        for widget in (self.header, self.notice):
            self._column.addWidget(widget)
        self._column.addWidget(self.editor, 1)
        self._column.addLayout(self._foot)
        self.setAccessibleName(tr("Notebook"))
        self.header.kinds.chosen.connect(self._on_kind)
        self.header.new_wanted.connect(self.new_note)
        self.header.delete_wanted.connect(self.delete_current)
        self.header.note_wanted.connect(self.show_note)
        self.notice.done.connect(self._on_deed)
        self.editor.typed.connect(self._on_typed)
        self.tags.edited.connect(self._on_tags)
        live.changed.connect(self._on_change)
        live.went_to.connect(self.show_note)
        live.about_to_flush.connect(self._finish)
        theme.changed.connect(self._apply_theme)
        self._apply_theme()
        self.show_target(target, name_of_kind(target), quote)

    def set_titles(
        self, title_of: Callable[[Target], str], is_there: Callable[[Target], bool]
    ) -> None:
        """How to call the things that notes are on, and whether the library still has them."""
        self._title_of, self._is_there = title_of, is_there
        self._show_title(title_of(self._target))
        self._show_notice()

    # What is visible

    @property
    def target(self) -> Target:
        """What the visible note is on."""
        return self._target

    @property
    def current(self) -> str:
        """The id of the visible note."""
        return self._id

    def seeking(self) -> Seeking | None:
        """The note that is written; what it is on where there is none yet."""
        note = self._notebook.notes.get(self._id)
        if note is None or not note.body.strip():
            return None
        return Seeking(self._target, self._id)

    def show_target(self, target: Target, title: str, quote: str) -> None:
        """Shows the notes on a thing, the one changed last first; where there is none, an empty
        one. `quote`: the words of the passage or evidence, else ""."""
        if target != self._target:
            self.tags.finish()
        self._show_title(title)
        self._quote = quote
        if target != self._target or not self._id:
            self._target = target
            self._aside = ""
            self._open(self._pick())

    def show_note(self, id: str) -> None:
        """Shows one note, wherever it is. Does nothing where it is gone."""
        note = self._notebook.notes.get(id)
        if note is None or id == self._id:
            return
        self.tags.finish()
        if note.target != self._target:
            self._show_title(self._title_of(note.target))
            self._target, self._quote = note.target, note.quote
            self.went_to.emit(note.target, note.quote)
        self._open(id)

    def _show_title(self, title: str) -> None:
        self.header.show_title(tr("on {title}", title=title))
        self.editor.setAccessibleName(tr("Note on {title}", title=title))

    def new_note(self) -> None:
        """An empty note on the same thing, with the caret in it."""
        self.tags.finish()
        if not self._notebook.notes.is_draft(self._id):
            self._open(self._draft(for_want=False))
        self.editor.setFocus()

    def delete_current(self) -> str:
        """Moves the visible note to the bin; undo brings it back. What to say of it."""
        if self._notebook.notes.is_draft(self._id):
            return lacking(WorksOn.NOTE)
        self.tags.finish()
        self._aside = tr("Note deleted; undo brings it back")
        self._notebook.delete(self._id)
        return tr("Note deleted; undo brings it back.")

    def _finish(self) -> None:
        """What is half done is done: all is to be saved."""
        self.editor.finish_composing()
        self._insist_on_words()
        self.tags.finish()

    def _insist_on_words(self) -> None:
        """What stands in the field is in the note, even where an error kept it from coming there
        as it was typed."""
        note = self._notebook.notes.get(self._id)
        if note is None or with_line_feeds(note.body) == self.editor.body:
            return
        at, removed, added = changed_stretch(with_line_feeds(note.body), self.editor.body)
        self._notebook.type(self._id, Typed(at, removed, added), self)

    def undo(self) -> None:
        """Takes back the last step in any note."""
        self._live.undo()

    def redo(self) -> None:
        """Does again what was undone last."""
        self._live.redo()

    def _pick(self) -> str:
        notes = self._notebook.notes.on(self._target)
        if not notes:
            return self._draft(for_want=True)
        return max(notes, key=lambda note: (note.changed, note.id)).id

    def _draft(self, *, for_want: bool) -> str:
        self._for_want = for_want
        return self._notebook.draft(self._target, self._quote).id

    def _open(self, id: str) -> None:
        note = self._notebook.notes.get(id)
        if note is None:
            return
        if self._id:
            self.editor.finish_composing()
            self._insist_on_words()
        if self._id and self._id != id:
            left, self._id = self._id, id
            self._notebook.leave(left)
        self._id = id
        self.editor.show_body(note.body)
        self.editor.setPlaceholderText(invitation(self._target.kind))
        self.editor.viewport().update()  # else a longer invitation leaves its last line behind
        self._show(note)
        self._show_state()

    # What others changed

    def _on_change(self, change: Change) -> None:
        for old, new in change.renamed:
            if old == self._id:
                self._id = new
        note = self._notebook.notes.get(self._id)
        if note is None:
            if self._id in change.removed:
                self._aside = tr("The note’s file was removed outside")
            elif self._id in change.unreadable:
                self._aside = tr("The note’s file was changed outside: it cannot be understood")
            self._id = ""
            self.tags.drop()
            self._open(self._pick())
            return
        draft = self._notebook.notes.is_draft(self._id)
        if note.target != self._target and self._target.kind is TargetKind.PASSAGE and not draft:
            # It has moved with its passage: a new version of the source was put in, or taken back.
            self.moved.pop(note.target, None)
            self.moved[self._target] = note.target
            self._target, self._quote = note.target, note.quote
            self._show_title(self._title_of(note.target))
            self.went_to.emit(note.target, note.quote)
        wanted = not self._for_want or self.tags.is_half_typed()
        if draft and not wanted and self._notebook.notes.on(self._target):
            self._open(self._pick())
            return
        if change.initiator is not self and self.editor.body != with_line_feeds(note.body):
            self.editor.take_up(note.body)
        self._show(note)
        self._show_state_soon()

    def _show(self, note: Note) -> None:
        """All but the words and the state."""
        draft = self._notebook.notes.is_draft(note.id)
        notes = list(self._notebook.notes.on(self._target))
        self.header.kinds.set_choice(note.kind.value)
        self.header.show_author(note)
        self.header.show_notes([*notes, note] if draft and notes else notes, note.id)
        self.header.new.setVisible(not draft)
        self.header.delete.setVisible(not draft)
        self.tags.show_tags(note.tags)
        self._show_notice()
        if not draft:
            self._aside = ""
            self._live.watch_note(note.id)

    def _show_state_soon(self) -> None:
        state = self._notebook.state(self._id)
        if state.kind is StateKind.SAVED and self._shown.kind is StateKind.SAVING:
            self._settle.start()
        else:
            self._show_state()

    def _show_state(self) -> None:
        self._settle.stop()
        state = self._notebook.state(self._id)
        if state.kind is StateKind.NEW and self._aside:
            state = NoteState(StateKind.NEW, self._aside)
        if state == self._shown:
            return
        self._shown = state
        self.state.setText(state.short)
        self.state.setVisible(bool(state.short))  # else its place would make the tags' field short
        self.state.setAccessibleName(tr("State: {state}", state=state.short))
        self._colour_state()
        if state.kind in (StateKind.FAILED, StateKind.TAKEN_UP):
            announce(self, state.message or state.short)

    def _show_notice(self) -> None:
        note = self._notebook.notes.get(self._id)
        state = self._notebook.state(self._id)
        unsaved = state.message or self._live.unsaved_message()
        error = self._notebook.folder_error
        if unsaved:
            self.notice.say(unsaved, ("rescue", tr("Save elsewhere…")))
        elif error is not None:
            self.notice.say(
                tr(
                    "The notes cannot be read: {why}; {remedy}.",
                    why=reason(error),
                    remedy=remedy(error),
                )
            )
        elif note is not None and note.conflict_of:
            there = self._notebook.notes.get(note.conflict_of) is not None
            deeds = (("other", tr("Show the other")),) if there else ()
            self.notice.say(
                tr(
                    "This note was changed outside while you wrote. Both versions are kept; "
                    "this is yours."
                ),
                *deeds,
                ("settle", tr("Done")),
            )
        elif note is not None and not self._is_there(note.target):
            quote = tr(" It was on: “{words}”", words=note.quote) if note.quote else ""
            self.notice.say(gone(note.target.kind) + quote)
        else:
            self.notice.say("")

    # What is done here

    def _on_typed(self, typed: Typed) -> None:
        self._notebook.type(self._id, typed, self)

    def _on_kind(self, kind: str) -> None:
        self._notebook.set_kind(self._id, NoteKind(kind), self)

    def _on_tags(self, tags: tuple[str, ...]) -> None:
        self._notebook.set_tags(self._id, tags, self)

    def _on_deed(self, deed: str) -> None:
        note = self._notebook.notes.get(self._id)
        if deed == "rescue":
            self._live.rescue_wanted.emit()
        elif deed == "settle":
            self._notebook.settle(self._id, self)
        elif deed == "other" and note is not None:
            self.show_note(note.conflict_of)

    def type(self, words: str) -> None:
        """What was typed elsewhere goes on in the visible note."""
        self.editor.setFocus()
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.insertPlainText(clean(words))

    def key_hints(self) -> tuple[str, ...]:
        back = tr("{key} back", key=in_pane(Context.NOTEBOOK, "leave"))
        return back, tr("{key} undo", key=of_action("undo"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if done_by(event, Context.NOTEBOOK) == "leave":
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Puts the caret into the note. With a focus proxy, Tab would always go from the last
        control to the note."""
        self.editor.setFocus(reason)

    # How it looks

    def _apply_theme(self) -> None:
        colours, fonts = self._theme.colours, self._theme.fonts
        px = fonts.px
        fill(self, colours.panel)
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setSpacing(px(8))
        self._foot.setSpacing(px(12))
        self.editor.setFont(fonts.ours(Size.BODY))
        self.editor.document().setDocumentMargin(px(9))
        self.editor.setMinimumHeight(px(56))
        self.editor.setStyleSheet(
            f"""
            QPlainTextEdit {{ background: {colours.paper}; color: {colours.ink};
                border: 1px solid {colours.control}; border-radius: {px(4)}px;
                selection-background-color: {colours.accent};
                selection-color: {colours.accent_ink};
                placeholder-text-color: {colours.ink_faint}; }}
            QPlainTextEdit:focus {{ border-color: {colours.accent}; }}
            """
        )
        self.state.setFont(fonts.ours(Size.SMALL))
        self.state.setFixedHeight(px(24))
        self._colour_state()

    def _colour_state(self) -> None:
        colours = self._theme.colours
        failed = self._shown.kind is StateKind.FAILED
        self.state.setStyleSheet(f"color: {colours.warning if failed else colours.ink_quiet};")
