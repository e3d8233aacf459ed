"""Why something of a document was guessed as it was, in words."""

from counterpoint.domain.because import Because

from .translation import tr


def because(why: Because) -> str:
    """A phrase."""
    match why:
        case Because.CHOSEN:
            return tr("as you chose")
        case Because.EMPTY:
            return tr("there is nothing in it")
        case Because.LONG_LINES:
            return tr("its lines are longer than those of a page")
        case Because.CAPITALS:
            return tr("its lines are short and each begins with a capital")
        case Because.LINES_APART:
            return tr("each line stands between empty ones")
        case Because.PARTED_BLOCKS:
            return tr("its lines are broken, and empty lines part paragraphs")
        case Because.FEW_LINES:
            return tr("it has a few lines only")
        case Because.NOTHING_PARTS:
            return tr(
                "its lines are broken and hardly an empty line parts paragraphs: one ends where a "
                "sentence ends and the next word would have had room"
            )
        case Because.LINES_END:
            return tr("most of its lines end with a sentence")
        case Because.LINES_NUMBERED:
            return tr("its lines are numbered")
        case Because.PARAGRAPHS_NUMBERED:
            return tr("its paragraphs are numbered")
        case Because.HAS_PAGES:
            return tr("it has pages")
        case Because.NEITHER:
            return tr("it has neither pages nor numbers")
        case Because.COMES_BACK:
            return tr("these lines come back from page to page")
        case Because.UNEVEN_HEADS:
            return tr(
                "lines that come back bear numbers that run on, but they part it unevenly: they "
                "may be heads of pages or of parts"
            )
        case Because.AT_ITS_EDGE:
            return tr("the text begins or ends with one")
        case Because.BESIDE_HEADS:
            return tr("running heads stand with them")
        case Because.NEARER:
            return tr("fewer empty lines part them from the text there")
        case Because.BOTH_SIDES:
            return tr("text stands before the first of them and after the last")
        case Because.LIKELIEST_LETTERS:
            return tr("it is not UTF-8, and this one gives the likeliest letters")
        case Because.NEARLY_UTF8:
            return tr("nearly all of it is UTF-8; what is not was read as Windows-1252")
        case Because.MIXED:
            return tr(
                "some of its lines are UTF-8 and others not: each of these was read in the letters "
                "that are likeliest for it"
            )
        case Because.CUT_UTF8:
            return tr("it is UTF-8 that was cut short")
        case Because.MENUS:
            return tr("menus and the like were left out")
        case Because.EMPTIED:
            return tr(
                "menus and the like were left out, and with them all that stood under one of its "
                "headings, or after a colon"
            )
        case Because.UNTELLABLE:
            return tr("its main text cannot be told from the rest")
        case Because.SHORT_PAGE:
            return tr("it is short: all of it was taken")
        case Because.NOTHING_STANDS_OUT:
            return tr("no part of it stands out as its main text")
