"""A word found in the texts of a library, beside what a person would use instead.

The same texts, the same words (rare, common, and of the twenty commonest), asked in turn of each:
our index with the words of the best 50; tantivy alone, which gives no words; SQLite's FTS5 with its
own snippets; ripgrep as a process over the folder of texts, which ranks nothing and prints all; and
what QualCoder does to search all files: every text out of its table `source`, and a regular
expression gone through it, from three letters on.

ripgrep is looked for on the path, and where `COUNTERPOINT_RIPGREP` says; without it its row is left
out.
"""

import math
import os
import re
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from counterpoint.application.search.searching import Searching
from counterpoint.storage.search_index.search_index import SearchIndex
from tests.benchmarks.harness import Figure, figure, p95
from tests.benchmarks.search import IN_ONE, TOP, Texts, bare_index, build, milliseconds

PASSAGES = int(os.environ.get("COUNTERPOINT_BENCH_PASSAGES", "200000"))
ROUNDS = 3
_QUALCODER = """create table source (id integer primary key, name text, fulltext text,
mediapath text, memo text, owner text, date text, av_text_id integer, risid integer, unique(name))
"""
"""The table of texts of a project of QualCoder 3.6."""

Ask = Callable[[str], object]


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
    build(index, texts)
    searching = Searching(index, folder)
    asked = [*made.words[:10], *made.words[200:210], *made.words[20_000:20_010]]
    asked = [word for word in asked if len(word) > 2]  # QualCoder looks for no shorter ones
    instead: dict[str, Ask | None] = {
        "tantivy alone": _tantivy(folder, texts),
        "SQLite’s FTS5": _fts5(folder, texts),
        "ripgrep": _ripgrep(folder),
        "QualCoder’s search of all files": _qualcoder(folder, texts),
    }
    for name, ask in instead.items():
        if ask is not None:
            yield _beside(name, partial(searching.search, limit=TOP), ask, asked)


def _beside(name: str, ours: Ask, theirs: Ask, asked: list[str]) -> Figure:
    runs: tuple[list[float], list[float]] = ([], [])
    for word in asked * ROUNDS:
        for ask, taken in zip((ours, theirs), runs, strict=True):
            taken.append(milliseconds(partial(ask, word)))
    title = f"a word in {PASSAGES:,} passages, beside {name}, 95th percentile"
    return figure(title, "ms", *runs, limit=math.inf, of=p95)


def _tantivy(folder: Path, texts: list[str]) -> Ask:
    index, _ = bare_index(folder / "bare", texts)
    searcher = index.searcher()
    return lambda word: searcher.search(index.parse_query(word, ["words"]), TOP)


def _fts5(folder: Path, texts: list[str]) -> Ask:
    database = sqlite3.connect(folder / "fts5.sqlite3")
    database.execute("create virtual table passages using fts5(words)")
    every = ((passage,) for text in texts for passage in text.split("\n\n"))
    database.executemany("insert into passages values (?)", every)
    database.commit()
    asking = (
        "select rowid, snippet(passages, 0, '', '', '…', 20) from passages "
        f"where passages match ? order by rank limit {TOP}"
    )
    return lambda word: database.execute(asking, (f'"{word}"',)).fetchall()


def _ripgrep(folder: Path) -> Ask | None:
    program = shutil.which(os.environ.get("COUNTERPOINT_RIPGREP", "rg"))
    if program is None:
        return None
    asking = [program, "--ignore-case", "--word-regexp", "--fixed-strings", "--line-number"]

    def ask(word: str) -> object:
        whole = [*asking, "--", word, str(folder / "corpus")]
        done = subprocess.run(whole, check=False, stdout=subprocess.DEVNULL)
        if done.returncode not in (0, 1):  # the latter where nothing is found
            raise subprocess.CalledProcessError(done.returncode, whole)
        return done

    return ask


def _qualcoder(folder: Path, texts: list[str]) -> Ask:
    database = sqlite3.connect(folder / "data.qda")
    database.execute(_QUALCODER)
    database.executemany(
        "insert into source (name, fulltext) values (?, ?)",
        ((f"source-{number}.txt", text) for number, text in enumerate(texts)),
    )
    database.commit()

    def ask(word: str) -> object:
        pattern = re.compile(word, re.IGNORECASE)
        found = database.execute("select name, id, fulltext, memo, owner, date from source")
        return [
            (name, match.start(), len(match.group()))
            for name, _, text, *_ in found
            for match in pattern.finditer(text)
        ]

    return ask
