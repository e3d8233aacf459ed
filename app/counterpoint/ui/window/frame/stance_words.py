"""What a filter by stance is called, in the menu and in the bar."""

from counterpoint.domain.approach import Stance
from counterpoint.ui.actions.table import ACTIONS


def stance_words(stance: Stance) -> str:
    """ "Only what critics say": the title of the action that filters so."""
    return next(each.label for each in ACTIONS if each.id == f"stance-{stance.value}")
