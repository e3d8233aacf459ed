"""`FileFault` in words."""

from counterpoint.domain.faults.file_fault import FileFault
from counterpoint.domain.problem import Argument
from counterpoint.domain.refusal import Refusal
from counterpoint.labels import refusal
from counterpoint.labels.translation import tr


def worded(fault: FileFault, *given: Argument) -> str:
    match fault:
        case FileFault.FOLDER_IN_THE_WAY:
            return tr("there is a folder of this name where a file should be; rename or remove it")
        case FileFault.NO_FILE:
            return tr("this is a pipe, a device or the like; put a file in its place")
        case FileFault.NOT_THERE:
            return tr("the file is not there; put it back or write it")
        case FileFault.LINK_TO_NOTHING:
            return tr("the link leads to no file; put the file there, or remove the link")
        case FileFault.NOT_ALLOWED:
            return tr("the file cannot be read ({why}); check its permissions", why=given[0])
        case FileFault.NOT_READ:
            return tr(
                "the file cannot be read ({why}); see that its disk is connected and in order",
                why=given[0],
            )
        case FileFault.NOT_UTF8:
            return tr("the byte {byte} is not UTF-8; save the file again as UTF-8", byte=given[0])
        case FileFault.BYTE_ORDER_MARK:
            return tr("the text begins with a byte-order mark; save it as UTF-8 without one")
        case FileFault.CARRIAGE_RETURN:
            return tr("the text holds a carriage return; save it with line feeds (LF) only")
        case FileFault.LINE_BREAK:
            return tr(
                "the text holds {sign}; put a line feed (a new line) in its place",
                sign=_line_break(str(given[0])),
            )
        case FileFault.EMPTY_TEXT:
            return tr("the text is empty; put it back")
        case FileFault.NOT_WRITTEN:
            why, said = given
            return refusal.told(Refusal(str(why)), str(said))
        case FileFault.NO_HOME:
            return tr("your notes were not looked at. {why}", why=refusal.no_home())


def _line_break(sign: str) -> str:
    match sign:
        case "\u2028":
            return tr("a Unicode line separator (U+2028)")
        case "\u2029":
            return tr("a Unicode paragraph separator (U+2029)")
        case "\x0b":
            return tr("a vertical tab (U+000B)")
        case "\x0c":
            return tr("a form feed (U+000C)")
    return tr("a next-line character (U+0085)")
