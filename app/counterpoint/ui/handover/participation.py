"""Handing over in the session: a paper is of the library, the notes and what the comparison
shows."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from counterpoint.application.library.opened_library import OpenedLibrary
from counterpoint.application.library.session import Reading, Writing
from counterpoint.application.report.brief.finding import Finding, FindingKind
from counterpoint.application.report.handover.refused import NotHandedOver
from counterpoint.application.report.handover.shown import notes_of, shown_by
from counterpoint.application.report.handover.wanted import Shown, Wanted
from counterpoint.domain.note import Note, Target, TargetKind
from counterpoint.domain.report.blocks import Block, Place
from counterpoint.domain.source import short_names
from counterpoint.labels.reply import passage_not_placed
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.shown_keys import of_action
from counterpoint.ui.session.follow_edits import follow_edits
from counterpoint.ui.session.participant import Participant
from counterpoint.ui.tasks.file_work import FileWork, IsCancelled, Told
from counterpoint.ui.widgets.clipboard import put_forms_on_clipboard

from .form import Offered
from .view import HandOverView

if TYPE_CHECKING:
    from counterpoint.application.copying.forms import Forms
    from counterpoint.application.report.files.exporting import Exported
    from counterpoint.application.report.handover.paper import Preview

_HERE = "handover"
"""What this view is called in the table of panes."""


def make(participant: Participant, parent: QWidget) -> HandOverView:
    """The view, which takes part from now on."""
    view = HandOverView(participant.theme, parent)
    HandOverParticipation(view, participant)
    return view


class HandOverParticipation(QObject):
    def __init__(self, view: HandOverView, participant: Participant) -> None:
        super().__init__(view)
        self._view = view
        self._session = participant.session
        self._navigator = participant.navigator
        self._say = participant.signals.said.emit
        self._previewing, self._exporting = FileWork(self), FileWork(self)
        self._copying = FileWork(self)
        self._again = False
        """Whether another preview is wanted than the one that is being made."""
        view.title = self._title
        view.paper.short_of = self._session.short_of
        view.form.show_wanted(Wanted.from_dict(self._session.hand_over))
        view.chosen.connect(self._on_chosen)
        view.preview_wanted.connect(self._preview)
        view.read_requested.connect(self._read)
        view.export_wanted.connect(self._export)
        view.back_requested.connect(lambda: self._session.show_view("compare"))
        view.checks.wanted.connect(self._go_to)
        view.strip.cancelled.connect(self._on_cancelled)
        self._exporting.told.connect(self._on_told)
        signals = participant.signals
        view.print_wanted.connect(signals.print_wanted)
        view.copy_wanted.connect(self._copy)
        signals.library_changed.connect(self._on_library)
        follow_edits(signals, view, self._on_library)
        signals.arrangement_changed.connect(self._on_library)
        signals.notes_changed.connect(self._on_library)
        self._on_library(None)

    def _title(self) -> str:
        library = self._session.library
        return "" if library is None else library.contents.title

    # What is chosen

    def _on_chosen(self, wanted: Wanted) -> None:
        self._session.hand_over = wanted.to_dict()

    def _on_library(self, _by: object) -> None:
        self._view.follow()  # which asks for a preview once it is seen

    def _offer(self, library: OpenedLibrary) -> None:
        """What there is to choose from now."""
        contents = library.contents
        heads = [(head.id, f"{head.cue} {head.title}") for head in contents.approaches]
        questions = [(each.id, each.title) for each in contents.dimensions]
        places = [(TargetKind.COMPARISON.value, tr("The whole comparison")), *heads, *questions]
        places += short_names(contents.sources).items()
        self._view.form.offer(
            Offered(
                heads, questions, _tags(notes_of(self._session)), places, shown_by(self._session)
            )
        )

    # The preview

    def _preview(self) -> None:
        library = self._session.library
        if library is None:
            return
        self._offer(library)
        if self._previewing.at_work:
            self._again = True
            return
        self._view.show_begun()
        wanted, shown, notes = self._view.wanted, self._view.form.shown, notes_of(self._session)
        apart, ink = library.apart(), self._view.ink
        self._previewing.run(
            lambda _told, cancelled: _previewed(apart, notes, wanted, shown, cancelled, ink),
            (NotHandedOver,),
            self._on_previewed,
            self._on_not_previewed,
        )

    def _on_previewed(self, made: "Preview") -> None:
        if not self._next():
            self._view.show_preview(made)

    def _on_not_previewed(self, error: NotHandedOver) -> None:
        if not self._next():
            self._view.show_refusal(str(error))

    def _next(self) -> bool:
        again, self._again = self._again, False
        if again:
            self._preview()
        return again

    def _copy(self) -> None:
        """In all forms at once, which a thread makes."""
        made = self._view.made
        if made is None or self._copying.at_work:
            return
        blocks = made.report.blocks
        self._copying.run(lambda _told, _cancelled: _forms(blocks), (), self._on_forms, self._say)

    def _on_forms(self, forms: "Forms") -> None:
        put_forms_on_clipboard(**forms._asdict())
        self._say(tr("Copied the whole paper."))

    # Where it leads

    def _read(self, place: Place) -> None:
        if place.span is None and place.source not in self._sources():
            self._say(passage_not_placed())
        else:
            self._session.read(Reading(place.source, span=place.span))

    def _sources(self) -> Iterable[str]:
        library = self._session.library
        return () if library is None else [each.id for each in library.contents.sources]

    def _go_to(self, finding: Finding) -> None:
        self._view.stand_at_checks(True)
        self._lead(finding)
        if self._session.view != _HERE:
            self._session.came_from = _HERE
            self._say(tr("{key}: back to the paper.", key=of_action("back")))

    def _lead(self, finding: Finding) -> None:
        if finding.note:
            self._session.write(Writing(note=finding.note))
        elif finding.kind is FindingKind.LENGTH:
            self._view.form.paper.setFocus()
        elif finding.approach:
            kind = TargetKind.POSITION if finding.question else TargetKind.APPROACH
            self._navigator.go_to(Target(kind, finding.approach, finding.question))
        elif finding.source:
            self._navigator.show_source(finding.source)

    # The file

    def _export(self, wanted: Wanted, out: Path) -> None:
        library = self._session.library
        if library is None:
            return
        if self._exporting.at_work:
            self._say(tr("Another file is being written; wait for its end, or cancel it."))
            return
        self._offer(library)
        shown, notes, apart = self._view.form.shown, notes_of(self._session), library.apart()
        self._view.strip.show_work(tr("Writing {file}…", file=out.name))
        self._out = out
        self._exporting.run(
            lambda told, cancelled: _exported(apart, notes, wanted, shown, out, told, cancelled),
            (NotHandedOver,),
            self._on_exported,
            self._on_not_exported,
        )

    def _on_told(self, what: str) -> None:
        self._view.strip.say(tr("Writing {file}: {what}…", file=self._out.name, what=what))

    def _on_exported(self, done: "Exported") -> None:
        words = tr("Wrote {file}.", file=done.path.name)
        self._view.strip.show_done(words, done.path, done.told)

    def _on_not_exported(self, error: NotHandedOver) -> None:
        self._view.strip.show_refusal(tr("Not written: {why}", why=error))

    def _on_cancelled(self) -> None:
        self._exporting.cancel()
        self._view.strip.show_cancelled(self._out)


# What makes papers takes a tenth of a second to be imported: by the thread that makes them.


def _previewed(
    library: OpenedLibrary,
    notes: tuple[Note, ...],
    wanted: Wanted,
    shown: Shown,
    cancelled: IsCancelled,
    ink: Callable[[bytes], bytes] | None,
) -> "Preview":
    from counterpoint.application.report.handover.paper import preview

    return preview(library, notes, wanted, shown, cancelled, ink)


def _exported(
    library: OpenedLibrary,
    notes: tuple[Note, ...],
    wanted: Wanted,
    shown: Shown,
    out: Path,
    told: Told,
    cancelled: IsCancelled,
) -> "Exported":
    from counterpoint.application.report.handover.paper import export_paper

    return export_paper(library, notes, wanted, shown, out, told, cancelled)


def _forms(blocks: tuple[Block, ...]) -> "Forms":
    from counterpoint.application.copying.forms import forms_of

    return forms_of(blocks)


def _tags(notes: Iterable[Note]) -> list[tuple[str, str]]:
    """Each once, in the order of the alphabet."""
    found = {tag.casefold(): tag for note in notes for tag in note.tags}
    return [(tag, tag) for _, tag in sorted(found.items())]
