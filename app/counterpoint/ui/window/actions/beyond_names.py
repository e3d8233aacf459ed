"""What the words of the palette find in the index, once what has them in its name is listed."""

from PySide6.QtCore import QObject, QTimer

from counterpoint.application.library.find import Entry, Kind
from counterpoint.application.notes.notebook import Notebook
from counterpoint.application.search.searching import Result
from counterpoint.application.search.where import in_a_line, target_of
from counterpoint.domain.note import Target
from counterpoint.domain.search.rows import RowKind
from counterpoint.labels.search import row_kind
from counterpoint.labels.text import DOT
from counterpoint.ui.palette.view import Palette
from counterpoint.ui.session.live_index import LiveIndex
from counterpoint.ui.tasks.task import Report, Task
from counterpoint.ui.window.workspace import Workspace

from .palette_entries import beyond_names

MOST = 8
_KINDS = (
    RowKind.PASSAGE,
    RowKind.QUOTATION,
    RowKind.ANSWER,
    RowKind.SOURCE,
    RowKind.REPLY,
    RowKind.NOTE,
)
"""What is not listed by its name, or has more words than that."""
_PAUSE = 60
"""Milliseconds after a key in which the next one may come."""


class BeyondNames(QObject):
    """Asks in another thread; the names never wait for it."""

    def __init__(self, palette: Palette, space: Workspace) -> None:
        super().__init__(palette)
        self._palette = palette
        self._space = space
        self._index: LiveIndex = space.index
        self._index.wake()
        self._query = ""
        self._task: Task | None = None
        self._found: dict[str, Result] = {}
        self._answered = True
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        palette.sought.connect(self._on_sought)
        self._index.another.connect(self._ask)

    def stop(self) -> None:
        """The library is another now."""
        self._palette.sought.disconnect(self._on_sought)
        self._forget()
        self.deleteLater()

    def is_of(self, space: Workspace) -> bool:
        return self._space is space

    def target_of(self, entry: Entry, notebook: Notebook) -> Target | None:
        """What an entry that was listed goes to."""
        result = self._found.get(entry.key)
        find = self._space.session.find
        return None if result is None else target_of(result, find, notebook.notes.get)

    def _on_sought(self, query: str) -> None:
        self._forget()
        self._query, self._answered = query, not query.strip()
        if query.strip():
            self._pause.start()

    def _forget(self) -> None:
        self._pause.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _ask(self) -> None:
        searching, query = self._index.searching, self._query
        waits = self._palette.isHidden() or self._answered or self._task is not None
        if waits or searching is None or not query.strip():
            return

        library = self._index.library()
        many = () if library is None else beyond_names(library, self._space.live.notebook)

        def work(_report: Report) -> tuple[Result, ...]:
            named = [searching.search(query, (kind,), MOST, typing=True) for kind in many]
            kinds = [kind for kind in _KINDS if kind not in many]
            rest = searching.search(query, kinds, MOST, typing=True)
            return tuple(each for found in (*named, rest) for each in found.results)

        self._task = self._index.task(work, self)
        self._task.finished.connect(self._on_found)
        self._task.start()

    def _on_found(self, found: tuple[Result, ...]) -> None:
        self._task = None
        self._answered = bool(found)  # else there may be more in the index later
        self._found = {f"{each.kind}\t{each.id}": each for each in found}
        entries = [
            Entry(Kind.FOUND, in_a_line(each), self._detail(each), key)
            for key, each in self._found.items()
        ]
        self._palette.show_beyond(self._query, entries)

    def _detail(self, result: Result) -> str:
        session = self._space.session
        if result.kind is RowKind.ANSWER:
            target = target_of(result, session.find, lambda _id: None)
            where = "" if target is None else session.title_of(target)
        else:
            where = session.short_of(result.source) if result.source else ""
        return DOT.join(filter(None, (row_kind(result.kind), where)))
