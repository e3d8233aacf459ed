"""What is said of a cell that claims have gone from."""

from .translation import tr


def answer_rests_on_it(answer: str) -> str:
    """Why a claim stays."""
    return tr(
        "The answer “{answer}” would rest on no claim that carries it: let it rest on another "
        "first, or delete the answer.",
        answer=answer,
    )


def passage_for(answer: str) -> str:
    """What is looked for in a cell, as its file says it."""
    return tr("a passage for the answer “{answer}”", answer=answer)


def answer_looked_for(answer: str) -> str:
    """In the status line."""
    return tr(
        "No claim is left there: its answer “{answer}” is kept as what was looked for.",
        answer=answer,
    )


def gap_again() -> str:
    """In the status line."""
    return tr("No claim is left there: it is not said, and what was looked for is kept.")
