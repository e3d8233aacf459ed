"""What a filter of claims is called, wherever it is offered, in force, or taken away."""

from collections.abc import Mapping

from counterpoint.domain.approach import Stance
from counterpoint.domain.claim_filter import ClaimFilter

from .names import briefly
from .text import set_apart
from .translation import tr


def by_stance(of: Stance) -> str:
    match of:
        case Stance.ADVOCATES:
            return tr("Only what advocates say")
        case Stance.DESCRIBES:
            return tr("Only what describes")
        case Stance.CRITICISES:
            return tr("Only what critics say")
        case Stance.CONCEDES:
            return tr("Only what is conceded")
        case Stance.TELLS_FOR:
            return tr("Only what tells for it by inference")
        case Stance.TELLS_AGAINST:
            return tr("Only what tells against it by inference")
        case Stance.BEARS_ON:
            return tr("Only what bears on it by inference")


def no_such_stance(of: Stance) -> str:
    """What is said where a filter by stance leaves nothing."""
    match of:
        case Stance.ADVOCATES:
            return tr("Nothing that advocates")
        case Stance.DESCRIBES:
            return tr("Nothing that describes")
        case Stance.CRITICISES:
            return tr("Nothing that criticises")
        case Stance.CONCEDES:
            return tr("Nothing that concedes")
        case Stance.TELLS_FOR:
            return tr("Nothing that tells for it")
        case Stance.TELLS_AGAINST:
            return tr("Nothing that tells against it")
        case Stance.BEARS_ON:
            return tr("Nothing that bears on it")


def no_such_stance_in_rows(of: Stance) -> str:
    """What is said where a filter by stance hides every row."""
    match of:
        case Stance.ADVOCATES:
            return tr("Nothing advocates the approaches shown, in these rows")
        case Stance.DESCRIBES:
            return tr("Nothing describes the approaches shown, in these rows")
        case Stance.CRITICISES:
            return tr("Nothing criticises the approaches shown, in these rows")
        case Stance.CONCEDES:
            return tr("Nothing concedes the approaches shown, in these rows")
        case Stance.TELLS_FOR:
            return tr("Nothing tells for the approaches shown, in these rows")
        case Stance.TELLS_AGAINST:
            return tr("Nothing tells against the approaches shown, in these rows")
        case Stance.BEARS_ON:
            return tr("Nothing bears on the approaches shown, in these rows")


def own_words() -> str:
    return tr("Only own words")


def by_source(name: str) -> str:
    return tr("Only from {source}", source=set_apart(name))


def by_voice(voice: str) -> str:
    return tr("Only the voice of {voice}", voice=briefly(voice))


def by_year(year: str) -> str:
    return tr("Only texts of {year}", year=year)


def part_in_words(part: ClaimFilter, short: Mapping[str, str]) -> str:
    """ "Only what critics say", of a filter that narrows by one thing. `short` gives the short
    names of sources."""
    if part.own:
        return own_words()
    if part.stance is not None:
        return by_stance(part.stance)
    if part.source:
        return by_source(short.get(part.source, part.source))
    if part.voice:
        return by_voice(part.voice)
    return by_year(", ".join(part.years))
