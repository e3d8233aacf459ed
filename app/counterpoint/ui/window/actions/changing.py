"""Where what changes the library is done: in the view that is shown."""

from typing import TYPE_CHECKING

from counterpoint.application.library.opened_library import SourceAltered, Unreadable
from counterpoint.ui.window.workspace import Workspace

if TYPE_CHECKING:
    from counterpoint.domain.forms import PassageForm
    from counterpoint.ui.editing.deeds import Deeds


def deeds_of(space: Workspace) -> "Deeds":
    """In the comparison, where no page is shown."""
    return space.pages.deeds if space.view_name() == "pages" else space.comparison.deeds


def can_change(space: Workspace) -> bool:
    """Whether something is chosen there that can be changed."""
    if space.view_name() == "pages":
        return True
    return space.view_name() == "compare" and space.comparison.selection() is not None


def reply(space: Workspace) -> None:
    """The words that are selected in the reader answer what is chosen; or that answers others."""
    deeds_of(space).reply(_selected(space))


def _selected(space: Workspace) -> "PassageForm | None":
    from counterpoint.application.editing.passages import NothingSelected, passage_at

    library = space.session.library
    if library is None or not space.has("reader") or not space.reader.isVisible():
        return None
    source, span = space.reader.source, space.reader.selection()
    if source is None or span is None:
        return None
    try:
        return passage_at(source, library.text(source.id), span, ())
    except (NothingSelected, Unreadable, SourceAltered):
        return None
