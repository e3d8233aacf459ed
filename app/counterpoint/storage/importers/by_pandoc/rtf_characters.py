"""The letters of an RTF file, each written in UTF-8.

Pandoc 3.9 reads every code page as that of western Europe, parts letters of two halves, and leaves
a letter out after the plain fallback of a Unicode one (`\\u225?x`). Here the signs are only written
anew; what they mean is left to Pandoc.
"""

import re
from typing import NamedTuple

from .pandoc_tree import note_mark, printed_number
from .rtf_group import Group
from .rtf_looks import Look, Looks
from .rtf_words import (
    BOX,
    BOXES,
    CHARSETS,
    COMMENT,
    COUNTED,
    DRAWN,
    ENDS,
    FORMULA,
    HEADING,
    NAME,
    NOWHERE,
    OF_COMMENTS,
    PAGES,
    PARTED,
    PLACES,
    UNSEEN,
    VALUE,
)

_TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|([^\\{}]+)",
    re.DOTALL,
)
_OPEN_WORD = re.compile(rb"\\[a-zA-Z]+(?:-?\d+)?$")
_CONTROLS = bytes((*range(9), *range(14, 32), 127))
_OUTERMOST = 2
"""Groups: that of the file, and what stands round it."""


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
    drawn: tuple[str, ...]
    """The words of shapes that are letters, as watermarks are."""
    faint: tuple[str, ...]
    """What is in the colour of what is behind it, or of no size."""
    formulas: tuple[str, ...]
    said: tuple[str, ...]
    """The paragraphs of what is to be seen, without what is beside the text."""
    controls: int
    """Control characters, other than tabs and line ends, that stand in it as bytes."""


def plain_letters(data: bytes) -> RtfLetters:
    """`data` with its letters in UTF-8 and no fallbacks."""
    written = _Writer(Looks(data)).write(data)
    # Of a table Pandoc 3.9 takes the rows above a footnote into the footnote.
    return (
        _Writer(Looks(data), apart=True).write(data) if written.counts.get(_IN_TABLE) else written
    )


_IN_TABLE = "footnote in a table"
_NO_WORDS_OF_NOTES = (b"\\footnote", b"\\intbl", b"\\chftn")


class _Writer:
    def __init__(self, looks: Looks, *, apart: bool = False) -> None:
        """`apart`: footnotes stand at the end, and signs in the place of their marks, as those that
        web pages have (`web_notes.notes_of`)."""
        self.apart = apart
        self.looks = looks
        self.apart_notes: list[bytes] = []
        self.intable = False
        self.out: list[bytes] = []
        self.groups = [Group(-1, 1, b"", Look(), seen=True, hidden=False, deleted=False)]
        self.fonts: dict[int, str] = {}
        self.page = "cp1252"
        self.default_font = -1
        self.font_in_table = -1
        self.in_table = 0
        self.in_styles = 0
        self.headings: dict[int, int] = {}
        """The levels of the styles that are called headings."""
        self.number_in = 0
        """The group, counted from the outermost, of a number that is printed before a paragraph."""
        self.number: list[str] = []
        self.struck_styles: set[int] = set()
        self.struck = False
        """Whether the style of this paragraph strikes it out."""
        self.skip = 0
        self.waiting = bytearray()
        self.half = 0
        self.counts: dict[str, int] = {}
        self.heads: list[str] = []
        self.property = ""
        """What the value that comes next is of."""
        self.drawn: list[str] = []
        self.faint: list[str] = [""]
        self.formulas: list[str] = []
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
            _told(self.drawn),
            _told(self.faint),
            tuple(self.formulas),
            (*self.said, *self.notes),
            self.controls,
        )

    def _brace(self, brace: bytes) -> None:
        self.skip = 0
        if brace == b"}" and len(self.groups) == _OUTERMOST:
            self.out += self.apart_notes
            self.apart_notes = []
        self.out.append(brace)
        if brace == b"{":
            group = self.groups[-1]
            self.groups.append(
                Group(
                    group.font,
                    group.fallback,
                    group.place,
                    group.look,
                    seen=group.seen,
                    hidden=group.hidden,
                    deleted=group.deleted,
                )
            )
            self.groups[-1].start = len(self.out) - 1
        elif len(self.groups) > 1:
            group = self.groups.pop()
            if group.note:
                self._set_apart(group)
            if len(self.groups) < self.number_in:
                self._put_number(group)
            if group.property:
                self._property("".join(group.words).strip(), group.property)
            elif group.place and not self.groups[-1].place:
                words = " ".join("".join(group.words).split())
                if words:
                    places = {
                        BOX: self.boxes, COMMENT: self.comments, FORMULA: self.formulas
                    }  # fmt: skip
                    places.get(group.place, self.heads).append(words)
            elif group.place and group.place != NOWHERE:
                self.groups[-1].words += group.words
            if group.style >= 0:
                level = HEADING.fullmatch("".join(group.words).strip(" ;").lower())
                if level is not None:
                    self.headings[group.style] = int(level[1])
            if len(self.groups) < self.note:
                self.note = 0
            if len(self.groups) < self.in_table:
                self.in_table = 0
            if len(self.groups) < self.in_styles:
                self.in_styles = 0

    def _property(self, words: str, which: bytes) -> None:
        if which == NAME:
            self.property = words
        elif self.property == DRAWN and words:
            self.drawn.append(words)

    def _put_number(self, group: Group) -> None:
        """Of many lists Pandoc 3.9 counts the entries for itself, or leaves their numbers out."""
        words = " ".join("".join(self.number).split())
        self.number_in, self.number = 0, []
        if any(map(str.isalnum, words)):
            del self.out[group.start :]
            self.out.append(b"{%b}" % printed_number(words).encode())

    def _set_apart(self, note: Group) -> None:
        words = [
            each for each in self.out[note.start + 1 : -1] if each.strip() not in _NO_WORDS_OF_NOTES
        ]
        del self.out[note.start :]
        number = self.counts["footnote"]
        mark = note_mark(number, str(number)).encode()
        if self.out and _OPEN_WORD.search(self.out[-1]):
            self.out.append(b" ")
        self.out.append(mark)
        self.apart_notes.append(b"{\\pard\\plain " + mark + b"\\par}{\\pard\\plain ")
        self.apart_notes += [*words, b"\\par}"]

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
            case b"footnote":
                if self.out[-1:] == [b"\\*"]:
                    self.out.pop()  # or Pandoc would leave out what LibreOffice writes so
                group.note = self.apart
                if self.intable:
                    self.counts[_IN_TABLE] = 1
            case b"intbl" | b"pard":
                self.intable = word == b"intbl"
            case b"stylesheet":
                self.in_styles = len(self.groups)
            case b"s" | b"cs" if self.in_styles:
                group.style = value
            case b"s" if value in self.headings:
                raw = b"%b\\outlinelevel%d " % (raw, self.headings[value] - 1)
            case b"up" | b"dn":  # which Pandoc 3.9 passes over
                off = b"super" if word == b"up" else b"sub"
                raw = b"\\%s " % (b"nosupersub" if number == b"0" else off)
            case b"plain":
                raw = b"\\plain\\nosupersub "
        group.look = self.looks.after(group.look, word, value)
        self._heed_place(group, word)
        raw = self._struck(group, word, number, raw)
        self._sees(group, word, number)
        if word in COUNTED and number != b"0":
            name = word.decode()
            self.counts[name] = self.counts.get(name, 0) + 1
        if word == b"deleted" and number != b"0":
            raw = b"\\v "  # hidden, as what is deleted is once the change is accepted
        self.out.append(raw)
        if group.place and word in (b"par", b"tab", b"cell", b"line"):
            group.words.append(" ")
        return 0

    def _heed_place(self, group: Group, word: bytes) -> None:
        """Where the words of a group stand, if beside the text."""
        if word in PLACES or word in BOXES or word == COMMENT:
            group.place = group.place or (BOX if word in BOXES else word)
        elif word == FORMULA and not group.seen:  # as Word writes it, and Pandoc leaves it out
            group.place = group.place or word
        elif word in (NAME, VALUE):
            group.property = word
        elif word in OF_COMMENTS and group.place:
            group.place = NOWHERE

    def _struck(self, group: Group, word: bytes, number: bytes | None, raw: bytes) -> bytes:
        """What is written in the place of a word that has to do with a style that strikes out."""
        if self.in_styles:
            if word not in (b"strike", b"striked"):
                return raw
            if number != b"0":
                self.struck_styles.add(group.style)
            return b""  # of words Pandoc 3.9 takes it for a style of all paragraphs
        if word in (b"s", b"cs") and number and int(number) in self.struck_styles:
            self.struck = self.struck or word == b"s"
            return raw + b"\\strike "
        if word == b"pard" and self.struck:
            self.struck = False
            return raw + b"\\strike0 "
        return raw

    def _sees(self, group: Group, word: bytes, number: bytes | None) -> None:
        """Notes what a word says of whether words are seen, and where paragraphs end."""
        if word in (b"listtext", b"pntext") and not self.number_in:
            self.number_in = len(self.groups)
        if word in UNSEEN:
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
        if word in ENDS:
            self._say("\n" if word in PARTED else " ")

    def _of_letters(self, word: bytes, value: int, raw: bytes) -> bytes:
        """Notes what a word says of code pages and fonts; what is written in its place."""
        group = self.groups[-1]
        match word:
            case b"ansicpg":
                self.page = f"cp{value}" if value else self.page
                return b"\\ansicpg1252 "
            case b"mac" | b"pc" | b"pca":
                self.page = PAGES[word]
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
            case b"fcharset" if self.in_table and value in CHARSETS:
                # 0 is the default charset: that of the whole file.
                if value:
                    self.fonts[self.font_in_table] = CHARSETS[value]
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
        if self.number_in:
            self.number.append(words)
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
        if self.looks.unseen(group.look, in_table=self.intable):
            self.faint[-1] += words
        elif words.strip() and self.faint[-1]:
            self.faint.append("")
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
