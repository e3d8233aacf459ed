"""Pictures within a report."""

from base64 import b64encode

from counterpoint.domain.report.blocks import Picture


def media_type(picture: Picture) -> str:
    return "image/svg+xml" if picture.name.endswith(".svg") else "image/png"


def data_address(picture: Picture) -> str:
    """The picture itself as an address, so that no other file is needed."""
    return f"data:{media_type(picture)};base64,{b64encode(picture.data).decode()}"
