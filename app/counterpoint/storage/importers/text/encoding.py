"""Which encoding the bytes of a text are in: told by a mark, proved, or guessed and said so."""

import codecs
from typing import NamedTuple

from counterpoint.storage.importers.draft import Guess
from counterpoint.storage.importers.refusal import Reason, Refused

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


class Decoded(NamedTuple):
    text: str
    encoding: str
    guess: Guess | None


def decode(data: bytes, chosen: str | None = None, declared: str | None = None) -> Decoded:
    """The text of `data`. `chosen` is a person's word and binds; `declared` is the document's own,
    which is tried. Raises Refused if it is no text in any encoding."""
    if chosen is not None:
        return Decoded(_decoded(data, chosen), chosen, None)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(_decoded(data, encoding), encoding, None)
    unmarked = _utf16_without_mark(data)
    if unmarked:
        return Decoded(_decoded(data, unmarked), unmarked, None)
    for likely in ("utf-8", declared):
        try:
            if likely:
                return Decoded(data.decode(likely), likely, None)
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(data)


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise Refused(
            Reason.ENCODING, f"its letters are not written in {encoding}; choose another encoding"
        ) from error


def _utf16_without_mark(data: bytes) -> str:
    """UTF-16 has a nought in every other byte where its letters are Latin."""
    head = data[:2000]
    if len(head) < 8 or len(data) % 2:
        return ""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.7 and even < half * 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.7 and odd < half * 0.1 else ""


def _guessed(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    best = from_bytes(sample).best()
    if best is None or best.encoding.startswith(("utf_16", "utf_32")):
        raise Refused(Reason.ENCODING, "it is not text in any encoding that we know")
    encoding = best.encoding
    likely = [name for name in best.could_be_from_charset if name != encoding]
    if encoding != "cp1252" and _western(sample):
        likely, encoding = [encoding, *likely], "cp1252"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    others = tuple(dict.fromkeys([*likely, *_OTHERS]))
    why = "it is not UTF-8, and this one gives the likeliest letters"
    return Decoded(text, encoding, Guess("encoding", encoding, others[:10], why, False))


_ACCENTED = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿßÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜÝ")
_SIGNS = frozenset("‘’“”–—…•€£§©®°«»¿¡\u00a0´·½¼¾²³¹ªº")


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
