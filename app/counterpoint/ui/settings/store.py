"""The settings of one window in a file that other windows share: Qt's, wrapped once for types.

Locking, merging with what other windows wrote, and writing whole or not at all are QSettings'. A
setting is written only where this window changed it.
"""

import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QCryptographicHash, QSettings

from counterpoint.labels.translation import tr

from .texts import OfNoUse, read, texts
from .values import MOST_RECENT, LibraryState, Settings
from .write_lock import is_free, write_lock

MOST_LIBRARIES = 100
"""Libraries of which is kept how they were left; the one touched longest ago goes first."""
MOST_BYTES = 4_000_000
"""A file larger than this is not ours."""
_LIBRARIES = "libraries"


class SettingsStore:
    """`settings` are those last read or saved; `messages` say in plain words what was wrong.

    Without a file, everything is at its default, and nothing is kept.
    """

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.messages: tuple[str, ...] = ()
        self.settings = Settings()
        self.lock_in_the_way: Path | None = None
        """The lock for which `save` would have had to wait, if that is why it saved nothing."""
        self._unwritten = False
        """Whether a write failed: Qt tries it again whenever the file is opened, even to read."""
        self._unusable = "" if file is None else _unusable(file)
        if file is None:
            return
        if self._unusable:
            self.messages = (
                tr(
                    "{file} {why}; the window opens with its defaults. Remove it, or the choices "
                    "you make are not kept.",
                    file=file,
                    why=self._unusable,
                ),
            )
            return
        earlier = not file.exists()
        kept = self._open()
        wrong: list[str] = []
        self.settings = Settings(**_read(kept, Settings._fields, wrong))  # type: ignore[arg-type]
        if kept.status() is QSettings.Status.FormatError:  # Qt parses when a value is asked for
            wrong.append(tr("lines that are none of settings"))
        if wrong:
            self._tell(kept, wrong)
        if earlier:
            self._take_up_earlier(file.with_suffix(".json"))

    def of_library(self, folder: Path) -> LibraryState:
        """How the library in `folder` was left; what is of no use is at its default."""
        if self.file is None or self._unusable:
            return LibraryState()
        if self._unwritten and not is_free(self.file, wait=0):
            return LibraryState()
        kept = self._open()
        kept.beginGroup(group_of(folder))
        wrong: list[str] = []
        return LibraryState(**_read(kept, LibraryState._fields, wrong))  # type: ignore[arg-type]

    def save(self, settings: Settings, libraries: Mapping[Path, LibraryState]) -> bool:
        """Writes what differs from the settings last read or saved, and how libraries were left.
        False where that could not be done; then it can be tried again later. Waits for a lock no
        longer than LONGEST_WAIT."""
        self.lock_in_the_way = None
        if self.file is None:
            return True
        if self._unusable:
            return False
        if not is_free(self.file):
            self.lock_in_the_way = write_lock(self.file)
            return False
        kept = self._open()
        before, now = texts(self.settings), texts(settings)
        for name in ("recent_libraries", "recent_choices"):
            if now[name] != before[name]:
                now[name] = texts(self._with_theirs(kept, settings, name))[name]
        for name, text in now.items():
            if text != before[name]:
                kept.setValue(name, text)
        for folder, state in libraries.items():
            _keep_library(kept, folder, state)
        _forget_oldest(kept)
        kept.sync()
        self._unwritten = kept.status() is QSettings.Status.AccessError
        if self._unwritten:
            return False
        self.settings = settings
        return True

    def _open(self) -> QSettings:
        """Anew each time, as what failed once would be its state for good."""
        return QSettings(str(self.file), QSettings.Format.IniFormat)

    def _with_theirs(self, kept: QSettings, ours: Settings, name: str) -> Settings:
        """Recent things with those that another window has added since."""
        try:
            theirs = read(name, kept.value(name))
        except OfNoUse:
            return ours
        if not isinstance(theirs, tuple):
            return ours
        mine, old = getattr(ours, name), getattr(self.settings, name)
        added = [one for one in theirs if one not in mine and one not in old]
        merged: tuple[str, ...] = (*mine, *added)[:MOST_RECENT]
        return (
            ours._replace(recent_libraries=merged)
            if name == "recent_libraries"
            else ours._replace(recent_choices=merged)
        )

    def _tell(self, kept: QSettings, wrong: Iterable[str]) -> None:
        """What is wrong goes, so that it is not told each day; the file as it was is kept.
        Where the file is locked it stays, and is told again."""
        from .bad_file import kept_beside

        file = Path(kept.fileName())
        copy = kept_beside(file)
        told = tr("; the file as it was is kept as {copy}", copy=copy.name) if copy else ""
        if is_free(file):
            for name in wrong:
                kept.remove(name)
            kept.sync()
            self._unwritten = kept.status() is QSettings.Status.AccessError
        self.messages += (
            tr(
                "{file} has values that cannot be used ({values}): they are at their defaults"
                "{told}.",
                file=file.name,
                values=", ".join(wrong),
                told=told,
            ),
        )

    def _take_up_earlier(self, file: Path) -> None:
        """What an earlier version left beside the file is read once, and stays where it is."""
        from .earlier_file import read_earlier

        earlier = read_earlier(file)
        if earlier is None:
            return
        self.messages += earlier.messages
        self.save(earlier.settings, earlier.libraries)


def _unusable(file: Path) -> str:
    """What stands in the way of the file, or "". A pipe would be waited for for ever."""
    try:
        if not file.exists():
            return ""
        if file.is_dir():
            return tr("is a folder")
        if not file.is_file():
            return tr("is not a file")
        if file.stat().st_size > MOST_BYTES:
            return tr("is larger than {size} MB", size=MOST_BYTES // 1_000_000)
        with file.open("rb"):
            return ""
    except OSError as error:
        return tr("cannot be read ({why})", why=error.strerror)


def _read(kept: QSettings, names: Iterable[str], wrong: list[str]) -> dict[str, object]:
    """Those of `names` that are there, and of use; the others that are there are added to
    `wrong`."""
    found: dict[str, object] = {}
    for name in names:
        if kept.contains(name):
            try:
                found[name] = read(name, kept.value(name))
            except OfNoUse:
                wrong.append(name)
    return found


def group_of(folder: Path) -> str:
    """Where a library stands in the file: a path cannot be a key, as its slashes would make groups,
    and capitals and small letters are the same in keys on some systems."""
    path = str(folder).encode("utf-8", "surrogatepass")
    digest = QCryptographicHash.hash(path, QCryptographicHash.Algorithm.Sha256)
    return f"{_LIBRARIES}/{bytes(digest.toHex().data()).decode()[:16]}"


def _keep_library(kept: QSettings, folder: Path, state: LibraryState) -> None:
    kept.beginGroup(group_of(folder))
    kept.setValue("folder", ascii(str(folder))[1:-1])  # for whoever reads the file
    kept.setValue("touched", str(time.time_ns()))
    for name, text in texts(state).items():
        kept.setValue(name, text)
    kept.endGroup()


def _forget_oldest(kept: QSettings) -> None:
    kept.beginGroup(_LIBRARIES)
    groups = kept.childGroups()
    if len(groups) > MOST_LIBRARIES:
        groups.sort(key=lambda group: str(kept.value(f"{group}/touched", "")).zfill(20))
        for group in groups[:-MOST_LIBRARIES]:
            kept.remove(group)
    kept.endGroup()
