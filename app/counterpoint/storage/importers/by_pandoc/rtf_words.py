"""The control words of Rich Text that say how letters are written and where they stand."""

import re

CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
PLACES = {b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr",
           b"footerf"}  # fmt: skip
BOX = b"shptxt"
BOXES = {BOX, b"dptxbxtext"}
FORMULA = b"moMath"
COMMENT = b"annotation"
OF_COMMENTS = {b"atnid", b"atnauthor", b"atnref", b"atndate", b"atntime", b"atnparent", b"atnicn"}
"""Groups within a comment that hold none of its words."""
PARTED = {b"par", b"cell", b"row", b"sect", b"page"}
ENDS = {*PARTED, b"tab", b"line"}
NAME, VALUE = b"sn", b"sv"
"""Of a property of a shape."""
DRAWN = "gtextUNICODE"
"""The property that holds the words of one that is letters, as a watermark is."""
NOWHERE = b"*"
"""The place of what holds words that nobody is told."""
UNSEEN = {
    *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"listtext", b"pntext"),
    *(b"nonshppict", b"fldinst", b"annotation", b"atnid", b"atnauthor", b"xe", b"tc", b"template"),
    *(b"pn", b"pnseclvl", b"listtable", b"listoverridetable", b"revtbl", b"filetbl"),
    *(b"generator", b"bkmkstart", b"bkmkend", b"themedata", b"datastore", b"sp", *PLACES),
}
"""Groups that hold no words of the text."""
HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|заголовок|kop|rubrik|overskrift|nagłówek|nadpis)"
    r"\s+([1-9])"
)
"""What the programs of several languages call the styles of headings."""
COUNTED = {b"footnote", b"pict", b"object", b"annotation", b"deleted", b"revised"}
