"""A source in words."""

from counterpoint.domain.source import Numbering

from .paragraph import counted, paragraph
from .translation import tr


def numbering(of: Numbering) -> str:
    """How its paragraphs are numbered, and so how they are cited."""
    match of:
        case Numbering.PILCROW:
            return tr("By the text itself; cited as {place}", place=paragraph("¶4"))
        case Numbering.NUMBER:
            return tr("By the text itself; cited as {place}", place=paragraph("144"))
        case Numbering.COUNT:
            return tr(
                "The text has no numbers. Counted from the top; cited as {place}",
                place=counted("§9"),
            )
        case Numbering.PAGE:
            return tr(
                "By its pages, and on each from the top; cited as {place}",
                place=paragraph("p. 12 ¶3"),
            )
        case Numbering.LINE:
            return tr("By its lines; cited as {place}", place=paragraph("l. 40"))
