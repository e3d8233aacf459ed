"""What is asked of a search, as a person types it. Whatever is no syntax is words.

sanctions relief            both words
"rules-based order"         words in a row
sanct*                      any word that begins so
sanctions OR embargo        either
sanctions NOT travel        the one without the other
sanctions NEAR/5 relief     with at most five words between them
(a OR b) c                  as it is bracketed
source: author: date:2008..2017 approach: stance: voice: tag: kind: linked:no
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

MOST_WORDS = 64
"""Words of a query that are sought; a page that was pasted has more."""
MOST_BRACKETS = 40
"""Brackets within one another that are heeded."""
NEAR = 10
"""Words between two of which nothing else is said."""
MOST_NEAR = 1000


class FieldName(StrEnum):
    SOURCE = "source"
    AUTHOR = "author"
    DATE = "date"
    APPROACH = "approach"
    STANCE = "stance"
    VOICE = "voice"
    TAG = "tag"
    KIND = "kind"
    LINKED = "linked"


class Words(NamedTuple):
    """What was typed without a space: a word, or several in a row, as "non-proliferation" is."""

    typed: str
    prefix: bool = False
    """Whether the last of them may go on."""


class Phrase(NamedTuple):
    """Words in a row."""

    typed: str
    prefix: bool = False


class Near(NamedTuple):
    """`one` and `other`, in any order, with at most `within` words between them."""

    one: str
    other: str
    within: int


class Terms(NamedTuple):
    """Words as the index has them, of which one at least is there; the more the better. Nobody
    types that: it finds what is like something else."""

    terms: tuple[str, ...]


class Field(NamedTuple):
    """What a thing is, or has, besides its words."""

    name: FieldName
    value: str


class All(NamedTuple):
    parts: "tuple[Query, ...]"


class Either(NamedTuple):
    parts: "tuple[Query, ...]"


class Not(NamedTuple):
    part: "Query"


Query: TypeAlias = Words | Phrase | Near | Terms | Field | All | Either | Not
NOTHING = All(())


class Asked(NamedTuple):
    """A query that was read."""

    query: Query
    left_out: int = 0
    """Words beyond `MOST_WORDS`, which are not sought."""


class _Sign(StrEnum):
    OPEN = "("
    CLOSE = ")"
    OR = "OR"
    NOT = "NOT"
    AND = "AND"
    NEAR = "NEAR"


class _Near(NamedTuple):
    within: int


_Token: TypeAlias = Words | Phrase | Field | _Sign | _Near

_TOKEN = re.compile(
    r"""(?P<field>(?:source|author|date|approach|stance|voice|tag|kind|linked):)
          (?:"(?P<quoted>[^"]*)"|“(?P<curly>[^”"]*)[”"]|(?P<bare>[^\s()"“]+))
      | "(?P<phrase>[^"]*)"(?P<on>\*?)
      | “(?P<curled>[^”"]*)[”"](?P<more>\*?)
      | (?P<sign>[()])
      | (?P<word>[^\s()"“]+)
      | (?P<lone>["“])""",
    re.VERBOSE,
)
_NEAR = re.compile(r"NEAR(?:/(\d{1,4}))?")
_HAS_WORD = re.compile(r"[^\W_]")


def read_query(typed: str, *, typing: bool = False) -> Asked:
    """What `typed` asks for. `typing`: a person is still at the last word, which may go on.
    Never raises."""
    tokens, left_out = _few(list(_tokens(typed)))
    if typing and tokens and not typed[-1:].isspace():
        last = tokens[-1]
        if isinstance(last, Words) or (isinstance(last, Phrase) and typed[-1:] not in '"”'):
            tokens[-1] = last._replace(prefix=True)
    query = _Reading(tokens).query()
    if query == NOTHING and any(sign.isalpha() for sign in typed):
        query = Words(typed.strip(' ()"*'))  # an operator alone, as NOT
    return Asked(query, left_out)


def plainly(query: Query) -> str:
    """What is sought, in the syntax in which it could be typed."""
    return _plain(query, 0)


def _plain(query: Query, binding: int) -> str:
    match query:
        case Words(typed, prefix):
            return typed + "*" * prefix
        case Phrase(typed, prefix):
            return f'"{typed}"' + "*" * prefix
        case Near(one, other, within):
            return f'"{one}" NEAR/{within} "{other}"'
        case Terms(terms):
            return " OR ".join(terms)
        case Field(name, value):
            return f'{name}:"{value}"' if re.search(r"\s|[()]", value) else f"{name}:{value}"
        case Not(part):
            return f"NOT {_plain(part, 2)}"
        case All(parts):
            words = " ".join(_plain(part, 1) for part in parts)
            return f"({words})" if binding > 1 and len(parts) > 1 else words
        case Either(parts):
            words = " OR ".join(_plain(part, 1) for part in parts)
            return f"({words})" if binding > 0 else words


def positive(query: Query) -> Iterator[Words | Phrase | Near]:
    """The words that are sought, without those that are not to be there."""
    match query:
        case Words() | Phrase() | Near():
            yield query
        case All(parts) | Either(parts):
            for part in parts:
                yield from positive(part)
        case _:
            return


def _tokens(typed: str) -> Iterator[_Token]:
    depth = 0
    for found in _TOKEN.finditer(typed):
        if found["field"]:
            value = next(
                v for v in (found["quoted"], found["curly"], found["bare"]) if v is not None
            )
            if value.strip():
                yield Field(FieldName(found["field"][:-1]), value.strip())
        elif found["sign"]:
            opens = found["sign"] == "("
            if depth < MOST_BRACKETS + (not opens):
                yield _Sign(found["sign"])
            depth = max(0, depth + (1 if opens else -1))
        elif found["word"]:
            yield from _word(found["word"])
        elif not found["lone"]:
            phrase = found["phrase"] if found["phrase"] is not None else found["curled"]
            if _HAS_WORD.search(phrase):
                yield Phrase(" ".join(phrase.split()), bool(found["on"] or found["more"]))


def _word(word: str) -> Iterator[_Token]:
    if word in ("OR", "NOT", "AND"):
        yield _Sign(word)
    elif near := _NEAR.fullmatch(word):
        yield _Near(min(int(near[1] or NEAR), MOST_NEAR))
    elif _HAS_WORD.search(word):
        yield Words(word.rstrip("*"), word.endswith("*")) if word.rstrip("*") else Words(word)


def _few(tokens: list[_Token]) -> tuple[list[_Token], int]:
    kept: list[_Token] = []
    left = MOST_WORDS
    for token in tokens[: 8 * MOST_WORDS]:  # with brackets and the like
        left -= max(1, len(token.typed.split())) if isinstance(token, Words | Phrase) else 0
        if left < 0:
            break
        kept.append(token)
    rest = sum(isinstance(token, Words | Phrase) for token in tokens[len(kept) :])
    return kept, rest


class _Reading:
    """Reads tokens from the left: OR binds least, then words side by side, then NOT and NEAR."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0

    def query(self) -> Query:
        parts: list[Query] = []
        while self._at < len(self._tokens):
            parts.append(self._either())
            if self._next() is _Sign.CLOSE:  # one too many closes nothing
                self._at += 1
        return _together(parts)

    def _next(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _either(self) -> Query:
        parts = [self._all()]
        while self._next() is _Sign.OR:
            self._at += 1
            parts.append(self._all())
        kept = [part for part in parts if part != NOTHING]
        return Either(tuple(kept)) if len(kept) > 1 else _together(kept)

    def _all(self) -> Query:
        parts: list[Query] = []
        while (token := self._next()) not in (None, _Sign.CLOSE, _Sign.OR):
            if token is _Sign.AND:
                self._at += 1
            elif isinstance(token, _Near):
                self._at += 1
                self._bring_near(parts, token.within)
            else:
                parts.append(self._one())
        return _together(parts)

    def _bring_near(self, parts: list[Query], within: int) -> None:
        one, other = parts[-1] if parts else None, self._next()
        if isinstance(one, Words | Phrase) and isinstance(other, Words | Phrase):
            self._at += 1
            parts[-1] = Near(one.typed, other.typed, within)

    def _one(self) -> Query:
        token = self._next()
        self._at += 1
        if token is _Sign.NOT:
            while self._next() is _Sign.NOT:  # said twice it is not the opposite
                self._at += 1
            other = self._next()
            if isinstance(other, Words | Phrase | Field) or other is _Sign.OPEN:
                part = self._one()
                return NOTHING if part == NOTHING else Not(part)
            return NOTHING
        if token is _Sign.OPEN:
            inner = self._either()
            if self._next() is _Sign.CLOSE:
                self._at += 1
            return inner
        assert isinstance(token, Words | Phrase | Field)
        return token


def _together(parts: list[Query]) -> Query:
    kept = [part for part in parts if part != NOTHING]
    return kept[0] if len(kept) == 1 else All(tuple(kept))
