"""What a person may have meant by a name that is not known."""

from .translation import tr


def did_you_mean(near: object) -> str:
    """ "did you mean `twin-track`?", or "" where nothing is near."""
    return tr("did you mean `{near}`?", near=near) if near else ""
