"""Which encoding the bytes of a text are in: told by a mark, proved, or guessed and said so."""

import codecs
import re
from collections.abc import Iterable
from functools import partial
from typing import NamedTuple

from counterpoint.domain.because import Because
from counterpoint.storage.importers.draft import Guess
from counterpoint.storage.importers.refusal import Reason, Refused

from .latin_letters import latin_letters
from .unmarked_unicode import unmarked_unicode
from .utf7 import read_utf7

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 200_000
"""Bytes that are looked at where the encoding must be guessed."""
_OTHERS = ("cp1252", "cp1251", "cp1250", "cp866", "koi8_r", "cp1253", "cp1254", "cp1256")
"""What else it may be, for a person to try."""
_MOST = 10
"""Of them that are offered."""


class Decoded(NamedTuple):
    text: str
    encoding: str
    guess: Guess | None


def decode(data: bytes, chosen: str | None = None, declared: str | None = None) -> Decoded:
    """The text of `data`. `chosen` is a person's word and binds, and what else it may be can still
    be chosen; `declared` is the document's own, which is tried. Raises Refused if it is no text in
    any encoding."""
    if chosen is not None:
        return _as_chosen(data, chosen, declared)
    return _found(data, declared)


def _as_chosen(data: bytes, chosen: str, declared: str | None) -> Decoded:
    text = _decoded(data, chosen)
    found = _found(data, declared)
    likely = found.guess.others if found.guess is not None else _OTHERS
    others = _others(data, chosen, (found.encoding, *likely))
    return Decoded(text, chosen, Guess("encoding", chosen, others, Because.CHOSEN))


def _others(data: bytes, encoding: str, likely: Iterable[str]) -> tuple[str, ...]:
    """Those in which the beginning of `data` may be written, but for `encoding`: each once."""
    found: dict[str, str] = {}
    for name in likely:
        if _may_be_in(data[:_SAMPLE], name):
            found.setdefault(codecs.lookup(name).name, name)
    found.pop(codecs.lookup(encoding).name, None)
    return tuple(found.values())[:_MOST]


def _may_be_in(sample: bytes, encoding: str) -> bool:
    """Where the sample ends in the middle of a letter, that does not count."""
    try:
        codecs.getincrementaldecoder(encoding)().decode(sample)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _found(data: bytes, declared: str | None) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_wide(data, encoding), encoding, None)
    unmarked = unmarked_unicode(data)
    if unmarked:
        return Decoded(_wide(data, unmarked), unmarked, None)
    shifted = _shifted(data) or _in_utf7(data)
    if shifted is not None:
        return shifted
    for likely in ("utf-8", declared):
        try:
            if likely:
                return Decoded(data.decode(likely), likely, None)
        except (UnicodeDecodeError, LookupError):
            continue
    return _halves_in_utf8(data) or _nearly_utf8(data) or _mixed(data) or _guessed(data)


def _wide(data: bytes, encoding: str) -> str:
    """As `_decoded`; where it was cut off in mid-letter, or half a letter stands somewhere, that is
    U+FFFD, of which a person is told."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") > 1 + _MOST_UNKNOWN * len(text):
            return _decoded(data, encoding)
        return text


_MOST_UNKNOWN = 0.001


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise Refused(
            Reason.ENCODING, f"its letters are not written in {encoding}; choose another encoding"
        ) from error


_SHIFTED = ((b"\x1b$", "iso2022_jp_2"), (b"~{", "hz"))
"""Encodings that write letters beyond ASCII in its bytes, and by what they are told."""


def _shifted(data: bytes) -> Decoded | None:
    if not data.isascii():
        return None
    for sign, encoding in _SHIFTED:
        try:
            # A single byte is found twenty times as quickly as two.
            text = data.decode(encoding) if sign[:1] in data and sign in data else ""
        except UnicodeDecodeError:
            continue
        if sum(letter > "\x7f" for letter in text) > _SHIFTED_LETTERS * len(text):
            return Decoded(text, encoding, None)
    return None


_SHIFTED_LETTERS = 0.2
"""How much of such a text they are: a few may be signs of a program."""


def _in_utf7(data: bytes) -> Decoded | None:
    text = read_utf7(data)
    if text is None:
        return None
    others = ("utf-8", *_OTHERS)
    return Decoded(
        text, "utf-7", Guess("encoding", "utf-7", others, Because.LIKELIEST_LETTERS, False)
    )


_STRAY = re.compile("[\udc80-\udcff]+")
"""What Python makes of bytes that are no UTF-8."""
_FEW = 4
"""So many letters of UTF-8 beyond ASCII stand against each stretch of bytes that is none."""


def _halves_in_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which the halves that UTF-16 has of some letters are written one by one, as some
    programs do: two make a letter, and one alone is U+FFFD."""
    try:
        halves = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return Decoded(halves.decode("utf-16-le", "replace"), "utf-8", None)


def _nearly_utf8(data: bytes) -> Decoded | None:
    """UTF-8 that was cut in mid-letter, or into which some bytes of another encoding came; None
    where it is none. What was cut is one letter that nobody knows."""
    text = data.decode("utf-8", "surrogateescape")
    strays = _STRAY.findall(text)
    beyond = sum(letter > "\x7f" for letter in text) - sum(map(len, strays))
    cut = text[-1:] == strays[-1][-1] and len(strays) == 1 and len(strays[0]) < 4
    if not beyond or (beyond < _FEW * len(strays) and not cut):
        return None
    if cut:
        text = text[: -len(strays[0])] + "\ufffd"
    text = _STRAY.sub(_western_letters, text)
    why = Because.CUT_UTF8 if cut else Because.NEARLY_UTF8
    others = _others(data, "utf-8", _OTHERS)
    return Decoded(text, "utf-8", Guess("encoding", "utf-8", others, why, False))


def _western_letters(stray: "re.Match[str]") -> str:
    return stray[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _mixed(data: bytes) -> Decoded | None:
    """Lines of which some are UTF-8 and others not, as where files were put together: each is read
    by itself. None where there is none of the ones or of the others."""
    lines = data.splitlines(keepends=True)
    beyond = [line for line in lines if not line.isascii()]
    if not 0 < sum(_may_be_in(line, "utf-8") for line in beyond) < len(beyond):
        return None
    text = "".join(map(_line, lines))
    return Decoded(text, "utf-8", Guess("encoding", "utf-8", _OTHERS, Because.MIXED, False))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        latin = latin_letters(line)
        russian = max(_CYRILLIC, key=partial(_russian, line))
        if latin is None and _russian(line, russian) < _RUSSIAN_ENOUGH:
            return line.decode("cp1252", "replace")
        return line.decode(latin.encoding if latin is not None else russian, "replace")


_RUSSIAN_ENOUGH = 0.8


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes
    from charset_normalizer.utils import is_multi_byte_encoding

    sample = data[:_SAMPLE]
    best = from_bytes(sample).best()
    eastern = best is not None and is_multi_byte_encoding(best.encoding)
    japanese = _japanese(data) if eastern else None
    if japanese is not None:
        return japanese
    if best is not None and eastern and not _in_runs(sample, best.encoding):
        best, eastern = from_bytes(sample, cp_isolation=list(_OTHERS)).best() or best, False
    if best is None or best.encoding.startswith(("utf_16", "utf_32")):
        raise Refused(Reason.ENCODING, "it is not text in any encoding that we know")
    encoding = best.encoding
    likely = [name for name in best.could_be_from_charset if name != encoding]
    latin = latin_letters(sample) if not eastern else None
    if latin is not None:
        likely, encoding = [*latin.others, encoding, *likely], latin.encoding
    elif encoding != "cp1252" and _western(sample):
        likely, encoding = [encoding, *likely], "cp1252"
    elif encoding in _CYRILLIC:
        likely, encoding = [encoding, *likely], max(_CYRILLIC, key=partial(_russian, sample))
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    others = _others(data, encoding, (*likely, *_OTHERS))
    return Decoded(
        text, encoding, Guess("encoding", encoding, others, Because.LIKELIEST_LETTERS, False)
    )


def _japanese(data: bytes) -> Decoded | None:
    """As Japanese where kana show under it, as they do in no Chinese or Korean: a short text may
    be taken for those."""
    for encoding in ("cp932", "euc_jp"):
        if not _may_be_in(data[:_SAMPLE], encoding):
            continue
        text = data.decode(encoding, "replace")
        beyond = sum(letter > "\x7f" for letter in text)
        kana = sum("\u3041" <= letter <= "\u30fe" for letter in text)
        halves = sum("\uff61" <= letter <= "\uff9f" for letter in text)
        if kana > _KANA * beyond and halves < kana / 4:
            others = _others(data, encoding, ("euc_jp", "cp932", "cp949", "gb18030", *_OTHERS))
            guess = Guess("encoding", encoding, others, Because.LIKELIEST_LETTERS, False)
            return Decoded(text, encoding, guess)
    return None


_KANA = 0.15
"""How much of a Japanese text they are, at least."""

_ACCENTED = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ")
_SIGNS = frozenset("‘’“”–—…•€£§©®°«»¿¡\u00a0´·½¼¾²³¹ªº")


def _in_runs(sample: bytes, encoding: str) -> bool:
    """As Chinese, Japanese and Korean stand; a letter with an accent takes the one behind it along
    where it is taken for half of a sign of theirs, and stands alone then."""
    text = sample.decode(encoding, "replace")
    runs = _BEYOND.findall(text)
    alone = sum(len(run) < 2 for run in runs)
    halves = sum("\uff61" <= sign <= "\uff9f" for run in runs for sign in run)
    return (
        "\ufffd" not in text[:-1]
        and alone < 0.4 * len(runs)
        and halves < 0.5 * sum(map(len, runs))  # Russian in KOI8 is these, taken for Japanese
    )


_BEYOND = re.compile("[^\x00-\x7f]+")
_CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic", "koi8_u", "cp1125")
"""Some of them have the small letters in the same places, and other capitals."""
_LETTERS = re.compile(r"[^\W\d_a-zA-Z]+")
_RUSSIAN = re.compile("[А-ЯЁЄІЇҐЎа-яёєіїґў][а-яёєіїґў]*|[А-ЯЁЄІЇҐЎ]+")


def _russian(sample: bytes, encoding: str) -> float:
    """How much of what is beyond ASCII is in words as Russian, Ukrainian or Belarusian has them."""
    text = sample.decode(encoding, "replace")
    words = _LETTERS.findall(text)
    fitting = sum(len(word) for word in words if _RUSSIAN.fullmatch(word))
    return fitting / max(1, sum(letter > "\x7f" for letter in text))


def _western(sample: bytes) -> bool:
    """Few letters beyond ASCII, and those that Windows-1252 makes of them stand in words and
    between them as they do in the west of Europe."""
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = [letter for letter in text if letter > "\x7f"]
    if len(beyond) > len(text) * 0.35:
        return False
    return all(letter in _ACCENTED or letter in _SIGNS for letter in beyond)
