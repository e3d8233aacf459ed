"""What leaves the library as a file of another tool, and what comes in from one: asked for in a
menu, told in a strip under the bar."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from counterpoint.application.importing import files_in
from counterpoint.application.importing.files_in import NotTakenIn, TakenIn, take_in, unpack
from counterpoint.application.report.files.exporting import Exported
from counterpoint.application.report.handover.others import ENDINGS, Kind, export_other
from counterpoint.application.report.handover.refused import NotHandedOver
from counterpoint.application.report.handover.shown import notes_of, shown_by
from counterpoint.domain.command_kind import CommandKind
from counterpoint.labels.handover import other_formats, other_name
from counterpoint.labels.translation import tr
from counterpoint.ui.tasks.file_work import FileWork
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.widgets.file_names import (
    as_file_name,
    ask_where,
    documents_folder,
    free_folder,
)
from counterpoint.ui.widgets.outcome_strip import OutcomeStrip
from counterpoint.ui.window.frame.body import Body
from counterpoint.ui.window.lifecycle.lifecycle import Lifecycle
from counterpoint.ui.window.workspace import Workspace

_STEPS = {
    files_in.Kind.REFERENCES: CommandKind.IMPORT_REFERENCES,
    files_in.Kind.ANNOTATIONS: CommandKind.IMPORT_ANNOTATIONS,
    files_in.Kind.PROJECT: CommandKind.IMPORT_PROJECT,
}


class Files(QObject):
    """One file at a time."""

    library_wanted = Signal(object)
    """The folder of a library, which is to be opened."""
    said = Signal(str)

    def __init__(self, theme: Theme, lifecycle: Lifecycle, body: Body, window: QWidget) -> None:
        super().__init__(window)
        self._lifecycle, self._window = lifecycle, window
        self._folder = documents_folder()
        """Where the last file was."""
        self._doing = ""
        self._out: Path | None = None
        """What is being written, if anything is."""
        self._waited_for = self._stopping = False
        """Whether the work ends by itself when it is to stop, and whether it is to."""
        self._end: Callable[[], None] | None = None
        """What is done once the work has ended, however it did."""
        self._work = FileWork(self)
        self.strip = OutcomeStrip(theme, body)
        body.put_strip(self.strip)
        self.strip.cancelled.connect(self._on_cancelled)
        self._work.told.connect(self._on_told)

    @property
    def _space(self) -> Workspace:
        return self._lifecycle.space

    def focus_stops(self) -> list[QWidget]:
        """The strip, while it tells something."""
        return [self.strip] if self.strip.isVisible() else []

    # What leaves

    def export(self, name: str) -> None:
        """Asks for a file and writes what is called `name` among the kinds of exports."""
        kind, session = Kind(name), self._space.session
        library = session.library
        if library is None or not self._is_free():
            return
        formats = list(zip(other_formats(kind), ENDINGS[kind], strict=True))
        title = as_file_name(f"{library.contents.title}, {other_name(kind)}", other_name(kind))
        first = self._folder / f"{title}{formats[0][1]}"
        found = ask_where(self._window, tr("Export"), first, formats)
        if found is None or (kind is Kind.LIBRARY and not self._is_saved()):
            return
        out, which = found
        self._folder = out.parent
        apart, notes, shown = library.apart(), notes_of(session), shown_by(session)
        self._begin(tr("Writing {file}", file=out.name))
        self._out = out
        self._work.run(
            lambda told, cancelled: export_other(
                kind, apart, notes, shown, out, which, told, cancelled
            ),
            (NotHandedOver,),
            self._on_exported,
            lambda error: self._refuse(tr("Not written: {why}", why=error)),
        )

    def _on_exported(self, done: Exported) -> None:
        words = tr("Wrote {file}.", file=done.path.name)
        self.strip.show_done(words, done.path, done.told)

    # What comes in

    def take_in(self, name: str) -> None:
        """Asks for a file of what is called `name` among the kinds of imports, and takes it in."""
        kind, space = files_in.Kind(name), self._space
        if space.session.library is None or not self._is_free():
            return
        if not space.editing.may_change(lambda _session: self.take_in(name)):
            return
        file, _ = QFileDialog.getOpenFileName(
            self._window, tr("Import"), str(self._folder), _readable(kind)
        )
        if not file or not self._is_saved():
            return
        self._folder = Path(file).parent
        folder = space.session.library.folder
        space.editing.hold(True)
        self._end = lambda: space.editing.hold(False)
        self._begin(tr("Reading {file}", file=Path(file).name), waited_for=True)
        self._work.run(
            lambda told, cancelled: take_in(kind, folder, Path(file), told, cancelled),
            (NotTakenIn,),
            partial(self._on_taken_in, kind, space),
            partial(self._on_not_taken_in, kind, space),
        )

    def _on_taken_in(self, kind: files_in.Kind, space: Workspace, done: TakenIn) -> None:
        self._ended()  # from then on the files are looked at, and what has come in is shown
        if done.batch is not None:
            space.live_sources.keep_step(_STEPS[kind], done.batch)
        self.strip.show_done(done.said, None, done.lines)

    def _on_not_taken_in(self, kind: files_in.Kind, space: Workspace, error: NotTakenIn) -> None:
        if isinstance(error, files_in.Stopped):
            self._ended()
            self.strip.show_cancelled()
            return
        self._refuse(tr("Not imported: {why}", why=error))
        if error.batch is not None:
            space.live_sources.keep_step(_STEPS[kind], error.batch)

    def open_packed(self, file: Path | None = None) -> None:
        """Makes a library of one that is in a file, which is asked for unless it is given, and
        opens it."""
        if not self._is_free():
            return
        if file is None:
            name, _ = QFileDialog.getOpenFileName(
                self._window,
                tr("Open a library in one file"),
                str(self._folder),
                tr("Libraries in one file (*.counterpoint)"),
            )
            if not name:
                return
            file = Path(name)
        place = QFileDialog.getExistingDirectory(
            self._window,
            tr("Make the library of “{file}” in this folder", file=file.name),
            str(documents_folder()),
        )
        if not place:
            return
        packed = file
        folder = free_folder(Path(place) / as_file_name(packed.stem, tr("New library")))
        self._begin(tr("Opening {file}", file=packed.name), waited_for=True)
        self._work.run(
            lambda told, cancelled: unpack(packed, folder, told, cancelled),
            (NotTakenIn,),
            self._on_unpacked,
            self._on_not_unpacked,
        )

    def _on_unpacked(self, made: tuple[Path, str]) -> None:
        folder, title = made
        self.strip.show_done(
            tr("“{title}” is a library of your own now, in {folder}.", title=title, folder=folder)
        )
        self.library_wanted.emit(folder)

    def _on_not_unpacked(self, error: NotTakenIn) -> None:
        if isinstance(error, files_in.Stopped):
            self.strip.show_cancelled()
        else:
            self._refuse(tr("Not opened: {why}", why=error))

    # How far it is

    def _is_free(self) -> bool:
        if self._work.at_work:
            self.said.emit(tr("Another file is at work; wait for its end, or cancel it."))
        return not self._work.at_work

    def _is_saved(self) -> bool:
        """Whether all that was typed is on the disk, from which it is read."""
        space = self._space
        saved = (not space.is_editing or space.editing.flush()) and space.live.flush()
        if not saved:
            self.said.emit(tr("Not all is saved yet: see to that first."))
        return saved

    def _begin(self, doing: str, *, waited_for: bool = False) -> None:
        self._doing, self._out, self._waited_for = doing, None, waited_for
        self._stopping = False
        self.strip.show_work(f"{doing}…")

    def _on_told(self, what: str) -> None:
        if not self._stopping:
            self.strip.say(tr("{doing}: {what}…", doing=self._doing, what=what))

    def _refuse(self, words: str) -> None:
        self._ended()
        self.strip.show_refusal(words)

    def _on_cancelled(self) -> None:
        if self._waited_for:
            self._stopping = True
            self._work.ask_to_stop()
            self.strip.show_work(tr("Stopping…"), stoppable=False)
            return
        self._work.cancel()
        self._ended()
        self.strip.show_cancelled(self._out)

    def _ended(self) -> None:
        end, self._end = self._end, None
        if end is not None:
            end()


def _readable(kind: files_in.Kind) -> str:
    match kind:
        case files_in.Kind.REFERENCES:
            return tr("Bibliographies (*.json *.bib *.bibtex *.ris *.xml)")
        case files_in.Kind.ANNOTATIONS:
            return tr("Annotations (*.jsonld *.json)")
        case files_in.Kind.PROJECT:
            return tr("REFI-QDA projects (*.qdpx *.qdc)")
