"""How it stands with the saving of a note, in words."""

from counterpoint.domain.refusal import Refusal

from . import refusal
from .translation import tr


def saving() -> str:
    return tr("Saving…")


def saved(when: str) -> str:
    """`when` is a time, or a day that is not today."""
    return tr("Saved {when}", when=when)


def taken_up(time: str) -> str:
    """What was written outside was taken up."""
    return tr("Changed outside {time}, taken up", time=time)


def not_saved() -> str:
    return tr("Not saved")


def not_saved_because(why: Refusal, said: str) -> str:
    """In a sentence; `said` is what the system says, or ""."""
    return tr(
        "Not saved: {why} — {remedy}; trying again.",
        why=refusal.reason(why, said),
        remedy=refusal.remedy(why),
    )
