"""A drawing alone on a page, as a PDF."""

from counterpoint.domain.report.drawing import Drawing

from .picture import svg
from .report.pdf import compiled
from .report.typst_source import literal


def picture_page(drawing: Drawing) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what could not be kept: A4, laid across where the drawing is wider than
    high. Raises NotExported."""
    data, told = svg(drawing)
    numbers = ", ".join(map(str, data))
    across = "true" if drawing.width > drawing.height else "false"
    written = (
        f"#set document(title: {literal(drawing.title)})\n"
        f'#set page(paper: "a4", flipped: {across}, margin: 12mm)\n'
        f'#image(bytes(({numbers},)), format: "svg", width: 100%, height: 100%, '
        f'fit: "contain", alt: {literal(drawing.description)})\n'
    )
    return compiled(written, "pdf", 0, told)
