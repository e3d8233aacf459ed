"""What was chosen when a passage was linked last, so that it comes back for the next, another day
too."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple, Self

from counterpoint.domain.approach import ClaimKind, Link, Stance
from counterpoint.domain.editing.link_to import LinkTo

MOST_VOICES = 50
"""Sources of which it is remembered who spoke."""


class LastLink(NamedTuple):
    """`voices` says whose voice was last chosen in each source, the latest last."""

    to: LinkTo | None = None
    stance: Stance = Stance.ADVOCATES
    link: Link = Link.DIRECT
    kind: ClaimKind = ClaimKind.PRESCRIPTION
    voices: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    def to_dict(self) -> dict[str, object]:
        """As plain JSON types."""
        kept = list(self.voices.items())[-MOST_VOICES:]
        return {
            "to": None if self.to is None else list(self.to[:3]),
            "stance": self.stance.value,
            "link": self.link.value,
            "kind": self.kind.value,
            "voices": {source: list(voice) for source, voice in kept},
        }

    @classmethod
    def from_dict(cls, kept: object) -> Self:
        """What `to_dict` gave; of what is no such thing the default. Never raises."""
        if not isinstance(kept, dict):
            return cls()
        to: LinkTo | None = None
        match kept.get("to"):
            case [str(approach), str(dimension), str(claim)]:
                to = LinkTo(approach, dimension, claim)
        voices = kept.get("voices")
        return cls(
            to,
            next((one for one in Stance if one.value == kept.get("stance")), Stance.ADVOCATES),
            next((one for one in Link if one.value == kept.get("link")), Link.DIRECT),
            next((one for one in ClaimKind if one.value == kept.get("kind")), cls().kind),
            {
                source: tuple(voice)
                for source, voice in (voices if isinstance(voices, dict) else {}).items()
                if isinstance(source, str) and _is_voice(voice)
            },
        )


def _is_voice(voice: object) -> bool:
    return isinstance(voice, list) and bool(voice) and all(isinstance(one, str) for one in voice)
