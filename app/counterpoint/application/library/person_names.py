"""Names of persons, told from those of institutions where it is plain which they are."""

import re
from collections.abc import Sequence

from counterpoint.domain.report.reference import Name

_INSTITUTION = frozenset(
    re.findall(
        r"\w+",
        """
        academy administration affairs agency alliance army assembly association authority bank
        board bureau cabinet centre center chamber church club command commission committee
        commonwealth company confederation conference congress corporation corps council court
        delegation department directorate division embassy federation force forces forum
        foundation front fund government group house initiative institute institution
        international journal league limited ltd media ministry mission movement museum nations
        network news office organisation organization parliament party post press project review
        school secretariat senate service services society state states strategy task team times
        tribunal union unit university watch weekly workshop
        """,
    )
)
"""A word that no person is called by beside a given name."""
_NOT_IN_NAMES = frozenset(("the", "of", "for", "on", "to", "in"))
_PARTICLES = frozenset(
    re.findall(r"\w+", "al bin da de del della den der di du el ibn la le ten ter van von zu")
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*|(?:[^\W\d_]\.-?)+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_BETWEEN = re.compile(r"\s+and\s+|\s*&\s*|,\s+(?:and\s+)?")
_SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"))
_GIVEN = 2
"""Given names at most; with more words it may be anything."""


def names(author: str) -> tuple[Name, ...]:
    """Persons with family and given name, where it is plain that they are persons; else the whole
    as one name. So "Embassy London" is never turned round."""
    if not author:
        return ()
    if listed := listed_persons(author):
        return listed
    parts = [part for part in _BETWEEN.split(author) if part]
    found = [_person(part) for part in parts]
    if all(name is not None for name in found):
        return tuple(name for name in found if name is not None)
    return (Name(literal=author),)


def listed_persons(author: str) -> tuple[Name, ...]:
    """Those of a list as catalogues have it: "Lain, Sarah; van der Meer, Jan". One alone is taken
    for a person where initials follow the comma, as it may be a place else; () where it is none."""
    parts = [part.strip() for part in author.split(";") if part.strip()]
    found = [_turned_round(part) for part in parts]
    known = tuple(name for name in found if name is not None)
    if not found or len(known) < len(found):
        return ()
    plain = len(known) > 1 or all(map(_INITIALS.fullmatch, known[0].given.split()))
    return known if plain else ()


def in_a_list(persons: Sequence[Name]) -> str:
    """As `listed_persons` has them; "" where one is an institution, or has a suffix."""
    listed = [f"{name.family}, {name.given}" for name in persons if name.given and not name.suffix]
    return "; ".join(listed) if len(listed) == len(persons) else ""


def _turned_round(name: str) -> Name | None:
    """Of "van der Meer, Jan"."""
    family, comma, given = (part.strip() for part in name.partition(","))
    firsts, lasts = given.split(), family.split()
    while len(lasts) > 1 and lasts[0].casefold() in _PARTICLES:
        lasts = lasts[1:]
    if not comma or not 1 <= len(lasts) <= _GIVEN or not 1 <= len(firsts) <= _GIVEN:
        return None
    words = (*lasts, *firsts)
    if not all(_WORD.fullmatch(word) and _may_be_of_a_person(word) for word in words):
        return None
    return Name(family, given)


def _person(name: str) -> Name | None:
    words = name.split()
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else ""
    family_at = len(words) - 1
    while family_at > 1 and words[family_at - 1].casefold() in _PARTICLES:
        family_at -= 1
    given, family = words[:family_at], words[family_at:]
    if not 1 <= len(given) <= _GIVEN or not all(_WORD.fullmatch(word) for word in words):
        return None
    if not all(map(_may_be_of_a_person, (*given, family[-1]))):
        return None
    return Name(" ".join(family), " ".join(given), suffix=suffix)


def _may_be_of_a_person(word: str) -> bool:
    if _INITIALS.fullmatch(word):
        return True
    folded = word.casefold()
    letters_alone = word.isupper() and len(word) > 1  # NATO
    return word[0].isupper() and not letters_alone and folded not in _INSTITUTION | _NOT_IN_NAMES
