"""The letters of an RTF file, each written in UTF-8.

Pandoc 3.9 reads every code page as that of western Europe, parts letters of two halves, and leaves
a letter out after the plain fallback of a Unicode one (`\\u225?x`). Here the signs are only written
anew; what they mean is left to Pandoc.
"""

import re
from typing import NamedTuple

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}]+)",
    re.DOTALL,
)
_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256",
    186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_PAGES = {b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
_PLACES = {b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr",
           b"footerf"}  # fmt: skip
_BOX = b"shptxt"
_COMMENT = b"annotation"
_OF_COMMENTS = {b"atnid", b"atnauthor", b"atnref", b"atndate", b"atntime", b"atnparent", b"atnicn"}
"""Groups within a comment that hold none of its words."""
_PARTED = {b"par", b"cell", b"row", b"sect", b"page"}
_ENDS = {*_PARTED, b"tab", b"line"}
_NOWHERE = b"*"
"""The place of what holds words that nobody is told."""
_UNSEEN = {
    *(b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"listtext", b"pntext"),
    *(b"nonshppict", b"fldinst", b"annotation", b"atnid", b"atnauthor", b"xe", b"tc", b"template"),
    *(b"generator", b"bkmkstart", b"bkmkend", b"themedata", b"datastore", b"sp", *_PLACES),
}
"""Groups that hold no words of the text."""
_OPEN_WORD = re.compile(rb"\\[a-zA-Z]+(?:-?\d+)?$")
_HEADING = re.compile(
    r"(?:heading|überschrift|titre|título|titolo|заголовок|kop|rubrik|overskrift|nagłówek|nadpis)"
    r"\s+([1-9])"
)
"""What the programs of several languages call the styles of headings."""
_CONTROLS = bytes((*range(9), *range(14, 32), 127))
_COUNTED = {b"pict", b"object", b"annotation", b"deleted", b"revised"}


class RtfLetters(NamedTuple):
    data: bytes
    counts: dict[str, int]
    """How many groups of each kind there are that Pandoc leaves out."""
    heads: tuple[str, ...]
    """The words of headers and footers."""
    boxes: tuple[str, ...]
    """The words of text boxes."""
    comments: tuple[str, ...]
    deleted: tuple[str, ...]
    """What tracked changes take out."""
    hidden: tuple[str, ...]
    said: tuple[str, ...]
    """The paragraphs of what is to be seen, without what is beside the text."""
    controls: int
    """Control characters, other than tabs and line ends, that stand in it as bytes."""


class _Group:
    __slots__ = ("deleted", "fallback", "font", "hidden", "place", "seen", "style", "words")

    def __init__(
        self, font: int, fallback: int, place: bytes, *, seen: bool, hidden: bool, deleted: bool
    ) -> None:
        self.font = font
        self.fallback = fallback
        self.place = place
        """Where it stands, if beside the text: a header, a footer, a text box."""
        self.seen = seen
        """Whether its words are some of the text, where they are not hidden."""
        self.hidden = hidden
        self.deleted = deleted
        self.style = -1
        """The number of the style that it describes."""
        self.words: list[str] = []

    @property
    def heard(self) -> bool:
        """Whether its words are wanted."""
        return bool(self.place) or self.style >= 0


def plain_letters(data: bytes) -> RtfLetters:
    """`data` with its letters in UTF-8 and no fallbacks."""
    return _Writer().write(data)


class _Writer:
    def __init__(self) -> None:
        self.out: list[bytes] = []
        self.groups = [_Group(-1, 1, b"", seen=True, hidden=False, deleted=False)]
        self.fonts: dict[int, str] = {}
        self.page = "cp1252"
        self.default_font = -1
        self.font_in_table = -1
        self.in_table = 0
        self.in_styles = 0
        self.headings: dict[int, int] = {}
        """The levels of the styles that are called headings."""
        self.skip = 0
        self.waiting = bytearray()
        self.half = 0
        self.counts: dict[str, int] = {}
        self.heads: list[str] = []
        self.boxes: list[str] = []
        self.comments: list[str] = []
        self.deleted: list[str] = []
        self.hidden: list[str] = []
        self.unseen_in: list[str] | None = None
        """Where the words that were heard last stand, of those that are not seen."""
        self.said: list[str] = [""]
        self.notes: list[str] = []
        self.note = 0
        """The group, counted from the outermost, of the footnote that is being read; 0 for none."""
        self.controls = 0

    def write(self, data: bytes) -> RtfLetters:
        position = 0
        while position < len(data):
            found = _TOKEN.match(data, position)
            if found is None:
                position += 1
                continue
            position = found.end()
            code, word, number, sign, brace, plain = found.groups()
            if code is not None:
                self._byte(int(code, 16))
                continue
            if plain is not None:
                self._plain(plain)
                continue
            self._flush()
            if brace is not None:
                self._brace(brace)
            elif word is not None:
                position += self._word(word, number, found[0], data, position)
            elif self.skip:
                self.skip -= 1
            else:
                if sign == b"*":
                    self.groups[-1].seen = False
                self.out.append(b"\\" + sign)
        self._flush()
        return RtfLetters(
            b"".join(self.out),
            self.counts,
            tuple(self.heads),
            tuple(self.boxes),
            tuple(self.comments),
            _told(self.deleted),
            _told(self.hidden),
            (*self.said, *self.notes),
            self.controls,
        )

    def _brace(self, brace: bytes) -> None:
        self.skip = 0
        self.out.append(brace)
        if brace == b"{":
            group = self.groups[-1]
            self.groups.append(
                _Group(
                    group.font,
                    group.fallback,
                    group.place,
                    seen=group.seen,
                    hidden=group.hidden,
                    deleted=group.deleted,
                )
            )
        elif len(self.groups) > 1:
            group = self.groups.pop()
            if group.place and not self.groups[-1].place:
                words = " ".join("".join(group.words).split())
                if words:
                    places = {_BOX: self.boxes, _COMMENT: self.comments}
                    places.get(group.place, self.heads).append(words)
            elif group.place and group.place != _NOWHERE:
                self.groups[-1].words += group.words
            if group.style >= 0:
                level = _HEADING.fullmatch("".join(group.words).strip(" ;").lower())
                if level is not None:
                    self.headings[group.style] = int(level[1])
            if len(self.groups) < self.note:
                self.note = 0
            if len(self.groups) < self.in_table:
                self.in_table = 0
            if len(self.groups) < self.in_styles:
                self.in_styles = 0

    def _word(
        self, word: bytes, number: bytes | None, raw: bytes, data: bytes, position: int
    ) -> int:
        """What is to be left out after the word, in bytes."""
        group = self.groups[-1]
        value = int(number) if number else 0
        if word == b"bin" and value > 0:
            return min(value, len(data) - position)
        if word == b"uc":
            group.fallback = value
            return 0
        if word == b"u" and number:
            self.skip = 0
            self._letter(value % 65536)
            self.skip = group.fallback
            return 0
        if self.skip:
            self.skip -= 1
            return 0
        raw = self._of_letters(word, value, raw)
        match word:
            case b"footnote" if self.out[-1:] == [b"\\*"]:
                self.out.pop()  # or Pandoc would leave out what LibreOffice writes so
            case b"stylesheet":
                self.in_styles = len(self.groups)
            case b"s" if self.in_styles:
                group.style = value
            case b"s" if value in self.headings:
                raw = b"%b\\outlinelevel%d " % (raw, self.headings[value] - 1)
            case _ if word in _PLACES or word in (_BOX, _COMMENT):
                group.place = group.place or word
            case _ if word in _OF_COMMENTS and group.place:
                group.place = _NOWHERE
            case b"up" | b"dn":  # which Pandoc 3.9 passes over
                off = b"super" if word == b"up" else b"sub"
                raw = b"\\%s " % (b"nosupersub" if number == b"0" else off)
            case b"plain":
                raw = b"\\plain\\nosupersub "
        self._sees(group, word, number)
        if word in _COUNTED and number != b"0":
            name = word.decode()
            self.counts[name] = self.counts.get(name, 0) + 1
        if word == b"deleted" and number != b"0":
            raw = b"\\v "  # hidden, as what is deleted is once the change is accepted
        self.out.append(raw)
        if group.place and word in (b"par", b"tab", b"cell", b"line"):
            group.words.append(" ")
        return 0

    def _sees(self, group: _Group, word: bytes, number: bytes | None) -> None:
        """Notes what a word says of whether words are seen, and where paragraphs end."""
        if word in _UNSEEN:
            group.seen = False
        elif word == b"footnote":
            group.seen = len(self.groups) < 2 or self.groups[-2].seen
            self.note = self.note or len(self.groups)
            self.notes.append("")
        elif word == b"v":
            group.hidden = number != b"0"
        elif word == b"deleted":
            group.deleted = number != b"0"
        elif word == b"plain":
            group.hidden = group.deleted = False
        if word in _ENDS:
            self._say("\n" if word in _PARTED else " ")

    def _of_letters(self, word: bytes, value: int, raw: bytes) -> bytes:
        """Notes what a word says of code pages and fonts; what is written in its place."""
        group = self.groups[-1]
        match word:
            case b"ansicpg":
                self.page = f"cp{value}" if value else self.page
                return b"\\ansicpg1252 "
            case b"mac" | b"pc" | b"pca":
                self.page = _PAGES[word]
                return b""
            case b"deff":
                self.default_font = value
                self.groups[0].font = value if self.groups[0].font < 0 else self.groups[0].font
            case b"fonttbl":
                self.in_table = len(self.groups)
            case b"f" if self.in_table:
                self.font_in_table = value
            case b"f":
                group.font = value
            case b"plain":
                group.font = self.default_font
            case b"fcharset" if self.in_table and value in _CHARSETS:
                # 0 is the default charset: that of the whole file.
                if value:
                    self.fonts[self.font_in_table] = _CHARSETS[value]
                return b"\\fcharset0 "
        return raw

    def _plain(self, plain: bytes) -> None:
        self.controls += len(plain) - len(plain.translate(None, _CONTROLS))
        text = plain
        if self.skip:
            text = plain.translate(None, b"\r\n")
            taken = min(self.skip, len(text))
            self.skip -= taken
            text = text[taken:]
        if not text:
            return
        if text == b"*" and self.out[-1:] == [b"{"]:
            text = b"\\*"  # some programs leave its stroke out
        words = text.translate(None, b"\r\n")
        if text.isascii() and not self.waiting:
            self.out.append(text)  # its line ends too: they end control words
            self._hear(words.decode("ascii"))
            return
        for byte in words:
            self._byte(byte)

    def _byte(self, byte: int) -> None:
        if self.skip:
            self.skip -= 1
            return
        self.waiting.append(byte)

    def _flush(self) -> None:
        """Bytes that stand side by side may be one letter."""
        if not self.waiting:
            return
        encoding = self.fonts.get(self.groups[-1].font, self.page)
        try:
            text = bytes(self.waiting).decode(encoding, "replace")
        except LookupError:
            text = bytes(self.waiting).decode("cp1252", "replace")
        self.waiting.clear()
        for letter in text:
            if not " " <= letter < "\x7f":
                self._letter(ord(letter))
                continue
            self.out.append(b"\\" * (letter in "\\{}") + letter.encode())
            self._hear(letter)

    def _hear(self, words: str) -> None:
        if self.groups[-1].heard:
            self.groups[-1].words.append(words)
        self._say(words)

    def _say(self, words: str) -> None:
        group = self.groups[-1]
        if not group.seen:
            return
        if group.hidden or group.deleted:
            into = self.deleted if group.deleted else self.hidden
            if self.unseen_in is not into:
                into.append("")
            self.unseen_in = into
            into[-1] += words
            return
        if words.strip():
            self.unseen_in = None
        into = self.notes if self.note else self.said
        if words == "\n":
            into.append("")
        else:
            into[-1] += words

    def _letter(self, code: int) -> None:
        """Half of a letter beyond the first plane waits for the other half."""
        if 0xD800 <= code < 0xDC00:
            self.half = code
            return
        if 0xDC00 <= code < 0xE000:
            if not self.half:
                return
            code = 0x10000 + ((self.half - 0xD800) << 10) + code - 0xDC00
        self.half = 0
        letter = chr(code)
        if self.out and _OPEN_WORD.search(self.out[-1]):
            self.out.append(b" ")  # or the letter would be taken for a part of the control word
        self.out.append(letter.encode() if letter.isprintable() else b"\\u%d\\'3f" % _signed(code))
        self._hear(letter)


def _told(pieces: list[str]) -> tuple[str, ...]:
    """Those that have words."""
    return tuple(filter(None, (" ".join(piece.split()) for piece in pieces)))


def _signed(code: int) -> int:
    return code - 65536 if code > 32767 else code
