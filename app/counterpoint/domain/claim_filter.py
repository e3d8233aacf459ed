"""Which claims alone are shown: by stance, by whose words they are, by source, voice and year."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, Self

from .approach import Claim, ClaimStanding, Evidence, Link, Stance
from .source import Source

YEAR = 4
"""Characters of a date that are its year."""


class ClaimFilter(NamedTuple):
    """A claim passes where one piece of its evidence is all that is asked for; it is then shown
    with all its evidence, as to hide who contradicts it would mislead."""

    stance: Stance | None = None
    own: bool = False
    """Whether only the holder's own words are wanted, directly linked."""
    source: str = ""
    """The id of one source, or ""."""
    voice: str = ""
    """Who says it, the last of the chain; or ""."""
    years: Mapping[str, frozenset[str]] = MappingProxyType({})
    """The years in which the texts were written, each with the ids of its sources; none for all."""

    def __bool__(self) -> bool:
        """Whether it narrows anything."""
        return bool(self.stance or self.own or self.source or self.voice or self.years)

    @property
    def by_text(self) -> bool:
        """Whether it asks for certain texts: a source, a voice or years."""
        return bool(self.source or self.voice or self.years)

    @property
    def only_stance(self) -> Stance | None:
        """The stance, where it narrows by nothing else."""
        return self.stance if self == type(self)(stance=self.stance) else None

    def parts(self) -> Iterator[Self]:
        """Each thing that it narrows by, as a filter of its own."""
        cls = type(self)
        if self.own:
            yield cls(own=True)
        if self.stance is not None:
            yield cls(stance=self.stance)
        if self.source:
            yield cls(source=self.source)
        if self.voice:
            yield cls(voice=self.voice)
        for year, sources in self.years.items():
            yield cls(years={year: sources})

    def with_part(self, part: Self) -> Self:
        """Narrowed by one thing more, in place of another of its kind; years add up."""
        return self._replace(
            stance=self.stance if part.stance is None else part.stance,
            own=self.own or part.own,
            source=part.source or self.source,
            voice=part.voice or self.voice,
            years=dict(sorted({**self.years, **part.years}.items())),
        )

    def without(self, part: Self) -> Self:
        """Without one of its parts."""
        return self._replace(
            stance=None if part.stance is not None else self.stance,
            own=self.own and not part.own,
            source="" if part.source else self.source,
            voice="" if part.voice else self.voice,
            years={year: held for year, held in self.years.items() if year not in part.years},
        )

    def passes(self, claim: Claim) -> bool:
        if self.own and claim.standing is not ClaimStanding.OWN:
            return False
        return any(self.fits(piece) for piece in claim.evidence)

    def carries(self, claim: Claim) -> bool:
        """Whether a claim passes by a direct link: what bears on it by inference alone is nobody's
        answer."""
        return self.passes(claim) and any(
            piece.link is Link.DIRECT and self.fits(piece) for piece in claim.evidence
        )

    def fits(self, piece: Evidence) -> bool:
        """Whether a piece of evidence is all that is asked for."""
        return (
            self.stance in (None, piece.stance)
            and (not self.own or piece.link is Link.DIRECT)
            and self.source in ("", piece.source)
            and self.voice in ("", *piece.voice[-1:])
            and (not self.years or any(piece.source in held for held in self.years.values()))
        )

    def to_dict(self) -> dict[str, object]:
        """As plain JSON types."""
        return {
            "stance": self.stance.value if self.stance else None,
            "own": self.own,
            "source": self.source,
            "voice": self.voice,
            "years": sorted(self.years),
        }

    @classmethod
    def from_dict(cls, kept: object, sources: Iterable[Source]) -> Self:
        """What `to_dict` gave, made to fit the sources that there are. Never raises: a source or a
        year that there is not is dropped, and rubbish too."""
        if not isinstance(kept, dict):
            return cls()
        sources = tuple(sources)
        source, voice, years = kept.get("source"), kept.get("voice"), kept.get("years")
        asked = years if isinstance(years, list) else []
        there = by_year(sources) if asked else {}
        return cls(
            stance=next((one for one in Stance if one.value == kept.get("stance")), None),
            own=kept.get("own") is True,
            source=next((each.id for each in sources if each.id == source), ""),
            voice=voice if isinstance(voice, str) else "",
            years={year: held for year, held in there.items() if year in asked},
        )


def by_year(sources: Iterable[Source]) -> dict[str, frozenset[str]]:
    """The ids of the sources by the year of each, in order; an undated one is in none."""
    found: dict[str, set[str]] = {}
    for source in sources:
        year = source.date[:YEAR]
        if len(year) == YEAR and year.isdigit():
            found.setdefault(year, set()).add(source.id)
    return {year: frozenset(held) for year, held in sorted(found.items())}
