"""What is said where claims have gone from a cell, or come to one."""

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


def put_here(*, copy: bool) -> str:
    """In the status line, in place of how it could be put there."""
    return tr("A copy of the claim is here now.") if copy else tr("The claim is here now.")
