"""From passage to passage of what is chosen."""

from counterpoint.application.library.session import Session
from counterpoint.labels.translation import tr
from counterpoint.ui.actions.works_on import WorksOn, lacking
from counterpoint.ui.reader.highlights.in_source import keys_of_approach
from counterpoint.ui.reader.pane import ReaderPane


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
