"""At which stage a window is with its library, and what may come after what."""

from enum import Enum, auto


class Stage(Enum):
    """From the opening of a library to the closing of the window, or to another library."""

    OPENING = auto()
    """It is read; nothing of it is shown yet."""
    SHOWN = auto()
    """The comparison is shown, and waits for its first paint; the other panes come after it."""
    READY = auto()
    """All panes are there, and notes are saved."""
    READING_AGAIN = auto()
    """The same, while the library is read again from its files."""
    STOPPED = auto()
    """The person stopped the reading; a page says so."""
    NO_LIBRARY = auto()
    """A page says why nothing can be shown."""
    CLOSED = auto()
    """Nothing more is read, verified or saved."""

    @property
    def has_library(self) -> bool:
        """Whether a library is shown."""
        return self in (Stage.SHOWN, Stage.READY, Stage.READING_AGAIN)

    @property
    def settled(self) -> bool:
        """Whether a library is shown, or the page that says why there is none."""
        return self.has_library or self is Stage.NO_LIBRARY

    @property
    def ready(self) -> bool:
        """Whether all panes are there besides, or the page."""
        return self in (Stage.READY, Stage.READING_AGAIN, Stage.NO_LIBRARY)


_MAY_FOLLOW: dict[Stage, tuple[Stage, ...]] = {
    Stage.OPENING: (Stage.OPENING, Stage.SHOWN, Stage.STOPPED, Stage.NO_LIBRARY),
    Stage.SHOWN: (Stage.SHOWN, Stage.READY, Stage.OPENING),
    Stage.READY: (Stage.READY, Stage.READING_AGAIN, Stage.OPENING),
    Stage.READING_AGAIN: (Stage.READING_AGAIN, Stage.READY, Stage.OPENING),
    Stage.STOPPED: (Stage.OPENING,),
    Stage.NO_LIBRARY: (Stage.OPENING,),
    Stage.CLOSED: (),
}


def may_follow(stage: Stage, after: Stage) -> bool:
    """Whether `stage` can come after another. Everything can be closed, once and again."""
    return stage is Stage.CLOSED or stage in _MAY_FOLLOW[after]
