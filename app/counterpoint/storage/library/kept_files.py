"""Files of a library as they were before a batch was written, so that all of it can be taken back,
and done again: everything at once or nothing, and only over what was written."""

import shutil
import tempfile
import weakref
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from counterpoint.storage.files import atomic
from counterpoint.storage.files.file_digest import file_digest

from .source_writer import Written, write_sources


class ChangedSince(Exception):
    """A file is not what was written there any more. `file` is relative to the library."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class KeptFiles:
    """What the files at `places` of the library in `folder` were, and are. Copies lie in a folder
    of the system's for passing files, which goes with this object. Blocks: for a worker thread."""

    def __init__(self, folder: Path, places: Iterable[str]) -> None:
        """To be made before they are written; `written` is to be called after. Raises NotWritten
        where the copies find no room."""
        self._folder = folder
        try:
            self._room = Path(tempfile.mkdtemp(prefix="counterpoint-undo-"))
        except OSError as error:
            raise atomic.not_written(Path(tempfile.gettempdir()), error) from error
        weakref.finalize(self, shutil.rmtree, str(self._room), True)
        self._places = tuple(dict.fromkeys(places))
        self._others = self._keep()
        self._now: dict[str, str | None] = {}

    @classmethod
    def here(cls, folder: Path, places: Iterable[str]) -> Self:
        """Files that are there, and before were not: to exchange them takes them away."""
        made = cls(folder, ())
        made._places = tuple(dict.fromkeys(places))
        made._others = dict.fromkeys(made._places)
        made.written()
        return made

    @property
    def places(self) -> tuple[str, ...]:
        """Relative to the library, in the order of their writing."""
        return self._places

    def written(self) -> None:
        """They are as they are to be."""
        self._now = {place: self._digest(place) for place in self._places}

    def exchange(self) -> None:
        """Puts back what was there before, and keeps what is there now for the next time. Raises
        ChangedSince, NotWritten or OriginalAltered; then nothing has changed."""
        for place in self._places:
            if self._digest(place) != self._now[place]:
                raise ChangedSince(place)
        now = self._keep()
        write_sources(self._folder, [self._put(place) for place in self._in_order()])
        self._now, self._others = self._others, now

    def _in_order(self) -> tuple[str, ...]:
        """What goes goes the other way round: no description is without its text."""
        gone = [place for place in self._places if self._others[place] is None]
        return (*(place for place in self._places if place not in gone), *reversed(gone))

    def _put(self, place: str) -> Written:
        digest = self._others[place]
        if digest is None:
            return Written(place, gone=True, replaces=True)
        return Written(place, copied=self._room / digest, digest=digest, replaces=True)

    def _keep(self) -> dict[str, str | None]:
        """Copies what is at the places now; the digest of each, None where nothing is."""
        kept: dict[str, str | None] = {}
        for place in self._places:
            digest = kept[place] = self._digest(place)
            if digest is not None and not (self._room / digest).exists():
                try:
                    shutil.copyfile(self._folder / place, self._room / digest)
                except OSError as error:
                    raise atomic.not_written(self._room, error) from error
        return kept

    def _digest(self, place: str) -> str | None:
        try:
            return file_digest(self._folder / place)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise atomic.not_written(self._folder / place, error) from error
