"""The one rule by which an action can be done: its view is shown, and what it works on is there."""

from typing import NamedTuple

from counterpoint.labels.translation import tr

from .action import Action
from .shown_keys import of_action
from .works_on import WorksOn, lacking


class Situation(NamedTuple):
    """What the window is at."""

    view: str = ""
    """The name of the view that is shown; "" where there is no library."""
    at_hand: frozenset[WorksOn] = frozenset()
    """What is there to be worked on, but for nothing and the library."""

    def allows(self, action: Action) -> bool:
        """Whether the action can be done now."""
        if action.on is WorksOn.NOTHING:
            return True
        here = bool(self.view) and action.view in ("", self.view)
        return here and (action.on is WorksOn.LIBRARY or action.on in self.at_hand)

    def why_not(self, action: Action) -> str:
        """Why it cannot be done, and what to do; "" if it can, or where there is no library."""
        if not self.view or self.allows(action):
            return ""
        if action.view in ("", self.view):
            return lacking(action.on)
        return tr(
            "“{action}” is about the comparison, which is not shown here: {key} shows it.",
            action=action.label.rstrip("…"),
            key=of_action("compare"),
        )
