"""Descriptions being corrected: what is typed is kept, and what is saved is written."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from counterpoint.application.library.session import Asking
from counterpoint.labels import description as words
from counterpoint.ui.session.participant import Participant

from .page import SourcesPage

if TYPE_CHECKING:
    from .description_form import DescriptionForm


class Describing(QObject):
    """Opens the form where the library may be changed, and has it saved."""

    def __init__(self, page: SourcesPage, participant: Participant) -> None:
        super().__init__(page)
        self._page = page
        self._participant = participant
        self._kept: dict[tuple[str, str], str] = {}
        """What was typed, by source and field, until it is saved or taken back."""
        page.describe_requested.connect(self._on_wanted)
        page.form_made.connect(self._on_form)
        participant.signals.view_changed.connect(self._on_view)

    def _on_form(self, form: "DescriptionForm") -> None:
        form.typed.connect(self._on_typed)
        form.saved.connect(self._on_saved)
        # Before the window closes what was typed is saved, or stays for the next day.
        self._participant.sources().described.connect(self._on_described)

    def _on_wanted(self, source: str) -> None:
        asking = Asking("window", lambda space: space.signals.describe_wanted.emit(source))
        if self._participant.editing().may_change(lambda session: session.ask(asking)):
            self._page.put_form_away()
            self._page.describe(source, lambda field: self._typed(source, field))

    def _typed(self, source: str, field: str) -> str:
        kept = self._kept.get((source, field), "")
        return kept or self._participant.editing().draft(_place(source, field))

    def _on_typed(self, source: str, field: str, text: str) -> None:
        """`text` is "" where it was taken back."""
        if text:
            self._kept[source, field] = text
            self._participant.editing().type(_place(source, field), text)
        else:
            self._settle(source, field)

    def _on_saved(self, source: str, changes: Mapping[str, str], before: Mapping[str, str]) -> None:
        self._participant.sources().describe(source, changes, before)

    def _on_described(self, source: str, fields: tuple[str, ...], why_not: str) -> None:
        """It was written, or `why_not`: then what was typed stays for the next time."""
        if not why_not:
            for field in fields:
                self._settle(source, field)
        session, library = self._participant.session, self._participant.session.library
        sources = () if library is None else library.contents.sources
        found = next((each for each in sources if each.id == source), None)
        short = source if found is None else found.short
        said = words.not_saved(short, why_not) if why_not else words.saved(short)
        form = self._page.form
        still_there = session.view == "sources" and self._page.current_source() == source
        if why_not and still_there and not form.source and found is not None:
            self._page.describe(source, lambda field: self._typed(source, field))
            form.say(said)
        else:
            self._participant.signals.said.emit(said)

    def _settle(self, source: str, field: str) -> None:
        self._kept.pop((source, field), None)
        self._participant.editing().settle(_place(source, field))

    def _on_view(self, _by: object) -> None:
        """Whoever goes elsewhere has done with the form."""
        if self._participant.session.view != "sources":
            self._page.leave_form()


def _place(source: str, field: str) -> str:
    """Where words are typed, for what keeps them until they are saved."""
    return f"source/{source}/{field}"
