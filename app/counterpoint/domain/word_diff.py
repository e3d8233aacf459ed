"""What differs between words and those that are proposed for them, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from .plain_spelling import plain

_WORD = re.compile(r"\S+")
_BARE = re.compile(r"^\W+|\W+$")
_TURNING = re.compile(
    # Negations, in the languages of the sources that are met most.
    r"no|not|never|none|nor|neither|nobody|nothing|nowhere|cannot|without|hardly|scarcely|.*n't"
    r"|nicht|nie|niemals|kein(?:e[mnrs]?)?|ohne|weder|niemand|nichts"
    r"|non|ne|pas|jamais|aucune?|sans|ni|rien|personne|n'.*|nunca|jamás|ning(?:ún|una)|sin"
    r"|mai|senza|nessun[oa]?|nulla|niet|nooit|geen|zonder|não|nem|sem|inte|aldrig|ikke|aldri"
    r"|nie|bez|żaden|не|нет|ни|никогда|без"
    # What else says that it is not so, or not altogether.
    r"|untrue|false(?:ly)?|wrong(?:ly)?|incorrect|mistaken|den(?:y|ies|ied|ying)|doubt(?:s|ed|ful)?"
    r"|reject(?:s|ed|ing)?|refus(?:e|es|ed|ing)|unless|except|only|alleged(?:ly)?|unlikely"
    r"|falsch|unwahr|nur|außer|faux|fausse|sauf"
    # Numbers and how many.
    r"|.*\d.*|zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
    r"|fifty|hundred|thousand|million|billion|half|third|quarter|once|twice|all|some|few|most|every"
)


class WordChange(NamedTuple):
    """`gone` words became `come`; either may be "" but not both. `turns` where a negation or a
    number is among them: what is said may be another thing altogether."""

    gone: str
    come: str
    turns: bool


def word_changes(words: str, there: str) -> tuple[WordChange, ...]:
    """What has to be changed in `words` to make them `there`, in order; how words are set is no
    change."""
    return tuple(each for each in marked(words, there) if isinstance(each, WordChange))


def marked(words: str, there: str) -> tuple[str | WordChange, ...]:
    """The same with the words between that stay, as they are `there`."""
    return tuple(
        " ".join(come)
        if same
        else WordChange(" ".join(gone), " ".join(come), _turning(gone) != _turning(come))
        for gone, come, same in _parted(words, there)
    )


class Stretch(NamedTuple):
    """Words of the one and, in their place, of the other; `same` where they differ in nothing but
    how they are set. Either may be "" where they do."""

    old: str
    new: str
    same: bool


def side_by_side(words: str, there: str, *, exactly: bool = False) -> tuple[Stretch, ...]:
    """All of both, in order, parted where they differ; `exactly` where how they are set counts."""
    parted = _parted(words, there, exactly=exactly)
    return tuple(Stretch(" ".join(old), " ".join(new), same) for old, new, same in parted)


def _parted(
    words: str, there: str, *, exactly: bool = False
) -> Iterator[tuple[list[str], list[str], bool]]:
    """The words of both in stretches, in order, and whether these are the same."""
    old, new = _WORD.findall(words), _WORD.findall(there)
    one, other = (old, new) if exactly else ([*map(plain, old)], [*map(plain, new)])
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        yield old[a:b], new[c:d], tag == "equal"


def turning_words(gone: str, come: str) -> tuple[str, ...]:
    """The negations and numbers of which the one has more than the other, those that are new
    first."""
    one, other = _turning(gone.split()), _turning(come.split())
    new = [word for word in other if word not in one]
    return tuple(dict.fromkeys((*new, *(word for word in one if word not in other))))


def _turning(words: list[str]) -> list[str]:
    """The negations and numbers among `words`."""
    bare = [_BARE.sub("", plain(word)).casefold() for word in words]
    return [word for word in bare if _TURNING.fullmatch(word)]
