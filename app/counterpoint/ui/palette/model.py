"""What the palette lists: recent choices and actions at first, then what the words find."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counterpoint.application.library.find import Entry, EntryIndex, Found, Kind, words_of
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.shown_keys import native, spaced

MOST_LISTED = 200
"""Entries listed at a time; who wants one further down types another word."""

MOST_RECENT = 6

_NOWHERE = QModelIndex()


class PaletteModel(QAbstractListModel):
    """A list of entries for one query. Setting the query resets it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = EntryIndex(())
        self._given: tuple[Entry, ...] = ()
        self._found = Found()
        self.words: tuple[str, ...] = ()
        """The folded words that are sought."""
        self.off: frozenset[str] = frozenset()
        """The names of the actions that cannot be done now."""
        self.recents = 0
        """How many of the entries listed, from the first, are recent choices."""
        self.further: Callable[[str], Entry] | None = None
        """What to list last, for what was typed."""

    def set_entries(self, entries: Iterable[Entry], recent: Sequence[str]) -> None:
        """Takes up what can be found and lists what there is before a word is typed.

        `recent` names the entries chosen lately, the latest first.
        """
        given = tuple(entries)
        if given != self._given:
            self._given = given
            self._finder = EntryIndex(given)
        by_name = {entry.name: entry for entry in given} if recent else {}
        lately = [by_name[name] for name in recent if name in by_name][:MOST_RECENT]
        actions = [e for e in given if e.kind is Kind.ACTION and e not in lately]
        self.beginResetModel()
        self.words = ()
        self.recents = len(lately)
        self._found = Found((*lately, *actions), len(lately) + len(actions))
        self.endResetModel()

    def prepare(self) -> None:
        """Does beforehand what would hold up the first key typed, where there is very much."""
        self._finder.prepare()

    def seek(self, query: str) -> None:
        """Lists what holds every word of `query`, which has at least one."""
        self.beginResetModel()
        self.words = words_of(query)
        self.recents = 0
        found = self._finder.find(query, MOST_LISTED)
        more = () if self.further is None else (self.further(query.strip()),)
        self._found = Found((*found.entries, *more), found.total)
        self.endResetModel()

    def show_beyond(self, entries: Sequence[Entry]) -> None:
        """Lists what was found otherwise, behind all that has the words in its name; it is in
        place of what was listed so before."""
        last = len(self._found.entries) - (self.further is not None)
        if not entries or not self.words:
            return
        self.beginInsertRows(QModelIndex(), last, last + len(entries) - 1)
        there = self._found.entries
        self._found = Found((*there[:last], *entries, *there[last:]), self._found.total)
        self.endInsertRows()

    @property
    def total(self) -> int:
        """How many match in all, of which the first 200 are listed."""
        return self._found.total

    @property
    def given(self) -> tuple[Entry, ...]:
        """All that can be found."""
        return self._given

    def entry(self, row: int) -> Entry:
        return self._found.entries[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._found.entries)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        entry = self.entry(index.row())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(entry, off=entry.name in self.off)
            case Qt.ItemDataRole.UserRole:
                return entry
        return None


def entry_kind(of: Kind) -> str:
    """What an entry is, in a word."""
    match of:
        case Kind.ACTION:
            return tr("action")
        case Kind.APPROACH:
            return tr("approach")
        case Kind.DIMENSION:
            return tr("question")
        case Kind.SOURCE:
            return tr("source")
        case Kind.CLAIM:
            return tr("claim")
        case Kind.NOTE:
            return tr("note")
        case Kind.FILTER:
            return tr("filter")
        case Kind.SAVED:
            return tr("saved search")
        case Kind.FOUND:
            return tr("found")
        case Kind.SEARCH:
            return tr("search")


def spoken(entry: Entry, *, off: bool = False) -> str:
    """What a screen reader says of an entry, or of one that cannot be done now."""
    keys, now = spaced(native(entry.keys)), tr("not available now") if off else ""
    parts = (entry.title, entry.detail, entry_kind(entry.kind), keys, now)
    return ", ".join(part for part in parts if part)
