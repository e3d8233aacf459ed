"""Who speaks, as it is asked: one of the chains that were used before, or another."""

from collections import Counter
from collections.abc import Iterator

from counterpoint.application.editing.desk import LibraryDesk
from counterpoint.domain.forms import PassageForm
from counterpoint.domain.voice_chain import chain_of
from counterpoint.labels import editing as words
from counterpoint.labels.names import in_a_choice

from .fields import Field, NotYet, OneOf, Values, Words

_MOST = 12
"""Chains that are offered."""
_OTHER = "other"


def voice_fields(
    desk: LibraryDesk, source: str, now: tuple[str, ...], name: str = "voice", part: str = ""
) -> tuple[Field, ...]:
    """`now` is what is said so far; () where nothing is."""
    chains = _used(desk, source)
    if now:
        chains = [now, *(each for each in chains if each != now)]
    options = tuple((_key(chain), in_a_choice(chain)) for chain in chains[:_MOST])
    other = f"{name}-{_OTHER}"

    def is_other(values: Values) -> bool:
        return values.words(name) == _OTHER

    options = (*options, (_OTHER, words.another_voice()))
    if not now and len(options) > 1:  # nobody is made to speak by not being looked at
        options = (("", words.choose_voice()), *options)
    return (
        OneOf(name, words.voice(), options, options[0][0], part=part),
        Words(
            other,
            words.voice_in_lines(),
            lines=True,
            hint=words.voice_hint(),
            when=is_other,
            part=part,
        ),
    )


def voice_of(values: Values, name: str = "voice") -> tuple[str, ...]:
    """Raises NotYet where nobody is named."""
    chosen = values.words(name)
    typed = values.words(f"{name}-{_OTHER}") if chosen == _OTHER else ""
    chain = chain_of(typed) if chosen == _OTHER else tuple(chosen.split("\n"))
    if not any(chain):
        raise NotYet(words.needs_voice(), f"{name}-{_OTHER}" if chosen == _OTHER else name)
    return chain


def _key(chain: tuple[str, ...]) -> str:
    return "\n".join(chain)


def _used(desk: LibraryDesk, source: str) -> list[tuple[str, ...]]:
    """Of that source first, the most used before the others."""
    here, elsewhere = Counter[tuple[str, ...]](), Counter[tuple[str, ...]]()
    for passage in _passages(desk):
        (here if passage.source == source else elsewhere)[passage.voice] += 1
    found = [chain for chain, _ in (*here.most_common(), *elsewhere.most_common())]
    return [chain for chain in dict.fromkeys(found) if chain]


def _passages(desk: LibraryDesk) -> Iterator[PassageForm]:
    for one in desk.resolved.approaches.values():
        for position in one.form.positions:
            for claim in position.claims:
                for piece in claim.evidence:
                    yield piece.passage
