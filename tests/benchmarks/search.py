"""Searching a million passages: making the index, each keystroke, more like this, one file altered.

Beside tantivy alone on the same passages, each a document of one field with the same words. The
words are made up, as often as words are in English (Zipf's law), so that "the commonest" means the
same as there.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import Any

import tantivy

from counterpoint.application.search.searching import Searching
from counterpoint.application.search.source_rows import source_rows
from counterpoint.domain.search.rows import RowKind, Unit
from counterpoint.domain.source import NOT_STATED, Numbering, Source
from counterpoint.storage.search_index.search_index import SearchIndex
from tests.benchmarks.harness import Figure, figure, p95

PASSAGES = int(os.environ.get("COUNTERPOINT_BENCH_PASSAGES", "1000000"))
IN_ONE = 500
"""Passages of a source."""
WORDS = 100
"""Of a passage."""
TOP = 50
ROUNDS = 5


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory(prefix="counterpoint-bench-") as folder:
        return list(_measured(Path(folder)))


def _measured(folder: Path) -> Iterator[Figure]:
    made = Texts()
    texts = [made.text() for _ in range(PASSAGES // IN_ONE)]
    (folder / "corpus").mkdir()
    for number, text in enumerate(texts):
        (folder / "corpus" / f"source-{number}.txt").write_text(text)
    index = SearchIndex.open(folder / "cache", "bench")
    ours = _seconds(lambda: build(index, texts))
    bare, floor = bare_index(folder / "bare", texts)
    yield figure(f"index of {PASSAGES} passages", "s", [ours], [floor], limit=1.3)
    searching = Searching(index, folder)
    yield from _keys(searching, bare, made)
    yield _counted(searching, made)
    yield _alike(searching, texts)
    yield _one_more(index, texts, ours)


def build(index: SearchIndex, texts: list[str]) -> None:
    with index.writing() as writing:
        for number, text in enumerate(texts):
            writing.put(_unit(number, text))


def _unit(number: int, text: str) -> Unit:
    source = _source(f"source-{number}", text)
    return Unit(f"corpus/{source.id}", "1", tuple(source_rows(source, text, ())))


def _source(id: str, text: str) -> Source:
    said: dict[str, Any] = dict.fromkeys(
        ("author", "publisher", "kind", "marking", "about", "reached_us", "access", "rights"),
        NOT_STATED,
    )
    return Source(
        id=id, title=id, short=id, date="2008", numbering=Numbering.COUNT, digest="",
        statement="", furniture=(), bears_on_nothing=(), length=len(text), **said,
    )  # fmt: skip


def bare_index(folder: Path, texts: list[str]) -> tuple[tantivy.Index, float]:
    folder.mkdir()
    schema = tantivy.SchemaBuilder().add_text_field("words").build()
    index = tantivy.Index(schema, str(folder))

    def build() -> None:
        writer = index.writer(128_000_000)
        for text in texts:
            for passage in text.split("\n\n"):
                writer.add_document(tantivy.Document(words=passage))
        writer.commit()
        writer.wait_merging_threads()

    seconds = _seconds(build)
    index.reload()
    return index, seconds


def _keys(searching: Searching, bare: tantivy.Index, made: "Texts") -> Iterator[Figure]:
    """Each query as the last key of it is typed: what is painted is ready then."""
    rare, common, words = made.words[20_000:20_020], made.words[200:220], made.words
    asked = [*rare, *common, *words[:20]]
    asked += [f"{one} {other}" for one, other in zip(rare, common, strict=True)]
    asked += [f'"{one} {other}"' for one, other in zip(words[:20], common, strict=True)]
    asked += [word[:2] for word in common[:10]] + [word[:3] for word in common[:10]]
    searcher = bare.searcher()
    ours: list[float] = []
    floor: list[float] = []
    for typed in asked * ROUNDS:
        typing = not typed.endswith('"')
        ours.append(milliseconds(partial(searching.search, typed, limit=TOP, typing=typing)))
        floor.append(milliseconds(partial(_bare_search, bare, searcher, typed, typing=typing)))
    name = f"a key, {PASSAGES} passages, 95th percentile"
    yield figure(name, "ms", ours, floor, limit=50, limit_of="value", of=p95)
    yield figure(f"{name}, to the engine's own", "ms", ours, floor, limit=2, of=p95)


def _counted(searching: Searching, made: "Texts") -> Figure:
    """All hits of a word by kind, approach, year, voice and source, as after each key."""
    runs = []
    years = {f"source-{number}": str(2000 + number % 20) for number in range(PASSAGES // IN_ONE)}
    for typed in (*made.words[:20], *made.words[200:220], *made.words[20_000:20_020]):
        found = searching.search(typed, limit=TOP)
        runs.append(milliseconds(partial(searching.counts, found, (), (), years)))
    return figure("counting what is found", "ms", runs, runs, limit=100, limit_of="value", of=p95)


def _bare_search(
    index: tantivy.Index, searcher: tantivy.Searcher, typed: str, *, typing: bool
) -> None:
    if typing:  # the last word may go on, as while one types
        *first, last = typed.split()
        prefix = tantivy.Query.regex_query(index.schema, "words", f"{last}.*")
        must = tantivy.Occur.Must
        others = [(must, tantivy.Query.term_query(index.schema, "words", word)) for word in first]
        query = tantivy.Query.boolean_query([*others, (must, prefix)])
    else:
        query = index.parse_query(typed, ["words"])
    searcher.search(query, TOP)


def _alike(searching: Searching, texts: list[str]) -> Figure:
    runs = []
    for number in range(30):
        words = texts[number % len(texts)].split("\n\n")[number]
        runs.append(milliseconds(partial(searching.like, words, [RowKind.PASSAGE])))
    return figure("more like this", "ms", runs, runs, limit=100, limit_of="value", of=p95)


def _one_more(index: SearchIndex, texts: list[str], whole: float) -> Figure:
    def put() -> None:
        with index.writing() as writing:
            writing.put(_unit(0, f"{texts[0]}\n\nQuite another word."))

    runs = [_seconds(put) for _ in range(5)]
    return figure("one source altered, until it is found", "s", runs, [whole], limit=0.01)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def milliseconds(work: Callable[[], object]) -> float:
    return 1000 * _seconds(work)


class Texts:
    """Made of words whose frequencies fall as 1/rank."""

    def __init__(self) -> None:
        self._random = random.Random(13)
        letters = "abcdefghijklmnopqrstuvwxyz"
        longest = 12
        self.words = list(
            dict.fromkeys(
                "".join(self._random.choices(letters, k=self._random.randint(2, longest)))
                for _ in range(60_000)
            )
        )
        self._weights = list(accumulate(1 / (rank + 1) for rank in range(len(self.words))))
        many = self._random.choices(self.words, cum_weights=self._weights, k=200_000)
        self._sentences = [" ".join(many[at : at + 20]) + "." for at in range(0, len(many), 20)]

    def text(self) -> str:
        """Of paragraphs of sentences, each of which stands in many of them."""
        choose = self._random.choices
        passages = (" ".join(choose(self._sentences, k=WORDS // 20)) for _ in range(IN_ONE))
        return "\n\n".join(passages)
