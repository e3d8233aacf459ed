"""Leaving while documents come in, wait to be looked at, or a new version is worked through."""

from PySide6.QtWidgets import QWidget

from counterpoint.application.importing.arrivals import Standing
from counterpoint.application.importing.revising import Decision
from counterpoint.labels.arrival import documents
from counterpoint.labels.translation import tr
from counterpoint.ui.session.live_sources import LiveSources
from counterpoint.ui.widgets.plain_box import PlainBox


def may_leave_unfinished(window: QWidget, live: LiveSources) -> bool:
    """Asks where something would not be done: True where nothing is, or the person lets it be."""
    words = unfinished(live)
    if not words:
        return True
    box = PlainBox(window, tr("Not all documents are in"), words)
    box.setIcon(PlainBox.Icon.Question)
    leave = box.addButton(tr("Leave"), PlainBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Stay"), PlainBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.setEscapeButton(stay)
    box.exec()
    return box.clickedButton() is leave


def unfinished(live: LiveSources) -> str:
    """What would not be done, in sentences; "" where there is nothing."""
    parts: list[str] = []
    if live.at_work:
        parts.append(
            tr("Documents are still coming in: those that are not in yet would be left out.")
        )
    waiting = sum(each.standing is Standing.WAITS for each in live.arrivals)
    if waiting:
        parts.append(
            tr(
                "{documents} (waits|wait) for you to look at (it|them), and (is|are) not stored.",
                "",
                waiting,
                documents=documents(waiting),
            )
        )
    revision = live.revision
    decided = (Decision.ACCEPTED, Decision.LEFT)
    if revision is not None and any(item.decision in decided for item in revision.items):
        lost = tr("A new version is not put in: what you have decided of it would be lost.")
        if revision.read_by is not None:
            lost = tr("A document is not read otherwise yet: what you have decided would be lost.")
        parts.append(lost)
    return " ".join(parts)
