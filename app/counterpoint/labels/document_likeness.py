"""How a document is like a source that a library has, in words."""

from counterpoint.domain.document_likeness import Likeness

from .translation import tr


def alike(likeness: Likeness, id: str) -> str:
    """A phrase; `id` is that of the source."""
    match likeness:
        case Likeness.SAME_FILE:
            return tr("this file is in the library already, as {id}", id=id)
        case Likeness.SAME_TEXT:
            return tr("its text is word for word that of {id}", id=id)
        case Likeness.NEW_VERSION:
            return tr(
                "it looks like another version of {id}; to replace that, use "
                "counterpoint update {id}",
                id=id,
            )
