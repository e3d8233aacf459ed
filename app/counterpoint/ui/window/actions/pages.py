"""Opening what is chosen as a page."""

from counterpoint.application.library.page import Page, PageKind, pair_beside
from counterpoint.labels.page import no_questions, too_few_to_compare
from counterpoint.labels.translation import tr
from counterpoint.ui.window.workspace import Workspace


def show_question(space: Workspace) -> None:
    """The question of what is chosen; where nothing of a question is, the first that is shown."""
    library = space.session.library
    if library is None:
        return
    chosen = space.session.target.dimension
    known = [each.id for each in library.contents.dimensions]
    shown = [each.id for each in space.comparison.grid.grid_model.sheet.dimensions]
    question = chosen if chosen in known else next(iter(shown or known), "")
    if question:
        space.navigator.show_page(Page(PageKind.QUESTION, question))
    else:
        space.signals.said.emit(no_questions())


def show_pair(space: Workspace) -> None:
    """The approach that is chosen beside its neighbour; on the page others can be chosen."""
    columns = space.session.arrangement.columns
    pair = pair_beside(columns, space.session.target.approach)
    if pair is None:
        space.signals.said.emit(too_few_to_compare())
    else:
        space.navigator.show_page(pair)


def copy_page(space: Workspace) -> str:
    """The page that is shown, whole; what to say where none is."""
    if space.view_name() == "handover":
        from counterpoint.ui.handover.view import HandOverView  # it is there

        paper = space.pane("handover")
        if isinstance(paper, HandOverView):
            paper.copy_paper()
        return ""
    if space.view_name() != "pages":
        return tr("Open a page first: a question, two approaches, or who answers whom.")
    space.pages.copy_page()
    return ""
