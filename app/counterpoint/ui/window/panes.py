"""The panes of the window: the one table. What a pane more needs besides a line here, such as its
action and its place in the contract "panes", docs/architecture.md lists under "A pane more"."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from counterpoint.application.library.session import Part
from counterpoint.labels.translation import QT_TR_NOOP, translated
from counterpoint.ui.actions.shown_keys import of_action, with_key
from counterpoint.ui.actions.table import ACTIONS
from counterpoint.ui.session.participant import Participant


class Pane(NamedTuple):
    """`name` is for code and settings, `label` and `tip` for the person; `make` gives the widget,
    which then takes part in the session by itself. It is called when the pane is first wanted."""

    name: str
    label: str
    tip: str
    make: Callable[[Participant, QWidget], QWidget]
    answers: Part | None = None
    """What is asked of it by whoever asks it of the session: it is made and made visible then."""
    part_of: str = ""
    """The view in whose name the row of choices has it: it is opened from there."""
    share: int = 1
    """Of the height beside the views when it is first opened, beside the shares of the others."""

    @property
    def choice(self) -> tuple[str, str, str]:
        """Name, and label and tip in the language of the person, as a row of choices wants them:
        the tip with the key of its action, where it has one."""
        ids = [each.id for each in ACTIONS if each.id in (self.name, f"show-{self.name}")]
        key = of_action(ids[0]) if ids else ""
        return self.name, translated(self.label), with_key(translated(self.tip), key)


def _comparison(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.comparison.participation import make

    return make(participant, parent)


def _pages(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.pages.participation import make

    return make(participant, parent)


def _sources(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.sources.participation import make

    return make(participant, parent)


def _arrivals(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.arrivals.participation import make

    return make(participant, parent)


def _revision(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.revision.participation import make

    return make(participant, parent)


def _search(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.search.participation import make

    return make(participant, parent)


def _handover(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.handover.participation import make

    return make(participant, parent)


def _notes(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.notebook.list.participation import make

    return make(participant, parent)


def _reader(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.reader.participation import make

    return make(participant, parent)


def _notebook(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.notebook.participation import make

    return make(participant, parent)


VIEWS = (
    Pane(
        "compare",
        QT_TR_NOOP("Compare"),
        QT_TR_NOOP("The approaches side by side"),
        _comparison,
    ),
    Pane(
        "sources",
        QT_TR_NOOP("Sources"),
        QT_TR_NOOP("The texts, what they are, and their passages"),
        _sources,
    ),
    Pane("notes", QT_TR_NOOP("Notes"), QT_TR_NOOP("All notes"), _notes),
    Pane(
        "pages",
        QT_TR_NOOP("Page"),
        QT_TR_NOOP("One question, two approaches or the replies, as a page"),
        _pages,
        part_of="compare",
    ),
    Pane(
        "arrivals",
        QT_TR_NOOP("Documents"),
        QT_TR_NOOP("The documents brought into this library, and what became of them"),
        _arrivals,
        part_of="sources",
    ),
    Pane(
        "revision",
        QT_TR_NOOP("New version"),
        QT_TR_NOOP("What becomes of the quotations from a source in its new version"),
        _revision,
        part_of="sources",
    ),
    Pane(
        "search",
        QT_TR_NOOP("Search"),
        QT_TR_NOOP("Anything in this library that has the words that you type"),
        _search,
        part_of="sources",
    ),
    Pane(
        "handover",
        QT_TR_NOOP("Hand over"),
        QT_TR_NOOP("A paper of what is compared, as it will be, and its file"),
        _handover,
        part_of="compare",
    ),
)
"""One at a time has the most room; the first is there from the start. The action of the same name
goes to it; a test asks for one for each."""
BESIDE = (
    Pane(
        "reader",
        QT_TR_NOOP("Reader"),
        QT_TR_NOOP("The text"),
        _reader,
        Part.READING,
        share=66,
    ),
    Pane(
        "notebook",
        QT_TR_NOOP("Notebook"),
        QT_TR_NOOP("The note on what is chosen"),
        _notebook,
        Part.NOTE,
        share=34,
    ),
)
"""Beside the views, from top to bottom, the focus goes round in this order. The action "show-" and
the name shows and hides it; a test asks for one for each."""


def chosen_with(view: str) -> str:
    """The view that the row of choices shows as chosen while `view` is shown."""
    return next(pane.part_of for pane in VIEWS if pane.name == view) or view


def names_beside() -> tuple[str, ...]:
    """Of the panes beside the views, from top to bottom."""
    return tuple(pane.name for pane in BESIDE)


def first_heights(height: int) -> list[int]:
    """What each of the panes beside the views gets of `height` pixels, from top to bottom."""
    whole = sum(pane.share for pane in BESIDE)
    below = [round(height * pane.share / whole) for pane in BESIDE[1:]]
    return [height - sum(below), *below]
