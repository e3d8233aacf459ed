"""The panes of the window: the one table. A pane more is its folder and a line here."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from counterpoint.application.library.session import Part
from counterpoint.labels.translation import QT_TR_NOOP, translated
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

    @property
    def choice(self) -> tuple[str, str, str]:
        """Name, and label and tip in the language of the person, as a row of choices wants them."""
        return self.name, translated(self.label), translated(self.tip)


def _comparison(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.comparison.participation import make

    return make(participant, parent)


def _sources(participant: Participant, parent: QWidget) -> QWidget:
    from counterpoint.ui.sources.participation import make

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
        QT_TR_NOOP("The approaches side by side (Ctrl+1)"),
        _comparison,
    ),
    Pane(
        "sources",
        QT_TR_NOOP("Sources"),
        QT_TR_NOOP("The texts, what they are, and their passages (Ctrl+2)"),
        _sources,
    ),
    Pane("notes", QT_TR_NOOP("Notes"), QT_TR_NOOP("All notes (Ctrl+3)"), _notes),
)
"""One at a time has the most room; the first is there from the start."""
BESIDE = (
    Pane(
        "reader", QT_TR_NOOP("Reader"), QT_TR_NOOP("The text (Ctrl+Shift+R)"), _reader, Part.READING
    ),
    Pane(
        "notebook",
        QT_TR_NOOP("Notebook"),
        QT_TR_NOOP("The note on what is chosen (Ctrl+Shift+N)"),
        _notebook,
        Part.NOTE,
    ),
)
"""Beside the views, from top to bottom, the focus goes round in this order."""
