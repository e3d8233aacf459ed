"""Who holds an approach, and what of its evidence is the holder's own."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .approach import ClaimStanding, Evidence, Link, Proponent, Stance

_OWN = (Stance.ADVOCATES, Stance.DESCRIBES)
_CARRYING = (*_OWN, Stance.CONCEDES)


class Holder(NamedTuple):
    """The proponents of an approach as one."""

    voices: frozenset[str]
    """The ends of voice chains that are its own."""
    government: bool
    unknown: bool = False
    """In an older library nobody has said which voices are whose: there all that advocates or
    describes directly is the holder's."""

    @classmethod
    def of(cls, proponents: Iterable[Proponent], *, unknown: bool = False) -> "Holder":
        each = tuple(proponents)
        voices = frozenset(voice for one in each for voice in one.own_voices)
        return cls(voices, any(one.government for one in each), unknown)

    def says(self, voice: Sequence[str]) -> bool:
        """Whether words at the end of such a chain are its own, whatever they do."""
        return self.unknown or (bool(voice) and voice[-1] in self.voices)

    def standing(self, evidence: Iterable[Evidence]) -> ClaimStanding:
        """Whose a claim with this evidence is."""
        direct = [piece for piece in evidence if piece.link is Link.DIRECT]
        if not direct:
            return ClaimStanding.INFERENCE
        own = any(self._speaks(piece, _OWN) for piece in direct)
        return ClaimStanding.OWN if own else ClaimStanding.OTHERS

    def carries(self, evidence: Iterable[Evidence], *, of_anyone: bool) -> bool:
        """Whether an answer may rest on a claim with this evidence alone: the holder speaks
        directly, or, where the question is put to anyone, somebody does."""
        direct = [piece for piece in evidence if piece.link is Link.DIRECT]
        return any(of_anyone or self._speaks(piece, _CARRYING) for piece in direct)

    def _speaks(self, piece: Evidence, stances: tuple[Stance, ...]) -> bool:
        if piece.stance not in stances:
            return False
        described = self.government and piece.stance is Stance.DESCRIBES
        return described or self.says(piece.voice)
