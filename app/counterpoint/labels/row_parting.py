"""How far the approaches that are shown part on a question, in a line."""

from counterpoint.domain.row_parting import RowParting

from .text import in_one_line
from .translation import tr


def row_parting(parting: RowParting) -> str:
    """ "4 answers, 2 silent"; "All 6 hold: Act as one" where all agree; "6 silent"."""
    if parting.agree:
        held = ", ".join(in_one_line(name) for name in parting.shared)
        return tr("All {n} hold: {answer}", answer=held, n=parting.of)
    words = [tr("{n}\u00a0answer(|s)", "", parting.answers)] if parting.answers else []
    if parting.silent:
        words.append(tr("{n}\u00a0silent", "", parting.silent))
    if parting.unfinished:
        words.append(tr("{n}\u00a0not yet answered", "", parting.unfinished))
    return ", ".join(words)


def no_named_answers() -> str:
    """What is said where approaches are to be told apart by answers that nobody has named."""
    return tr(
        "This library names no answers to its questions: rows are told apart by their claims, and "
        "columns stay as they are."
    )
