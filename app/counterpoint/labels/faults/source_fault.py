"""`SourceFault` in words."""

from counterpoint.domain.faults.source_fault import SourceFault
from counterpoint.domain.problem import Argument
from counterpoint.labels.meant import did_you_mean
from counterpoint.labels.translation import tr


def worded(fault: SourceFault, *given: Argument) -> str:
    match fault:
        case SourceFault.WITHOUT_DIGEST:
            return tr("`digest` is missing; run counterpoint anchor, which fills it in")
        case SourceFault.NOT_THE_TEXT_DESCRIBED:
            return tr(
                "corpus/{source}.txt is not the text that was described: its digest is another; "
                "put the text back, or look at what changed and run counterpoint anchor --again",
                source=given[0],
            )
        case SourceFault.NO_SUCH_PARAGRAPH:
            paragraph, near, other = given
            return tr(
                "the text has no paragraph “{paragraph}”; {remedy}",
                paragraph=paragraph,
                remedy=did_you_mean(near) or tr("write it as it is cited, as “{one}”", one=other),
            )
        case SourceFault.ORIGINAL_MISSING:
            return tr(
                "the document that it was taken from, {file}, is not there; put it back, or go on "
                "with the text alone",
                file=given[0],
            )
        case SourceFault.ORIGINAL_CHANGED:
            return tr(
                "{file} is not the document that it was taken from: its digest is another; put "
                "that one back, or bring this one in as a new version",
                file=given[0],
            )
        case SourceFault.ORIGINAL_UNREADABLE:
            return tr(
                "the document that it was taken from, {file}, cannot be read ({why})",
                file=given[0],
                why=given[1],
            )
        case SourceFault.ORIGINAL_NO_DOCUMENT:
            return tr(
                "{file}, given as the document that it was taken from, is none that an import "
                "keeps, and is never opened",
                file=given[0],
            )
        case SourceFault.NO_MAP:
            return _no_map(str(given[0]))
        case SourceFault.MAP_OF_A_LATER_VERSION:
            return _no_map(
                tr("its format is {format}, which this version does not know", format=given[0])
            )
        case SourceFault.NO_POSITION:
            return _no_map(tr("{value} is no position", value=given[0]))
        case SourceFault.POSITIONS_NOT_IN_ORDER:
            return _no_map(tr("its positions are not in order"))
        case SourceFault.MAP_OF_ANOTHER_TEXT:
            return tr(
                "this is the map of another text than corpus/{source}.txt, so its pages, headings "
                "and footnotes are not known; put the text back, or import the source again",
                source=given[0],
            )
        case SourceFault.TEXT_AND_AFTER:
            return tr("give either `text`, or `after` and `before`, not both")
        case SourceFault.NEITHER_TEXT_NOR_AFTER:
            return tr("give `text`, or `after` and `before`, or one of them")
        case SourceFault.SEVERAL_STRETCHES:
            return tr(
                "{number} stretches of the text stand between these words ({lines}); give more of "
                "them in `after` or `before`",
                number=given[0],
                lines=_in_lines(*given),
            )
        case SourceFault.NOTHING_BETWEEN:
            return tr("nothing stands between these words")
        case SourceFault.SEVERAL_PLACES:
            return tr(
                "these words stand {number} times in the text ({lines}); give more of them",
                number=given[0],
                lines=_in_lines(*given),
            )
        case SourceFault.ONLY_IN_LONGER_WORDS:
            return tr(
                "these words stand in the text only as part of longer ones (“{longer}”); give "
                "whole ones",
                longer=given[0],
            )
        case SourceFault.NOT_IN_THE_TEXT:
            return tr("these words are not in the text; write them as they stand there")
        case SourceFault.OVERLAP:
            one, other, start, end = given
            return tr(
                "a {one} and a {other} overlap (at code points {start} to {end}); give each "
                "stretch once",
                one=one,
                other=other,
                start=start,
                end=end,
            )


def _no_map(why: str) -> str:
    return tr(
        "this is not the map that an import wrote ({why}); put it back, or import the source again",
        why=why,
    )


def _in_lines(many: Argument, *first: Argument) -> str:
    """ "lines 3, 40 and 2 more": in which lines the first of so many places are."""
    shown = list(map(str, first))
    more = int(many) - len(shown)
    last = tr("{n} more", "places", more) if more else shown.pop()
    if shown:
        return tr("lines {lines} and {last}", lines=", ".join(shown), last=last)
    return tr("line {number}", number=last)
