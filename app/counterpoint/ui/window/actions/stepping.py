"""From passage to passage of what is chosen, or from result to result."""

from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from counterpoint.application.library.session import Session
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.works_on import WorksOn, lacking
from counterpoint.ui.reader.highlights.in_source import keys_of_approach
from counterpoint.ui.reader.pane import ReaderPane
from counterpoint.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.ui.search.view import SearchView


def step_onward(space: Workspace, reader: Callable[[], ReaderPane], by: int) -> str:
    """To the next result while results are seen, else to the next passage of the text (or, where
    `by` is -1, the one before); what to tell where there is none, else ""."""
    if space.view_name() == "search":
        return cast("SearchView", space.pane("search")).step(by)
    if by > 0:
        reader().next_passage()
    else:
        reader().previous_passage()
    return ""


def step_in_approach(session: Session, reader: ReaderPane, by: int) -> str:
    """To the next passage of the chosen approach (or, where `by` is -1, the one before); what to
    tell where there is none, else ""."""
    library, chosen = session.library, session.target.approach
    if library is None or not chosen:
        return lacking(WorksOn.APPROACH)
    title = library.contents.approach(chosen).title
    reader.set_passages(keys_of_approach(library, chosen), tr("of {title}", title=title))
    if by > 0:
        reader.next_passage()
    else:
        reader.previous_passage()
    return ""
