"""Finding anything by a few typed words: actions, approaches, dimensions, sources, claims, notes,
and what claims can be filtered by.

Letters match whatever their case and accents, and typographic quotes and dashes match plain ones.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from counterpoint.domain.folding import fold, fold_with_positions
from counterpoint.domain.span import Span


class Kind(StrEnum):
    """What an entry is, in the order in which equally good entries are listed."""

    ACTION = "action"
    APPROACH = "approach"
    DIMENSION = "dimension"
    SOURCE = "source"
    CLAIM = "claim"
    NOTE = "note"
    FILTER = "filter"
    SAVED = "saved"
    """A search that is kept in the library."""
    FOUND = "found"
    """In the index of all words, and not by its name."""
    SEARCH = "search"
    """Of the whole library, for the words that are typed; never found, but listed last."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found.

    `title` and `detail` are shown and searched. `key` names the thing among those of its kind.
    `keys` is an action's portable key sequence ("Ctrl+K"), shown but not searched.
    """

    kind: Kind
    title: str
    detail: str = ""
    key: str = ""
    keys: str = ""

    @property
    def name(self) -> str:
        """Names the entry among all, and can be kept in settings: "action:find"."""
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True, slots=True)
class Found:
    """The best entries for a query, best first, and how many match in all."""

    entries: tuple[Entry, ...] = ()
    total: int = 0


class EntryIndex:
    """Matches typed words against entries. Not to be shared between threads.

    An entry matches when each word stands in its title or its detail. Listed first are titles
    that begin with the query, then those in which each word begins a word, then other titles that
    hold every word, then the rest; among equals by kind, then in the order given.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: tuple[Entry, ...] = tuple(entries)
        self._heads: list[str] = []
        self._texts: list[str] = []
        self._words: tuple[str, ...] = ()
        self._matching: list[int] = []

    def prepare(self) -> None:
        """Folds the entries, which the first query would else do: some 0.15 s for 30,000."""
        if self._texts or not self.entries:
            return
        order = list(Kind)
        self.entries = tuple(sorted(self.entries, key=lambda entry: order.index(entry.kind)))
        for entry in self.entries:
            head = _head(entry.title)
            self._heads.append(head)
            self._texts.append(f"{head}\n{fold(entry.detail)}")
        self._matching = list(range(len(self.entries)))

    def find(self, query: str, limit: int | None = None) -> Found:
        """The best `limit` entries (None for all) that hold every word of `query`.

        A query without words matches nothing.
        """
        words = words_of(query)
        if not words:
            return Found()
        self.prepare()
        matching = self._match(words)
        best = islice(self._ranked(matching, words), limit)
        return Found(tuple(self.entries[number] for number in best), len(matching))

    def _match(self, words: tuple[str, ...]) -> list[int]:
        # Where each word sought before stands within one sought now, what did not match then
        # does not match now.
        narrower = all(any(before in now for now in words) for before in self._words)
        matching = self._matching if narrower else range(len(self.entries))
        texts = self._texts
        for word in words:
            matching = [number for number in matching if word in texts[number]]
        self._words, self._matching = words, list(matching)
        return self._matching

    def _ranked(self, matching: Sequence[int], words: tuple[str, ...]) -> Iterator[int]:
        """`matching`, best first. Lazy, so that the best of many do not wait for the rest."""
        heads = self._heads
        whole = f" {' '.join(words)}"
        rest: list[int] = []
        for number in matching:
            if heads[number].startswith(whole):
                yield number
            else:
                rest.append(number)
        in_title: Sequence[int] = rest
        for word in words:
            in_title = [number for number in in_title if word in heads[number]]
        starts = [f" {word}" for word in words]
        elsewhere: list[int] = []
        for number in in_title:
            head = heads[number]
            for start in starts:
                if start not in head:
                    elsewhere.append(number)
                    break
            else:
                yield number
        yield from elsewhere
        listed = set(in_title)
        yield from (number for number in rest if number not in listed)


def words_of(query: str) -> tuple[str, ...]:
    """The folded words of a query, as `EntryIndex` and `spans` take them."""
    return tuple(fold(query).split())


def spans(text: str, words: Iterable[str]) -> tuple[Span, ...]:
    """Where the folded `words` stand in `text`, in order, joined where they touch or overlap."""
    whole, owner = fold_with_positions(text)
    marked = sorted(
        Span(owner[found.start()], owner[found.end() - 1] + 1)
        for word in words
        if word
        for found in re.finditer(re.escape(word), whole)
    )
    joined: list[Span] = []
    for span in marked:
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)


_INNER_WORD = re.compile(r"(?<=[^\w\s])(?=(\w\S*))")


def _head(title: str) -> str:
    """A title folded so that a space stands before each of its words and nowhere else.

    "Hard-headed  engagement" gives " hard-headed engagement" and, on a line of its own, " headed",
    the word that begins within another. No typed word can reach from one line into the next.
    """
    whole = " ".join(fold(title).split())
    inner = "".join([f"\n {word}" for word in _INNER_WORD.findall(whole)])
    return f" {whole}{inner}"
