"""How far the approaches that are shown part on a question, in a line."""

from counterpoint.domain.parting import PairsApart
from counterpoint.domain.row_parting import RowParting

from .text import set_apart
from .translation import tr


def pairs_part(counted: PairsApart) -> str:
    """ "9 of 15 pairs part, 5 with one silent": that by which questions are ordered."""
    parts = tr("{apart}\u00a0of {n}\u00a0pair(|s) part(s|)", "", counted.pairs, apart=counted.apart)
    if not counted.one_silent:
        return parts
    silent = tr("{n}\u00a0with one silent", "pairs", counted.one_silent)
    return f"{parts}, {silent}"


def row_parting(parting: RowParting) -> str:
    """ "9 of 15 pairs part, 5 with one silent"; "All 6 hold: Act as one" where all agree;
    "6 silent"."""
    if parting.agree:
        held = ", ".join(set_apart(name) for name in parting.shared)
        if parting.of == 2:
            return tr("Both hold: {answer}", answer=held)
        return tr("All {n} hold: {answer}", answer=held, n=parting.of)
    words = []
    if parting.answers and parting.counted.pairs:
        words.append(pairs_part(parting.counted))
    elif parting.answers:
        words.append(tr("{n}\u00a0answer(|s)", "", parting.answers))
    elif parting.silent:
        words.append(tr("{n}\u00a0silent", "", parting.silent))
    if parting.unfinished:
        words.append(tr("{n}\u00a0not yet answered", "", parting.unfinished))
    if parting.hidden:
        words.append(tr("{n}\u00a0hidden", "approaches", parting.hidden))
    return ", ".join(words)


def no_named_answers() -> str:
    """What is said where approaches are to be told apart by answers that nobody has named."""
    return tr(
        "This library names no answers to its questions: rows are told apart by their claims, and "
        "columns stay as they are."
    )
