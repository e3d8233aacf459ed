"""Passages that are linked together with the one at which the field stands."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, Self

from counterpoint.application.editing.passages import NothingSelected, passage_at
from counterpoint.application.library.opened_library import (
    OpenedLibrary,
    SourceAltered,
    Unreadable,
)
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.source import NOT_STATED
from counterpoint.domain.span import Span
from counterpoint.labels import linking

VoicesIn = Callable[[OpenedLibrary, str], list[tuple[str, ...]]]
"""Those that speak in a source as it is quoted so far, the likeliest first."""


class Others(NamedTuple):
    """Each with the voice that speaks in its source, () where none is known."""

    passages: tuple[PassageForm, ...] = ()
    shorts: tuple[str, ...] = ()
    """What the source of each is called."""
    unread: tuple[str, ...] = ()
    """What the sources are called of which the text could not be read."""

    @classmethod
    def of(
        cls, library: OpenedLibrary, spans: Iterable[tuple[str, Span]], voices_in: VoicesIn
    ) -> Self:
        passages: list[PassageForm] = []
        shorts: list[str] = []
        unread: list[str] = []
        for id, span in spans:
            try:
                source = library.contents.source(id)
                passage = passage_at(source, library.text(id), span, ())
            except (KeyError, NothingSelected, Unreadable, SourceAltered):
                unread.append(id)
                continue
            author = () if source.author.startswith(NOT_STATED) else (source.author,)
            voice = next(iter(voices_in(library, id)), author)
            passages.append(passage._replace(voice=voice))
            shorts.append(source.short)
        return cls(tuple(passages), tuple(shorts), tuple(unread))

    @property
    def number(self) -> int:
        return len(self.passages) + len(self.unread)

    def in_voices(self, source: str, voice: tuple[str, ...]) -> tuple[PassageForm, ...]:
        """Those of which it is known who speaks; in `source` that is `voice`, as it was chosen."""
        there = (
            each._replace(voice=voice) if each.source == source else each for each in self.passages
        )
        return tuple(each for each in there if each.voice)

    def told(self, linked: int, source: str) -> str:
        """What is to be said besides where they were linked to, as `linked` of all were."""
        if not self.number:
            return ""
        nobody = [
            short
            for each, short in zip(self.passages, self.shorts, strict=True)
            if not each.voice and each.source != source
        ]
        already = 1 + len(self.passages) - len(nobody) - linked
        parts = [linking.passages_linked(linked)]
        parts += [linking.linked_already(already)] if already else []
        parts += [linking.nobody_known(nobody)] if nobody else []
        parts += [linking.no_longer_there(self.unread)] if self.unread else []
        return " ".join(parts)
