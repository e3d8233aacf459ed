"""Approaches and questions as they begin: with a title, and all else not stated yet."""

from collections.abc import Collection
from string import ascii_uppercase

from counterpoint.domain.approach import Colour, Dimension, Status
from counterpoint.domain.forms import ApproachForm

NOT_STATED = "not stated"
"""What stands where a file needs words that nobody has written yet."""
UNDATED = "undated"


def new_approach(title: str, cues: Collection[str], colours: Collection[Colour]) -> ApproachForm:
    """Under a letter and in a colour that no other has, as long as there are such."""
    return ApproachForm(
        title=title,
        gist=NOT_STATED,
        cue=_free_cue(cues),
        colour=next((each for each in Colour if each not in colours), Colour.SLATE),
        status=Status.ADVOCATED,
        status_note=NOT_STATED,
        date=UNDATED,
        proponents=(),
        positions=(),
    )


def new_question(id: str, title: str) -> Dimension:
    """Whose title is its question too, until somebody words that."""
    bare = title.rstrip("?").rstrip()
    return Dimension(id, bare or title, title, NOT_STATED, (), False, False)


def _free_cue(taken: Collection[str]) -> str:
    letters = (*ascii_uppercase, *(f"{one}{two}" for one in "ABC" for two in ascii_uppercase))
    return next((each for each in letters if each not in taken), "?")
