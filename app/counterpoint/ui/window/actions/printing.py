"""What is printed: what is seen in the view, or the text that has the focus."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from counterpoint.application.library.arrangement import Depth
from counterpoint.application.report.handover.shown import notes_of, shown_by
from counterpoint.labels.translation import tr
from counterpoint.ui.handover.view import HandOverView
from counterpoint.ui.theme.theme import Theme
from counterpoint.ui.window.workspace import Workspace

from .source_chosen import source_chosen

if TYPE_CHECKING:
    from counterpoint.application.report.handover.printing import Print


def print_view(space: Workspace, theme: Theme, window: QWidget) -> str:
    """Opens the preview of what will be printed; what to say where there is nothing."""
    handed = space.pane("handover") if space.view_name() == "handover" else None
    if isinstance(handed, HandOverView) and handed.refusal:
        return tr("There is nothing to print. {why}", why=handed.refusal)
    found = _printed(space)
    if found is None:
        return tr("Open what is to be printed: the comparison, a page, a paper or a text.")
    from counterpoint.ui.window.frame.print_preview import PrintPreview

    title, make = found
    PrintPreview(theme, title, make, window).show()
    return ""


def _printed(space: Workspace) -> "tuple[str, Print] | None":
    from counterpoint.application.report.handover import printing

    session, library = space.session, space.session.library
    if library is None:
        return None
    apart, notes, shown = library.apart(), notes_of(session), shown_by(session)
    title, view, focus = library.contents.title, space.view_name(), QApplication.focusWidget()
    in_reader = space.has("reader") and focus is not None and space.reader.isAncestorOf(focus)
    if in_reader or view == "sources":
        read = space.reader.source if in_reader else None
        source = read.id if read is not None else source_chosen(space)
        if not source:
            return None
        return session.short_of(source), printing.source_pages(apart, source)
    if view == "compare" and session.arrangement.depth is Depth.MAP:
        return tr("Map"), printing.map_pages(apart, shown)
    if view == "compare":
        return title, printing.comparison_pages(apart, notes, shown)
    if view == "pages" and space.pages.page is not None and not space.pages.is_gone:
        page = space.pages.page
        return title, printing.page_pages(apart, page, session.arrangement.columns)
    handed = space.pane(view) if view == "handover" else None
    if isinstance(handed, HandOverView):
        wanted, of = handed.wanted, handed.form.shown
        return wanted.title or title, printing.paper_pages(apart, notes, wanted, of)
    return None
