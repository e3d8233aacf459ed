"""A drawing as SVG, whose words stay words, and as PNG."""

from html import escape

from counterpoint.domain.report.drawing import Box, Drawing, Stroke, Words
from counterpoint.storage.exporters.report.pdf import compiled

from .unwritable_signs import FittingText

DOTS = 192.0
"""PNG: pixels to an inch, two for each of the drawing's."""


def svg(drawing: Drawing) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what could not be kept."""
    letters = FittingText()

    def text(words: str) -> str:
        return escape(letters.fit(words), quote=False)

    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{drawing.width:g}" '
        f'height="{drawing.height:g}" viewBox="0 0 {drawing.width:g} {drawing.height:g}" '
        'role="img" font-family="Inter, Segoe UI, Helvetica, Arial, sans-serif">',
        f"<title>{text(drawing.title)}</title>",
        f"<desc>{text(drawing.description)}</desc>",
        f'<rect width="{drawing.width:g}" height="{drawing.height:g}" fill="#ffffff"/>',
    ]
    for shape in drawing.shapes:
        match shape:
            case Words():
                weight = ' font-weight="600"' if shape.strong else ""
                parts.append(
                    f'<text x="{shape.x:.1f}" y="{shape.y:.1f}" font-size="{shape.size:g}" '
                    f'fill="#{shape.colour}" text-anchor="{shape.anchor}"{weight}>'
                    f"{text(shape.words)}</text>"
                )
            case Box():
                dashes = ' stroke-dasharray="3 2.5"' if shape.dashed else ""
                parts.append(
                    f'<rect x="{shape.x:.1f}" y="{shape.y:.1f}" width="{shape.width:.1f}" '
                    f'height="{shape.height:.1f}" rx="{shape.round:g}" fill="#{shape.fill}" '
                    f'stroke="#{shape.colour}" stroke-width="{shape.stroke:g}"{dashes}/>'
                )
            case Stroke():
                parts += _stroke(shape)
    return ("\n".join([*parts, "</svg>"]) + "\n").encode(), letters.told()


def _stroke(stroke: Stroke) -> list[str]:
    dashes = ' stroke-dasharray="5 4"' if stroke.dashed else ""
    line = (
        f'<line x1="{stroke.x1:.1f}" y1="{stroke.y1:.1f}" x2="{stroke.x2:.1f}" '
        f'y2="{stroke.y2:.1f}" stroke="#{stroke.colour}" stroke-width="{stroke.width:g}"{dashes}/>'
    )
    if not stroke.arrow:
        return [line]
    back = -7 if stroke.x2 > stroke.x1 else 7
    x, y = stroke.x2, stroke.y2
    points = f"{x:.1f},{y:.1f} {x + back:.1f},{y - 4:.1f} {x + back:.1f},{y + 4:.1f}"
    return [line, f'<polygon points="{points}" fill="#{stroke.colour}"/>']


def png(drawing: Drawing) -> tuple[bytes, tuple[str, ...]]:
    """The file, and what could not be kept. Raises NotExported."""
    data, told = svg(drawing)
    return png_of(data, drawing.width, drawing.height, told)


def png_of(
    data: bytes, wide: float, high: float, told: tuple[str, ...] = (), dots: float = DOTS
) -> tuple[bytes, tuple[str, ...]]:
    """An SVG of so many pixels as PNG, of so many `dots` to an inch. Raises NotExported."""
    numbers = ", ".join(map(str, data))
    width, height = wide * 0.75, high * 0.75  # points
    written = (
        f"#set page(width: {width:g}pt, height: {height:g}pt, margin: 0pt)\n"
        f'#image(bytes(({numbers},)), format: "svg", width: 100%)\n'
    )
    return compiled(written, "png", 0, told, ppi=dots)
