"""One selection across the panes: choose a claim, and the reader and the notebook stand at it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from counterpoint.application.library.arrangement import Arrangement
from counterpoint.application.library.opened_library import (
    EvidenceInPlace,
    OpenedLibrary,
    SourceAltered,
)
from counterpoint.domain.note import WHOLE_COMPARISON, Target, TargetKind
from counterpoint.storage.files.unreadable import Unreadable
from counterpoint.ui.window.actions.note_actions import NoteActions

from . import jump_words
from .workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.ui.reader.highlights.highlight import Highlight, HighlightAnswer

FOLLOW = 120
"""Milliseconds without a further step before the reader follows the cursor in the grid."""


class Navigator(QObject):
    """Joins the panes of a workspace. It holds the library that is shown and what is chosen."""

    said = Signal(str)
    """Something to be told in the status line."""
    shown = Signal(str)
    """The same, for the eyes alone: the ears are told otherwise, or are busy."""
    stale = Signal()
    """The library's files are not what was read; it has to be read again."""
    view_wanted = Signal(str)
    """"compare", "sources" or "notes"."""
    arrangement_changed = Signal()
    library_shown = Signal()
    """Another library is shown, or the same one read again."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._space = workspace
        self._library: OpenedLibrary | None = None
        self._target = WHOLE_COMPARISON
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(FOLLOW)
        self._follow.timeout.connect(self._catch_up)
        self._due = ""
        self._unfinished = ""
        self.note_actions = NoteActions(self, workspace)
        comparison = workspace.comparison
        comparison.selection_changed.connect(self._on_selected)
        comparison.jump_requested.connect(self._on_jump)
        comparison.typed.connect(self.note_actions.go_on)
        comparison.note_requested.connect(self.note_actions.note_on)
        comparison.arrangement_changed.connect(self.arranged)
        comparison.set_answers(self._answers)
        workspace.made.connect(self._on_made)

    def _on_made(self, pane: str) -> None:
        """Joins a pane that was made just now."""
        space, library = self._space, self._library
        match pane:
            case "reader":
                reader = space.reader
                reader.highlight_activated.connect(self._on_highlight)
                reader.passage_requested.connect(self.jump)
                reader.source_page_requested.connect(self.show_source)
                reader.left.connect(space.comparison.setFocus)
                reader.said.connect(self.said)
                reader.source_wanted.connect(self._open_last)
                reader.note_requested.connect(self.note_actions.note_on_passage)
                reader.answer_requested.connect(self._on_answer)
                reader.history.open_requested.connect(self._on_history)
            case "sources":
                space.sources.jump_requested.connect(self.jump)
                space.sources.open_requested.connect(self.open_source)
                space.sources.source_chosen.connect(self._on_source)
            case "notebook":
                space.notebook.left.connect(self._on_left)
            case "notes":
                space.notes.look_requested.connect(self._look_at)
                space.notes.jump_requested.connect(self.go_to)
                space.notes.note_requested.connect(self._on_note)
                space.notes.said.connect(self.said)
        if library is not None:
            self._show_in(pane, library)

    def _show_in(self, pane: str, library: OpenedLibrary) -> None:
        space = self._space
        match pane:
            case "reader":
                if space.reader.source is not None:
                    from .opening_sources import renew

                    renew(space.reader, library, space.reader.source, self._highlights)
            case "sources":
                space.sources.show_library(library)
                space.sources.show_approaches(self._marked())
            case "notebook":
                space.notebook.set_titles(library.title_of, library.still_there)
                self.choose(self._target)
            case "notes":
                space.notes.set_titles(
                    library.title_of,
                    library.still_there,
                    self._approach_titles,
                )

    @property
    def library(self) -> OpenedLibrary | None:
        return self._library

    @property
    def target(self) -> Target:
        """What is chosen; the whole comparison where nothing is."""
        return self._target

    def show_library(self, library: OpenedLibrary, arrangement: Arrangement) -> None:
        """Shows a library, arranged so, in place of the one before; what was chosen stays so if
        it is there."""
        self._library = library
        self._space.comparison.set_library(library.contents, library.approach, arrangement)
        if not library.still_there(self._target):
            self._target = WHOLE_COMPARISON
        for pane in ("reader", "sources", "notebook", "notes"):
            if self._space.has(pane):
                self._show_in(pane, library)
        self.library_shown.emit()

    def resume(self) -> None:
        """Ends the jump that found its text altered, now that the library was read again."""
        if self._unfinished:
            key, self._unfinished = self._unfinished, ""
            self.jump(key, bring=False)

    def take_up(self, target: Target) -> None:
        """Chooses `target` without jumping; what is not there any more is passed over."""
        library = self._library
        if library is None or not library.still_there(target):
            target = WHOLE_COMPARISON
        self._space.comparison.select(target)
        self.choose(target)

    def title_of(self, target: Target) -> str:
        """What to call a target, whether or not it is still there."""
        return "" if self._library is None else self._library.title_of(target)

    def jump(self, key: str, *, bring: bool = True) -> None:
        """Shows the passage of a piece of evidence in the reader, which is made visible and
        heard; unless `bring` is False, where it only follows what is done elsewhere."""
        self._follow.stop()
        self._unfinished = ""
        placed = self._find(key)
        if placed is None:
            return
        if placed.evidence.standing.span is None:
            self._tell_lost(placed, self.said if bring else self.shown)
            return
        if not self._open(placed.evidence.source):
            self._unfinished = key
        else:
            reader = self._space.reader
            if bring:
                self._space.bring("reader")
            reader.set_passages(_keys(placed), "of this claim")
            reader.jump(key, aloud=bring)
            self.shown.emit(jump_words.found(placed))

    def _tell_lost(self, placed: EvidenceInPlace, tell: SignalInstance) -> None:
        """Says that a passage cannot be shown; nothing stays marked as if it were this one."""
        why = jump_words.lost(placed, self._short(placed.evidence.source))
        tell.emit(why)
        if self._space.has("reader"):
            reader = self._space.reader
            reader.set_passages(_keys(placed), "of this claim")
            reader.show_lost(placed.evidence.key, why)

    def _short(self, source: str) -> str:
        """The short title of a source, or its file where it was left out."""
        try:
            return self._library.contents.source(source).short if self._library else ""
        except KeyError:
            return f"corpus/{source}.txt"

    def step_in_approach(self, by: int) -> None:
        """To the next passage of the chosen approach (or, where `by` is -1, the one before)."""
        library, chosen = self._library, self._target.approach
        if library is None or not chosen:
            self.said.emit("Choose an approach, a claim or a cell first.")
            return
        from .highlights import keys_of_approach

        reader = self._space.reader
        reader.set_passages(
            keys_of_approach(library, chosen), f"of {library.contents.approach(chosen).title}"
        )
        if by > 0:
            reader.next_passage()
        else:
            reader.previous_passage()

    def open_source(self, source: str) -> None:
        """Shows a source in the reader, from where it was left or the top."""
        self._space.bring("reader")
        self._open(source)

    def _open_last(self) -> None:
        """The source that was read last, else that of what is chosen, else the first."""
        from .opening_sources import first_of

        if self._library is not None:
            placed = self._find(self._leading(self._target))
            chosen = placed.evidence.source if placed else self._target.source
            source = first_of(self._library, (self._space.reader.last_source, chosen))
            if source:
                self._open(source)

    def return_to(self, source: str, position: int) -> None:
        """Puts the reader where it stood, if the source is still there and as it was; the passage
        of what is chosen is marked again. `position` is the code point at the top."""
        library = self._library
        if library is None or source not in {each.id for each in library.contents.sources}:
            return
        if not self._open(source):
            return
        self._space.reader.view.put(position, 0.0)
        placed = self._find(self._leading(self._target, source))
        if placed is not None:
            self._space.reader.set_passages(_keys(placed), "of this claim")
            self._space.reader.highlight(placed.evidence.key)

    def go_to(self, target: Target) -> None:
        """Shows a thing wherever it is, and chooses it."""
        library = self._library
        if library is None or not library.still_there(target):
            self.said.emit("This is no longer in the library; its note is kept.")
            return
        match target.kind:
            case TargetKind.SOURCE:
                self.show_source(target.source)
                self._open(target.source)
            case TargetKind.PASSAGE if target.span is not None:
                if self._open(target.source):
                    self._space.bring("reader")
                    self._space.reader.jump_span(target.span)
            case _:
                self.view_wanted.emit("compare")
                if target.approach:
                    self._space.comparison.arranger.show_approach(target.approach)
                self._space.comparison.select(target)
        self.choose(target)
        if target.kind in (TargetKind.CLAIM, TargetKind.EVIDENCE):
            self.jump(self._leading(target))

    def _look_at(self, target: Target) -> None:
        """Shows the passage of a thing in the reader; the view stays."""
        library = self._library
        if library is None or not library.still_there(target) or not self._space.is_shown("reader"):
            return
        if target.kind is TargetKind.PASSAGE and target.span is not None:
            if self._open(target.source):
                self._space.reader.jump_span(target.span, aloud=False)
        elif key := self._leading(target):
            self.jump(key, bring=False)

    def view_shown(self, view: str) -> None:
        """Another view is visible: what is chosen in it is what notes are on."""
        if view == "sources":
            self._on_source(self._space.sources.current_source())
        elif view == "compare" and self._target.kind in (TargetKind.SOURCE, TargetKind.COMPARISON):
            self.choose(self._space.comparison.selection() or WHOLE_COMPARISON)

    def _on_source(self, source: str) -> None:
        target = Target(TargetKind.SOURCE, source=source) if source else WHOLE_COMPARISON
        self.choose(target)

    def _on_left(self) -> None:
        self._space.view(self._space.view_name()).setFocus()

    def _on_selected(self, target: Target) -> None:
        self.choose(target)
        self._due = self._leading(target)
        if self._due:
            self._follow.start()

    def _on_jump(self, key: str) -> None:
        self.take_cursor()
        self.jump(key)

    def take_cursor(self) -> None:
        """Chooses what the cursor in the comparison is on: it may have stood there all the while,
        and the notebook elsewhere."""
        chosen = self._space.comparison.selection()
        if chosen is not None and chosen != self._target:
            self.choose(chosen)

    def _catch_up(self) -> None:
        if self._due and self._space.is_shown("reader"):
            self.jump(self._due, bring=False)

    def _leading(self, target: Target, source: str = "") -> str:
        """The evidence at which the reader stands for a target, or ""; in `source` if it can be,
        where that is given."""
        if target.kind is TargetKind.EVIDENCE:
            return target.evidence
        library = self._library
        if target.kind is TargetKind.CLAIM and library is not None:
            for claim in library.approach(target.approach).position(target.dimension).claims:
                if claim.id == target.claim:
                    there = [piece for piece in claim.evidence if piece.source == source]
                    return (there or claim.evidence)[0].key
        return ""

    def choose(self, target: Target) -> None:
        """What notes are on from now on; tells the comparison nothing."""
        quote = ""
        if target.kind is TargetKind.EVIDENCE:
            placed = self._find(target.evidence)
            quote = placed.evidence.quotation.words if placed else ""
        self.choose_words(target, quote)

    def choose_words(self, target: Target, quote: str) -> None:
        """The same, of words in a source that are known."""
        self._target = target
        if self._space.has("notebook"):
            self._space.notebook.show_target(target, self.title_of(target), quote)

    def _on_highlight(self, key: str) -> None:
        placed = self._find(key)
        if placed is None:
            return
        self.view_wanted.emit("compare")
        self._space.comparison.arranger.show_approach(placed.approach.id)
        self._space.comparison.select(placed.target)
        self.choose(placed.target)

    def show_source(self, source: str) -> None:
        """The page of a source, or, for "", of the texts as a whole: notes are on it then."""
        self.view_wanted.emit("sources")
        self._space.sources.show_source(source)
        self._on_source(source)

    def _on_answer(self, answer: "HighlightAnswer") -> None:
        if self._open(answer.source):
            self._space.reader.jump_span(answer.span)

    def _on_note(self, id: str) -> None:
        # After the jump to its target, on which there may be several notes.
        self._space.notebook.show_note(id)

    def _on_history(self, source: str, _position: int) -> None:
        self._open(source)

    def arranged(self) -> None:
        """Other approaches are shown, or otherwise: the marks and the sources follow."""
        library, space = self._library, self._space
        if library is not None and space.has("reader") and space.reader.source is not None:
            space.reader.set_highlights(self._highlights(library, space.reader.source.id))
        if space.has("sources"):
            space.sources.show_approaches(self._marked())
        self.arrangement_changed.emit()

    def _marked(self) -> tuple[str, ...]:
        """The approaches whose passages are marked: those that are shown."""
        return self._space.comparison.arrangement().columns

    def _approach_titles(self) -> list[tuple[str, str]]:
        heads = () if self._library is None else self._library.contents.approaches
        return [(head.id, head.title) for head in heads]

    def _highlights(self, library: OpenedLibrary, source: str) -> "list[Highlight]":
        from .highlights import highlights_in

        return highlights_in(library, source, self._marked())

    def _answers(self, key: str) -> list[str]:
        from .answer_lines import answer_lines

        placed = self._find(key)
        if placed is None or self._library is None:
            return []
        return answer_lines(self._library, placed)

    def _find(self, key: str) -> EvidenceInPlace | None:
        if self._library is None:
            return None
        try:
            return self._library.find(key)
        except KeyError:
            return None

    def _open(self, source: str) -> bool:
        """Puts a source into the reader; False if it cannot be read, and says why."""
        from .opening_sources import open_source

        if self._library is None:
            return False
        try:
            return open_source(self._space.reader, self._library, source, self._highlights)
        except (Unreadable, SourceAltered):
            self.stale.emit()
            return False


def _keys(placed: EvidenceInPlace) -> list[str]:
    """Of all evidence of the same claim."""
    return [piece.key for piece in placed.claim.evidence]
